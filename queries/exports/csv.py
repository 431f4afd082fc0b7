"""CSV: ``things.csv`` and ``links.csv``, for pandas or a spreadsheet. No cell is ever taken for a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from queries.exports.content import LINK_COLUMNS, THING_COLUMNS, Content, Row
from queries.sheets import write_csv

BETWEEN = " | "
"""Between the parts of a cell that holds several."""


def write(content: Content, path: Path) -> None:
    _table(path / "things.csv", THING_COLUMNS, content.things())
    _table(path / "links.csv", LINK_COLUMNS, content.links())


def _table(file: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        write_csv(out, columns, ([_cell(row[name]) for name in columns] for row in rows), "pandas")


def _cell(value: Any) -> Any:
    return BETWEEN.join(value) if isinstance(value, list) else value
