"""Parquet: ``things.parquet`` and ``links.parquet``, some thousands of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from queries.exports.content import COUNTS, FLAGS, LINK_COLUMNS, LISTS, NUMBERS, THING_COLUMNS, Content, Row

_AT_ONCE = 20_000


def write(content: Content, path: Path) -> None:
    _table(path / "things.parquet", THING_COLUMNS, content.things())
    _table(path / "links.parquet", LINK_COLUMNS, content.links())


def _table(file: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    schema = pa.schema([(name, _type(name)) for name in columns])
    with pq.ParquetWriter(file, schema) as out:
        remaining = iter(rows)
        while batch := list(islice(remaining, _AT_ONCE)):
            out.write_table(pa.Table.from_pylist([dict(row) for row in batch], schema=schema))


def _type(column: str) -> Any:
    if column in LISTS:
        return pa.list_(pa.string())
    if column in NUMBERS:
        return pa.float64()
    if column in COUNTS:
        return pa.int64()
    return pa.bool_() if column in FLAGS else pa.string()
