"""A layout that grows: what lay somewhere stays there, what is new comes beside what it is linked with."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from visualizations.layout.arrays import Points, Web, apart
from visualizations.layout.forces import Springs, settle

_STEPS = 40
_BESIDE = 60.0
"""How far from its neighbours a new thing begins, in pixels."""


def grown(web: Web, old: Points, known: npt.NDArray[np.bool_]) -> Points:
    """A point for each thing.

    :param old: where things lay; counts only where ``known``.
    """
    if known.all():
        return old.copy()
    points = _begun(web, old, known)
    moved = settle(points, Springs.of(web, ~known), _STEPS) if len(web.pairs) else points
    return np.where(known[:, None], old, _held(moved, points))


def _begun(web: Web, old: Points, known: npt.NDArray[np.bool_]) -> Points:
    """New things amid their neighbours that have a place, from there on inwards; the rest in a row underneath."""
    points, placed = old.copy(), known.copy()
    nudge = apart(web.names) * _BESIDE
    edge = [i for i in np.flatnonzero(~known) if any(placed[j] for j in web.neighbours[i])]
    while edge:
        for i in edge:
            points[i] = points[[j for j in web.neighbours[i] if placed[j]]].mean(axis=0) + nudge[i]
        placed[edge] = True
        edge = [i for i in np.flatnonzero(~placed) if any(placed[j] for j in web.neighbours[i])]
    rest = np.flatnonzero(~placed)
    left, bottom = old[known][:, 0].min(), old[known][:, 1].max()
    points[rest] = np.column_stack([left + _BESIDE * np.arange(len(rest)), np.full(len(rest), bottom + 2 * _BESIDE)])
    return points


def _held(moved: Points, begun: Points) -> Points:
    """Where forces brought new things, but not farther than a few times the room of one."""
    path = moved - begun
    length = np.maximum(np.hypot(*path.T), 1e-9)
    return np.asarray(begun + path * np.minimum(1, 3 * _BESIDE / length)[:, None], dtype=np.float64)
