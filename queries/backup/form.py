"""The form of a backup: gzipped lines of JSON, a header first, a line a row, and an end that seals the rest.

What comes after these, when the end tells of it, is an image (``queries.backup.imaging``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from queries.constraints import UNIQUE

FORM = "samenspel-backup"
VERSION = 2
"""Of the file's own form, which has images since 2; that of the rows is the ledger's (``queries.schema_version``)."""

LABELS = (
    "Suppression", "Page", "Claim", "Decision", "Change", "Reply",
    *(
        label for label in UNIQUE
        if label not in ("Ledger", "Suppression", "Page", "Claim", "Decision", "Change", "Reply", "Key", "Thing")
    ),
)  # fmt: skip
"""What is kept, in this order: whom to keep out first, and pages before what hangs on their text.

What follows from the ledger (things, links, keys) is drawn anew.
"""

Row = dict[str, Any]
_MOMENT = "$moment"
_HOLDS_MOMENT = b'"$moment"'
_REDUNDANT = ("said",)  # a text made of the row itself


def row_line(label: str, row: Row) -> bytes:
    """A row as a line."""
    plain = {name: value for name, value in row.items() if name not in _REDUNDANT and value is not None}
    return _line([label, plain])


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_as_json).encode("utf-8") + b"\n"


def _as_json(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {_MOMENT: value.astimezone(UTC).isoformat()}
    raise TypeError(f"no form for {type(value).__name__}")


def label_of(line: bytes) -> str:
    """The label of a row's line.

    :raises ValueError: it is no row.
    """
    if not line.startswith(_ROW):
        raise ValueError("no row")
    return line[len(_ROW) : line.index(b'"', len(_ROW))].decode("utf-8")


_ROW = b'["'


def row_of(line: bytes) -> tuple[str, Row]:
    """The label and row of a line that was read.

    :raises ValueError, TypeError, KeyError: it is no row.
    """
    label, row = json.loads(line)
    if label not in LABELS or not isinstance(row, dict) or "id" not in row:
        raise ValueError("no row")
    if _HOLDS_MOMENT in line:  # hardly any does, and to look at each value takes as long as reading them
        return label, {name: _value(inner) for name, inner in row.items()}
    return label, row


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return datetime.fromisoformat(value[_MOMENT]).astimezone(UTC)
    return value


@dataclass(slots=True)
class Seal:
    """What the end says of all lines before it (how many of each label, and their hash), and of an image after it."""

    rows: dict[str, int] = field(default_factory=dict)
    image: Row | None = None
    _hash: Any = field(default_factory=hashlib.sha256)

    def add(self, line: bytes, label: str = "") -> None:
        """Take in a line."""
        self._hash.update(line)
        if label:
            self.rows[label] = self.rows.get(label, 0) + 1

    def end(self) -> dict[str, Any]:
        """What the last line says."""
        image = {} if self.image is None else {"image": self.image}
        return {"end": FORM, "rows": dict(sorted(self.rows.items())), "sha256": self._hash.hexdigest(), **image}


def header_line(header: Row) -> bytes:
    """The first line."""
    return _line({"form": FORM, "version": VERSION, **header})


def end_line(seal: Seal) -> bytes:
    """The last line."""
    return _line(seal.end())


def in_order(rows: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    """The rows as they come, when their labels come in order.

    :raises ValueError: they do not: then a row may have been left unlooked at.
    """
    at = 0
    for label, row in rows:
        place = LABELS.index(label)
        if place < at:
            raise ValueError("out of order")
        at = place
        yield label, row
