"""All talk with the graph: the engine, writing, questions, analytics and exports."""

from __future__ import annotations

import sys
from pathlib import Path

from graph_model.errors import GraphUnavailable
from queries.engine.base import Graph

__all__ = ["Graph", "connect"]

_SCHEMES = ("bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc")


def connect(
    address_or_folder: str | Path,
    *,
    user: str = "",
    password: str = "",
    database: str = "",
    secret: bytes | None = None,
) -> Graph:
    """The graph at an address (``bolt://…``, ``neo4j://…``), or of a folder, whose engine is started where needed.

    :param user, password, database: for an address only; an empty database is the server's own default.
    :param secret: keys the ids of people; needed for writing only.
    :raises GraphUnavailable: the folder cannot be used, or its engine cannot be started.
    """
    scheme, found, _ = str(address_or_folder).partition("://")
    if found and scheme.lower() in _SCHEMES:
        from queries.engine.server import Neo4jEngine

        return Graph(Neo4jEngine(str(address_or_folder), user, password, database), secret)
    if sys.platform == "win32":
        raise GraphUnavailable(
            "De meegeleverde graafmotor draait niet op Windows; geef met SAMENSPEL_GRAPH het adres van een Neo4j op."
        )
    from queries.engine.embedded.engine import EmbeddedEngine

    return Graph(EmbeddedEngine(Path(address_or_folder)), secret)
