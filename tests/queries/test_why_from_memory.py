"""Ways through the ties in memory are those that the engine tells; of what changed since nothing is told from there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from neo4j import Result

from benchmarks.large_graph import LargeGraph, large_graph
from graph_model.evidence import End
from graph_model.examples import PAGES
from queries import Graph, connect
from queries.engine.reading import Reading, Runner
from queries.ledger.pages import withdraw
from queries.ledger.runs import begin_run
from queries.library import question
from queries.why import why
from queries.why.known_ties import OFTEN, last_known
from tests.engines.address import Address
from tests.queries.conftest import THINGS
from tests.queries.pages import ADDRESS, AT, initiative, load, load_neighbourhood, said

T = TypeVar("T")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _ask_often(graph: Graph, one: str, other: str) -> None:
    """So often that the ties are in memory then."""
    for _ in range(OFTEN):
        why(graph, one, other)
    graph.beside.wait()
    assert last_known(graph) is not None


def test_the_ways_from_memory_are_those_that_the_engine_tells(many_things: Graph) -> None:
    graph, known = many_things, large_graph(THINGS)
    remembering, asking = Graph(graph._engine, graph.secret), Graph(graph._engine, graph.secret)
    homes, initiatives = known.things["CareOrganisation"], known.things["Initiative"]
    _ask_often(remembering, homes[0], initiatives[-1])
    for n, (one, other) in enumerate(_pairs(known)):
        wanted = {"paths": (3, 1, 10)[n % 3], "through": "thema's" if n % 5 == 4 else "", "now": NOW}
        assert why(remembering, one, other, **wanted) == why(Graph(asking._engine, asking.secret), one, other, **wanted)


def _pairs(known: LargeGraph) -> Iterator[tuple[str, str]]:
    """Of several kinds, so that they lie near and far; also two by name, and two that nothing can join."""
    homes, people, events = (known.things[kind] for kind in ("CareOrganisation", "Person", "Event"))
    initiatives = known.things["Initiative"][::-1]
    for n in range(8):
        yield from ((homes[n], initiatives[n]), (people[n], homes[n]), (people[-n - 1], events[n]))
    yield known.names[homes[0]], known.names[initiatives[1]]
    yield homes[1], known.things["Place"][0]


def test_a_tie_that_is_over_is_told_as_over_from_memory_too(graph: Graph) -> None:
    club, person = End("Initiative", "Ark"), End("Person", "Truus Zeldenthuis")
    load(graph, [
        said(person, "HAS_ROLE", club, "voorzitter"), said(person, "HAS_ROLE", initiative("Bron"), "lid", until="2020"),
        said(club, "PARTNER_OF", initiative("Cirkel")), said(initiative("Cirkel"), "PARTNER_OF", initiative("Bron")),
    ])  # fmt: skip
    asked = why(Graph(graph._engine, graph.secret), "Ark", "Bron", now=NOW)
    ids = asked.origin.id, asked.target.id
    _ask_often(graph, *ids)
    assert why(graph, *ids, now=NOW) == why(graph, "Ark", "Bron", now=NOW) == asked
    assert [path.length for path in asked.paths] == [2, 2]


def test_what_was_read_since_is_told(graph: Graph) -> None:
    before = [said(initiative("Ark"), "PARTNER_OF", initiative("Bron")), said(initiative("Dak"), "form", "kring")]
    load(graph, before)
    _ask_often(graph, "Ark", "Bron")
    assert not why(graph, "Ark", "Dak").paths
    withdraw(graph, ADDRESS, begin_run(graph, "withdraw", [], AT), AT)
    load(graph, [*before, said(initiative("Bron"), "PARTNER_OF", initiative("Dak"))])
    assert [path.length for path in why(graph, "Ark", "Dak").paths] == [2]


@dataclass(frozen=True, slots=True)
class _Interrupted:
    """A runner before whose fetching of all ties somebody writes."""

    runner: Runner
    write: Callable[[], None]

    def run(self, text: str, parameters: dict[str, Any], /) -> Result:
        if text == question("why/all_ties").text:
            self.write()
        return self.runner.run(text, parameters)


class _Busy(Graph):
    """A graph that somebody adds something to while its ties are fetched."""

    def _asked(self, asked: Callable[[Reading], T], runner: Runner) -> tuple[T, bool]:
        return super()._asked(asked, _Interrupted(runner, self._add))

    def _add(self) -> None:
        load_neighbourhood(Graph(self._engine, self.secret))


def test_what_is_added_while_ties_are_fetched_is_not_half_known(graph: Graph) -> None:
    load(graph, [said(initiative("Ark"), "PARTNER_OF", initiative("Bron"))])
    busy = _Busy(graph._engine, graph.secret)
    for _ in range(OFTEN):
        why(busy, "Ark", "Bron")
    busy.beside.wait()
    assert last_known(busy) is None
    assert why(busy, "'t Naoberhoês", "Buurtkring Noord").target.name == "Buurtkring Noord"


def test_a_graph_that_is_closed_meanwhile_is_let_go(graph: Graph, address: Address) -> None:
    load_neighbourhood(graph)
    one, other = (claim.subject.name for claim in (PAGES[0].claims[0], PAGES[-1].claims[-1]))
    with connect(
        address.where, user=address.user, password=address.password, database=address.database, secret=graph.secret
    ) as another:
        for _ in range(OFTEN):
            why(another, one, other)
    assert not [thread for thread in threading.enumerate() if thread.name == "fetching-ties"]
