"""The rows of a sheet of an XLSX workbook. Formulas are not worked out: a cell with one is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from graph_model.errors import NotUnderstood
from ingest.register.sheets import Given

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

# What openpyxl raises on files that only look like workbooks.
_BROKEN = (BadZipFile, KeyError, ValueError, TypeError, OSError, EOFError, IndexError, AttributeError, SyntaxError)


def rows_of_workbook(path: Path, sheet: str, name: str) -> Iterator[Given]:
    """The rows of one sheet, the first when none is named.

    :raises NotUnderstood: it is no workbook, has no such sheet, or openpyxl is not there.
    """
    book = _opened(path, name)
    try:
        if sheet and sheet not in book.sheetnames:
            raise NotUnderstood(f"Er is geen blad {sheet!r}; wel: {', '.join(book.sheetnames)}.", name)
        for number, cells in enumerate(book[sheet or book.sheetnames[0]].iter_rows(), start=1):
            wrong = {place: why for place, cell in enumerate(cells) if (why := _wrong(cell.data_type))}
            yield Given(number, [_text(cell.value) for cell in cells], wrong)
    except _BROKEN as error:
        raise NotUnderstood("Dit werkblad is niet te lezen.", name) from error
    finally:
        book.close()


def _opened(path: Path, name: str) -> Workbook:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise NotUnderstood("Voor XLSX is openpyxl nodig: installeer samenspel[office].", name) from error
    try:
        return load_workbook(path, read_only=True, data_only=False)
    except _BROKEN as error:
        raise NotUnderstood("Dit is geen XLSX-bestand.", name) from error


def _wrong(data_type: str) -> str:
    if data_type == "f":
        return "hier staat een formule, geen waarde"
    return "hier staat een foutwaarde" if data_type == "e" else ""


def _text(value: object) -> str:
    """A cell as a CSV would hold it: dates as ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%dT%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
