"""Who asked to be forgotten: keyed hashes of names, which everything that goes into the ledger is held against."""

from __future__ import annotations

from collections.abc import Iterable

from graph_model.projection.given import Given
from queries.engine.base import Graph, Reading, Writing
from queries.ledger.draft import instant
from queries.ledger.given import given_of
from queries.masking import KeyedNames, first_digest, name_digest


def erased_people(graph: Graph) -> KeyedNames:
    """The names that are to stay forgotten, for whoever is about to read: the same page then gives the same text.

    :raises NotAllowed: without the secret that this graph was made with.
    """
    given = given_of(graph)
    return graph.answer(lambda tx: erased_in(tx, given))


def erased_in(tx: Reading, given: Given) -> KeyedNames:
    """The same within a transaction, which is the last word: somebody may be erased while others read."""
    rows = tx.ask("ledger/suppressions")
    digests = (frozenset(row[name] for row in rows if row[name]) for name in ("id", "first"))
    return KeyedNames(given.secret, *digests)


def suppress(tx: Writing, names: Iterable[str], given: Given, at: str) -> None:
    """Keep these names out from now on. ``at`` is ISO 8601 in UTC; of the name itself nothing is kept."""
    rows = {}
    for name in names:
        id_ = name_digest(given.secret, name)
        rows[id_] = {"id": id_, "first": first_digest(given.secret, name), "at": instant(at)}
    tx.ask("ledger/save_suppressions", rows=[rows[id_] for id_ in sorted(rows)])
