"""The reader on pages that we wrote ourselves: things, links, fields and quotes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_model.schema import LINK_KINDS
from ingest.extract import READER, VERSION, read
from ingest.extract.gold_shape import as_line
from ingest.page import Page, read_page
from ingest.reading import Found, Reading

ROOT = Path(__file__).resolve().parents[2]

ANNOUNCEMENT = """
Zomertafel van Buurtkring De Linde


📅 14 juni 2024

🕒 12:30 - 15:00

📍 Dorpshuis De Schakel, Kerkstraat 8, Zeist

Samen eten en plannen maken, onder de bomen.

Deze bijeenkomst is een vervolg op de bijeenkomst van 3 mei in Zeist. Op 3 mei kwamen veertig buren langs.

Pieter de Vries (voorzitter Buurtkring De Linde) opent de middag. Anna van den Berg, bestuurder van Zorggroep
Heuvelrug, vertelt over haar werk.

Programma

12.30 uur    Inloop
13.00 uur    Opening
14.00 uur    Wandeling

Kosten: gratis

Thema's: Samen eten, Zorgzame buurten
Trefwoorden: ontmoeten, buurt
"""


@cache
def page(text: str = ANNOUNCEMENT) -> Page:
    return read_page(text.encode(), "https://voorbeeld.nl/zomertafel")


@cache
def reading(text: str = ANNOUNCEMENT) -> Reading:
    return read(page(text))


def names(kind: str, text: str = ANNOUNCEMENT) -> set[str]:
    return {thing.name for thing in reading(text).things if thing.kind == kind}


def links(kind: str, text: str = ANNOUNCEMENT) -> set[tuple[str, str]]:
    made = reading(text)
    return {(made.things[s.subject].name, made.things[s.object].name) for s in made.statements if s.predicate == kind}


def gathering(name: str) -> Found:
    return next(t for t in reading().things if t.kind == "Event" and t.name == name)


def fields(thing: Found, field: str) -> list[str]:
    return [p.value for p in thing.properties if p.field == field]


def test_a_header_gives_the_gathering_its_time_venue_and_address() -> None:
    event = gathering("Zomertafel van Buurtkring De Linde")
    assert fields(event, "start") == ["2024-06-14T12:30"]
    assert fields(event, "end") == ["2024-06-14T15:00"]
    assert fields(event, "venue") == ["Dorpshuis De Schakel"]
    assert fields(event, "address") == ["Kerkstraat 8"]


def test_a_programme_gives_rows_and_no_gatherings() -> None:
    event = gathering("Zomertafel van Buurtkring De Linde")
    assert fields(event, "programme") == ["12:30\tInloop", "13:00\tOpening", "14:00\tWandeling"]
    assert not names("Event") & {"Opening", "Inloop", "Wandeling"}


def test_the_footer_gives_themes_and_keywords_of_the_gathering() -> None:
    event = "Zomertafel van Buurtkring De Linde"
    assert links("HAS_THEME") == {(event, "Samen eten"), (event, "Zorgzame buurten")}
    assert links("HAS_KEYWORD") == {(event, "ontmoeten"), (event, "buurt")}


def test_people_have_their_roles() -> None:
    assert {"Pieter de Vries", "Anna van den Berg"} <= names("Person")
    roles = {(reading().things[s.subject].name, s.role) for s in reading().statements if s.predicate == "HAS_ROLE"}
    assert ("Pieter de Vries", "voorzitter") in roles
    assert ("Anna van den Berg", "bestuurder") in roles


def test_an_earlier_gathering_is_followed_up_and_its_year_comes_from_the_page() -> None:
    earlier = next(t for t in reading().things if t.kind == "Event" and "3 mei" in t.name)
    assert ("Zomertafel van Buurtkring De Linde", earlier.name) in links("FOLLOWS_UP")
    assert fields(earlier, "start") == ["2024-05-03"]


def test_a_place_that_is_not_yet_known_is_no_place() -> None:
    text = ANNOUNCEMENT.replace("Dorpshuis De Schakel, Kerkstraat 8, Zeist", "Nader te bepalen")
    event = next(t for t in reading(text).things if t.kind == "Event" and t.name.startswith("Zomertafel"))
    assert not fields(event, "venue")
    assert not any("bepalen" in t.name for t in reading(text).things)


def test_every_quote_stands_in_the_page() -> None:
    size = len(page().text)
    made = reading()
    quotes = [q for t in made.things for q in t.mentions]
    quotes += [p.quote for t in made.things for p in t.properties] + [s.quote for s in made.statements]
    assert quotes
    assert all(0 <= q.start < q.end <= size for q in quotes)


def test_links_join_only_kinds_that_the_schema_allows() -> None:
    made = reading()
    for s in made.statements:
        assert LINK_KINDS[s.predicate].allows(made.things[s.subject].kind, made.things[s.object].kind)


def test_the_line_for_the_scorer_holds_every_thing_and_link() -> None:
    line = as_line(page(), reading(), "zomertafel.txt")
    assert line["document"] == "zomertafel.txt"
    assert len(line["entities"]) == len(reading().things)
    event = next(e for e in line["entities"] if e["name"] == "Zomertafel van Buurtkring De Linde")
    assert event["attributes"]["start_date"] == "2024-06-14"
    assert event["attributes"]["end_time"] == "15:00"
    assert all(r["quote"] == page().text[r["start"] : r["end"]] for r in line["relations"])


def test_reading_names_its_reader_and_version() -> None:
    assert (reading().reader, reading().version) == (READER, VERSION)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_reading_does_not_depend_on_the_hash_seed(seed: str) -> None:
    code = (
        "from tests.ingest.test_extract import page, reading; import json; "
        "from ingest.extract.gold_shape import as_line; print(json.dumps(as_line(page(), reading())))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )

    assert json.loads(ran.stdout) == json.loads(json.dumps(as_line(page(), reading())))


PIECES = st.sampled_from(
    [
        *ANNOUNCEMENT.split("\n"),
        "cliëntenraad van",
        "’t",
        "(",
        "\u00a0",
        "12.00 uur",
        "1 januari",
        "A.B.",
        "[x](#)",
        "| | |",
        "É",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30), st.text(st.characters(exclude_categories=("C",)), max_size=20))
def test_no_text_makes_the_reader_fail(pieces: list[str], odd: str) -> None:
    text = "\n".join([*pieces, odd, "woord"])
    made = read_page(text.encode("utf-8", "ignore"), "https://voorbeeld.nl/x")
    size = len(made.text)
    for thing in read(made).things:
        assert all(0 <= q.start <= q.end <= size for q in thing.mentions)
