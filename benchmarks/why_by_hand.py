"""How two things are linked, as whoever knows the graph would ask it by hand: the same ways as ours tells.

The closest three different ways of at most four ties, or where there are none of the fewest there are, through no
place, theme, keyword or document; with what each thing is, how many ties it has, and the links between them. Each
engine is asked in the form that is quickest there: all shortest paths at once (Neo4j), or how many ties it takes, and
then the ways of just so many, grown from both ends (embedded, where all shortest paths take twenty times as long).

``tests/queries/test_why_by_hand.py`` compares the ways with ours.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from graph_model.schema import TYING_LINKS
from queries.ties import DIRECT, cost_of, passing_weight

Row = dict[str, Any]
Run = Callable[..., list[Row]]
CLOSE, LONGEST, WAYS = 4, 6, 3
_TIES = "|".join(TYING_LINKS)
# Whatever has one of the others at its end is a theme, a keyword or a document.
_THROUGH = "|".join(kind for kind in TYING_LINKS if kind not in ("HAS_THEME", "HAS_KEYWORD", "MADE"))
_BARRED = "['Place', 'Theme', 'Keyword', 'Document']"
_TOLD = (
    f"[n IN things | n {{.id, .kind, .name, degree: COUNT {{ (n)-[:{_TIES}]-() }}}}] AS things, "
    "[r IN links | r {kind: type(r), start: startNode(r).id, .id, .role, .stated, .confidence, .sources, .valid_from, "
    ".valid_to, .first_seen, .claims}] AS links"
)
_SHORTEST = (
    "MATCH (a:Thing {id: $id}), (b:Thing {id: $other}) "
    f"MATCH path = allShortestPaths((a)-[:{_THROUGH}*..{LONGEST}]-(b)) "
    f"WHERE all(n IN nodes(path) WHERE NOT n.kind IN {_BARRED}) "
    f"WITH nodes(path) AS things, relationships(path) AS links RETURN {_TOLD}"
)
_LENGTH = (
    "MATCH (a:Thing {id: $id}), (b:Thing {id: $other}) "
    f"MATCH path = shortestPath((a)-[:{_THROUGH}*..{LONGEST}]-(b)) RETURN length(path) AS length"
)
_PLACES = "[({0})-[:BASED_IN|HELD_IN]->(p:Place) | properties(p)]"
_NEAREST = (
    f"MATCH (a:Thing {{id: $id}}), (b:Thing {{id: $other}}) OPTIONAL MATCH path = shortestPath((a)-[*..{CLOSE}]-(b)) "
    f"WITH a, b, nodes(path) AS things, relationships(path) AS links RETURN {_TOLD}, "
    f"{_PLACES.format('a')} AS places, {_PLACES.format('b')} AS other_places"
)


def why_by_hand(run: Run, engine: str, id_: str, other: str) -> list[Row]:
    """The ways, or without any what comes nearest: the shortest way by any link, and where both are."""
    return three_ways(run, engine, id_, other) or run(_NEAREST, id=id_, other=other)


def three_ways(run: Run, engine: str, id_: str, other: str, count: int = WAYS) -> list[Row]:
    """The ways, each with its ``things`` and ``links``."""
    found = run(_SHORTEST, id=id_, other=other) if engine == "neo4j" else []
    fewest = len(found[0]["links"]) if found else 0
    if engine != "neo4j":
        fewest = next(iter(run(_LENGTH, id=id_, other=other)), {"length": 0})["length"]
        while fewest and not found and fewest <= LONGEST:
            found = run(_of_length(fewest), id=id_, other=other)
            fewest += not found
    for length in range(fewest + 1, CLOSE + 1) if found else ():
        found += run(_of_length(length), id=id_, other=other)
    return _closest(found)[:count]


@cache
def _of_length(length: int) -> str:
    """The question for all ways of so many ties, grown from both ends until they meet."""
    here, there = length // 2, length - length // 2 - 1
    left, right = [f"a{n}" for n in range(here + 1)], [f"b{n}" for n in range(there, -1, -1)]
    return (
        f"MATCH (a0:Thing {{id: $id}}) {_grown('a', here)}"
        f"WITH collect({{at: {left[-1]}.id, things: [{', '.join(left)}], links: [{_links('a', here)}]}}) AS halves "
        "WITH halves, [half IN halves | half.at] AS middles "
        f"MATCH (b0:Thing {{id: $other}}) {_grown('b', there)}"
        f"MATCH ({right[0]})-[link:{_THROUGH}]-(m:Thing) WHERE m.id IN middles "
        "UNWIND [half IN halves WHERE half.at = m.id] AS half "
        f"WITH half.things + [{', '.join(right)}] AS things, half.links + [{_links('b', there, 'link')}] AS links "
        f"RETURN {_TOLD}"
    )


def _grown(end: str, steps: int) -> str:
    return "".join(
        f"MATCH ({end}{n - 1})-[l{end}{n}:{_THROUGH}]-({end}{n}:Thing) WHERE NOT {end}{n}.kind IN {_BARRED} "
        for n in range(1, steps + 1)
    )


def _links(end: str, steps: int, first: str = "") -> str:
    named = [f"l{end}{n}" for n in range(1, steps + 1)]
    return ", ".join([first, *named[::-1]] if first else named)


def _closest(found: list[Row]) -> list[Row]:
    """The closest different ones: the surest links, and none that goes by all that a closer one goes by."""
    kept: list[Row] = []
    for way in sorted(found, key=lambda way: (round(_cost(way), 9), _ids(way), list(map(_surest, way["links"])))):
        inner = set(_ids(way)[1:-1])
        plain = len(inner) == len(way["things"]) - 2 and not inner & {_ids(way)[0], _ids(way)[-1]}
        if plain and not any(inner.issuperset(_ids(one)[1:-1]) for one in kept if len(one["things"]) > 2 or not inner):
            kept.append(way)
    return kept


def _ids(way: Row) -> list[str]:
    return [thing["id"] for thing in way["things"]]


def _cost(way: Row) -> float:
    passed = (passing_weight(thing["kind"], thing["degree"]) for thing in way["things"][1:-1])
    return sum(map(cost_of, passed)) + len(way["links"]) * cost_of(DIRECT)


def _surest(link: Row) -> tuple[float, int, str]:
    return -link["confidence"], -link["sources"], link["id"]
