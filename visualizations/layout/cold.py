"""A layout from nothing: each connected part by itself, then the parts beside each other."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np

from visualizations.layout.arrays import Points, Web, apart
from visualizations.layout.forces import Springs, settle
from visualizations.layout.packing import packed
from visualizations.layout.pivots import outline
from visualizations.layout.spacing import without_overlap

_STEPS = 110
_SCREEN = (1.18, 0.85)  # screens are wider than high


def from_scratch(web: Web) -> Points:
    """A point for each thing of the web."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(web.names)))
    graph.add_edges_from(web.pairs.tolist())
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    room = _room(len(web.names))
    drawn = [_drawn(web.part(part), room) for part in parts]
    points = np.zeros((len(web.names), 2))
    for part, place in zip(parts, packed(drawn), strict=True):
        points[part] = place
    return points


def _drawn(web: Web, room: float) -> Points:
    """One connected part, around the origin; ``room`` is the middle distance from a thing to the nearest other one."""
    count = len(web.names)
    if count == 1:
        return np.zeros((1, 2))
    points = np.clip(outline(web), -2, 2) + 0.2 * apart(web.names)
    points = settle(points * 10 * math.sqrt(count), Springs.of(web), _STEPS)
    points = (points - points.mean(axis=0)) * _SCREEN
    return without_overlap(points * (room / _nearest(points)), web.radii)


def _room(count: int) -> float:
    """The middle distance from a thing to the nearest other one, in pixels at zoom 1; few leave room for names."""
    return 26.0 + 50.0 * math.exp(-count / 150)


def _nearest(points: Points) -> float:
    """The middle one of the distances from each point to its nearest."""
    found = np.empty(len(points))
    for i, point in enumerate(points):
        squares = ((points - point) ** 2).sum(axis=1)
        squares[i] = np.inf
        found[i] = squares.min()
    return max(math.sqrt(float(np.median(found))), 1e-6)
