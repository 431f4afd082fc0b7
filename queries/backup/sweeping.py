"""Writing the database anew after an erasure, so that no file of it holds what was erased.

Both engines keep old names in logs, freed space and indexes. The embedded engine is swept by a fresh database that
takes the old one's place; a Neo4j server has to be emptied by whoever keeps it, in steps that ``person erase`` prints.
"""

from __future__ import annotations

from contextlib import suppress

from queries.backup.counter import counter_of
from queries.backup.filling import fill
from queries.backup.loading import tell_fresh
from queries.backup.writing import ledger_rows
from queries.engine.base import Graph, Reading


class _SweptMeanwhile(Exception):
    """Another process did it while this one waited for the writer's lock."""


def is_unswept(graph: Graph) -> bool:
    """Whether somebody was erased since the files were last written anew."""
    return graph.for_upkeep().answer(lambda tx: bool(counter_of(tx).get("unswept")))


def finish_sweep(graph: Graph) -> bool:
    """Write the database anew where that is still to be done and can be done here; gives whether it is done now.

    Of an engine that has one database only, this does nothing.
    """
    if graph.engine != "embedded":
        return not is_unswept(graph)
    if is_unswept(graph):
        _sweep(graph.for_upkeep())
    graph.clear_replaced()
    return True


def _sweep(upkeep: Graph) -> None:
    fresh = upkeep.replacement()
    assert fresh is not None, "an embedded engine can have a second database"
    with suppress(_SweptMeanwhile), fresh as engine:

        def copy(tx: Reading) -> None:
            ledger = counter_of(tx)
            if not ledger.get("unswept"):
                raise _SweptMeanwhile
            fill(engine, upkeep.secret, ledger_rows(tx))
            kept = {name: ledger.get(name) for name in ("uid", "secret_check", "schema")}
            tell_fresh(engine, {**kept, "version": ledger["version"] + 1})

        upkeep.answer(copy)
