"""One place of the gazetteer, and the line that holds it in the shipped file."""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = (
    "keys", "kind", "name", "alternatives", "lat", "lon", "precision", "municipality", "province", "country",
    "geonames_id", "population", "source",
)  # fmt: skip
KINDS = ("place", "district", "municipality", "former_municipality", "province", "region", "island", "country")


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place with its position in degrees (WGS84); ``lat`` and ``lon`` are None for a region without one.

    ``kind`` is one of :data:`KINDS`. ``precision`` says what the position is of: the "place" itself, its
    "municipality" (only that is known), or the "province". ``municipality`` of a former municipality is the one that
    it went into. ``geonames_id`` is empty for what GeoNames' list of places does not hold.
    """

    kind: str
    name: str
    alternatives: tuple[str, ...]
    lat: float | None
    lon: float | None
    precision: str
    municipality: str
    province: str
    country: str
    geonames_id: str
    population: int
    source: str


def to_line(keys: tuple[str, ...], entry: PlaceEntry) -> str:
    """The line of the shipped file for an entry; ``keys`` are its folded names."""
    place = ("", "") if entry.lat is None or entry.lon is None else (f"{entry.lat:.4f}", f"{entry.lon:.4f}")
    return "\t".join(
        (
            "|".join(keys), entry.kind, entry.name, "|".join(entry.alternatives), *place, entry.precision,
            entry.municipality, entry.province, entry.country, entry.geonames_id,
            str(entry.population) if entry.population else "", entry.source,
        )
    )  # fmt: skip


def from_line(line: str) -> PlaceEntry:
    """The entry of a line of the shipped file."""
    _, kind, name, also, lat, lon, precision, municipality, province, country, geonames_id, people, source = line.split(
        "\t"
    )
    return PlaceEntry(
        kind, name, tuple(also.split("|")) if also else (), float(lat) if lat else None, float(lon) if lon else None,
        precision, municipality, province, country, geonames_id, int(people or 0), source,
    )  # fmt: skip
