"""Where things are: which of their positions count, how far apart they are, and the cells around a point.

Degrees are WGS84, distances great-circle kilometres on a sphere of 6371.0088 km: within 0.3 % of the true distance.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from queries.results import Position, Precision, Ref

EARTH_RADIUS_KM = 6371.0088
# An address within this distance of a place is that place seen from nearer by.
SAME_TOWN_KM = 10.0
PRECISIONS: tuple[Precision, ...] = ("address", "place", "municipality")  # best first


@dataclass(frozen=True, slots=True)
class Placed:
    """A point of a thing. ``via`` is the place that it was taken from, None when it is the thing's own.

    ``area`` is the municipality that it lies in and its province, each empty where that is not known.
    """

    lat: float
    lon: float
    precision: Precision
    via: Ref | None = None
    area: tuple[str, str] = ("", "")

    @property
    def approximate(self) -> bool:
        """Whether only the municipality is known."""
        return self.precision == "municipality"

    @property
    def position(self) -> Position:
        return Position(lat=self.lat, lon=self.lon, precision=self.precision, via=self.via)


def distance_km(a: Placed, b: Placed) -> float:
    """How far two points are apart."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b.lon - a.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def counting(own: Placed | None, places: Sequence[Placed]) -> tuple[Placed, ...]:
    """The points of a thing that count, best first.

    A known address comes first and stands for the place around it, in whose municipality it lies; a municipality
    counts only when nothing better is known.
    """
    own = own and _in_area_of(own, places)
    others = [p for p in places if own is None or own.precision != "address" or distance_km(own, p) > SAME_TOWN_KM]
    found = sorted([*([own] if own else []), *others], key=lambda p: PRECISIONS.index(p.precision))
    exact = [p for p in found if not p.approximate]
    return tuple(exact or found)


def _in_area_of(own: Placed, places: Sequence[Placed]) -> Placed:
    near = [place for place in places if distance_km(own, place) <= SAME_TOWN_KM]
    return replace(own, area=near[0].area) if near and not own.area[0] else own


def cells_around(points: Iterable[Placed], km: float) -> list[str]:
    """The keys of all cells of 0.1° that hold a spot within this distance of one of the points."""
    cells = {cell for point in points for cell in _cells(point, km)}
    return sorted(cells)


def rounds_around(points: Iterable[Placed], km: float) -> list[dict[str, float]]:
    """Ovals of degrees that hold all spots within this distance of each point: lat, lon, half their high and wide.

    As good as the circle itself near by, a little wider far off.
    """
    rounds = []
    for point in points:
        high, wide = _reach(point, km)
        rounds.append({"lat": point.lat, "lon": point.lon, "high": high, "wide": wide})
    return rounds


def in_rounds(lat: float, lon: float, rounds: Iterable[Mapping[str, float]]) -> bool:
    """Whether a spot lies in one of the ovals that :func:`rounds_around` gives."""
    return any(
        ((lat - one["lat"]) / one["high"]) ** 2 + ((lon - one["lon"]) / one["wide"]) ** 2 <= 1.001 for one in rounds
    )


def _cells(point: Placed, km: float) -> Iterable[str]:
    high, wide = _reach(point, km)
    for lat in range(math.floor((point.lat - high) * 10), math.floor((point.lat + high) * 10) + 1):
        for lon in range(math.floor((point.lon - wide) * 10), math.floor((point.lon + wide) * 10) + 1):
            yield f"{lat}:{lon}"


def _reach(point: Placed, km: float) -> tuple[float, float]:
    """How many degrees of latitude and of longitude a distance is around a point, at most."""
    high = math.degrees(km / EARTH_RADIUS_KM)
    # The circle is widest a little poleward of its middle, so the widest parallel is the one to measure on.
    narrowest = max(0.01, math.cos(math.radians(min(89.0, abs(point.lat) + high))))
    return high, high / narrowest


def shown_km(km: float, *, approximate: bool = False) -> str:
    """A distance as a Dutch reader writes it: "2,3 km", "14 km", "ongeveer 5 km"."""
    text = f"{km:.1f}".replace(".", ",") if km < 9.95 else f"{km:.0f}"
    return f"ongeveer {text} km" if approximate else f"{text} km"
