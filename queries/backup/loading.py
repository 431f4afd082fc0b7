"""Rows of a ledger into an empty store, and the graph that follows from them: where there is but the one database."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from queries.backup.form import LABELS, Row
from queries.backup.heard import Heard
from queries.engine.base import Engine, Graph, Writing
from queries.ledger.given import given_of
from queries.ledger.rebuild import drawing
from queries.library import question
from queries.uncollected import uncollected

_CREATE = "UNWIND $rows AS row CREATE (n:{label}) SET n = row"
_MERGE = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) ON CREATE SET n = row"
# Whom to keep out may be known already; all else is new in an empty store.
TEXTS = {label: (_MERGE if label == "Suppression" else _CREATE).format(label=label) for label in LABELS}
_AT_ONCE, _LARGE = 2_000, 100


def load(target: Graph, rows: Iterable[tuple[str, Row]], check: Callable[[Writing], None] = lambda _: None) -> None:
    """Store the rows, some at a time, and draw the graph.

    :param check: looks in each transaction whether to go on.
    """
    heard, given = Heard(), given_of(target)

    def change(work: Callable[[Writing], object]) -> None:
        def checked(tx: Writing) -> None:
            check(tx)
            work(tx)

        target.change(checked)

    with uncollected():
        for label, batch in heard.batches(rows, _AT_ONCE, _LARGE):
            change(lambda tx, label=label, batch=batch: tx.run(TEXTS[label], {"rows": batch}))  # type: ignore[misc]
        for step in drawing(heard.projection(given), given):
            change(step)


def tell_fresh(engine: Engine, ledger: Row) -> None:
    """Set what stands on the counter of a new store: from then on it is the one that it takes the place of."""
    text = question("backup/set_ledger").text
    engine.bolt.transact("WRITE", lambda tx: tx.run(text, row=ledger).consume())
