"""Neo4j as the graph sees it: an address that was told."""

from __future__ import annotations

import contextlib
from typing import Literal

from .bolt import Access, Bolt, ConnectionLost


class Neo4jEngine:
    """A Neo4j server or cluster, which starts and recovers without us."""

    kind: Literal["neo4j"] = "neo4j"
    still_access: Access = "WRITE"

    def __init__(self, address: str, user: str, password: str, database: str) -> None:
        self.bolt = Bolt(address, user, password, database)

    def rejoin(self, lost: ConnectionLost) -> None:
        raise lost

    def writing(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()  # the first statement of a change is the lock

    def make_search_index(self, name: str, label: str, field: str) -> None:
        self.bolt.define(f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [n.{field}]")

    def close(self) -> None:
        self.bolt.close()
