"""A graph of many things, only to be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.large_graph import write_large_graph
from queries import Graph

THINGS = 1_500


def _load_many(graph: Graph) -> None:
    write_large_graph(graph, THINGS)


@pytest.fixture
def many_things(holding: Callable[[Callable[[Graph], None]], Graph]) -> Graph:
    """The graph that speed is measured on, of :data:`THINGS` things.

    The files that ask for it follow each other, so that it is written once.
    """
    return holding(_load_many)
