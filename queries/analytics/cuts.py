"""Where the network is thin: things whose loss would cut it into parts, and ties that alone hold two parts together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from queries.analytics.walk import Walk


@dataclass(frozen=True, slots=True)
class Cut:
    """What comes apart when a thing (its number) or a tie (two) goes: the parts, the largest first, each in order."""

    at: tuple[int, ...]
    parts: tuple[tuple[int, ...], ...]

    @property
    def loose(self) -> int:
        """How many things lose touch with the largest part."""
        return sum(len(part) for part in self.parts[1:])


@dataclass(frozen=True, slots=True)
class _Place:
    """A place to cut, before its parts are written out: the branches beyond it, and how much is left of the group."""

    at: tuple[int, ...]
    group: Sequence[int]
    branches: tuple[int, ...]
    sizes: tuple[int, ...]
    rest: int

    @property
    def order(self) -> tuple[int, tuple[int, ...]]:
        sizes = (*self.sizes, self.rest)
        return max(sizes) - sum(sizes), self.at

    def cut(self, walk: Walk, least: int) -> Cut:
        parts = [tuple(sorted(walk.branch(branch))) for branch in self.branches]
        taken = set(self.at if len(self.at) == 1 else ()).union(*parts, *self._too_small(walk))
        if self.rest >= least:
            parts.append(tuple(sorted(thing for thing in self.group if thing not in taken)))
        return Cut(self.at, tuple(sorted(parts, key=lambda part: (-len(part), part))))

    def _too_small(self, walk: Walk) -> Iterator[list[int]]:
        """The branches beyond a thing that count for too little to be parts."""
        (thing,) = self.at if len(self.at) == 1 else (-1,)
        for one in walk.neighbours[thing] if thing >= 0 else ():
            if walk.parent[one] == thing and one not in self.branches and walk.low[one] >= walk.time[thing]:
                yield walk.branch(one)


Wanted = Callable[[tuple[int, ...]], bool]


def cut_points(
    neighbours: Sequence[Sequence[int]], least: int = 1, limit: int | None = None, wanted: Wanted = lambda at: True
) -> tuple[list[Cut], int]:
    """The things without which two or more parts of at least so many things are left, and how many such there are.

    Most cut loose comes first. ``wanted``: which of them count, by their number.
    """
    walk = Walk(neighbours)
    return _told(
        walk, (place for group in walk.groups() for place in _points(walk, group, least)), least, limit, wanted
    )


def bridges(
    neighbours: Sequence[Sequence[int]], least: int = 1, limit: int | None = None, wanted: Wanted = lambda at: True
) -> tuple[list[Cut], int]:
    """The ties (two numbers, the smaller first) that alone join two parts of at least so many things; and how many."""
    walk = Walk(neighbours)
    places = (place for group in walk.groups() for place in _ties(walk, group, least))
    return _told(walk, places, least, limit, wanted)


def _told(
    walk: Walk, places: Iterable[_Place], least: int, limit: int | None, wanted: Wanted
) -> tuple[list[Cut], int]:  # fmt: skip
    found = sorted((place for place in places if wanted(place.at)), key=lambda place: place.order)
    return [place.cut(walk, least) for place in found[:limit]], len(found)


def _points(walk: Walk, group: Sequence[int], least: int) -> Iterator[_Place]:
    beyond: dict[int, list[int]] = {thing: [] for thing in group}
    for thing in group[1:]:
        if walk.low[thing] >= walk.time[walk.parent[thing]]:
            beyond[walk.parent[thing]].append(thing)
    for thing, branches in beyond.items():
        rest = len(group) - 1 - sum(walk.size[branch] for branch in branches)
        large = tuple(branch for branch in branches if walk.size[branch] >= least)
        if len(large) + (rest >= least) > 1:
            sizes = tuple(walk.size[branch] for branch in large)
            yield _Place((thing,), group, large, sizes, rest if rest >= least else 0)


def _ties(walk: Walk, group: Sequence[int], least: int) -> Iterator[_Place]:
    for thing in group[1:]:
        size, parent = walk.size[thing], walk.parent[thing]
        if walk.low[thing] > walk.time[parent] and least <= size <= len(group) - least:
            yield _Place((min(parent, thing), max(parent, thing)), group, (thing,), (size,), len(group) - size)
