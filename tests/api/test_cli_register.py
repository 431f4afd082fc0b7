"""The register of the movement in a graph: twenty questions worked out by hand from its rows, asked by command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.pipeline import read_into
from ingest.register import BUNDLED
from ingest.sources import list_sources
from queries import Graph
from queries.evidence import NOT_LITERAL
from queries.ledger.rebuild import rebuild
from tests.api.conftest import Command
from tests.register_questions import QUESTIONS, Links, Near, Question, Search, Show, Why


@pytest.fixture(scope="module")
def loaded(emptied: Callable[[], Graph]) -> Graph:
    """A graph with the bundled register, once for all questions on each engine."""
    graph = emptied()
    report = read_into(graph, list_sources([str(BUNDLED)]))
    assert (report.not_understood, report.faults, report.rejected) == ((), (), ())
    return graph


def test_there_are_twenty_questions() -> None:
    assert len(QUESTIONS) == len({question.question for question in QUESTIONS}) == 20


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.question)
def test_a_question_has_its_answer_by_command(loaded: Graph, samenspel: Command, question: Question) -> None:
    said = samenspel(*words_of(question), "--json")
    assert (said.status, said.err) == (0, "")
    check(question, json.loads(said.out))


def words_of(question: Question) -> tuple[str, ...]:
    """The command that asks a question."""
    match question:
        case Links():
            as_of = ("--as-of", question.as_of) if question.as_of else ()
            return ("links", question.thing, "--kind", question.kind, "--limit", "100", *as_of)
        case Near():
            return ("near", question.thing, "--km", str(question.km))
        case Why():
            return ("why", question.one, question.other)
        case Show():
            return ("show", question.thing)
        case Search():
            return ("search", question.words, "--limit", "50")


def check(question: Question, found: dict[str, Any]) -> None:
    """What was found is the answer, and everything has its sentence from the register."""
    match question:
        case Links():
            links = [link for link in found["links"] if link["direction"] == question.direction]
            assert {(x["role"], x["other"]["name"], x["valid_to"] or "") for x in links} == question.answer
            assert {claim["note"] for link in links for claim in link["claims"]} == {NOT_LITERAL}
        case Near():
            first = found["initiatives"][: len(question.answer)]
            assert tuple(map(_neighbour, first)) == question.answer
        case Why():
            assert found["paths"][0]["words"] == question.answer
            assert all(step["claims"] for step in found["paths"][0]["steps"])
        case Show():
            assert (found["name"], found["kind"]) == (question.name, question.kind)
            told = {**{name: field["value"] for name, field in found["fields"].items()}, "url": found["url"]}
            assert {name: told.get(name) for name in question.answer} == question.answer
        case Search():
            names = {item["name"] for item in found["items"] if item["kind"] == question.kind}
            assert question.answer <= names


def _neighbour(found: dict[str, Any]) -> tuple[str, int, str]:
    reasons = found["reasons"]
    return found["thing"]["name"], round(found["distance_km"]), reasons[0]["words"] if reasons else ""


def test_the_graph_is_as_large_as_promised_and_follows_from_the_ledger(loaded: Graph, samenspel: Command) -> None:
    counts = json.loads(samenspel("overview", "--json").out)["counts"]
    assert counts["things"]["Initiative"] >= 200
    assert counts["things"]["CareOrganisation"] >= 190
    assert sum(count for kind, count in counts["links"].items() if kind != "MENTIONS") >= 1200
    assert rebuild(loaded, check=True).items == ()


def test_reading_it_again_changes_nothing(loaded: Graph, samenspel: Command) -> None:
    said = samenspel("read", str(BUNDLED), "--json")
    report = json.loads(said.out)
    assert said.status == 0
    assert (report["added"], report["updated"], report["retired"], report["pages"]) == (0, 0, 0, 0)


MINE = """
name = "mijn"
title = "Mijn buurten"

[[tables]]
file = "mijn.csv"
about = "buurt"
sources = { column = "bron", separator = ";" }

[tables.things.buurt]
kind = "Initiative"
name = "naam"

[tables.things.plaats]
kind = "Place"
name = "plaats"

[[tables.links]]
from = "buurt"
kind = "BASED_IN"
to = "plaats"
"""


def _write(folder: Path, *rows: str) -> str:
    (folder / "mijn.csv").write_text("\n".join(("naam,plaats,bron", *rows)), encoding="utf-8")
    (folder / "mijn.toml").write_text(MINE, encoding="utf-8")
    return str(folder / "mijn.toml")


def test_a_register_of_ones_own_is_read_told_and_let_go_of(graph: Graph, samenspel: Command, tmp_path: Path) -> None:
    rows = ("De Linde,Zutphen,https://a.example/een;https://b.example/een", "De Eik,Lochem,https://a.example/twee")
    said = samenspel("read", _write(tmp_path, *rows, "De Beuk,Borculo,kapot"))
    assert said.status == 4
    assert "Mijn buurten: 2 rijen gelezen, 3 bronnen: 3 nieuw." in said.out
    assert "Niet begrepen: mijn.csv, rij 4, kolom bron: 'kapot' is geen webadres." in said.err
    said = samenspel("read", _write(tmp_path, rows[0].replace(";https://b.example/een", "")))
    assert said.status == 0
    assert samenspel("show", "De Eik").status == 3
    (link,) = json.loads(samenspel("links", "De Linde", "--json").out)["links"]
    assert (link["other"]["name"], link["sources"]) == ("Zutphen", 1)
    assert rebuild(graph, check=True).items == ()


def test_trying_a_register_out_keeps_nothing(samenspel: Command, tmp_path: Path) -> None:
    said = samenspel("read", _write(tmp_path, "De Linde,Zutphen,https://a.example/een"), "--dry-run")
    assert said.status == 0
    assert "Mijn buurten: 1 rijen gelezen, 1 bronnen." in said.out


def test_a_description_that_is_wrong_is_told(graph: Graph, samenspel: Command, tmp_path: Path) -> None:
    (tmp_path / "fout.toml").write_text("name = 1", encoding="utf-8")
    said = samenspel("read", str(tmp_path / "fout.toml"))
    assert said.status == 4
    assert "De registerbeschrijving klopt niet" in said.err
