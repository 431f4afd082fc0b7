"""The reader on our own pages: its figures stand above the floor, and nothing around it changes what it reads."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from hashlib import blake2b

import pytest

from ingest.extract import read
from tests.quality.floor import read_floor
from tests.quality.own import Line, documents, figures, line_of, page_of, read_pages, scores
from tests.quality.show import show

_HASH = """
import json, sys
from tests.quality.test_own_pages import told
print(told(int(sys.argv[1])))
"""


def told(seed: int) -> str:
    """A hash of everything that the reader says of all pages, read in an order that the seed gives."""
    order = documents()
    random.Random(seed).shuffle(order)
    said = {path.name: repr(read(page_of(path), explain=True)) for path in order}
    return blake2b(repr(sorted(said.items())).encode()).hexdigest()


def test_the_figures_stand_above_the_floor() -> None:
    for title, found in scores().items():
        show(f"OWN PAGES, {title}", found)
    found = figures()
    assert {name: least for name, least in read_floor().items() if found[name] < least} == {}


def test_what_is_said_depends_on_neither_hash_seed_nor_order() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", _HASH, str(seed)], env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in (0, 1, 2, 3)
    }  # fmt: skip
    assert len(said) == 1


def test_every_claim_of_an_explained_reading_tells_why_and_where() -> None:
    reading = read(page_of(documents()[0]), explain=True)
    assert reading.things
    assert reading.statements
    assert all("staat in: " in claim.why for claim in (*reading.things, *reading.statements))


def test_explaining_changes_nothing_but_the_reasons() -> None:
    for path in documents():
        plain, explained = read(page_of(path)), read(page_of(path), explain=True)
        assert [(t.kind, t.name, t.confidence) for t in plain.things] == [
            (t.kind, t.name, t.confidence) for t in explained.things
        ]
        assert [(s.predicate, s.confidence) for s in plain.statements] == [
            (s.predicate, s.confidence) for s in explained.statements
        ]


_WITH_CHROME = [(gold, line) for gold, line in read_pages() if gold["document"].endswith(".html")]


@pytest.mark.parametrize(("gold", "line"), _WITH_CHROME, ids=lambda page: page["document"])
def test_nothing_comes_from_navigation_sidebars_and_footers(gold: Line, line: Line) -> None:
    assert set(gold["traps"]).isdisjoint(e["name"] for e in line["entities"])


def test_a_link_that_has_ended_is_printed_only_when_asked_for() -> None:
    line = line_of(next(path for path in documents() if path.stem == "n05"))
    members = {r["subject"] for r in line["relations"] if r["type"] == "MEMBER_OF"}
    assert "Zorggroep Hoogeland" in members
    assert members.isdisjoint({"Zorggroep Weidezicht", "Stichting Parelhof"})
