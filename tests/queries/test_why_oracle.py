"""Ways between things on random small webs, against all that networkx finds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_model.evidence import Claim, End
from queries import Graph
from queries.why import why
from tests.queries.pages import load, said

START, TARGET = End("Initiative", "Ark"), End("Initiative", "Zeil")
THINGS = (
    START, TARGET, End("Initiative", "Bron"), End("Partner", "Bibliotheek"), End("Person", "Truus Zeldenthuis"),
    End("Movement", "Samen Sterk"), End("Theme", "Ontmoeten"), End("Event", "Buurtdag", "2025-05-01"),
)  # fmt: skip
SHARED = {"Person": 0.6, "Event": 0.4, "Theme": 0.15, "Movement": 0.05, "Initiative": 0.3, "Partner": 0.3}
ORGANISATIONS = ("Initiative", "Partner", "Movement")

pairs = st.tuples(st.sampled_from(THINGS), st.sampled_from(THINGS))


def _claim(one: End, other: End) -> Claim | None:
    """A link that may stand between two things; None where the schema has none."""
    for a, b in ((one, other), (other, one)):
        if a.kind in ORGANISATIONS and b.kind in ORGANISATIONS:
            return said(min(a, b, key=repr), "PARTNER_OF", max(a, b, key=repr))
        if a.kind == "Person" and b.kind in ORGANISATIONS:
            return said(a, "HAS_ROLE", b)
        if a.kind == "Person" and b.kind == "Event":
            return said(a, "TAKES_PART_IN", b)
        if a.kind in ORGANISATIONS and b.kind == "Event":
            return said(a, "ORGANISES", b)
        if a.kind in (*ORGANISATIONS, "Event") and b.kind == "Theme":
            return said(a, "HAS_THEME", b)
    return None


def _expected(web: nx.Graph, through_themes: bool) -> Iterator[tuple[float, tuple[str, ...]]]:
    """The different ways of up to four links: score and names between, the closest first."""
    inner = [t for t in web if t in (START, TARGET) or through_themes or t.kind != "Theme"]
    ways = []
    for way in nx.all_simple_paths(web.subgraph(inner), START, TARGET, cutoff=4):
        passed = [SHARED[t.kind] / math.log2(2 + max(2, web.degree(t))) for t in way[1:-1]]
        ways.append((math.prod(passed) * 0.9 ** (len(way) - 1), tuple(t.name for t in way[1:-1])))
    kept: list[set[str]] = []
    for score, between in sorted(ways, key=lambda way: -way[0]):
        if not any(known and known <= set(between) for known in kept):
            kept.append(set(between))
            yield score, between


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(ties=st.frozensets(pairs, max_size=16), through_themes=st.booleans())
def test_the_ways_are_those_that_networkx_finds(
    emptied: Callable[[], Graph], ties: frozenset[tuple[End, End]], through_themes: bool
) -> None:
    claims = {claim.id: (pair, claim) for pair in ties if pair[0] != pair[1] and (claim := _claim(*pair))}
    web = nx.Graph([pair for pair, _ in claims.values()])
    web.add_nodes_from((START, TARGET))
    graph = emptied()
    load(graph, [*(claim for _, claim in claims.values()), *(said(end, "form", "kring") for end in (START, TARGET))])
    answer = why(graph, "Ark", "Zeil", paths=10, through="thema's" if through_themes else "")
    found = sorted(
        (path.score, *(step.other.name for step in path.steps[:-1])) for path in answer.paths if path.length <= 4
    )
    expected = sorted((float(f"{score:.3g}"), *between) for score, between in _expected(web, through_themes))
    assert [way[0] for way in found] == pytest.approx([way[0] for way in expected], rel=1e-2)
    assert {frozenset(way[1:]) for way in found} == {frozenset(way[1:]) for way in expected}  # type: ignore[arg-type]
    assert bool(answer.paths) or "geen verband bekend" in answer.message
