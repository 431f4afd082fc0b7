"""Programme rows and the three lines of an event header, in the layouts in which pages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.event_header import event_header
from ingest.extract.programme import programme_rows

PROGRAMME = """Om tien uur zetten we de deur open. Dit is het programma:

10.00 uur    Inloop

10.30 uur    Opening

11.15 uur    Kennismaken met de tuinploeg: wat groeit er en wie doet er
mee

12.15 - 13.00 uur  Soep

Tot dan!"""


def test_rows_have_a_time_and_an_item_also_when_it_runs_over_lines() -> None:
    lines = PROGRAMME.split("\n")
    rows = programme_rows(lines)
    assert [(row.begins, row.ends, row.item) for row in rows] == [
        ("10:00", "", "Inloop"),
        ("10:30", "", "Opening"),
        ("11:15", "", "Kennismaken met de tuinploeg: wat groeit er en wie doet er mee"),
        ("12:15", "13:00", "Soep"),
    ]
    assert [len(row.spans) for row in rows] == [1, 1, 2, 1]
    assert lines[rows[3].spans[0][0]][rows[3].spans[0][1] : rows[3].spans[0][2]] == "12.15 - 13.00 uur  Soep"


@pytest.mark.parametrize(
    "lines",
    [
        ["10:00 – 10:15 Welkom", "10:15 – 11:00 Gesprek"],
        ["10.00\tWelkom", "10.15\tGesprek"],
        ["- 10.00: Welkom", "- 10.15: Gesprek"],
        ["• 10u Welkom", "• 10u15 Gesprek"],
        ["10.00 uur", "Welkom", "10.15 uur", "Gesprek"],
        ["> 10.00  Welkom", "", "> 10.15  Gesprek"],
        ["10:00 | Welkom", "10:15 | Gesprek"],
        ["10.00 Welkom", "Met de burgemeester erbij", "10.15 Gesprek"],
    ],
)
def test_rows_are_written_in_many_ways(lines: list[str]) -> None:
    assert [(row.begins, row.item) for row in programme_rows(lines)] == [("10:00", "Welkom"), ("10:15", "Gesprek")]


@pytest.mark.parametrize(
    "lines",
    [
        ["10:30 - 13:00", "De Schuur, Dorpsstraat 1, Zeist"],
        ["2.10 Inleiding", "2.15 Werkwijze"],
        ["10 mensen", "12 mensen"],
        ["10.30 uur Opening"],
        ["12.50 euro", "13.00 euro"],
        [],
    ],
)
def test_a_header_sections_and_amounts_are_no_programme(lines: list[str]) -> None:
    assert [row.item for row in programme_rows(lines) if row.item != "De Schuur, Dorpsstraat 1, Zeist"] == []


def test_an_event_of_two_days_has_two_programmes() -> None:
    lines = ["13.00 uur Inloop", "20.00 uur Borrel", "Dag 2", "09.30 uur Opening", "17.00 uur Einde"]
    assert [(row.part, row.begins) for row in programme_rows(lines)] == [
        (0, "13:00"), (0, "20:00"), (1, "09:30"), (1, "17:00"),
    ]  # fmt: skip


@given(st.lists(st.text(alphabet=" .:-0123456789uurABc\t", max_size=20), max_size=12))
def test_every_row_stands_where_it_says(lines: list[str]) -> None:
    for row in programme_rows(lines):
        quoted = " ".join(lines[index][start:end] for index, start, end in row.spans)
        assert quoted.endswith(row.item.split(" ")[-1])
        assert row.item


HEADERS = [
    ["Buurtgesprek", "", "📅 4 september 2025", "", "🕒 16:00 - 17:30", "", "📍 De Schuur, Zeist"],
    ["Buurtgesprek", "  4 september 2025", "  16:00 - 17:30", "  De Schuur, Zeist", "Kom ook!"],
    ["Buurtgesprek", "\uf073 4 september 2025", "\uf017 16:00 - 17:30", "\uf3c5 De Schuur, Zeist"],
    ["Buurtgesprek", "Datum: 4 september 2025", "Tijd: 16:00 - 17:30 uur", "Locatie: De Schuur, Zeist"],
    ["Wanneer? 4 september 2025, 16:00 - 17:30", "Waar? De Schuur, Zeist"],
]


@pytest.mark.parametrize("lines", HEADERS)
def test_a_header_gives_the_lines_of_date_time_and_place(lines: list[str]) -> None:
    header = event_header(lines)
    assert header is not None
    assert header.time is not None
    assert header.place is not None
    quotes = [lines[index][start:end] for index, start, end in (header.date, header.time, header.place)]
    assert quotes[0].startswith("4 september 2025")
    assert "16:00 - 17:30" in quotes[1]
    assert quotes[2] == "De Schuur, Zeist"


@pytest.mark.parametrize(
    "lines",
    [
        ["Op 4 september 2025 komen we bij elkaar in De Schuur.", "Om 16.00 uur begint het."],
        ["4 september 2025, 11:42", "De Schuur, Zeist"],
        ["4 september 2025"],
        ["Nieuws", "Agenda", "Contact"],
        [],
    ],
)
def test_a_date_in_a_sentence_or_the_time_of_posting_is_no_header(lines: list[str]) -> None:
    assert event_header(lines) is None
