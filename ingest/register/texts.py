"""The texts that a row gives for a part of the description."""

from __future__ import annotations

from ingest.register.description import Cells, Condition, KindOf
from ingest.register.sheets import Row


def texts(cells: Cells | None, row: Row) -> tuple[str, ...]:
    """The texts in their order, each once; empty ones are none."""
    if cells is None:
        return ()
    text = cells.value or row.cells[cells.column]
    parts = text.split(cells.separator) if cells.separator else (text,)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def text(cells: Cells | None, row: Row) -> str:
    """The one text, or empty."""
    return next(iter(texts(cells, row)), "")


def holds(condition: Condition, row: Row) -> bool:
    """Whether every column of a condition has one of its values; an empty condition always holds."""
    return all(row.cells[column] in values for column, values in condition.items())


def is_passed_over(skip: Condition, row: Row) -> bool:
    """Whether any column has a value that is to be skipped."""
    return any(row.cells[column] in values for column, values in skip.items())


def constant_kind(kind: KindOf, row: Row) -> str:
    """The kind that is fixed, or that the column says (translated where the description does so)."""
    said = kind.fixed or row.cells[kind.column]
    return kind.values.get(said, kind.otherwise or said)
