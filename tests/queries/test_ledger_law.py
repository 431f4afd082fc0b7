"""Any interleaving of reading, withdrawing, deciding, undoing, erasing and restoring gives what projecting gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import example, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from graph_model.decisions import Decision
from graph_model.errors import NotAllowed, NotFound
from graph_model.names import fold_person
from queries import Graph
from queries.backup import restore, write_backup
from queries.engine.base import Engine, Reading
from queries.ledger.deciding import decide, take_back
from queries.ledger.erasing import erase
from queries.ledger.pages import record, withdraw
from queries.ledger.rebuild import rebuild
from queries.ledger.records import PageReading
from queries.ledger.runs import begin_run, undo_run
from tests.ledgers import ADDRESSES, PEOPLE, decisions, facts_by_hand, reading_of, readings

# Hundreds of stories on a real engine each: minutes on a busy machine.
pytestmark = pytest.mark.timeout(1_500)
# The stories withdraw and undo as well; this is about what is left right after.
WITHDRAWING = settings(max_examples=min(50, settings().max_examples))

AT = "2024-03-01T00:00:00+00:00"
reading_some = st.tuples(st.just("read"), st.lists(readings, min_size=1, max_size=3))
backing_up = st.tuples(st.just("back up, later restore"), st.just(None))
steps = st.lists(
    st.one_of(
        reading_some,
        reading_some,
        st.tuples(st.just("add"), facts_by_hand),
        st.tuples(st.just("withdraw"), st.sampled_from(ADDRESSES)),
        st.tuples(st.just("decide"), decisions),
        st.tuples(st.just("take back"), st.just(None)),
        st.tuples(st.just("undo"), st.integers(0, 9)),
        st.tuples(st.just("erase"), st.sampled_from(PEOPLE)),
        backing_up,
        backing_up,
    ),
    min_size=1,
    max_size=7,
)


class OneDatabase:
    """An engine that cannot have a second database, so a backup is restored in place, as into a Neo4j server.

    On the embedded engine that takes a tenth of the time; its own ways are tried by ``test_restore_law``.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def replacement(self, image: object = None) -> None:
        return None

    def image(self) -> AbstractContextManager[None]:
        return nullcontext()


class Story:
    """What happens to one graph, step by step."""

    def __init__(self, graph: Graph, file: Path) -> None:
        self.graph = graph
        self.file = file
        self.backed_up = False
        self.runs: list[str] = []
        self.decided: list[str] = []
        self.erased: set[str] = set()

    def step(self, what: str, given: object) -> None:
        if what == "read" and isinstance(given, list):
            record(self.graph, given, self.run("read"))
        elif what == "add" and isinstance(given, PageReading):
            record(self.graph, [given], self.run("add"))
        elif what == "withdraw":
            withdraw(self.graph, str(given), self.run("withdraw"), AT)
        elif what == "decide" and isinstance(given, Decision):
            with suppress(NotAllowed):  # it is about somebody who was erased
                self.decided.append(decide(self.graph, given).id)
        elif what == "take back" and self.decided:
            with suppress(NotFound):  # it was about somebody who was erased since
                take_back(self.graph, self.decided.pop())
        elif what == "erase":
            erase(self.graph, str(given), AT)
            self.erased.add(str(given))
        elif what == "undo" and isinstance(given, int) and self.runs:
            self.runs.append(undo_run(self.graph, self.runs[given % len(self.runs)], AT).run)
        elif what == "back up, later restore":
            self.back_up_or_restore()

    def back_up_or_restore(self) -> None:
        if self.backed_up:
            restore(Graph(cast("Engine", OneDatabase(self.graph._engine)), self.graph.secret), self.file)
            self.runs.clear()  # those of after the backup are not there any more
            self.decided.clear()
        else:
            write_backup(self.graph, self.file, AT)
            self.backed_up = True

    def run(self, command: str) -> str:
        self.runs.append(begin_run(self.graph, command, (), AT))
        return self.runs[-1]


