"""A table of places: CSV with a header that holds name, lat and lon, and perhaps municipality, province, geonames."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping

from graph_model.errors import NotUnderstood
from graph_model.names import fold
from ingest.places.wrong import MOST_TOLD, Wrong, degrees
from queries.ledger.place_list import PlaceLine

# Each column by the names that it may have.
_NAMES = {
    "name": ("name", "naam", "plaats", "woonplaats"),
    "lat": ("lat", "latitude", "breedte", "breedtegraad"),
    "lon": ("lon", "lng", "longitude", "lengte", "lengtegraad"),
    "municipality": ("municipality", "gemeente"),
    "province": ("province", "provincie"),
    "number": ("geonames", "geonameid", "geonames_id"),
}  # fmt: skip
_NEEDED = ("name", "lat", "lon")


def places_of_table(lines: Iterable[str], source: str) -> tuple[list[PlaceLine], list[Wrong]]:
    """The places of a table, and the lines that are wrong.

    :raises NotUnderstood: the header lacks a column that is needed.
    """
    given = iter(lines)
    header = next(given, "")
    delimiter = max(";\t,", key=header.count)
    columns = _columns(next(csv.reader([header], delimiter=delimiter), []), source)
    places: list[PlaceLine] = []
    wrong: list[Wrong] = []
    rows = csv.reader(given, delimiter=delimiter)
    for number, cells in _counted(rows, source):
        if not any(cell.strip() for cell in cells):
            continue
        place = _place({name: cells[at].strip() for name, at in columns.items() if at < len(cells)}, source)
        if isinstance(place, PlaceLine):
            places.append(place)
        elif len(wrong) < MOST_TOLD:
            wrong.append(Wrong(number, place))
    return places, wrong


def _counted(rows: Iterator[list[str]], source: str) -> Iterator[tuple[int, list[str]]]:
    number = 1
    try:
        for cells in rows:
            number += 1
            yield number, cells
    except csv.Error as error:
        raise NotUnderstood(f"{source}, regel {number + 1}: dit is geen CSV ({error}).", source) from error


def _columns(header: list[str], source: str) -> dict[str, int]:
    told = [cell.strip().lower() for cell in header]
    columns = {
        name: told.index(word) for name, words in _NAMES.items() for word in words if word in told
    }  # fmt: skip
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise NotUnderstood(
            f"{source} is geen lijst van plaatsen: in de kopregel ontbreekt {', '.join(missing)} (een bestand van "
            "GeoNames heeft 19 kolommen zonder kop).", source,
        )  # fmt: skip
    return columns


def _place(cells: Mapping[str, str], source: str) -> PlaceLine | str:
    """The place of a row, or in Dutch why it is none."""
    name, number = cells.get("name", ""), cells.get("number", "")
    if not fold(name):
        return "de naam ontbreekt"
    lat, lon = degrees(cells.get("lat", ""), 90), degrees(cells.get("lon", ""), 180)
    if lat is None or lon is None:
        return "de breedte of lengte is geen getal in graden"
    if number and not number.isdecimal():
        return "het GeoNames-nummer is geen getal"
    return PlaceLine(name, cells.get("municipality", ""), cells.get("province", ""), lat, lon, number, source)
