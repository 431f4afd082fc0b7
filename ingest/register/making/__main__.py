"""Make the bundled register anew: ``python -m ingest.register.making FOLDER``, FOLDER with the gathered tables."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from ingest.register import BUNDLED
from ingest.register.making import entities
from ingest.register.making.names import write_names
from ingest.register.making.people import people
from ingest.register.making.raw import Record, raw_tables, write
from ingest.register.making.relations import COLUMNS, relations
from ingest.register.names import FILE
from ingest.register.reading import read_register

TARGET = Path(__file__).parent.parent / "data"
_TABLES = {
    "initiatives": (
        entities.initiatives,
        "name aliases form place municipality province website founded source_url",
    ),
    "initiatives_inferred": (entities.inferred, "name place municipality province"),
    "care_organisations": (
        entities.care_organisations,
        "name aliases sector place other_places municipality website source_url",
    ),
    "partners": (entities.partners, "name type aliases form place website source_url"),
    "events": (entities.events, "title start end place municipality mode venue host series features themes source_url"),
    "themes": (entities.themes, "theme kind synonyms source_url"),
    "people": (people, "name role organisation since until seen source_url"),
}


def make(folder: Path, target: Path) -> None:
    """Write all tables of the register, and the relations that have no place in it."""
    tables = raw_tables(folder)
    for name, (rows, words) in _TABLES.items():
        write(target / f"{name}.csv", words.split(), _only(words.split(), rows(tables)))
    made = relations(tables)
    write(target / "relations.csv", COLUMNS, _only(COLUMNS, made.rows))
    columns = ("subject", "subject_type", "relation", "object", "object_type", "why", "source_url")
    write(target / "without_place.csv", columns, _only(columns, made.without_place))


def _only(columns: Iterable[str], rows: Iterable[Record]) -> Iterable[Record]:
    return ({column: row.get(column, "") for column in columns} for row in rows)


def main() -> None:
    """Write the shipped files; the names come from the register as it is read."""
    make(Path(sys.argv[1]), TARGET)
    register = read_register(BUNDLED, "")
    write_names((claim for reading in register.readings for claim in reading.claims), FILE)
    for problem in register.problems:
        print(problem, file=sys.stderr)  # noqa: T201  a program for whoever makes the register


if __name__ == "__main__":
    main()
