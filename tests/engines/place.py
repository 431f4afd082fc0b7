"""A graph of a test's own, whose engine it may kill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from queries import Graph, connect
from tests.engines.emptying import empty_out
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
def embedded_place(home: Path, secret: bytes) -> Iterator[Place]:
    """A place in a folder, whose engine does not linger after it."""
    yield Place(str(home), secret, kill_engine=lambda: kill(*of_folder(home)))
    kill(*of_folder(home))


def place_on(server: Neo4jServer, secret: bytes) -> Place:
    """A place on a server, emptied."""

    def restart() -> None:
        server.kill()
        server.start()

    place = Place(server.address, secret, USER, server.password, restart)
    with place.open() as graph:
        empty_out(graph)
    return place
