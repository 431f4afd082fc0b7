"""Ending what a user of the embedded engine has been running for too long."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


def end_overdue(transaction: ManagedTransaction, user: str, seconds: float) -> None:
    """End whatever this user has been running for more than so many seconds."""
    before = datetime.now(UTC) - timedelta(seconds=seconds)
    for record in list(transaction.run("SHOW TRANSACTIONS")):
        told: dict[str, Any] = record.data()
        name = str(told.get("transactionId", ""))
        # The engine takes no parameter here; a name that it made itself looks like this.
        if told.get("username") == user and _begun(told) < before and re.fullmatch(r"[\w-]+", name):
            transaction.run(f"TERMINATE TRANSACTION '{name}'").consume()


def _begun(told: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(str(told["startTime"]).replace("Z", "+00:00"))
