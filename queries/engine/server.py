"""Neo4j as the graph sees it: an address that was told."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph_model.errors import Fault

from .bolt import Access, Bolt, ConnectionLost
from .doorway import Doorway
from .image import Image

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Result

_WAITS = (0.1, 0.4, 1.5, 5.0, 10.0, 13.0)
"""Seconds to wait before each next attempt."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A transaction whose statements keep the plan that they once got.

    Neo4j plans a statement anew when what it counted of the graph is ten seconds old and no longer true. Of a graph
    that is being read into it never is: half of the server's time went to plans that came out the same. What a change
    asks by key begins at an index, also of an empty graph; the tests look at the plans.
    """

    transaction: ManagedTransaction

    def run(self, text: str, parameters: dict[str, Any], /) -> Result:
        return self.transaction.run(f"CYPHER replan=skip {text}", parameters)


class Neo4jEngine:
    """A Neo4j server or cluster, which starts and recovers without us."""

    kind: Literal["neo4j"] = "neo4j"
    still_access: Access = "WRITE"
    image_form = ""

    def __init__(self, address: str, user: str, password: str, database: str) -> None:
        self.bolt = Bolt(address, user, password, database)

    def rejoin(self, lost: ConnectionLost, attempt: int) -> None:
        """Wait for a server that was there a moment ago (a change of leader, a restart); half a minute in all."""
        if lost.in_commit or not self.bolt.reached or attempt == len(_WAITS):
            raise lost
        time.sleep(_WAITS[attempt])

    def writing(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()  # the first statement of a change is the lock

    def changing(self, transaction: ManagedTransaction) -> Planned:
        return Planned(transaction)

    def explained(self, fault: Fault) -> None:
        return None

    def image(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()  # a server is imaged offline, by whoever keeps it

    def replacement(self, image: Image | None = None) -> None:
        return None  # a Community server has the one database

    def clear_replaced(self) -> None:
        return None

    def make_search_index(self, name: str, label: str, field: str) -> None:
        self.bolt.define(f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [n.{field}]")
        self.bolt.define("CALL db.awaitIndexes(60)")  # on a graph with contents they are filled in the background

    def doorway(self) -> Doorway:
        """By the one user there is: a Community server has no roles, so the plan has to be looked at."""
        return Doorway(self.bolt, plans=True, end_overdue=lambda _: None, close=lambda: None)

    def close(self) -> None:
        self.bolt.close()
