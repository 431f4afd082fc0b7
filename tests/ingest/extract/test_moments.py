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
