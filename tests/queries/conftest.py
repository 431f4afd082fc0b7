"""The invented neighbourhood in a graph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from queries import Graph
from tests.queries.pages import load_neighbourhood


@pytest.fixture
def neighbourhood(holding: Callable[[Callable[[Graph], None]], Graph]) -> Graph:
    """A graph that holds the neighbourhood of ``graph_model.examples``; only to be read."""
    return holding(load_neighbourhood)
