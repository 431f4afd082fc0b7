"""The layout of 2,000 things with 6,000 links, in seconds of one core, as a share of what it may take."""

from __future__ import annotations

import time
from collections.abc import Iterator

from benchmarks.measure import Measure
from tests.visualizations.made_maps import web
from visualizations.layout import arrange

GOAL = 3.0


def measures() -> Iterator[Measure]:
    """From nothing, and when twenty things come to a map that is known."""
    nodes, links = web(2000, 6000)
    things = [name for name, _ in nodes]
    arrange(things[:50], [])  # the libraries are loaded
    cold, old = _seconds(things, links, {})
    yield Measure("map-layout/goal", cold / GOAL, 1, f"{cold:.2f} s of one core", at_least=False)
    fresh = [f"new{i}" for i in range(20)]
    joined = [*links, *((name, things[i * 90]) for i, name in enumerate(fresh))]
    warm, _ = _seconds([*things, *fresh], joined, old)
    yield Measure("map-layout-grown/from-nothing", warm / cold, 1, f"{warm:.2f} s of one core", at_least=False)


def _seconds(
    things: list[str], links: list[tuple[str, str]], old: dict[str, tuple[float, float]]
) -> tuple[float, dict[str, tuple[float, float]]]:
    began = time.process_time()
    points = arrange(things, links, old)
    return time.process_time() - began, points
