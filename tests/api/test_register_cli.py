"""The register of the movement in a graph: twenty questions worked out by hand from its rows, asked by command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.gazetteer.finding import spots
from ingest.register import BUNDLED
from queries import Graph
from queries.evidence import NOT_LITERAL
from queries.ledger.rebuild import rebuild
from queries.links import links
from queries.near import near
from queries.search import search
from queries.show import show
from queries.why import why
from tests.api.conftest import Command
from tests.register_counts import COUNTED, Counted
from tests.register_questions import QUESTIONS, Links, Near, Question, Search, Show, Why


def test_there_are_twenty_questions() -> None:
    assert len(QUESTIONS) == len({question.question for question in QUESTIONS}) == 20


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.question)
def test_a_question_has_its_answer_by_command(register: Graph, samenspel: Command, question: Question) -> None:
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


def test_the_graph_is_as_large_as_promised_and_follows_from_the_ledger(register: Graph, samenspel: Command) -> None:
    counts = json.loads(samenspel("overview", "--json").out)["counts"]
    assert counts["things"]["Initiative"] >= 200
    assert counts["things"]["CareOrganisation"] >= 190
    assert sum(count for kind, count in counts["links"].items() if kind != "MENTIONS") >= 1200
    assert rebuild(register, check=True).items == ()


# Worked out by hand from the rows of the register and the positions of towns; distances in km.
NEAR = (
    ("Nuenen", {"km": 10}, (
        ("Stichting Dorpshuizen Laarbeek", 6.3), ("Tot uw Dienst", 6.3), ("Netwerkcirkels Brandevoort", 7.6),
        ("Zorgcoöperatie Laarbeek", 7.9),
    )),
    ("Zorgcoöperatie Hoogeloon", {"km": 12}, (
        ("Werkgroep Zorg in het Dorp Oerle", 7.7), ("Zorgcoöperatie Wij-wel", 10.8), ("Coöperatie Esbeek", 11.5),
    )),
    ("Sint-Annaland", {"km": 12, "form": "deelinitiatief"}, (
        ("Anna Beweegt", 0.0), ("Anna Bezoekt", 0.0), ("Anna Klust", 0.0),
    )),
    ("Dorpsstraat 1, Grijpskerk", {"km": 7}, (
        ("Grijpskerk Verbonden", 0.0), ("dorpsloket Voor Elkaar", 0.0), ("De Eisseshof", 4.7),
        ("Buurthuiskamer Zuidhorn", 6.5),
    )),
    # Of the municipality only its middle is known: all that lies in it is as near, the best known first.
    ("Laarbeek", {"km": 3}, (
        ("Stichting Dorpshuizen Laarbeek", 1.7), ("Tot uw Dienst", 1.7), ("Zorgcoöperatie Laarbeek", 0.0),
    )),
)  # fmt: skip


@pytest.mark.parametrize(("thing", "wishes", "answer"), NEAR, ids=[one[0] for one in NEAR])
def test_what_is_near(
    register: Graph, thing: str, wishes: dict[str, Any], answer: tuple[tuple[str, float], ...]
) -> None:
    found = near(register, thing, places=spots, **wishes)
    assert tuple((n.thing.name, round(n.distance_km or 0, 1)) for n in found.initiatives) == answer
    assert found.total == len(answer)


WHY = (
    ("'t Olde Heem", "Anne Hilderink", False,
     "'t Olde Heem is onderdeel van Klooster & Buren. Klooster & Buren is opgericht door Anne Hilderink."),
    ("Warande", "Charim", False,
     "Warande werkt samen met Austerlitz Zorgt. Austerlitz Zorgt werkt samen met Charim."),
    ("Anna Klust", "Anna Beweegt", False,
     "Anna Klust is voortgekomen uit Anna Zorgt. Anna Zorgt bracht Anna Beweegt voort."),
    ("Amstelring", "Archipel", True,
     "Amstelring doet mee met Radicale vernieuwing langdurige zorg. "
     "Radicale vernieuwing langdurige zorg heeft als deelnemer Archipel (tot 2022)."),
    ("Anna Zorgt", "'t Olde Heem", False, ""),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "weak", "words"), WHY, ids=[one[0] for one in WHY])
def test_why_two_are_linked(register: Graph, one: str, other: str, weak: bool, words: str) -> None:
    found = why(register, one, other)
    assert ([path.words for path in found.paths], found.only_weak) == ([words] if words else [], weak)
    assert all(step.claims for path in found.paths for step in path.steps)
    if not words:
        assert "geen verband bekend" in found.message
        assert [near.by for near in found.nearest] == ["distance"]


SHOWN = (
    ("ZVS", "Zorgvrijstaat", {"form": "wijknetwerk", "founded": "2013"}, {
        "STARTED": 4, "FOUNDED": 2, "HAS_ROLE": 2, "PART_OF": 1, "PARTNER_OF": 1, "FEATURES": 1, "BASED_IN": 4,
    }),
    ("Bij Boer Barend", "Odensehuis Molenlanden", {"form": "Odensehuis", "founded": "2023"}, {
        "PARTNER_OF": 1, "BASED_IN": 1,
    }),
    ("Warande", "Warande", {"sector": ("ouderenzorg",)}, {"PARTNER_OF": 1, "MEMBER_OF": 1, "BASED_IN": 1}),
    ("Lierop Leeft, samen met jou", "Lierop Leeft", {"form": "dorpscoöperatie"}, {"FEATURES": 1, "BASED_IN": 1}),
    ("zorgcoöperatie Anna Zorgt", "Anna Zorgt", {"form": "zorgcoöperatie"}, {
        "STARTED": 3, "FOUNDED": 1, "PARTNER_OF": 1, "BASED_IN": 1,
    }),
)  # fmt: skip


@pytest.mark.parametrize(("thing", "name", "fields", "counts"), SHOWN, ids=[one[0] for one in SHOWN])
def test_what_is_shown_of_a_thing(
    register: Graph, thing: str, name: str, fields: dict[str, Any], counts: dict[str, int]
) -> None:  # fmt: skip
    shown = show(register, thing)
    assert (shown.name, {field: shown.fields[field].value for field in fields}, shown.counts) == (name, fields, counts)
    assert links(register, thing).groups == shown.groups


FOUND = (
    ("odensehuis", {"kind": "initiatief"}, 8, "Odensehuis"),
    ("stadsdorp", {"kind": "initiatief", "place": "Amsterdam"}, 11, "Stadsdorp"),
    ("annna zorgt", {}, 1, "Anna Zorgt"),
    ("knarrenhof", {"kind": "initiatief", "place": "Zwolle"}, 1, "Knarrenhof Zwolle"),
    ("zorgcooperaite hogeloon", {}, 1, "Zorgcoöperatie Hoogeloon"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "wishes", "total", "part"), FOUND, ids=[one[0] for one in FOUND])
def test_what_a_search_finds(register: Graph, words: str, wishes: dict[str, str], total: int, part: str) -> None:
    found = search(register, words, limit=50, **wishes)
    assert (found.total, {part in hit.name for hit in found.items}) == (total, {True})


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, tuple[str, ...]], dict[str, Any]]:
    """The answers that commands gave already, by engine and words."""
    return {}


@pytest.mark.parametrize("asked", COUNTED, ids=lambda asked: asked.question)
def test_what_is_counted_is_what_the_rows_give(
    register: Graph, samenspel: Command, asked: Counted, answers: dict[tuple[str, tuple[str, ...]], dict[str, Any]]
) -> None:
    known = register.engine, asked.words
    if known not in answers:
        said = samenspel(*asked.words, "--json")
        assert (said.status, said.err) == (0, "")
        answers[known] = json.loads(said.out)
    assert asked.looked_at(answers[known]) == asked.answer


def test_reading_it_again_changes_nothing(register: Graph, samenspel: Command) -> None:
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
