"""The cheapest ways through a web from one thing to another, none of them through the same thing twice."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from queries.why.web import Web

LONGEST = 6
# So many beginnings of ways are looked at before the search is given up; the best ways come long before that.
PATIENCE = 50_000


@dataclass(frozen=True, slots=True, order=True)
class Way:
    """A way as the ids of its things; ``cost`` is the sum over its ties and the things passed through."""

    cost: float
    things: tuple[str, ...]

    @property
    def score(self) -> float:
        """The product of the weights along the way, 0 to 1."""
        return math.exp(-self.cost)


def cheapest(web: Web, start: str, target: str, count: int, longest: int = LONGEST) -> list[Way]:
    """Up to ``count`` ways of at most ``longest`` ties, the cheapest first; equal ones in the order of their ids."""
    return list(islice(_ways(web, start, target, longest), count))


def different(web: Web, start: str, target: str, count: int, longest: int = LONGEST) -> list[Way]:
    """The same, but none that goes through all that a cheaper one goes through: that is the same way with a detour."""
    ways: list[Way] = []
    for way in _ways(web, start, target, longest):
        inner = set(way.things[1:-1])
        if not any(known.things[1:-1] and inner.issuperset(known.things[1:-1]) for known in ways):
            ways.append(way)
        if len(ways) == count:
            break
    return ways


def _ways(web: Web, start: str, target: str, longest: int) -> Iterator[Way]:
    """All ways by rising cost: the search is led by what is at least still to go (A*)."""
    to_go = _still_to_go(web, target)
    if start not in to_go:
        return
    beginnings: list[tuple[float, float, tuple[str, ...]]] = [(to_go[start], 0.0, (start,))]
    for _ in range(PATIENCE):
        if not beginnings:
            return
        _, cost, things = heapq.heappop(beginnings)
        if things[-1] == target:
            yield Way(cost, things)
        elif len(things) <= longest:
            for there, tie in web.ties[things[-1]].items():
                if there not in things and there in to_go:
                    on = cost + tie + (0.0 if there == target else web.passing[there])
                    heapq.heappush(beginnings, (on + to_go[there], on, (*things, there)))


def _still_to_go(web: Web, target: str) -> dict[str, float]:
    """What the cheapest way from each thing to the target costs, the thing itself not counted (Dijkstra)."""
    done: dict[str, float] = {}
    waiting = [(0.0, target)]
    while waiting:
        cost, here = heapq.heappop(waiting)
        if here in done:
            continue
        done[here] = cost
        passed = 0.0 if here == target else web.passing.get(here, 0.0)
        for there, tie in web.ties.get(here, {}).items():
            if there not in done:
                heapq.heappush(waiting, (cost + tie + passed, there))
    return done
