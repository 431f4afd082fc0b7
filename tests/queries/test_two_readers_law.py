"""Two readers and a register over the same pages, in any order: the graph is what follows from the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import Graph
from queries.ledger.pages import record, withdraw
from queries.ledger.rebuild import rebuild
from queries.ledger.records import PageReading
from queries.ledger.runs import begin_run, undo_run
from tests.ledgers import ADDRESSES, reading_of, says

pytestmark = pytest.mark.timeout(1_500)
READERS = ("samenspel", "taalmodel")


def by(reader: str, reading: PageReading) -> PageReading:
    """The same reading, by this reader."""
    claims = tuple(replace(c, evidence=tuple(replace(e, reader=reader) for e in c.evidence)) for c in reading.claims)
    return replace(reading, reader=reader, claims=claims)


readings = st.builds(
    by, st.sampled_from(READERS),
    st.builds(
        reading_of, st.sampled_from(ADDRESSES[:2]), st.sampled_from(("tekst een", "tekst twee")),
        st.lists(says, max_size=4).map(tuple), st.integers(1, 9), st.sampled_from(("1", "2")),
    ),
)  # fmt: skip
steps = st.lists(
    st.one_of(
        st.tuples(st.just("read"), readings), st.tuples(st.just("withdraw"), st.sampled_from(ADDRESSES[:2])),
        st.tuples(st.just("undo"), st.integers(0, 9)),
    ),
    min_size=2, max_size=6,
)  # fmt: skip


def tell(graph: Graph, story: list[tuple[str, object]]) -> None:
    runs: list[str] = []
    for number, (what, thing) in enumerate(story):
        at = f"2024-03-{number + 1:02d}T00:00:00+00:00"
        if what == "read":
            runs.append(begin_run(graph, "read", (), at))
            record(graph, [thing], runs[-1])  # type: ignore[list-item]
        elif what == "withdraw":
            runs.append(begin_run(graph, "withdraw", (), at))
            withdraw(graph, str(thing), runs[-1], at)
        elif runs:
            undo_run(graph, runs[int(str(thing)) % len(runs)], at)


@settings(max_examples=12)
@given(steps)
def test_any_story_of_two_readers_gives_the_graph_that_projecting_gives(
    emptied: Callable[[], Graph], story: list[tuple[str, object]]
) -> None:
    graph = emptied()
    tell(graph, story)
    assert rebuild(graph, check=True).items == ()


@settings(max_examples=8)
@given(st.lists(says, max_size=4).map(tuple), st.lists(says, max_size=4).map(tuple))
def test_which_of_two_readers_came_first_does_not_count(
    emptied: Callable[[], Graph], one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    first = by("samenspel", reading_of(ADDRESSES[0], "tekst", one, 1))  # type: ignore[arg-type]
    second = by("taalmodel", reading_of(ADDRESSES[0], "tekst", other, 1))  # type: ignore[arg-type]
    found = []
    for order in ((first, second), (second, first)):
        graph = emptied()
        tell(graph, [("read", reading) for reading in order])
        rows = graph.answer(lambda tx: tx.run("MATCH (c:Claim) WHERE NOT c.retired RETURN c.said AS said"))
        found.append(sorted(row["said"] for row in rows))
    assert found[0] == found[1]
