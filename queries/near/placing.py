"""Where the initiatives lie that may be near: no more of each than its distance is reckoned from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from queries.engine.base import Asked, Reading
from queries.geography import PRECISIONS, Placed, cells_around, counting, rounds_around
from queries.near.circle import Circle
from queries.near.wish import Wish
from queries.results import Ref

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


def placed(
    reading: Reading, circle: Circle, wish: Wish, ids: Collection[str], beside: Sequence[Asked] = ()
) -> tuple[list[Lying], list[list[dict[str, Any]]]]:  # fmt: skip
    """The initiatives that may lie within the radius of the origins, and those with these ids; each once.

    Who has a home near by that is known exactly needs no closer look: what else there is of it lies farther off.

    :param beside: questions that may be asked along; their answers come second.
    """
    origins = [origin.point for origin in circle.origins]
    time = {"day": wish.day, "at": wish.at, "moment": wish.at.isoformat()}
    cells, spots = cells_around(origins, wish.km), _Spots()
    homes, here, wanted, *others = reading.ask_together(
        ("near/homes", {"cells": cells, "rounds": rounds_around(origins, wish.km), **time}),
        ("near/placed_here", {"cells": cells, **time}),
        ("near/placed", {"ids": sorted(ids), **time}),
        *beside,
    )
    near = _at_home(homes, spots)
    seen = {row["id"]: row for row in (*here, *wanted)}
    closer = sorted(one for one, lying in near.items() if not lying.points and one not in seen)
    for row in (*seen.values(), *(reading.ask("near/placed", ids=closer, **time) if closer else ())):
        near[row["id"]] = _lying(row, spots)
    return list(near.values()), others


def _at_home(rows: Iterable[Row], spots: _Spots) -> dict[str, Lying]:
    """The initiatives by id; without points where those are known only by all that is known of the initiative."""
    found: dict[str, tuple[str, str | None, list[Placed | None]]] = {}
    for row in sorted(rows, key=lambda row: (row["place"][1], row["place"][0])):
        spot = spots.of(row["place"])
        exact = None if spot is None or spot.approximate else spot
        for id_, name, form, has_own in row["homes"]:
            home = None if has_own else exact
            if id_ in found:
                found[id_][2].append(home)
            else:
                found[id_] = name, form, [home]
    # Of hundreds that share a few places each gets the very same points, which are reckoned with once.
    at: dict[tuple[int, ...], tuple[Placed, ...]] = {}
    lying = {}
    for id_, (name, form, places) in found.items():
        if (key := tuple(map(id, places))) not in at:
            at[key] = () if None in places else counting(None, [place for place in places if place])
        lying[id_] = Lying(id_, name, form, at[key])
    return lying


def _lying(row: Row, spots: _Spots) -> Lying:
    own = None
    if row["lat"] is not None:
        own = _spot(row["lat"], row["lon"], row["position_precision"], row["municipality"], row["province"])
    places = [spots.of(place) for place in sorted(row["places"], key=lambda place: (place[1], place[0]))]
    return Lying(row["id"], row["name"], row["form"], counting(own, [place for place in places if place]))


@dataclass(frozen=True, slots=True)
class _Spots:
    """The places that questions gave, each made once."""

    made: dict[str, Placed | None] = field(default_factory=dict)

    def of(self, place: Sequence[Any]) -> Placed | None:
        """A place as the questions give it; None for one that is too wide to measure from."""
        id_, name, lat, lon, precision, municipality, province = place
        if id_ not in self.made:
            via = Ref(id=id_, kind="Place", name=name)
            self.made[id_] = _spot(lat, lon, precision, municipality, province, via)
        return self.made[id_]


def _spot(
    lat: float, lon: float, precision: Any, municipality: str | None, province: str | None, via: Ref | None = None
) -> Placed | None:
    """A spot; None when it is of something too wide to measure from, as a province."""
    if precision not in PRECISIONS:
        return None
    return Placed(lat, lon, precision, via, (municipality or "", province or ""))
