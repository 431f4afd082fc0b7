"""A graph of a test's own, whose engine it may kill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from queries import Graph, connect
from tests.engines.neo4j_server import USER, Neo4jServer
from tests.queries.engine_processes import kill, of_folder


@dataclass
class Place:
    """Where a graph lives, and how its engine is killed and comes back."""

    where: str
    secret: bytes
    user: str = ""
    password: str = ""
    kill_engine: Callable[[], None] = lambda: None

    def open(self) -> Graph:
        graph = connect(self.where, user=self.user, password=self.password, secret=self.secret)
        graph.prepare()
        return graph


@contextmanager
def place_for(request: pytest.FixtureRequest, folder: Path, secret: bytes) -> Iterator[Place]:
    """A place on the engine that the fixture's parameter names."""
    if request.param == "embedded":
        home = folder / "graph"
        yield Place(str(home), secret, kill_engine=lambda: kill(*of_folder(home)))
        kill(*of_folder(home))
        return
    with Neo4jServer(folder / "neo4j", request.getfixturevalue("neo4j_jars")) as server:

        def restart() -> None:
            server.kill()
            server.start()

        yield Place(server.address, secret, USER, server.password, restart)
