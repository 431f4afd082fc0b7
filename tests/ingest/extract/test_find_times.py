"""What times a Dutch text names, which half of the day they are in, and what they are for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.times import TimeRole, event_times, find_times


def shown(text: str, daypart: str = "") -> list[str]:
    """Every time as "begins-ends", with its role when that is not the programme."""
    return [
        f"{m.begins}-{m.ends}" + ("" if m.role is TimeRole.PROGRAMME else f" {m.role}")
        for m in find_times(text, daypart)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # digits
        ("10.30 uur", ["10:30-"]),
        ("om 10:30", ["10:30-"]),
        ("14 uur", ["14:00-"]),
        ("om 14 uur", ["14:00-"]),
        ("12.00u", ["12:00-"]),
        ("14h", ["14:00-"]),
        ("08u30", ["08:30-"]),
        ("aanvang 9.30 uur", ["09:30-"]),
        ("zaterdag 8 juni, 14 uur", ["14:00-"]),
        ("tot 24.00 uur", ["-00:00 end"]),
        # ranges
        ("10:30 - 13:00", ["10:30-13:00"]),
        ("9.00–17.00", ["09:00-17:00"]),
        ("van 10.30 tot 13.00 uur", ["10:30-13:00"]),
        ("10-12 uur", ["10:00-12:00"]),
        ("van 14 tot 16.30 uur", ["14:00-16:30"]),
        ("tussen 9.00 en 17.00 uur", ["09:00-17:00"]),
        ("13.00-15.00 u.", ["13:00-15:00"]),
        ("19.30 uur tot ongeveer 21.30 uur", ["19:30-21:30"]),
        ("van 20 tot 2 uur", ["20:00-02:00"]),
        ("8 november 2022 10:00 – 15:00", ["10:00-15:00"]),
        # words
        ("om half elf", ["10:30-"]),
        ("kwart over twee", ["14:15-"]),
        ("kwart voor twaalf", ["11:45-"]),
        ("tien voor half drie", ["14:20-"]),
        ("vijf over half zes", ["17:35-"]),
        ("om twaalf uur", ["12:00-"]),
        ("om half een", ["12:30-"]),
        ("half acht tot negen", ["19:30-21:00"]),
        ("van tien tot twee uur", ["10:00-14:00"]),
        ("van twee tot vier uur", ["14:00-16:00"]),
        # the part of the day
        ("om acht uur 's avonds", ["20:00-"]),
        ("om acht uur ’s ochtends", ["08:00-"]),
        ("twee uur ’s middags", ["14:00-"]),
        ("kwart over zeven in de avond", ["19:15-"]),
        ("De avond begint om negen uur.", ["21:00-"]),
        ("op zaterdagochtend om half acht", ["07:30-"]),
        ("12 uur ’s nachts", ["00:00-"]),
        ("om 7.30 uur", ["07:30-"]),
        # what a time is for
        ("Inloop vanaf 19.30 uur, aanvang 20.00 uur", ["19:30- walk_in", "20:00-"]),
        ("20.00 uur (zaal open om 19.45 uur)", ["20:00-", "19:45- walk_in"]),
        ("15.45 uur, binnenlopen kan vanaf 15.30 uur", ["15:45-", "15:30- walk_in"]),
        ("Tijd: 17.30 inloop, 18.00 beginnen", ["17:30- walk_in", "18:00-"]),
        ("De deuren gaan om half acht open.", ["19:30- walk_in"]),
        ("ontvangst 9.30 - 10.00 uur", ["09:30-10:00 walk_in"]),
        ("De voorzitter sluit om half zes.", ["-17:30 end"]),
        ("einde 17.30 uur", ["-17:30 end"]),
        ("Sluiting. 11.40 uur", ["-11:40 end"]),
        ("16.30 uur    Afsluiting", ["-16:30 end"]),
        ("Op werkdagen van 9.00 tot 17.00 uur kun je ons bellen.", ["09:00-17:00 opening_hours"]),
        ("De helpdesk is van 9 tot 12 uur bereikbaar.", ["09:00-12:00 opening_hours"]),
        ("maandag t/m vrijdag 9.00-12.30 uur", ["09:00-12:30 opening_hours"]),
        ("Geplaatst op 3 mei 2024, 22:50 uur", ["22:50- posted"]),
        ("18 februari 2020, 11:42", ["11:42- posted"]),
    ],
)  # fmt: skip
def test_every_form_of_time_is_found_with_what_it_is_for(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Het duurt twee uur.", "twintig uur per week", "een uur of acht", "na een uur", "binnen het uur", "24 uur per dag",
     "een half uur eerder", "de cursus van drie uur", "nog een uur", "€ 12.50", "€ 12,50", "artikel 7.10",
     "versie 2.10", "3.15 miljoen", "4-6 jaar", "van 10 tot 12 jaar", "030 284 32 00", "06-12345678", "1.25 m",
     "zaal 10.30",
     "12.30.45", "2024-06-14T14:30:00", "10.30.2024", "Johannes 3:16", "de helft", "tien mensen", "half werk",
     "kwartaal", "acht", "om de twee uur", "17-03-2024", "12.5%", "25:00", "10:75", "groep 8-10"],
)  # fmt: skip
def test_durations_amounts_and_numbers_are_no_times(text: str) -> None:
    assert shown(text) == []


def test_a_part_of_the_day_that_is_known_of_the_occasion_tells_the_hours() -> None:
    assert shown("Om tien over half tien gaat de pepermunt rond.") == ["09:40-"]
    assert shown("Om tien over half tien gaat de pepermunt rond.", daypart="avond") == ["21:40-"]
    assert shown("om 9.30 uur", daypart="avond") == ["09:30-"]


@pytest.mark.parametrize(
    ("text", "start_and_end"),
    [
        ("Inloop vanaf 19.30 uur, aanvang 20.00 uur, einde 22.00 uur", ("20:00", "22:00")),
        ("van 10 tot 16 uur (onthaal vanaf 9.30 uur)", ("10:00", "16:00")),
        ("inloop 19.30 - 20.00 uur", ("20:00", "")),
        ("inloop vanaf 19.30 uur", ("19:30", "")),
        ("tot 17.00 uur", ("", "17:00")),
        ("bel ons tussen 9.00 en 12.00 uur", ("", "")),
        ("15.00 uur; bereikbaar van 9.00 tot 12.00 uur", ("15:00", "")),
        ("Kom gerust langs.", ("", "")),
    ],
)
def test_the_programme_starts_after_the_walk_in_and_never_at_opening_hours(
    text: str, start_and_end: tuple[str, str]
) -> None:
    assert event_times(find_times(text)) == start_and_end


@given(
    st.integers(0, 23),
    st.integers(0, 11),
    st.sampled_from(["om {h}.{m:02d} uur", "om {h:02d}:{m:02d}", "om {h}u{m:02d}"]),
)
def test_every_time_in_digits_means_what_it_says(hour: int, five: int, form: str) -> None:
    assert shown(form.format(h=hour, m=five * 5)) == [f"{hour:02d}:{five * 5:02d}-"]


@given(st.text(alphabet=" \n.,:-–()'’0123456789uhrtovandehlfkwip", max_size=200))
def test_any_text_gives_times_in_order_that_do_not_overlap(text: str) -> None:
    times = find_times(text)
    ends = [0, *(m.end for m in times)]
    assert all(end <= m.start < m.end <= len(text) for end, m in zip(ends, times, strict=False))
    assert all(m.begins or m.ends for m in times)
