"""Where everything lies on the map: the same for the same graph, and hardly moving when the graph grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from visualizations.layout.arrays import Points, Web, apart
from visualizations.layout.cold import from_scratch
from visualizations.layout.spacing import without_overlap
from visualizations.layout.warm import grown

Point = tuple[float, float]
NOWHERE: Mapping[str, Point] = MappingProxyType({})
# When fewer of the things than this lay on the map before, that map is no guide any more.
_FAMILIAR = 0.6


def arrange(
    things: Iterable[str], links: Iterable[tuple[str, str]], old: Mapping[str, Point] = NOWHERE
) -> dict[str, Point]:
    """A point for each thing, in pixels at zoom 1; y grows downwards. No two things cover each other.

    Things that are linked lie together; the order in which they are given does not count.

    :param links: pairs of things; a pair with an unknown thing is left out.
    :param old: where things lay before: those hardly move, and new ones come beside what they are linked with.
    """
    web = Web.of(things, links)
    known = np.array([name in old for name in web.names], dtype=bool)
    if not len(known):
        return {}
    if known.mean() < _FAMILIAR:
        points = from_scratch(web)
    else:
        points = grown(web, np.array([old.get(name, (0.0, 0.0)) for name in web.names], dtype=np.float64), known)
    return _named(web.names, without_overlap(points, web.radii, np.where(known, 0.05, 1.0)))


def _named(names: Sequence[str], points: Points) -> dict[str, Point]:
    return {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(names, points, strict=True)}


__all__ = ["NOWHERE", "Point", "apart", "arrange"]
