"""Where the things of the map lie, kept in the graph beside the ledger: nothing that was said, and nothing follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from queries.engine.base import Graph

Point = tuple[float, float]
_MAP = "network"


@dataclass(frozen=True, slots=True)
class Layout:
    """A point for each thing, by its id, in pixels at zoom 1."""

    points: Mapping[str, Point]


def stored(graph: Graph) -> Layout | None:
    """The layout that was kept last; None when none was."""
    rows = graph.answer(lambda reading: reading.ask("map/layout", id=_MAP))
    if not rows:
        return None
    row = rows[0]
    return Layout({id_: (x, y) for id_, x, y in zip(row["things"], row["xs"], row["ys"], strict=True)})


def keep(graph: Graph, layout: Layout) -> None:
    """Keep this layout in the place of the one before.

    :raises NotAllowed, GraphUnavailable: who asks may only read, or the graph is too busy.
    """
    things = sorted(layout.points)
    row = {
        "id": _MAP, "things": things,
        "xs": [float(layout.points[thing][0]) for thing in things],
        "ys": [float(layout.points[thing][1]) for thing in things],
    }  # fmt: skip
    graph.change(lambda writing: writing.ask("map/save_layout", row=row))
