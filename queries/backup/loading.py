"""Rows of a ledger into an empty store, and the graph that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from queries.backup.form import LABELS, Row
from queries.engine.base import Engine, Graph, Writing
from queries.ledger.rebuild import draw
from queries.ledger.rows import NULLABLE, with_said
from queries.library import question

_CREATE = "UNWIND $rows AS row CREATE (n:{label} {{id: row.id}}) SET n = row"
_MERGE = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) ON CREATE SET n = row"
# Whom to keep out may be known already; all else is new in an empty store.
_TEXTS = {label: (_MERGE if label == "Suppression" else _CREATE).format(label=label) for label in LABELS}
_AT_ONCE = 2_000
_LARGE = {"Page": 100, "Change": 100, "Reply": 50}
Batch = tuple[str, list[Row]]


def load(target: Graph, rows: Iterable[tuple[str, Row]], check: Callable[[Writing], None] = lambda _: None) -> None:
    """Store the rows, some at a time, and draw the graph.

    :param check: looks in each transaction whether to go on.
    """
    for label, batch in _batches(rows):

        def work(tx: Writing, label: str = label, batch: list[Row] = batch) -> None:
            check(tx)
            tx.run(_TEXTS[label], {"rows": batch})

        target.change(work)
    draw(target)


def load_fresh(engine: Engine, secret: bytes | None, rows: Iterable[tuple[str, Row]]) -> None:
    """The same into a store that is all new."""
    target = Graph(engine, secret, gated=False)
    target.prepare()
    load(target, rows)


def tell_fresh(engine: Engine, ledger: Row) -> None:
    """Set what stands on the counter of a new store: from then on it is the one that it takes the place of."""
    text = question("backup/set_ledger").text
    engine.bolt.transact("WRITE", lambda tx: tx.run(text, row=ledger).consume())


def _batches(rows: Iterable[tuple[str, Row]]) -> Iterator[Batch]:
    """The rows in lists of one label, no longer than one transaction takes well; each id once."""
    for label, found in groupby(rows, key=itemgetter(0)):
        most = _LARGE.get(label, _AT_ONCE)
        batch: list[Row] = []
        for _, row in found:
            batch.append(with_said({**NULLABLE, **row}) if label == "Claim" else row)
            if len(batch) == most:
                yield label, batch
                batch = []
        if batch:
            yield label, batch
