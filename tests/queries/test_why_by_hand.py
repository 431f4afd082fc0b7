"""That the Cypher by hand, against which the speed of why is measured, finds the ways that ours finds."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.large_graph import LargeGraph, large_graph
from benchmarks.why_by_hand import three_ways
from queries import Graph
from queries.why import why
from queries.why.spread import HUB
from tests.queries.conftest import THINGS

PAIRS, MANY = 30, 10


def test_the_ways_by_hand_are_ours(many_things: Graph) -> None:
    graph, known = many_things, large_graph(THINGS)
    pairs = list(_pairs(known))
    told = {pair: _ours(graph, *pair) for pair in pairs}
    by_hand = {pair: _by_hand(graph, *pair) for pair in pairs}
    assert {pair: ways for pair, ways in told.items() if ways != by_hand[pair]} == {}
    assert len({len(way) for ways in told.values() for way in ways}) > 2  # ways of several lengths were compared


def _pairs(known: LargeGraph) -> Iterable[tuple[str, str]]:
    """Of several kinds, so that they lie near and far."""
    homes, people, events = (known.things[kind] for kind in ("CareOrganisation", "Person", "Event"))
    initiatives = known.things["Initiative"][::-1]
    for n in range(PAIRS // 3):
        yield homes[n], initiatives[n]
        yield people[n], homes[n]
        yield people[-n - 1], events[n]


Way = tuple[str, ...]


def _ours(graph: Graph, one: str, other: str) -> list[Way]:
    """The links of each way. Not of those by what has very many ties: ours leaves that folded where it can."""
    hubs = graph.answer(lambda reading: {row["id"] for row in reading.run(_HUBS, {"most": HUB})})
    ways = why(graph, one, other, paths=MANY).paths
    kept = (way for way in ways if not hubs & {step.other.id for step in way.steps[:-1]})
    return [tuple(step.id for step in way.steps) for way in kept][:3]


def _by_hand(graph: Graph, one: str, other: str) -> list[Way]:
    def ask(text: str, **parameters: object) -> list[dict[str, object]]:
        return graph.answer(lambda reading: reading.run(text, parameters))

    ways = three_ways(ask, graph.engine, one, other, MANY)
    kept = (way for way in ways if all(thing["degree"] <= HUB for thing in way["things"][1:-1]))
    return [tuple(link["id"] for link in way["links"]) for way in kept][:3]


_HUBS = "MATCH (t:Thing)-[l]-() WHERE t.kind = 'Movement' WITH t, count(l) AS ties WHERE ties > $most RETURN t.id AS id"
