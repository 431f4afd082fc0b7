"""Which columns a description asks for, and which of them a file lacks."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.register.description import Cells, LinkOf, TableOf, ThingOf
from ingest.register.problems import Problem
from ingest.register.sheets import Sheet


def missing_columns(table: TableOf, sheet: Sheet) -> list[Problem]:
    """A problem for each column that is described and not there."""
    wanted = dict.fromkeys(column for column in _wanted(table) if column)
    only = f" (er is maar één kolom; scheidt iets anders dan {table.delimiter!r} de kolommen?)"
    hint = only if len(sheet.columns) == 1 and not sheet.file.lower().endswith(".xlsx") else ""
    return [
        Problem(sheet.file, f"deze kolom ontbreekt{hint}.", 1, column)
        for column in wanted
        if column not in sheet.columns
    ]


def _wanted(table: TableOf) -> Iterator[str]:
    yield from table.skip
    yield _column(table.sources)
    for thing in table.things.values():
        yield from _of_thing(thing)
    for link in table.links:
        yield from _of_link(link)


def _of_thing(thing: ThingOf) -> Iterator[str]:
    yield from thing.when
    yield thing.kind.column
    for cells in (thing.name, thing.qualifier, thing.municipality, thing.province, *thing.fields.values()):
        yield _column(cells)
    if thing.position is not None:
        for cells in (thing.position.latitude, thing.position.longitude, thing.position.precision):
            yield _column(cells)


def _of_link(link: LinkOf) -> Iterator[str]:
    yield from link.when
    yield link.kind.column
    for cells in (link.role, link.since, link.until, link.seen):
        yield _column(cells)


def _column(cells: Cells | None) -> str:
    return cells.column if cells is not None else ""
