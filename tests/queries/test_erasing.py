"""Erasing a person: the name is nowhere any more, does not come back, and takes nothing else with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_model.decisions import Decision, Verdict
from graph_model.errors import BadQuestion, NotAllowed
from graph_model.evidence import End
from queries import Graph
from queries.backup import restore, write_backup
from queries.engine.base import Reading
from queries.evidence import claims_of
from queries.ledger.deciding import decide
from queries.ledger.erasing import erase
from queries.ledger.pages import record, unchanged
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import begin_run, runs, undo_run
from queries.ledger.suppressions import erased_people
from queries.masking import mask
from queries.person import person
from tests.queries.backups import lines_of
from tests.queries.held import (
    ADDRESS,
    AT,
    CHANGED,
    CIRCLE,
    LATER,
    NAME,
    OTHER,
    OWN,
    STAYS,
    load_name,
    page,
    reading,
    readings,
    where_held,
)  # fmt: skip
from tests.queries.held import person as end_of


def _ask(graph: Graph, text: str) -> list[dict[str, object]]:
    return graph.answer(lambda tx: tx.run(text))


def test_the_name_is_everywhere_and_then_nowhere(graph: Graph) -> None:
    load_name(graph)
    assert {"Change", "Claim", "Decision", "Key", "Page", "Person/Thing", "Reply", "Run"} <= where_held(graph, NAME)
    done = erase(graph, f"mevr. {NAME.lower()}", AT)
    assert (done.people, done.withdrawn, done.pages) == (1, 1, 2)
    for name in (NAME, OTHER, "Wijkmanhof"):
        assert where_held(graph, name) == set()
    assert rebuild(graph, check=True).items == ()
    assert person(graph, NAME).nothing
    assert person(graph, NAME).kept_out


def test_what_is_not_about_the_person_stays(graph: Graph) -> None:
    load_name(graph)
    erase(graph, NAME, AT)
    people = {row["name"] for row in _ask(graph, "MATCH (t:Person) RETURN t.name AS name")}
    assert people == {STAYS}
    (left,) = _ask(graph, f"MATCH (p:Page {{address: '{ADDRESS}'}}) RETURN p.text AS text, p.title AS title")
    text = str(left["text"])
    assert len(text) == len(CHANGED)
    assert text.startswith("Lezing van ██████ ██████████\n")
    assert "Mevrouw ██████████ werkt met Anna van der Bosbeek, penningmeester van De Lindekring." in text
    (event,) = _ask(graph, "MATCH (t:Event) RETURN t.name AS name")
    assert event["name"] == "Lezing ██████ ██████████"
    quotes = _ask(graph, "MATCH (c:Claim) WHERE NOT c.retired RETURN c.evidence AS evidence")
    assert quotes
    (layout,) = _ask(graph, "MATCH (l:Layout) RETURN size(l.things) AS size")
    assert layout["size"]


def test_every_quote_still_stands_in_its_page(graph: Graph) -> None:
    load_name(graph)
    erase(graph, NAME, AT)

    def question(tx: Reading) -> list[tuple[str, str]]:
        rows = tx.run(
            "MATCH (c:Claim) WHERE NOT c.retired MATCH (p:Page {id: c.page}) RETURN c.id AS id, p.text AS text"
        )
        claims = claims_of(tx, [row["id"] for row in rows])
        return [(claims[r["id"]].quote, r["text"][claims[r["id"]].start : claims[r["id"]].end]) for r in rows]

    pairs = graph.answer(question)
    assert pairs
    assert all(quote == stands for quote, stands in pairs)


def test_reading_the_page_again_keeps_the_person_out(graph: Graph) -> None:
    load_name(graph)
    erase(graph, NAME, AT)
    before = _ask(graph, "MATCH (p:Page) RETURN p.fingerprint AS f, p.text AS t")
    erased = erased_people(graph)
    covered = page(ADDRESS, mask(CHANGED, erased), LATER)
    assert unchanged(graph, {ADDRESS: (covered.fingerprint, "samenspel", "1")}) == {ADDRESS}
    outcomes = record(graph, readings(), begin_run(graph, "read", [OWN], LATER))
    assert [outcome.outcome.value for outcome in outcomes].count("forgotten") == 1
    assert where_held(graph, NAME) == where_held(graph, OTHER) == set()
    assert len(_ask(graph, "MATCH (p:Page) RETURN p.id AS id")) == len(before)
    assert rebuild(graph, check=True).items == ()


def test_undoing_a_run_brings_no_name_back(graph: Graph) -> None:
    load_name(graph)
    done = [run.id for run in runs(graph)]
    erase(graph, NAME, AT)
    for run in done:
        undo_run(graph, run, LATER)
        assert where_held(graph, NAME) == set()
        assert rebuild(graph, check=True).items == ()


def test_a_reader_who_began_before_the_erasure_does_not_bring_the_name_in(graph: Graph) -> None:
    run = begin_run(graph, "read", (), AT)
    found = readings()
    erase(graph, NAME, AT)
    record(graph, found, run)
    assert where_held(graph, NAME) == set()
    assert {row["name"] for row in _ask(graph, "MATCH (t:Person) RETURN t.name AS name")} == {STAYS}


def test_nothing_can_be_decided_about_whoever_was_erased_and_reasons_are_covered(graph: Graph) -> None:
    load_name(graph)
    erase(graph, NAME, AT)
    with pytest.raises(NotAllowed):
        decide(graph, Decision(Verdict.CONFIRMED, end_of().key, CIRCLE.key, "HAS_ROLE", by="ik", at=AT))
    kept = decide(graph, Decision(
        Verdict.REFUSED, end_of(STAYS).key, CIRCLE.key, "HAS_ROLE", by="ik", at=LATER,
        reason=f"{NAME} belde, 06 12345678, t.wijk@gmail.com",
    ))  # fmt: skip
    assert kept.reason == "██████ ██████████ belde, ██ ████████, ████████████████"


def test_namesakes_are_told_and_go_together(graph: Graph) -> None:
    told = page("https://dorp.example/twee", "Jan de Vries van A en Jan de Vries van B.")
    circles = [End("Initiative", name) for name in ("Abeelkring", "Beukenkring")]
    roles = [(End("Person", "Jan de Vries", circle.name), "HAS_ROLE", circle, "") for circle in circles]
    record(graph, [reading(told, *roles)], begin_run(graph, "read", (), AT))
    found = person(graph, "JAN DE VRIES")
    assert found.namesakes == 2
    assert len([one for one in found.said if one.live]) == 2
    assert {one.claim.document.url for one in found.said} == {told.address}
    assert found.named[0].times == 2
    erase(graph, "jan de vries", AT)
    assert where_held(graph, "Jan de Vries") == set()


def test_a_name_is_found_and_kept_out_as_lists_write_it(graph: Graph) -> None:
    told = page("https://dorp.example/leden", "Leden: Wijkman, Truus, voorzitter; Bakker, Anna.")
    role = (End("Person", "Wijkman, Truus", "De Lindekring"), "HAS_ROLE", CIRCLE, "voorzitter")
    record(graph, [reading(told, role)], begin_run(graph, "read", (), AT))
    for name in ("Truus Wijkman", "Wijkman, Truus"):
        assert person(graph, name).said
        assert person(graph, name).named
    erase(graph, "Wijkman, Truus", AT)
    assert _ask(graph, "MATCH (p:Person) RETURN p.name AS name") == []
    record(graph, [reading(told, role)], begin_run(graph, "read", (), LATER))
    assert _ask(graph, "MATCH (p:Person) RETURN p.name AS name") == []
    (kept,) = _ask(graph, "MATCH (p:Page) RETURN p.text AS text")
    assert kept["text"] == "Leden: ████████ █████, voorzitter; Bakker, Anna."


def test_only_people_are_erased(graph: Graph) -> None:
    load_name(graph)
    (circle,) = _ask(graph, "MATCH (t:Initiative {name: 'De Lindekring'}) RETURN t.id AS id")
    with pytest.raises(BadQuestion):
        erase(graph, str(circle["id"]), AT)
    with pytest.raises(BadQuestion):
        erase(graph, "…", AT)


def test_a_backup_of_before_brings_nobody_back(graph: Graph, tmp_path: Path) -> None:
    load_name(graph)
    write_backup(graph, tmp_path / "before", AT)
    erase(graph, NAME, AT)
    write_backup(graph, tmp_path / "after", AT)
    restored = restore(graph, tmp_path / "before")
    assert restored.kept_out == 2
    assert where_held(graph, NAME) == where_held(graph, OTHER) == set()
    assert rebuild(graph, check=True).items == ()
    assert b"ijkmanhof" not in b"".join(lines_of(tmp_path / "after")).lower()
