"""The rows of a table: a CSV file here, a sheet of a workbook in ``workbooks``."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import NotUnderstood
from ingest.register.description import TableOf
from ingest.register.problems import Problem

BIGGEST_FILE = 50_000_000
MOST_ROWS = 200_000
_FORMULA = re.compile(r"=.|[+@-][A-Za-z.]+\(", re.DOTALL)
_LONE_BYTE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row by column; white space is made even. ``number`` counts as a spreadsheet does: the header is row 1."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a table that could be read as text, and what is wrong with the others."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A row as its file gives it; ``wrong`` says of cells (by position) why they are no plain value."""

    number: int
    cells: Sequence[str]
    wrong: Mapping[int, str]


def read_sheet(folder: Path, table: TableOf) -> Sheet:
    """The rows of a table; empty rows are passed over.

    :raises NotUnderstood: the file as a whole can't be read.
    """
    path = folder / table.file
    _look_at(path, table.file)
    if path.suffix.lower() == ".xlsx":
        from ingest.register.workbooks import rows_of_workbook

        return _sheet(table.file, rows_of_workbook(path, table.sheet, table.file))
    return _sheet(table.file, _rows_of_text(path.read_bytes(), table))


def _look_at(path: Path, name: str) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise NotUnderstood("Dit bestand staat niet naast de beschrijving.", name) from error
    except OSError as error:
        raise NotUnderstood(f"Het bestand is niet te lezen ({error.strerror}).", name) from error
    if not path.is_file():
        raise NotUnderstood("Dit is geen gewoon bestand.", name)
    if size > BIGGEST_FILE:
        raise NotUnderstood(f"Het bestand is groter dan {BIGGEST_FILE // 1_000_000} MB.", name)


def _rows_of_text(raw: bytes, table: TableOf) -> Iterator[Given]:
    """The rows of a CSV file. Bytes that the encoding does not know spoil their own cell only."""
    encoding = "utf-8-sig" if table.encoding.lower().replace("_", "-") in ("utf-8", "utf8") else table.encoding
    try:
        text = raw.decode(encoding, errors="surrogateescape")
    except UnicodeError as error:
        raise NotUnderstood(f"Het bestand is niet in {table.encoding} geschreven.", table.file) from error
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=table.delimiter, strict=True), start=1):
            yield Given(number, cells, dict(_wrong_cells(cells, table.encoding)))
    except csv.Error as error:
        raise NotUnderstood(f"Na rij {number} is het bestand geen geldige CSV ({error}).", table.file) from error


def _wrong_cells(cells: Sequence[str], encoding: str) -> Iterator[tuple[int, str]]:
    for place, cell in enumerate(cells):
        if _LONE_BYTE.search(cell):
            yield place, f"deze cel is niet in {encoding} geschreven"
        elif _FORMULA.match(cell.lstrip()):
            yield place, "hier staat een formule, geen waarde"


def _sheet(file: str, given: Iterable[Given]) -> Sheet:
    rows: list[Row] = []
    problems: list[Problem] = []
    columns: tuple[str, ...] | None = None
    try:
        for found in given:
            if columns is None:
                columns = tuple(" ".join(cell.split()) for cell in found.cells)
                problems += _of_header(file, columns)
                if not any(columns):
                    raise NotUnderstood("De eerste rij heeft geen kolomnamen.", file)
            elif any(cell.strip() for cell in found.cells):
                _add(found, columns, file, rows, problems)
    except NotUnderstood as error:
        if not columns or not any(columns):
            raise
        problems.append(Problem(file, str(error)))
    if columns is None:
        raise NotUnderstood("Het bestand is leeg.", file)
    return Sheet(file, columns, tuple(rows), tuple(problems))


def _of_header(file: str, columns: Sequence[str]) -> Iterator[Problem]:
    twice = {name for name in columns if name and columns.count(name) > 1}
    yield from (Problem(file, "deze kolom staat er twee keer.", 1, name) for name in sorted(twice))


def _add(found: Given, columns: Sequence[str], file: str, rows: list[Row], problems: list[Problem]) -> None:
    """Keep a row, or tell what is wrong with it."""
    wrong = [
        Problem(file, f"{why}.", found.number, columns[place] if place < len(columns) else "")
        for place, why in found.wrong.items()
    ]
    if any(cell.strip() for cell in found.cells[len(columns) :]):
        wrong.append(Problem(file, "deze rij heeft meer cellen dan er kolommen zijn.", found.number))
    if found.number > MOST_ROWS:
        raise NotUnderstood(f"Er staan meer dan {MOST_ROWS} rijen in; de rest is niet gelezen.", file)
    problems += wrong
    if not wrong:
        cells = [" ".join(cell.split()) for cell in found.cells]
        cells += [""] * (len(columns) - len(cells))
        rows.append(Row(found.number, dict(zip(columns, cells, strict=False))))
