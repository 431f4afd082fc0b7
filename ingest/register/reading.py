"""A described register → readings of the sources that it cites, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph_model.errors import NotUnderstood
from ingest.register.admission import admitted
from ingest.register.checking import describe
from ingest.register.columns import missing_columns
from ingest.register.description import OnError, RegisterOf, TableOf
from ingest.register.known import kinds_by_name
from ingest.register.pages import readings_of
from ingest.register.problems import Problem, WrongCell
from ingest.register.said import Said
from ingest.register.sheets import Row, Sheet, read_sheet
from ingest.register.telling import tell
from ingest.register.texts import is_passed_over
from queries.ledger.records import PageReading
from queries.masking import ErasedNames, mask


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """What a register says, by the sources that it cites.

    ``reader`` is who makes the claims ("register:beweging"). ``problems`` are rows that did not go in (or, when the
    description says "stop", why none did), ``left_out`` people without a public role, ``notes`` what was not clear,
    in Dutch. ``rows`` counts the rows that went in; ``stopped``: none did, for one is wrong.
    """

    name: str
    title: str
    reader: str
    rows: int
    stopped: bool
    readings: tuple[PageReading, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]
    notes: tuple[str, ...]


def read_register(path: Path, fetched: str, erased: ErasedNames | None = None) -> RegisterReading:
    """Read a register by its description (a TOML file; its files lie beside it).

    :param fetched: when it is read, ISO 8601 in UTC.
    :param erased: people who asked to be forgotten.
    :raises NotUnderstood: the description itself can't be read.
    """
    register = describe(path)
    gathered = _Gathered(register)
    tables = [(table, sheet) for table in register.tables if (sheet := gathered.open(path.parent, table, erased))]
    gathered.tell(tables)
    said, left_out = admitted(gathered.said)
    stopped = register.on_error is OnError.STOP and bool(gathered.problems)
    reader = f"register:{register.name}"
    return RegisterReading(
        register.name, register.title, reader,
        rows=0 if stopped else gathered.rows,
        stopped=stopped,
        readings=() if stopped else tuple(readings_of(said, reader, fetched)),
        problems=tuple(gathered.problems),
        left_out=left_out,
        notes=tuple(gathered.told_notes()),
    )  # fmt: skip


class _Gathered:
    """What is found while the tables of one register are read."""

    def __init__(self, register: RegisterOf) -> None:
        self._register = register
        self._notes: Counter[str] = Counter()
        self.said: list[Said] = []
        self.problems: list[Problem] = []
        self.rows = 0

    def open(self, folder: Path, table: TableOf, erased: ErasedNames | None) -> Sheet | None:
        """The rows of a table, masked; None, and told, when it can't be read as described."""
        try:
            sheet = read_sheet(folder, table)
        except NotUnderstood as error:
            self.problems.append(Problem(table.file, str(error)))
            return None
        missing = missing_columns(table, sheet)
        self.problems += [*sheet.problems, *missing]
        return None if missing else _masked(sheet, table, erased)

    def tell(self, tables: list[tuple[TableOf, Sheet]]) -> None:
        """What all rows say; one that is wrong is told and left out."""
        known = kinds_by_name(tables)
        first: dict[str, str] = {}
        for table, sheet in tables:
            for row in sheet.rows:
                if is_passed_over(table.skip, row):
                    continue
                try:
                    found = tell(self._register, table, row, known)
                    if found is not None:
                        self._once(first, found.subject, sheet, row)
                except WrongCell as error:
                    self.problems.append(Problem(sheet.file, str(error), row.number, error.column))
                    continue
                if found is not None:
                    self.said += found.said
                    self._notes.update(found.notes)
                    self.rows += 1

    def _once(self, first: dict[str, str], subject: str, sheet: Sheet, row: Row) -> None:
        """Two rows may not describe the same thing."""
        if not subject:
            return
        here = f"{sheet.file}, rij {row.number}"
        before = first.setdefault(subject, here)
        if before != here:
            raise WrongCell(f"dit staat er al: {before}.")

    def told_notes(self) -> Iterator[str]:
        for note, times in sorted(self._notes.items()):
            yield f"{note}; {times} keer zonder ligging."


def _masked(sheet: Sheet, table: TableOf, erased: ErasedNames | None) -> Sheet:
    """The rows without what may not be stored. Addresses of sources stay whole: a covered one leads nowhere."""
    kept = table.sources.column if table.sources else ""
    rows = (
        Row(row.number, {c: text if c == kept or not text else mask(text, erased) for c, text in row.cells.items()})
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(rows))
