"""What ``neo4j-admin database import full`` reads: two tables with headers of its own, and the command as a text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from queries.exports.content import COUNTS, FLAGS, LINK_COLUMNS, LISTS, NUMBERS, THING_COLUMNS, Content, Row

BETWEEN = "\x1f"
_ENDS = {"start": ":START_ID", "end": ":END_ID", "kind": ":TYPE"}
_HOW = """\
# Laadt deze map in een lege Neo4j (5.26 of nieuwer), die dan niet mag draaien. Voer dit uit in deze map.
neo4j-admin database import full neo4j --nodes=things.csv --relationships=links.csv \\
  --array-delimiter=U+001F --multiline-fields=true --overwrite-destination
"""


def write(content: Content, path: Path) -> None:
    things = [name for name in THING_COLUMNS if name != "id"]
    links = [name for name in LINK_COLUMNS if name not in _ENDS]
    _table(
        path / "things.csv",
        ["id:ID", *map(_typed, things), ":LABEL"],
        ([row["id"], *_cells(row, things), f"Thing{BETWEEN}{row['kind']}"] for row in content.things()),
    )
    _table(
        path / "links.csv",
        [*_ENDS.values(), *map(_typed, links)],
        ([*(row[name] for name in _ENDS), *_cells(row, links)] for row in content.links()),
    )
    (path / "import.sh").write_text(_HOW, encoding="utf-8")


def _table(file: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _typed(column: str) -> str:
    if column in LISTS:
        return f"{column}:string[]"
    if column in NUMBERS:
        return f"{column}:double"
    if column in COUNTS:
        return f"{column}:long"
    return f"{column}:boolean" if column in FLAGS else column


def _cells(row: Row, columns: Sequence[str]) -> list[Any]:
    return [_cell(row[name]) for name in columns]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return BETWEEN.join(one.replace(BETWEEN, " ") for one in value)
    return str(value).lower() if isinstance(value, bool) else value
