"""Near on random small worlds, against distances and ties reckoned plainly over every initiative."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_model.evidence import End
from queries import Graph
from queries.near import near
from tests.queries.pages import load, said

HOME = End("CareOrganisation", "De Wilg")
INITIATIVES = tuple(End("Initiative", name) for name in ("Ark", "Bron", "Cirkel", "Dak", "Erf", "Fonds"))
# What may be shared, and what sharing it weighs.
BETWEEN = {
    End("Person", "Truus Zeldenthuis"): 0.6, End("Event", "Buurtdag", "2025-05-01"): 0.4,
    End("Partner", "Bibliotheek"): 0.3, End("Theme", "Ontmoeten"): 0.15, End("Movement", "Samen Sterk"): 0.05,
}  # fmt: skip
LINK = {
    "Person": "HAS_ROLE",
    "Event": "ORGANISES",
    "Partner": "PARTNER_OF",
    "Theme": "HAS_THEME",
    "Movement": "MEMBER_OF",
}


@dataclass(frozen=True, slots=True)
class World:
    """Where initiatives are (degrees, and whether by the municipality only), and who is linked to what."""

    positions: dict[End, tuple[float, float, str] | None]
    ties: frozenset[tuple[End, End]]


positions = st.one_of(
    st.none(),
    st.tuples(
        st.integers(5190, 5210), st.integers(490, 510), st.sampled_from(("address", "place", "municipality"))
    ).map(lambda p: (p[0] / 100, p[1] / 100, p[2])),
)
pairs = st.tuples(st.sampled_from((HOME, *INITIATIVES)), st.sampled_from((*BETWEEN, *INITIATIVES)))
worlds = st.builds(
    World,
    st.fixed_dictionaries(dict.fromkeys(INITIATIVES, positions)),
    st.frozensets(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=14),
)


def _claims(world: World) -> list[object]:
    placed = {end: position for end, position in world.positions.items() if position}
    claims = [said(HOME, "position", "52.0,5.0,address"), *(said(end, "form", "kring") for end in INITIATIVES)]
    claims += [said(end, "position", f"{lat},{lon},{how}") for end, (lat, lon, how) in placed.items()]
    for one, other in sorted(world.ties, key=repr):
        kind = LINK.get(other.kind, "PARTNER_OF")
        claims.append(said(other, kind, one) if other.kind == "Person" else said(one, kind, other))
    return claims


def _km(position: tuple[float, float, str]) -> float:
    lat, lon = math.radians(position[0]), math.radians(position[1])
    north, east = math.radians(52.0), math.radians(5.0)
    cosine = math.sin(lat) * math.sin(north) + math.cos(lat) * math.cos(north) * math.cos(lon - east)
    return 6371.0088 * math.acos(min(1.0, cosine))


def _expected(world: World, km: float) -> dict[str, float]:
    """The initiatives that count as within the radius, with their scores."""
    beside = {frozenset(pair) for pair in world.ties}
    degree = {end: sum(end in pair for pair in beside) for end in (*BETWEEN, *INITIATIVES)}
    weight = {end: c / math.log2(2 + max(2, degree[end])) for end, c in BETWEEN.items()}
    weight |= {end: 0.3 / math.log2(2 + max(2, degree[end])) for end in INITIATIVES}
    scores = {}
    for one, position in world.positions.items():
        if position is None:
            continue
        counted = max(_km(position), 5.0) if position[2] == "municipality" else _km(position)
        doubt = 0.1 if frozenset((HOME, one)) in beside else 1.0
        for end, much in weight.items():
            if end != one and {frozenset((HOME, end)), frozenset((one, end))} <= beside:
                doubt *= 1 - much
        if counted <= km:
            scores[one.name] = 0.5 * 2 ** (-counted / 5) + 0.5 * (1 - doubt)
    return scores


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(world=worlds, km=st.sampled_from((3.0, 8.0, 25.0)))
def test_near_is_what_a_plain_sum_over_everything_gives(emptied: Callable[[], Graph], world: World, km: float) -> None:
    graph = emptied()
    load(graph, _claims(world))  # type: ignore[arg-type]
    answer = near(graph, "De Wilg", km=km)
    found = {n.thing.name: n.score for n in answer.initiatives}
    assert found == pytest.approx(_expected(world, km), abs=2e-4)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    known = Counter(position[2] for position in world.positions.values() if position)
    assert {precision: number for precision, number in answer.coverage.precision.items() if number} == known
    assert answer.without_position == len(INITIATIVES) - sum(known.values())
    tied = {one.name for pair in world.ties if HOME in pair for one in pair if one.kind == "Initiative"}
    assert {n.thing.name for n in answer.unplaced} == {n for n in tied if world.positions[End("Initiative", n)] is None}
