"""What lies where, as far as anybody asked: kept for each version of the graph.

Hundreds of initiatives are at home around a town. To go through them all takes an engine longer than all else that an
answer needs, and the next one asks about the same towns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from queries.as_of import existed, has_ended, holds
from queries.engine.base import Graph, Reading
from queries.geography import PRECISIONS, Placed, counting
from queries.kept import Kept
from queries.results import Ref

# So many homes are kept of one version: some hundred megabytes.
MOST = 250_000
Row = Mapping[str, Any]


class Lying(NamedTuple):
    """An initiative and the spots that count, best first. A tuple, for there are hundreds in each answer."""

    id: str
    name: str
    form: str | None
    points: tuple[Placed, ...]

    @property
    def ref(self) -> Ref:
        return Ref(id=self.id, kind="Initiative", name=self.name)


class Home(NamedTuple):
    """An initiative as it lies at one place: without points when a closer look is needed to know where it is.

    ``dates``: since and until when it is at home there, and when it was founded and closed; None without any.
    """

    lying: Lying
    dates: Row | None

    def counts(self, day: datetime | None, at: datetime) -> bool:
        """Whether it was there by a moment, which is the last one of the day that is asked about, if any is."""
        dates = self.dates
        return dates is None or (existed(dates, day) and holds(dates, day) and not has_ended(dates, at))


@dataclass(slots=True)
class Ground:
    """The places (``near/homes``) and initiatives (``near/placed_here``) by cell, and by place who is at home there."""

    places: dict[str, tuple[Sequence[Any], ...]] = field(default_factory=dict)
    initiatives: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    homes: dict[str, tuple[Home, ...]] = field(default_factory=dict)
    held: int = 0
    _spots: dict[str, Placed | None] = field(default_factory=dict)

    def add_cells(self, cells: Iterable[str], homes: Iterable[Row], initiatives: Iterable[Row]) -> None:
        """Take in all that lies in these cells, as the two questions give it."""
        places, here = _by_cell(cells), _by_cell(cells)
        for row in homes:
            places[row["cell"]].append(row["place"])
            if row["homes"] is not None:
                self.add_homes(row["place"], row["homes"])
        for row in initiatives:
            here[row["cell"]].append(row)
        # The places last: whoever finds those of a cell, in another thread, finds its initiatives too.
        self.initiatives.update((cell, tuple(rows)) for cell, rows in here.items())
        self.places.update((cell, tuple(rows)) for cell, rows in places.items())

    def add_homes(self, place: Sequence[Any], homes: Iterable[Sequence[Any]]) -> None:
        """Take in who is at home in a place."""
        spot = self.spot(place)
        points = () if spot is None or spot.approximate else (spot,)
        found = tuple(
            Home(Lying(id_, name, form, () if has_own else points), dates) for id_, name, form, has_own, dates in homes
        )
        self.homes[place[0]] = found
        self.held += len(found)

    def spot(self, place: Sequence[Any]) -> Placed | None:
        """A place as the questions give it; None for one that is too wide to measure from."""
        id_, name, lat, lon, precision, municipality, province = place
        if id_ not in self._spots:
            via = Ref(id=id_, kind="Place", name=name)
            self._spots[id_] = _placed(lat, lon, precision, municipality, province, via)
        return self._spots[id_]

    def lying(self, row: Row, day: datetime | None, at: datetime) -> Lying:
        """An initiative in a row of ``near/placed``, by the spots that counted at a moment."""
        own = None
        if row["lat"] is not None:
            own = _placed(row["lat"], row["lon"], row["position_precision"], row["municipality"], row["province"])
        there = [place[:-3] for place in row["places"] if _counted(place[-3:], day, at)]
        spots = [self.spot(place) for place in sorted(there, key=name_and_id)]
        return Lying(row["id"], row["name"], row["form"], counting(own, [spot for spot in spots if spot]))


_KEPT: Kept[Ground] = Kept()


def ground_of(graph: Graph, reading: Reading) -> Ground:
    """What is known of this version; of a graph that is larger than is kept, nothing."""
    kept = _KEPT.of(graph, reading, Ground)
    return kept if kept.held < MOST else Ground()


def name_and_id(place: Sequence[Any]) -> tuple[str, str]:
    """The order of places, which decides what is told where two are as good."""
    return place[1], place[0]


def _by_cell(cells: Iterable[str]) -> dict[str, list[Any]]:
    return {cell: [] for cell in cells}


def _counted(dates: Sequence[Any], day: datetime | None, at: datetime) -> bool:
    since, until, first_seen = dates
    if since is None and until is None:
        return True
    row = {"since": since, "until": until, "first_seen": first_seen}
    return holds(row, day) and not has_ended(row, at)


def _placed(
    lat: float, lon: float, precision: Any, municipality: str | None, province: str | None, via: Ref | None = None
) -> Placed | None:
    """A spot; None when it is of something too wide to measure from, as a province."""
    if precision not in PRECISIONS:
        return None
    return Placed(lat, lon, precision, via, (municipality or "", province or ""))