def reading_twee(text: str) -> tuple[str, object]:
    """Reading a page with a given text."""
    return "read", [reading_of("https://a.example/twee", text, (), 1)]


# Stories that once went wrong.
A_TEXT_BECOMES_THAT_OF_ANOTHER_PAGE: list[tuple[str, object]] = [
    ("read", [reading_of("https://a.example/een", "tekst een", (), 1)]),
    reading_twee("tekst twee"),
    reading_twee("tekst een"),
]


@settings(print_blob=True)
@example(A_TEXT_BECOMES_THAT_OF_ANOTHER_PAGE)
@for_all(steps)
def test_the_stored_graph_is_what_follows_from_the_ledger(
    emptied: Callable[[], Graph], tmp_path_factory: pytest.TempPathFactory, story: list[tuple[str, object]]
) -> None:
    _tell(Story(emptied(), tmp_path_factory.getbasetemp() / "law.backup"), story)


@pytest.mark.soak
@settings(max_examples=2_000)
@for_all(steps)
def test_ten_times_as_many_stories(
    emptied: Callable[[], Graph], tmp_path_factory: pytest.TempPathFactory, story: list[tuple[str, object]]
) -> None:
    _tell(Story(emptied(), tmp_path_factory.getbasetemp() / "law.backup"), story)


def _tell(told: Story, story: list[tuple[str, object]]) -> None:
    for what, given in story:
        told.step(what, given)
    # At the end is enough: what a story goes through is the end of another, shorter one.
    assert rebuild(told.graph, check=True).items == ()
    assert names_left(told.graph, told.erased) == set()


@WITHDRAWING
@for_all(st.lists(readings, min_size=1, max_size=4, unique_by=lambda r: r.page.key), st.integers(0, 3))
def test_withdrawing_a_page_takes_what_only_that_page_said_and_undoing_brings_it_back(
    emptied: Callable[[], Graph], found: list[PageReading], which: int
) -> None:
    graph = emptied()
    target = found[which % len(found)]
    record(graph, [r for r in found if r is not target], begin_run(graph, "read", (), AT))
    without = shape(graph)
    record(graph, [target], begin_run(graph, "read", (), AT))
    whole = shape(graph)
    gone = begin_run(graph, "withdraw", (), AT)
    withdraw(graph, target.page.address, gone, AT)
    assert shape(graph) == without
    undo_run(graph, gone, AT)
    assert shape(graph) == whole


def names_left(graph: Graph, names: set[str]) -> set[str]:
    """The names that stand in any property of any node or link."""

    def question(tx: Reading) -> set[str]:
        rows = tx.run("MATCH (n) RETURN properties(n) AS row UNION ALL MATCH ()-[r]->() RETURN properties(r) AS row")
        texts = [fold_person(json.dumps(row["row"], ensure_ascii=False, default=str)) for row in rows]
        return {name for name in names for text in texts if f" {fold_person(name)} " in f" {text} "}

    return graph.answer(question) if names else set()


def shape(graph: Graph) -> tuple[frozenset[object], frozenset[object]]:
    """The nodes and links of a graph, but for when they were first seen."""

    def question(tx: object) -> tuple[frozenset[object], frozenset[object]]:
        nodes = tx.run("MATCH (t:Thing) RETURN t.id AS id, t.kind AS kind, t.name AS name, t.aliases AS aliases", {})  # type: ignore[attr-defined]
        links = tx.run(  # type: ignore[attr-defined]
            "MATCH (a:Thing)-[r]->(b:Thing) RETURN a.id AS a, type(r) AS kind, b.id AS b, r.claims AS claims", {}
        )
        return (
            frozenset((n["id"], n["kind"], n["name"], tuple(n["aliases"])) for n in nodes),
            frozenset((n["a"], n["kind"], n["b"], tuple(n["claims"])) for n in links),
        )

    return graph.answer(question)
