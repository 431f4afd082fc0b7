"""When a gathering is, where its page tells it around the name rather than beside it."""

from __future__ import annotations

from ingest.extract import read
from ingest.extract.gold_shape import as_line
from ingest.page import read_page


def _gathering(text: str, name: str) -> dict[str, str]:
    page = read_page(text.encode(), "file:page.txt")
    line = as_line(page, read(page))
    return next(e["attributes"] for e in line["entities"] if e["type"] == "Event" and e["name"] == name)


def test_the_sentence_after_the_one_that_names_it_gives_the_time() -> None:
    told = _gathering(
        "Nieuws\n\nGeplaatst op 4 februari 2024\n\nIn Zeist is op 5 maart 2024 een informatieavond voor alle bewoners, "
        "georganiseerd door de gemeente Zeist. De avond begint om half acht en eindigt om half tien.\n",
        "informatieavond",
    )
    assert (told["start_date"], told["start_time"], told["end_time"]) == ("2024-03-05", "19:30", "21:30")


def test_a_time_is_told_though_the_year_is_not_known() -> None:
    told = _gathering(
        "Inspiratiemiddag Dorpshuizen\n\n  7 april\n  15.45 uur, inlopen kan vanaf 15.30 uur\n  Dorpshuis De Veldkamp, "
        "Haarle\n\nWat moet een dorpshuis doen om over tien jaar nog open te zijn, en wie helpt daarbij?\n",
        "Inspiratiemiddag Dorpshuizen",
    )
    assert "start_date" not in told
    assert told["start_time"] == "15:45"


def test_the_programme_gives_the_times_of_the_only_gathering() -> None:
    told = _gathering(
        "Startbijeenkomst Buurtpact\n\n  10 september 2024\n\nDe gemeente Zeist houdt de startbijeenkomst met alle "
        "partners die meedoen aan het pact.\n\nProgramma\n\n13.00 uur    Inloop\n13.30 uur    Opening door de wethouder"
        "\n14.15 uur    Gesprek\n16.00 uur    Afsluiting\n",
        "Startbijeenkomst Buurtpact",
    )
    assert (told["start_time"], told["end_time"]) == ("13:30", "16:00")


def test_a_report_that_looks_back_a_day_is_not_of_the_day_above_it() -> None:
    told = _gathering(
        "Streekblad - zaterdag 17 februari 2024\n\nStartbijeenkomst Zorgzame Dorpen Beemdoord\n\nBEEMDOORD - In de "
        "dorpskerk was gisteren geen stoel meer vrij. Bij de startbijeenkomst zaten tweehonderd mensen.\n",
        "Startbijeenkomst Zorgzame Dorpen Beemdoord",
    )
    assert told["start_date"] == "2024-02-16"


def test_a_season_is_told_as_its_year() -> None:
    told = _gathering(
        "Nieuws\n\nGeplaatst op 4 februari 2024\n\nIn het najaar van 2023 hielden wij in Zeist een informatieavond "
        "voor alle bewoners, georganiseerd door de gemeente Zeist.\n",
        "informatieavond",
    )
    assert told["start_date"] == "2023"


def test_what_opens_the_programme_begins_it() -> None:
    told = _gathering(
        "Startbijeenkomst Buurtpact\n\n  10 september 2024\n\nDe gemeente Zeist houdt de startbijeenkomst met alle "
        "partners die meedoen aan het pact.\n\nProgramma\n\n17.30 uur    Soep en brood\n18.15 uur    Rondleiding\n"
        "19.00 uur    De voorzitter opent de avond\n21.00 uur    Afsluiting\n",
        "Startbijeenkomst Buurtpact",
    )
    assert told["start_time"] == "19:00"


def test_times_of_something_with_days_of_its_own_are_not_those_of_the_agenda() -> None:
    told = _gathering(
        "Buurtkoffie in de eerste helft van 2024\n\nWij organiseren koffie met een spreker. Om elf uur begint de "
        "spreker.\n\n| Datum | Wat | Waar |\n|---|---|---|\n| 9 januari 2024 | Lezing Licht in de stad | Zeist |\n"
        "| 13 februari 2024 | Lezing Lopen met honden | Zeist |\n\nDe lunch is op 25 januari en 22 februari, steeds om "
        "half een.\n",
        "Lezing Licht in de stad",
    )
    assert told["start_time"] == "11:00"


def test_what_the_text_says_goes_before_data_that_it_contradicts() -> None:
    text = (
        '<html><head><script type="application/ld+json">{"@type": "Event", "name": "Ledenvergadering Beemdoord 2024", '
        '"startDate": "2024-06-02T17:30"}</script></head><body><main><h1>Ledenvergadering Beemdoord 2024</h1>'
        "<p>De vergadering is op zaterdag 1 juni 2024 in Dorpshuis De Heugte in Zeist, voor alle leden.</p></main>"
        "</body></html>"
    )
    page = read_page(text.encode(), "file:page.html")
    event = next(thing for thing in read(page).things if thing.kind == "Event")
    assert [p.value[:10] for p in event.properties if p.field == "start"] == ["2024-06-01", "2024-06-02"]
