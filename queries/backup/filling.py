"""Rows of a ledger into a store that is all new, and the graph that follows from them, in a quarter of the time.

Rows go past Cypher, by the thousand, and their indexes are made when all are there. What the engine does (storing,
indexing) goes on beside what this process does (reading, packing, projecting).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from types import TracebackType
from typing import Self

from graph_model.projection.given import Given
from graph_model.projection.project import Projection
from graph_model.schema import LINK_KINDS
from queries.backup.form import Row
from queries.backup.heard import Heard
from queries.backup.loading import TEXTS
from queries.constraints import FILLED, Index, filled, indexes_of, prepare_to_fill
from queries.engine.base import FreshStore, Graph, NewRow
from queries.ledger.given import given_of
from queries.ledger.graph_rows import link_row
from queries.ledger.graph_store import create_links, in_batches, save_nodes
from queries.ledger.rebuild import key_rows
from queries.uncollected import uncollected

_AT_ONCE, _LARGE, _LINKS = 4_000, 200, 50_000
_AHEAD = 2
"""How many steps may wait for the engine: more would only fill memory."""


def fill(store: FreshStore, secret: bytes | None, rows: Iterable[tuple[str, Row]]) -> None:
    """Store the rows, and draw the graph."""
    graph = Graph(store, secret, gated=False)
    given = given_of(graph)
    prepare_to_fill(store)
    store.make_types(FILLED, LINK_KINDS)
    heard = Heard()
    with uncollected(), _Steps() as steps:
        for label, batch in heard.batches(rows, _AT_ONCE, _LARGE):
            steps.then(_storing(graph, store, label, batch))
        _index(store, steps, ["Claim"])
        projection = heard.projection(given)
        _draw(graph, store, projection, given, steps)
    filled(store)


class _Steps:
    """Steps that are taken one after another while whoever asks for them goes on."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._asked: list[Future[object]] = []

    def then(self, step: Callable[[], object], *, ahead: bool = True) -> None:
        """Ask for a step; raises what went wrong in an earlier one.

        :param ahead: wait until few steps are left to be taken.
        """
        self._asked.append(self._thread.submit(step))
        self.wait(_AHEAD if ahead else len(self._asked))

    def wait(self, left: int = 0) -> None:
        """Until so many steps are left."""
        while len(self._asked) > left:
            self._asked.pop(0).result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        try:
            if kind is None:
                self.wait()
        finally:
            self._thread.shutdown(cancel_futures=True)


def _storing(graph: Graph, store: FreshStore, label: str, rows: list[Row]) -> Callable[[], object]:
    """The step that stores these rows: by the thousand where there are many, else in Cypher."""
    if label in FILLED:
        packed = store.packed(NewRow(label, row) for row in rows)
        return lambda: store.put(packed)
    return lambda: graph.change(lambda tx: tx.run(TEXTS[label], {"rows": rows}))


def _index(store: FreshStore, steps: _Steps, labels: Iterable[str]) -> None:
    for index in indexes_of(labels):
        steps.then(_indexing(store, index), ahead=False)


def _indexing(store: FreshStore, index: Index) -> Callable[[], object]:
    return lambda: store.make_index(index.name, index.label, index.field, unique=index.unique)


def _draw(graph: Graph, store: FreshStore, projection: Projection, given: Given, steps: _Steps) -> None:
    for nodes in in_batches(list(projection.nodes.values())):
        steps.then(lambda nodes=nodes: graph.change(lambda tx: save_nodes(tx, nodes, new=True)))  # type: ignore[misc]
    links = [(link, link_row(link)["properties"]) for link in projection.links.values()]
    keys = key_rows(projection, given)
    steps.wait()
    places = graph.answer(lambda tx: {row["id"]: row["place"] for row in tx.ask("backup/places")})
    for rows in in_batches(keys, _AT_ONCE):
        steps.then(_storing(graph, store, "Key", rows))
    _index(store, steps, ["Key"])
    for batch in in_batches([(link, row) for link, row in links if not _holds_moment(row)], _LINKS):
        packed = store.packed(NewRow(link.kind, row, places[link.start], places[link.end]) for link, row in batch)
        steps.then(lambda packed=packed: store.put(packed))  # type: ignore[misc]
    for moments in in_batches([link for link, row in links if _holds_moment(row)]):
        steps.then(lambda moments=moments: graph.change(lambda tx: create_links(tx, moments)))  # type: ignore[misc]
    _index(store, steps, LINK_KINDS)


def _holds_moment(values: Row) -> bool:
    return any(isinstance(value, datetime) for value in values.values())
