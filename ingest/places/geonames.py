"""A dump of a country by GeoNames: nineteen columns without a header, towns and areas mixed.

Columns and feature codes as on https://download.geonames.org/export/dump/ (CC BY 4.0).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph_model.names import fold
from ingest.places.wrong import MOST_TOLD, Wrong, degrees
from queries.ledger.place_list import PlaceLine

_COLUMNS = 19
# Of places with one name in one municipality the town itself comes before its parts.
_RANK = {"PPLC": 0, "PPLA": 1, "PPLA2": 2, "PPLA3": 3, "PPL": 4, "PPLL": 5, "PPLF": 6, "PPLX": 7}
_NO_MORE = frozenset(("PPLH", "PPLQ", "PPLW"))


@dataclass(frozen=True, slots=True)
class _Row:
    """The columns that matter. ``province`` and ``municipality`` are GeoNames' codes."""

    number: str
    name: str
    lat: float
    lon: float
    sort: str
    code: str
    country: str
    province: str
    municipality: str
    people: int

    @property
    def order(self) -> tuple[int, int, str]:
        return _RANK.get(self.code, 9), -self.people, self.number


def places_of_dump(lines: Iterable[str], source: str) -> tuple[list[PlaceLine], list[Wrong]]:
    """The towns, villages and hamlets of a dump, each with the names of its municipality and province."""
    rows: list[_Row] = []
    wrong: list[Wrong] = []
    for number, line in enumerate(lines, start=1):
        row = _row(line)
        if row is not None:
            rows.append(row)
        elif line.strip() and len(wrong) < MOST_TOLD:
            wrong.append(Wrong(number, "deze regel heeft niet de 19 kolommen van GeoNames, of geen ligging"))
    names = {_area(row): _plain(row.name) for row in rows if row.sort == "A" and row.code in ("ADM1", "ADM2")}
    towns = [row for row in rows if row.sort == "P" and row.code not in _NO_MORE]
    return _each_once(towns, names, source), wrong


def _row(line: str) -> _Row | None:
    parts = line.rstrip("\r\n").split("\t")
    if len(parts) != _COLUMNS or not parts[0].isdecimal() or not parts[1].strip():
        return None
    lat, lon = degrees(parts[4], 90), degrees(parts[5], 180)
    if lat is None or lon is None:
        return None
    people = int(parts[14]) if parts[14].isdecimal() else 0
    return _Row(parts[0], parts[1], lat, lon, parts[6], parts[7], parts[8], parts[10], parts[11], people)


def _area(row: _Row) -> tuple[str, str, str]:
    """The codes of the area that a row is, or of the municipality that it lies in."""
    return row.country, row.province, "" if row.code == "ADM1" else row.municipality


def _plain(name: str) -> str:
    for sort in ("Gemeente ", "Provincie "):
        name = name.removeprefix(sort)
    return name


def _each_once(towns: Iterable[_Row], names: dict[tuple[str, str, str], str], source: str) -> list[PlaceLine]:
    """One line for each name in a municipality: the town before its parts, the larger before the smaller."""
    found: dict[tuple[str, str, str, str], PlaceLine] = {}
    for row in sorted(towns, key=lambda row: row.order):
        area = _area(row)
        line = PlaceLine(
            row.name, names.get(area, ""), names.get((row.country, row.province, ""), ""), row.lat, row.lon,
            row.number, source,
        )  # fmt: skip
        # Without a municipality nothing tells two of one name from each other; both stay.
        found.setdefault((fold(row.name), *area) if area[2] else (row.number, *area), line)
    return list(found.values())
