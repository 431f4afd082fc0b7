"""The invented neighbourhood, loaded anew only when something else was in the graph in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from queries import Graph
from tests.queries.pages import load_neighbourhood


def _version(graph: Graph) -> int:
    return graph.answer(lambda reading: reading.version)


@pytest.fixture(scope="session")
def loaded(opened: Graph) -> dict[str, int]:
    """The version of the graph that held the neighbourhood last, by the name of its engine."""
    return {}


@pytest.fixture
def neighbourhood(opened: Graph, emptied: Callable[[], Graph], loaded: dict[str, int]) -> Graph:
    """A graph that holds the neighbourhood of ``graph_model.examples``; only to be read."""
    if loaded.get(opened.engine) != _version(opened):
        load_neighbourhood(emptied())
        loaded[opened.engine] = _version(opened)
    return opened
