"""Where two things meet: links followed from both of them, as ids alone, and no further than until they do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graph_model.schema import LINK_KINDS, TYING_LINKS
from queries.engine.base import Asked, Graph, Reading
from queries.kept import Kept
from queries.why.known_ties import Ties

# Ways of so many links explain something, so all of them are looked for; of longer ones only the shortest.
CLOSE = 4
LONGEST = 6
# A thing with more links than this is met, but not unfolded: a way through two such hubs explains nothing.
HUB = 150
# When nothing but hubs is left: so many of them are unfolded, if they have no more links than this.
OPENED, VERY_MANY = 40, 3_000
# So many things are unfolded at a time; and of any kind of link, before it is known whether those are needed.
FRONTIER, AHEAD = 1_000, 100

# The hubs that were met, by what was followed: to find out that a thing is one costs as much as unfolding it.
_HUBS: Kept[set[str]] = Kept()
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Route:
    """What is followed: kinds of link, and what nothing goes through.

    ``as_of``: when links must hold, None when they need not.
    """

    kinds: Sequence[str]
    barred: Sequence[str]
    as_of: datetime | None = None

    @property
    def ties_only(self) -> bool:
        """Whether all ties are followed and nothing else."""
        return set(self.kinds) == set(TYING_LINKS)

    @property
    def plain(self) -> bool:
        """Whether all ties are followed, on whatever day."""
        return self.as_of is None and self.ties_only

    @property
    def any_at_all(self) -> bool:
        """Whether every link is followed, by whatever thing, on whatever day."""
        return self.as_of is None and not self.barred and set(self.kinds) == LINK_KINDS.keys()

    @property
    def name(self) -> str:
        return f"{sorted(self.kinds)} {sorted(self.barred)} {self.as_of}"

    def asked(self, ids: Sequence[str], ends: Sequence[str], most: int) -> Asked:
        """The question for what things are linked to: the less it asks for beside those, the quicker it is."""
        shared = {"ids": list(ids), "ends": list(ends), "most": most}
        if self.plain:
            return "why/spread", {**shared, "barred": list(self.barred)}
        if self.any_at_all:
            return "why/spread_any", shared
        when = {"as_of": self.as_of, "moment": self.as_of and self.as_of.isoformat()}
        return "why/spread_by", {**shared, "barred": list(self.barred), "kinds": list(self.kinds), **when}


def foreseen(graph: Graph, route: Route, ends: Sequence[str]) -> list[Asked]:
    """The questions for the first two steps from both ends, that may be asked before it is known what these are."""
    first = route.asked(ends, ends, HUB)
    on = {"ends": list(ends), "hubs": sorted(_HUBS.last(graph, route.name) or ()), "most": HUB}
    if route.plain:
        return [first, ("why/spread_on", {**on, "barred": list(route.barred), "limit": FRONTIER})]
    if route.any_at_all:
        return [first, ("why/spread_any_on", {**on, "limit": AHEAD})]
    return [first]


@dataclass(slots=True)
class Side:
    """What was reached from one end: of that the ``frontier`` is next, and ``hubs`` are left as they are."""

    reached: set[str]
    frontier: set[str]
    hubs: set[str] = field(default_factory=set)


def _sides(ends: tuple[str, str]) -> tuple[Side, Side]:
    start, target = ends
    return Side({start}, {start}), Side({target}, {target})


@dataclass(slots=True)
class Spread:
    """What was found between two things: ``beside`` has the neighbours of each thing, in both directions.

    ``cut_off``: there was more than is looked at. ``unfolded``: the things whose neighbours are all known. ``told``:
    what is known of things on the way, as ``why/passed`` gives it. ``neighbours`` tells what things are linked to, as
    ``why/spread`` does.
    """

    neighbours: Callable[[list[str], int], list[Row]]
    route: Route
    ends: tuple[str, str]
    known_hubs: set[str]
    sides: tuple[Side, Side]
    steps: int = 0
    beside: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    cut_off: bool = False
    unfolded: set[str] = field(default_factory=set)
    told: dict[str, Row] = field(default_factory=dict)

    @classmethod
    def between(
        cls, graph: Graph, reading: Reading, route: Route, start: str, target: str, known: Iterable[Sequence[Row]] = ()
    ) -> Spread:
        """Two things of which nothing was followed yet; ``known``: the answers to what :func:`foreseen` asks."""
        ends, by_thing = (start, target), {row["here"]: row for rows in known for row in rows}

        def neighbours(ids: list[str], most: int) -> list[Row]:
            foreseen = by_thing if most == HUB else {}
            rows = [foreseen[thing] for thing in ids if thing in foreseen]
            if unknown := [thing for thing in ids if thing not in foreseen]:
                name, asked = route.asked(unknown, ends, most)
                rows += reading.ask(name, **asked)
            return rows

        return cls(neighbours, route, ends, _HUBS.of(graph, reading, set, route.name), _sides(ends))

    @classmethod
    def within(cls, ties: Ties, route: Route, ends: tuple[str, str]) -> Spread:
        """The same of ties that are all known, along a plain route: the engine is asked nothing."""

        def neighbours(ids: list[str], most: int) -> list[Row]:
            return ties.rows(ids, ends, route.barred, most)

        return cls(neighbours, route, ends, set(), _sides(ends))

    @property
    def meets(self) -> bool:
        """Whether the one end leads to the other."""
        one, other = self.sides
        return not one.reached.isdisjoint(other.reached)

    def explore(self) -> None:
        """Follow all that may lie on a way, and where there is none by way of a few, what hubs lead to."""
        self.follow(LONGEST)
        if not self.meets:
            self.open_hubs()

    def follow(self, longest: int) -> None:
        """Find all ways of up to four links, or else the shortest of up to ``longest``, by whatever is no hub."""
        while self.steps < longest and not (self.steps >= CLOSE and self.meets) and (due := self._due(longest)):
            self._unfold(due, HUB)
            self.steps += len(due)

    def open_hubs(self) -> None:
        """Follow the links of the hubs as well, where there is nothing else."""
        for side in self.sides:
            hubs = sorted(side.hubs)
            self.cut_off |= len(hubs) > OPENED
            side.frontier, side.hubs = set(hubs[:OPENED]), set()
        self._unfold(self.sides, VERY_MANY)
        self.cut_off |= any(side.hubs for side in self.sides)

    def _due(self, longest: int) -> tuple[Side, ...]:
        """Whose turn it is: both as long as that must be asked anyway, else the one that leads to less."""
        both = [side for side in self.sides if side.frontier]
        together = sum(len(side.frontier) for side in both)
        if len(both) == 2 and self.steps + 2 <= min(CLOSE, longest) and together <= FRONTIER:
            return tuple(both)
        return tuple(sorted(both, key=lambda side: len(side.frontier))[:1])

    def _unfold(self, due: Iterable[Side], most: int) -> None:
        """Follow the links of these frontiers, one step."""
        sides = list(due)
        waiting = set().union(*(side.frontier for side in sides)) - self.unfolded
        hubs = (waiting & self.known_hubs) - set(self.ends) if most == HUB else set()
        wanted = sorted(waiting - hubs)
        self.cut_off |= len(wanted) > FRONTIER
        if wanted:
            hubs |= self._ask(wanted[:FRONTIER], most)
        for side in sides:
            side.hubs |= side.frontier & hubs
            side.frontier = self._beside_any(side.frontier - hubs) - side.reached
            side.reached |= side.frontier

    def _ask(self, ids: list[str], most: int) -> set[str]:
        """Add what these things are linked to; gives those that have too many links."""
        rows = self.neighbours(ids, most)
        hubs = {row["here"] for row in rows if row["many"]}
        for row in rows:
            here, beside = row["here"], row["there"]
            if "degree" in row:
                self.told[here] = {"id": here, **row}
            self.beside[here].update(beside)
            for there in beside:
                self.beside[there].add(here)
        self.unfolded |= set(ids) - hubs
        self.known_hubs |= hubs
        return hubs

    def lengths(self) -> dict[str, int]:
        """How long the shortest way by each thing is, where that is four links at most, or the fewest there are.

        The ends are in it too; it is empty when no way leads from the one to the other.
        """
        start, target = self.ends
        ahead = self.distances(start, target)
        if target not in ahead:
            return {}
        longest = max(CLOSE, ahead[target])
        lengths, frontier = {target: ahead[target]}, {target}
        for steps in range(1, longest + 1):
            back = self._beside_any(frontier) - lengths.keys()
            frontier = {thing for thing in back if thing in ahead and ahead[thing] + steps <= longest}
            lengths |= {thing: ahead[thing] + steps for thing in frontier}
        return lengths

    def distances(self, end: str, other: str) -> dict[str, int]:
        """How many links each thing lies from an end: as far as the other end, or as ways may be long."""
        far, frontier = {end: 0}, {end}
        for steps in range(1, LONGEST + 1):
            frontier = self._beside_any(frontier) - far.keys()
            far |= dict.fromkeys(frontier, steps)
            if steps >= CLOSE and other in far:
                break
        return far

    def _beside_any(self, things: Iterable[str]) -> set[str]:
        return set().union(*map(self.beside.__getitem__, things))

    def shortest(self) -> list[str]:
        """The things along a shortest way from end to end, of several the first by their ids; empty without one."""
        start, target = self.ends
        back = self.distances(target, start)
        way = [start] if start in back else []
        while way and way[-1] != target:
            way.append(min(thing for thing in self.beside[way[-1]] if back.get(thing) == back[way[-1]] - 1))
        return way
