"""A database that is being made beside the one that counts, in the same engine, by whoever holds the writer's lock."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from graph_model.errors import Fault

from ..base import NewRow
from ..bolt import Access, Bolt, ConnectionLost
from ..doorway import Doorway
from ..image import Image

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_MOST_BYTES = 24 * 1024 * 1024
"""Of one request; the engine refuses a hundred million, and holds what it takes in memory."""

_SORTED = 'METADATA {"buildMode": "SORTED"}'


class FreshEngine:
    """An engine of one writer, which is lost with the first connection that is."""

    kind: Literal["embedded"] = "embedded"
    still_access: Access = "READ"
    image_form = ""

    def __init__(self, bolt: Bolt, sql: Callable[[str], None], put: Callable[[bytes], None]) -> None:
        self.bolt = bolt
        self._sql = sql
        self._put = put

    def writing(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def changing(self, transaction: ManagedTransaction) -> ManagedTransaction:
        return transaction

    def rejoin(self, lost: ConnectionLost, attempt: int) -> None:
        raise lost

    def explained(self, fault: Fault) -> None:
        return None

    def replacement(self, image: Image | None = None) -> None:
        return None

    def image(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def clear_replaced(self) -> None:
        return None

    def doorway(self) -> Doorway:
        raise Fault("In een graaf die nog gemaakt wordt, kan niemand anders vragen stellen.")

    def make_search_index(self, name: str, label: str, field: str) -> None:
        make_search_index(self._sql, name, label, field)

    def make_types(self, labels: Iterable[str], links: Iterable[str]) -> None:
        """Make room for rows of these labels and links, by :meth:`put`."""
        for label in labels:
            self._sql(f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
        for link in links:
            self._sql(f"CREATE EDGE TYPE `{link}` IF NOT EXISTS")

    def make_index(self, name: str, label: str, field: str, *, unique: bool) -> None:
        """Sorted as a whole before it is written: in half of the time of one that grows entry by entry."""
        sort = "UNIQUE" if unique else "NOTUNIQUE"
        self._sql(f"CREATE PROPERTY `{label}`.`{field}` IF NOT EXISTS STRING")
        self._sql(f"CREATE INDEX `{name}` IF NOT EXISTS ON `{label}` ({field}) {sort} NULL_STRATEGY SKIP {_SORTED}")

    def packed(self, rows: Iterable[NewRow]) -> bytes:
        """Rows in the form in which :meth:`put` takes them."""
        return b"".join(_line(row) for row in rows)

    def put(self, packed: bytes) -> None:
        """Store rows that are all new, past Cypher."""
        for part in in_parts(packed, _MOST_BYTES):
            self._put(part)

    def close(self) -> None:
        self.bolt.close()


def in_parts(lines: bytes, most: int) -> Iterator[bytes]:
    """Whole lines in parts of at most so many bytes; a longer line is a part by itself."""
    start = 0
    while start < len(lines):
        end = lines.rfind(b"\n", start, start + most) + 1 or lines.find(b"\n", start) + 1 or len(lines)
        yield lines[start:end]
        start = end


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _line(row: NewRow) -> bytes:
    first = {"@type": "edge", "@from": row.start, "@to": row.end} if row.start else {"@type": "vertex"}
    values = row.values
    if None in values.values():
        values = {name: value for name, value in values.items() if value is not None}
    return _compact({**first, "@class": row.label, **values}).encode() + b"\n"


def make_search_index(sql: Callable[[str], None], name: str, label: str, field: str) -> None:
    """This engine makes a full-text index in its own SQL only."""
    sql(f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
    sql(f"CREATE PROPERTY `{label}`.`{field}` IF NOT EXISTS STRING")
    sql(f"CREATE INDEX `{name}` IF NOT EXISTS ON `{label}` ({field}) FULL_TEXT")
