"""What a place line says: venue, address, postcode, towns, online or not, or nothing yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.venues import PlaceLine, parse_place_line

PLACES = frozenset(
    ("Amersfoort", "Best", "Bunnik", "Den Haag", "Krewerd", "Oase", "Oss", "Rotterdam", "Soest", "Utrecht", "Zeist")
)
WORDS = (
    "Zeist", "De Schuur", "Kerkstraat 1", "1234 AB", ",", "(", ")", "online", "en", "hybride:", "volgt", "in", "zaal 3",
    "📍", "/", "-", "Rotterdam-Zuid", "Waar:",
)  # fmt: skip


def shown(line: PlaceLine) -> tuple[str, str, str, str, str]:
    """Venue, address, postcode, towns and mode, as text."""
    pieces = (line.venue, line.address, line.postcode)
    venue, address, postcode = (piece.text if piece else "" for piece in pieces)
    return venue, address, postcode, " + ".join(town.text for town in line.towns), line.mode


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Schuur, Anna van Burenlaan 72, Rotterdam",
         ("De Schuur", "Anna van Burenlaan 72", "", "Rotterdam", "in_person")),
        ("Dorpshuis De Kern, Kerkstraat 1, 1234 AB Bunnik",
         ("Dorpshuis De Kern", "Kerkstraat 1", "1234 AB", "Bunnik", "in_person")),
        ("Dorpshuis De Kern, Kerkstraat 1a, 9876ZZ Nergenshuizen",
         ("Dorpshuis De Kern", "Kerkstraat 1a", "9876ZZ", "Nergenshuizen", "in_person")),
        ("Dorpshuis De Kern Kerkstraat 1, Bunnik", ("Dorpshuis De Kern", "Kerkstraat 1", "", "Bunnik", "in_person")),
        ("De Schuur, Lange Voorhout 8 Den Haag", ("De Schuur", "Lange Voorhout 8", "", "Den Haag", "in_person")),
        ("Kerkstraat 1-3 Bunnik", ("", "Kerkstraat 1-3", "", "Bunnik", "in_person")),
        ("Zeist", ("", "", "", "Zeist", "in_person")),
        ("Zeist en Soest", ("", "", "", "Zeist + Soest", "in_person")),
        ("Utrecht/Amersfoort", ("", "", "", "Utrecht + Amersfoort", "in_person")),
        ("gemeente Oss", ("", "", "", "Oss", "in_person")),
        ("Rotterdam-Zuid", ("", "", "", "Rotterdam-Zuid", "in_person")),
        ("Hotel De Zon in Utrecht", ("Hotel De Zon", "", "", "Utrecht", "in_person")),
        ("dorpshuis van Krewerd", ("dorpshuis van Krewerd", "", "", "Krewerd", "in_person")),
        ("Bibliotheek Zeist", ("Bibliotheek Zeist", "", "", "Zeist", "in_person")),
        ("Rotterdam, De Schuur", ("De Schuur", "", "", "Rotterdam", "in_person")),
        ("Oase, Kerkstraat 1, Zeist", ("Oase", "Kerkstraat 1", "", "Zeist", "in_person")),
        ("grote zaal van De Schuur, Soest", ("De Schuur", "", "", "Soest", "in_person")),
        ("kamer C4.06, Gemeentehuis Oss", ("Gemeentehuis Oss", "", "", "Oss", "in_person")),
        ("Pand 48, Zeist", ("Pand 48", "", "", "Zeist", "in_person")),
        ("De Schuur, Zeist (achter de kerk)", ("De Schuur", "", "", "Zeist", "in_person")),
        ("📍 Waar: Theater 't Web, Best", ("Theater 't Web", "", "", "Best", "in_person")),
        ("Online, vanaf je eigen locatie", ("", "", "", "", "online")),
        ("Online via Zoom", ("", "", "", "", "online")),
        ("ieder thuis, via MS Teams", ("", "", "", "", "online")),
        ("gewoon thuis: het gesprek is helemaal online", ("", "", "", "", "online")),
        ("hybride: Amersfoort en via Teams", ("", "", "", "Amersfoort", "hybrid")),
        ("De Schuur, Soest, en thuis via het scherm", ("De Schuur", "", "", "Soest", "hybrid")),
        ("", ("", "", "", "", "unknown")),
    ],
)  # fmt: skip
def test_a_place_line_falls_into_its_parts(text: str, expected: tuple[str, str, str, str, str]) -> None:
    assert shown(parse_place_line(text, PLACES.__contains__)) == expected


@pytest.mark.parametrize(
    "text",
    ["Nader te bepalen", "Nog bekend te maken", "Locatie volgt", "De locatie wordt later bekend gemaakt", "n.t.b.",
     "Plaats: nog niet bekend", "volgt nog", "Adres volgt per e-mail"],
)  # fmt: skip
def test_a_place_that_is_still_to_be_told_is_none(text: str) -> None:
    line = parse_place_line(text, PLACES.__contains__)
    assert line.undecided
    assert shown(line) == ("", "", "", "", "unknown")


def test_a_town_may_be_known_before_the_venue_is() -> None:
    line = parse_place_line("Utrecht (locatie volgt)", PLACES.__contains__)
    assert line.undecided
    assert shown(line) == ("", "", "", "Utrecht", "in_person")


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_every_piece_stands_where_it_says(words: list[str]) -> None:
    text = " ".join(words)
    line = parse_place_line(text, PLACES.__contains__)
    for piece in (line.venue, line.address, line.postcode, *line.towns):
        assert piece is None or (piece.text and text[piece.start : piece.end] == piece.text)
