"""The ledger's counter, with what upkeep wrote on it."""

from __future__ import annotations

from queries.backup.form import Row
from queries.engine.base import Reading


def counter_of(tx: Reading) -> Row:
    """Its properties: ``uid``, ``version``, ``schema``, ``secret_check``, ``unswept``, ``restoring``."""
    row: Row = tx.ask("backup/ledger")[0]["ledger"]
    return row
