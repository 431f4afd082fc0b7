"""The circle of a thing: itself, its locations and its whole, and the points from which distances are measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graph_model.errors import NotFound
from graph_model.schema import ORGANISATION_KINDS
from queries.as_of import has_ended, holds, now
from queries.engine.base import Asked, Reading
from queries.geography import PRECISIONS, Placed, distance_km
from queries.near.score import SCORE_DIGITS, nearness
from queries.results import Ref
from queries.things import Stored, stored_of

# Everybody may be part of a movement; that makes them no one organisation.
WHOLES = tuple(kind for kind in ORGANISATION_KINDS if kind != "Movement")
# Nearness counts by half of a municipality at least, where no more is known than the municipality.
APPROXIMATE_KM = 5.0
# Of a thing that is tied to so few it is told along to which initiatives.
FEW = 100
_NEAREST_FIRST = ("self", "part", "whole")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """A point to measure from, and whose it is."""

    thing: Ref
    point: Placed


@dataclass(frozen=True, slots=True)
class Circle:
    """A thing with its locations and its whole. ``members`` come nearest first: itself, its parts, its whole.

    ``heard`` says in Dutch how words that name no thing of the graph were understood: an address, a place elsewhere.
    ``ties``: what the thing itself is tied to, as ``near/ties`` gives it; None where that was not asked along.
    """

    start: Stored
    members: tuple[Ref, ...]
    origins: tuple[Origin, ...]
    heard: str = ""
    ties: Sequence[Row] | None = None

    @property
    def ids(self) -> list[str]:
        return [member.id for member in self.members]

    @property
    def areas(self) -> frozenset[tuple[str, str]]:
        """The municipalities (each with its province) of which no more is known than that an origin lies there."""
        return frozenset(o.point.area for o in self.origins if o.point.approximate and o.point.area[0])


@dataclass(frozen=True, slots=True)
class Distance:
    """How far something is from the nearest origin, in km. ``counted`` is what nearness is reckoned by.

    ``inside``: it lies in the very municipality that is all that is known of the origin. ``order``: nearer first, of
    equally near ones what is known better. ``alone``: the score of what lies so far off and is tied by nothing.
    ``rank``: the order of all that is tied by nothing, but for their names.
    """

    km: float
    counted: float
    approximate: bool
    inside: bool
    origin: Origin
    point: Placed
    order: tuple[float, int, float] = field(init=False)
    alone: float = field(init=False)
    rank: tuple[float, tuple[float, int, float]] = field(init=False)

    def __post_init__(self) -> None:  # hundreds of initiatives share a few places, so a few distances
        object.__setattr__(self, "alone", round(nearness(self.counted), SCORE_DIGITS))
        object.__setattr__(self, "order", (self.counted, PRECISIONS.index(self.point.precision), self.km))
        object.__setattr__(self, "rank", (-self.alone, self.order))

    def within(self, radius: float) -> bool:
        """Whether it counts as within a radius: the middle of a municipality never as though something stood there."""
        return self.inside or self.counted <= radius

    def perhaps_within(self, radius: float) -> bool:
        """Whether it may be within a radius that is smaller than the municipality which is all that is known."""
        return not self.within(radius) and self.km <= radius


def circle_of(reading: Reading, start: Ref, at: datetime | None = None, *, tied: bool = False) -> Circle:
    """The circle of a thing at a moment (now, if none is given); for what is no organisation the thing alone.

    :param tied: ask its ties along.
    """
    found = circle_by_id(reading, start.id, at, tied=tied)
    if found is None:
        raise NotFound(f"Er is niets met nummer {start.id!r}.")
    return found


def circle_by_id(reading: Reading, id_: str, at: datetime | None, *, tied: bool) -> Circle | None:
    """The same, of what has this very id; None when nothing has."""
    return circle_in(id_, reading.ask_together(*circle_asked(id_, tied=tied)), at)


def circle_asked(id_: str, *, tied: bool = False) -> list[Asked]:
    """The questions for the circle of a thing, to be asked together with others; :func:`circle_in` reads the answers.

    :param tied: ask its ties along.
    """
    return [
        ("near/itself", {"id": id_}),
        ("near/parts", {"id": id_, "organisations": list(ORGANISATION_KINDS)}),
        ("near/wholes", {"id": id_, "wholes": list(WHOLES)}),
        *([ties_asked([id_])] if tied else ()),
    ]


def ties_asked(ids: Sequence[str]) -> Asked:
    """The question for all ties of these things."""
    return "near/ties", {"ids": list(ids), "few": FEW}


def circle_in(id_: str, answers: Sequence[Sequence[Row]], at: datetime | None) -> Circle | None:
    """The circle in the answers to :func:`circle_asked`; None when nothing has this very id."""
    family, ties = zip(_NEAREST_FIRST, answers[:3], strict=True), answers[3:]
    if not answers[0]:
        return None
    return _circle(id_, [(relation, row) for relation, rows in family for row in rows], at, ties[0] if ties else None)


def _circle(
    id_: str, rows: Sequence[tuple[str, Row]], at: datetime | None, ties: Sequence[Row] | None
) -> Circle:  # fmt: skip
    moment = now()
    there = [
        (relation, stored_of(row, at)) for relation, row in rows
        if all(holds(tie, at) if at else not has_ended(tie, moment) for tie in row["ties"])
    ]  # fmt: skip
    found = sorted(there, key=_rank)
    # A thing can be reached twice, as a part of a part; then the nearer way counts.
    members = {stored.row["id"]: stored for _, stored in reversed(found)}
    nearest_first = dict.fromkeys(stored.row["id"] for _, stored in found)
    wholes = {stored.row["id"] for relation, stored in found if relation == "whole"}
    origins = tuple(
        Origin(members[i].ref, point) for i in nearest_first if i not in wholes for point in members[i].points
    )
    return Circle(members[id_], tuple(members[i].ref for i in nearest_first), origins, ties=ties)


def _rank(found: tuple[str, Stored]) -> tuple[int, str, str]:
    relation, stored = found
    return _NEAREST_FIRST.index(relation), stored.row["name"], stored.row["id"]


def nearest(origins: Sequence[Origin], points: Sequence[Placed]) -> Distance | None:
    """The distance between the nearest of origins and points; None when there are none."""
    distances = (_distance(origin, point) for origin in origins for point in points)
    return min(distances, key=lambda d: (d.counted, d.approximate, d.km), default=None)


def _distance(origin: Origin, point: Placed) -> Distance:
    km = distance_km(origin.point, point)
    approximate = origin.point.approximate or point.approximate
    inside = origin.point.approximate and origin.point.area[0] != "" and origin.point.area == point.area
    # All that lies in the municipality that was asked for lies equally near; where its middle is, says nothing.
    counted = APPROXIMATE_KM if inside else max(km, APPROXIMATE_KM) if approximate else km
    return Distance(km, counted, approximate, inside, origin, point)
