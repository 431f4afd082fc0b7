"""A map with a place for everything on it: what the page draws, what the web service gives, what a file holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph_model.errors import GraphUnavailable, NotAllowed
from queries.engine.base import Graph
from queries.invented import invented_things
from queries.layout_store import Layout, keep, stored
from queries.map import DEFAULT_LIMIT, Map, MapThing, map_of
from visualizations.layout import NOWHERE, Point, arrange


class DrawnThing(MapThing):
    """A thing at its place, in pixels at zoom 1; y grows downwards. ``invented``: only sample pages speak of it."""

    x: float
    y: float
    invented: bool = False


class DrawnMap(Map):
    """A map whose things have their places. Keys that hold nothing are left out of its JSON."""

    things: tuple[DrawnThing, ...]

    def json_text(self) -> str:
        return self.model_dump_json(exclude_defaults=True)


def draw(
    graph: Graph, thing: str = "", *, steps: int = 2, limit: int | None = None, quotes: bool = False, as_of: str = ""
) -> DrawnMap:
    """The map that :func:`queries.map.map_of` asks for, drawn.

    The map of everything stays as it was drawn before, as far as it can: what is new comes beside it.

    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.map.map_of`.
    """
    found = map_of(graph, thing, steps=steps, limit=limit, quotes=quotes, as_of=as_of)
    keeping = limit in (None, DEFAULT_LIMIT) and not as_of
    points = _around(found) if found.thing else _steady(graph, found, keeping=keeping)
    invented, _ = invented_things(graph)
    values = {name: getattr(found, name) for name in Map.model_fields if name != "things"}
    things = tuple(_placed(one, points[one.id], one.id in invented) for one in found.things)
    return DrawnMap.model_construct(**values, things=things)


def _around(found: Map) -> Mapping[str, Point]:
    return arrange(_ids(found), _ends(found))


def _steady(graph: Graph, found: Map, *, keeping: bool) -> Mapping[str, Point]:
    """Where everything lies as it was kept; drawn further, and kept again, when something new is on the map."""
    before = stored(graph)
    old = before.points if before else NOWHERE
    if all(one in old for one in _ids(found)):
        return old
    points = arrange(_ids(found), _ends(found), old)
    if keeping:
        _keep(graph, points)
    return points


def _ids(found: Map) -> Iterator[str]:
    return (thing.id for thing in found.things)


def _ends(found: Map) -> Iterator[tuple[str, str]]:
    return ((link.origin, link.target) for link in found.links)


def _placed(thing: MapThing, point: Point, invented: bool) -> DrawnThing:
    values = {name: getattr(thing, name) for name in MapThing.model_fields}
    return DrawnThing.model_construct(**values, x=point[0], y=point[1], invented=invented)


def _keep(graph: Graph, points: Mapping[str, Point]) -> None:
    """Remember where everything lies; who may only read, or meets a busy graph, draws it anew the next time."""
    try:
        keep(graph, Layout(points))
    except (NotAllowed, GraphUnavailable):
        return
