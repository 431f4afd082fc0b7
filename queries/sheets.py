"""Tables as CSV: for a Dutch spreadsheet, or for a program. No cell of either is ever taken for a formula.

A Dutch Excel takes ``;`` between cells, a comma in numbers, and knows UTF-8 by its mark at the beginning; pandas takes
commas, a point and plain UTF-8.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TextIO

Style = Literal["dutch", "pandas"]
STYLES: tuple[Style, ...] = ("dutch", "pandas")
Value = str | int | float | bool | None

# What a spreadsheet skips before it looks whether a cell is a formula.
_SKIPPED = "\t\r\n\0\ufeff\u200b\u2060 "


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: names of columns, and rows of as many values; None is an empty cell."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]


def csv_text(sheet: Sheet, style: Style) -> str:
    """The sheet as CSV; written as UTF-8 with its line ends as they are, it opens rightly."""
    out = io.StringIO(newline="")
    write_csv(out, sheet.columns, sheet.rows, style)
    return out.getvalue()


def write_csv(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Value]], style: Style) -> None:
    """The same, row by row as they come, to what takes text and leaves line ends as they are."""
    from defusedcsv import csv

    dutch = style == "dutch"
    out.write("\ufeff" if dutch else "")
    writer = csv.writer(out, delimiter=";" if dutch else ",", lineterminator="\r\n" if dutch else "\n")
    writer.writerow([_cell(name, dutch) for name in columns])
    writer.writerows(_cells(rows, dutch))


def _cells(rows: Iterable[Sequence[Value]], dutch: bool) -> Iterable[list[str | int | float | None]]:
    return ([_cell(value, dutch) for value in row] for row in rows)


def _cell(value: Value, dutch: bool) -> str | int | float | None:
    if isinstance(value, bool):
        return ("ja" if value else "nee") if dutch else str(value)
    if isinstance(value, float) and dutch:
        return str(value).replace(".", ",")
    # Blanks before it would hide a formula from whoever guards against them, and not from the spreadsheet.
    return value.lstrip(_SKIPPED) if isinstance(value, str) else value
