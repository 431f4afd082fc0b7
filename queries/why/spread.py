"""Where two things meet: links followed from both of them, as ids alone, and no further than until they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from queries.engine.base import Reading

# Ways of so many links explain something, so all of them are looked for; of longer ones only the shortest.
CLOSE = 4
LONGEST = 6
# A thing with more links than this is met, but not unfolded: a way through two such hubs explains nothing.
HUB = 150
# When nothing but hubs is left: so many of them are unfolded, if they have no more links than this.
OPENED, VERY_MANY = 40, 3_000
# So many things are unfolded at a time.
FRONTIER = 1_000


@dataclass(frozen=True, slots=True)
class Route:
    """What is followed: kinds of link, and what nothing goes through.

    ``at``: by when a link has ended; ``as_of``: when links must hold, None when they need not.
    """

    kinds: Sequence[str]
    barred: Sequence[str]
    at: datetime
    as_of: datetime | None = None


@dataclass(slots=True)
class Side:
    """What was reached from one end: of that the ``frontier`` is next, and ``hubs`` are left as they are."""

    reached: set[str]
    frontier: set[str]
    hubs: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Spread:
    """What was found between two things: ``beside`` has the neighbours of each thing, in both directions.

    ``ended``: the pairs whose links have all ended. ``cut_off``: there was more than is looked at.
    """

    reading: Reading
    route: Route
    ends: tuple[str, str]
    beside: dict[str, set[str]] = field(default_factory=dict)
    ended: set[tuple[str, str]] = field(default_factory=set)
    cut_off: bool = False
    _unfolded: set[str] = field(default_factory=set)

    def unfold(self, due: Iterable[Side], most: int = HUB) -> None:
        """Follow the links of these frontiers, one step."""
        sides = list(due)
        wanted = sorted(set().union(*(side.frontier for side in sides)) - self._unfolded)
        self.cut_off |= len(wanted) > FRONTIER
        hubs = self._ask(wanted[:FRONTIER], most) if wanted else set()
        for side in sides:
            side.hubs |= side.frontier & hubs
            new = set().union(*(self.beside.get(thing, set()) for thing in side.frontier - hubs))
            side.frontier = new - side.reached
            side.reached |= side.frontier

    def _ask(self, ids: list[str], most: int) -> set[str]:
        """Add what these things are linked to; gives those that have too many links."""
        route = self.route
        rows = self.reading.ask(
            "why/spread", ids=ids, kinds=list(route.kinds), barred=list(route.barred), ends=list(self.ends),
            as_of=route.as_of, at=route.at, moment=route.at.isoformat(), most=most,
        )  # fmt: skip
        hubs = {row["here"] for row in rows if row["many"]}
        for row in rows:
            here, number = row["here"], Counter(row["there"])
            self.beside.setdefault(here, set()).update(number)
            for there in number:
                self.beside.setdefault(there, set()).add(here)
            over = (there for there, many in Counter(row["ended"]).items() if many == number[there])
            self.ended.update(pair for there in over for pair in ((here, there), (there, here)))
        self._unfolded |= set(ids) - hubs
        return hubs

    def open_hubs(self, sides: Iterable[Side]) -> None:
        """Follow the links of the hubs as well, where there is nothing else."""
        for side in sides:
            hubs = sorted(side.hubs)
            self.cut_off |= len(hubs) > OPENED
            side.frontier, side.hubs = set(hubs[:OPENED]), set()
            self.unfold((side,), VERY_MANY)
            self.cut_off |= bool(side.hubs)

    def distances(self, end: str) -> dict[str, int]:
        """How many links each thing lies from an end, as far as ways may be long."""
        far, frontier = {end: 0}, {end}
        for steps in range(1, LONGEST + 1):
            frontier = set().union(*(self.beside.get(thing, set()) for thing in frontier)) - far.keys()
            far |= dict.fromkeys(frontier, steps)
        return far

    def shortest(self) -> list[str]:
        """The things along a shortest way from end to end, of several the first by their ids; empty without one."""
        start, target = self.ends
        back = self.distances(target)
        way = [start] if start in back else []
        while way and way[-1] != target:
            way.append(min(thing for thing in self.beside[way[-1]] if back.get(thing) == back[way[-1]] - 1))
        return way


def spread_between(reading: Reading, route: Route, start: str, target: str, longest: int = LONGEST) -> Spread:
    """What lies between two things: all ways of up to four links, or else the shortest of up to ``longest``.

    Hubs are met but not unfolded; only when longer ways than four links count and there is no other, those too.
    """
    spread = Spread(reading, route, (start, target))
    one, other = Side({start}, {start}), Side({target}, {target})
    steps = 0
    while steps < longest and (due := _due(one, other, steps)):
        spread.unfold(due)
        steps += len(due)
        if steps >= CLOSE and one.reached & other.reached:
            return spread
    if longest > CLOSE and not one.reached & other.reached:
        spread.open_hubs((one, other))
    return spread


def _due(one: Side, other: Side, steps: int) -> tuple[Side, ...]:
    """Whose turn it is: both as long as that must be asked anyway, else the one that leads to less."""
    both = [side for side in (one, other) if side.frontier]
    if len(both) == 2 and steps + 2 <= CLOSE and len(one.frontier) + len(other.frontier) <= FRONTIER:
        return one, other
    return tuple(sorted(both, key=lambda side: len(side.frontier))[:1])
