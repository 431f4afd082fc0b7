"""A map with a place for everything on it: what the page draws, what the web service gives, what a file holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph_model.errors import GraphUnavailable, NotAllowed
from queries.engine.base import Graph
from queries.layout_store import Layout, keep, stored
from queries.map import DEFAULT_LIMIT, Map, MapThing, map_of
from visualizations.layout import NOWHERE, Point, arrange


class DrawnThing(MapThing):
    """A thing at its place, in pixels at zoom 1; y grows downwards."""

    x: float
    y: float


class DrawnMap(Map):
    """A map whose things have their places. Keys that hold nothing are left out of its JSON."""

    things: tuple[DrawnThing, ...]

    def json_text(self) -> str:
        return self.model_dump_json(exclude_defaults=True)


def draw(graph: Graph, thing: str = "", *, steps: int = 2, limit: int | None = None, quotes: bool = False) -> DrawnMap:
    """The map that :func:`queries.map.map_of` asks for, drawn.

    The map of everything stays as it was drawn before, as far as it can: what is new comes beside it.

    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.map.map_of`.
    """
    found = map_of(graph, thing, steps=steps, limit=limit, quotes=quotes)
    ends = [(link.origin, link.target) for link in found.links]
    if found.thing is not None:
        return _drawn(found, arrange(_ids(found), ends))
    before = stored(graph)
    old = before.points if before else NOWHERE
    if all(one in old for one in _ids(found)):
        return _drawn(found, old)
    points = arrange(_ids(found), ends, old)
    if limit in (None, DEFAULT_LIMIT):
        _keep(graph, points)
    return _drawn(found, points)


def _ids(found: Map) -> Iterable[str]:
    return (thing.id for thing in found.things)


def _drawn(found: Map, points: Mapping[str, Point]) -> DrawnMap:
    values = {name: getattr(found, name) for name in Map.model_fields if name != "things"}
    things = tuple(_placed(thing, *points[thing.id]) for thing in found.things)
    return DrawnMap.model_construct(**values, things=things)


def _placed(thing: MapThing, x: float, y: float) -> DrawnThing:
    values = {name: getattr(thing, name) for name in MapThing.model_fields}
    return DrawnThing.model_construct(**values, x=x, y=y)


def _keep(graph: Graph, points: Mapping[str, Point]) -> None:
    """Remember where everything lies; who may only read, or meets a busy graph, draws it anew the next time."""
    try:
        keep(graph, Layout(points))
    except (NotAllowed, GraphUnavailable):
        return
