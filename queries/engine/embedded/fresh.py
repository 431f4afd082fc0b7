"""A database that is being made beside the one that counts, in the same engine, by whoever holds the writer's lock."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Literal

from graph_model.errors import Fault

from ..bolt import Access, Bolt, ConnectionLost
from ..doorway import Doorway


class FreshEngine:
    """An engine of one writer, which is lost with the first connection that is."""

    kind: Literal["embedded"] = "embedded"
    still_access: Access = "READ"

    def __init__(self, bolt: Bolt, sql: Callable[[str], None]) -> None:
        self.bolt = bolt
        self._sql = sql

    def writing(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def rejoin(self, lost: ConnectionLost, attempt: int) -> None:
        raise lost

    def explained(self, fault: Fault) -> None:
        return None

    def replacement(self) -> None:
        return None

    def clear_replaced(self) -> None:
        return None

    def doorway(self) -> Doorway:
        raise Fault("In een graaf die nog gemaakt wordt, kan niemand anders vragen stellen.")

    def make_search_index(self, name: str, label: str, field: str) -> None:
        make_search_index(self._sql, name, label, field)

    def close(self) -> None:
        self.bolt.close()


def make_search_index(sql: Callable[[str], None], name: str, label: str, field: str) -> None:
    """This engine makes a full-text index in its own SQL only."""
    sql(f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
    sql(f"CREATE PROPERTY `{label}`.`{field}` IF NOT EXISTS STRING")
    sql(f"CREATE INDEX `{name}` IF NOT EXISTS ON `{label}` ({field}) FULL_TEXT")
