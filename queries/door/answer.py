"""Asking through the door: the words are looked at, then the plan where the engine tells one, then it is run."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from types import MappingProxyType

from graph_model.errors import BadQuestion
from queries.door.plan import check
from queries.door.statement import LONGEST, statement
from queries.engine.base import Graph
from queries.engine.doorway import Doorway, Rows
from queries.results.door import Table

__all__ = ["LONGEST", "MOST_ROWS", "SECONDS", "ask"]

SECONDS = 10.0
MOST_ROWS = 10_000
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NONE: Mapping[str, object] = MappingProxyType({})


def ask(graph: Graph, query: str, parameters: Mapping[str, object] = _NONE, *, seconds: float = SECONDS) -> Table:
    """The table that answers a question in Cypher; it reads the graph and nothing else.

    :param parameters: the values of ``$names`` in the question.
    :param seconds: the question is ended when it takes longer.
    :raises NotAllowed: it writes, fetches, governs, or reads what is not of the graph; the message says what.
    :raises BadQuestion: it is no Cypher, takes too long or gives too much.
    """
    text = statement(query)
    for name in parameters:
        if not _NAME.fullmatch(name):
            raise BadQuestion(f"{name[:40]!r} kan geen naam van een parameter zijn: letters, cijfers en _.")
    until = time.monotonic() + seconds
    way = graph.doorway()
    try:
        if way.plans:
            check(*way.plan(text, parameters, seconds))
        return _answered(graph, way, text, parameters, until)
    finally:
        way.close()


def _answered(graph: Graph, way: Doorway, text: str, parameters: Mapping[str, object], until: float) -> Table:
    """The answer of one version of the graph, while there is time to ask anew."""
    while True:
        before = _version(graph)
        began = time.monotonic()
        found = way.rows(text, parameters, max(until - began, 1.0), MOST_ROWS)
        whole = _version(graph) == before
        now = time.monotonic()
        if whole or now + (now - began) > until:
            return _table(found, before if whole else None)


def _version(graph: Graph) -> int:
    return graph.answer(lambda reading: reading.version)


def _table(found: Rows, version: int | None) -> Table:
    return Table(columns=found.columns, rows=found.rows, total=len(found.rows), cut=found.more, version=version)
