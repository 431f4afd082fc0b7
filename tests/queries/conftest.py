"""Graphs that are only read: the invented neighbourhood, and one of many things."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.large_graph import write_large_graph
from queries import Graph
from tests.queries.pages import load_neighbourhood

THINGS = 1_500


@pytest.fixture
def neighbourhood(holding: Callable[[Callable[[Graph], None]], Graph]) -> Graph:
    """A graph that holds the neighbourhood of ``graph_model.examples``; only to be read."""
    return holding(load_neighbourhood)


def _load_many(graph: Graph) -> None:
    write_large_graph(graph, THINGS)


@pytest.fixture
def many_things(holding: Callable[[Callable[[Graph], None]], Graph]) -> Graph:
    """The graph that speed is measured on, of :data:`THINGS` things; only to be read.

    The files that ask for it follow each other, so that it is written once.
    """
    return holding(_load_many)
