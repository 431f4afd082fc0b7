"""The tables as they were gathered, with the corrections of ``corrections.csv``, without sources that do not count."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from graph_model.names import fold

Record = dict[str, str]
TABLES = (
    "initiatives", "initiatives_geo_inferred", "care_organisations", "partners", "events", "themes", "people",
    "relations",
)  # fmt: skip
_HERE = Path(__file__).parent
_NAME_COLUMNS = ("name", "title", "theme", "subject")


def raw_tables(folder: Path) -> dict[str, list[Record]]:
    """All tables; rows that cite only our own test pages are gone."""
    corrections = _corrections()
    return {name: list(_rows(folder / f"{name}.csv", corrections.get(name, {}))) for name in TABLES}


def has_corrected_place(table: str, name: str) -> bool:
    """Whether the place of a row was corrected: relations may still name it as it was."""
    return any(column.startswith("place") for column in _corrections()[table][name])


def own_rows(name: str) -> list[Record]:
    """The rows of a list that lies beside this file."""
    return _read(_HERE / name)


def same(name: str) -> str:
    """What two spellings of one name have in common."""
    return fold(name).replace(" ", "")


def parts(cell: str, separator: str = ";") -> list[str]:
    """The parts of a cell."""
    return [part.strip() for part in cell.split(separator) if part.strip()]


def write(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    """A table as CSV with plain line ends; columns that a row lacks are empty."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _read(path: Path) -> list[Record]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def _corrections() -> dict[str, dict[str, Record]]:
    found: dict[str, dict[str, Record]] = defaultdict(lambda: defaultdict(dict))
    for row in own_rows("corrections.csv"):
        found[row["table"]][row["name"]][row["column"]] = row["value"]
    return found


def _rows(path: Path, corrections: Mapping[str, Record]) -> Iterable[Record]:
    for row in _read(path):
        name = next(row[column] for column in _NAME_COLUMNS if column in row)
        record = {**row, **corrections.get(name, {})}
        if "source_url" in record:
            record["source_url"] = ";".join(u for u in parts(record["source_url"]) if not u.startswith("seed:"))
            if not record["source_url"]:
                continue
        yield record
