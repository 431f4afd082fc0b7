"""The initiatives that may be in the answer: by where they are, and by what ties them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from queries.as_of import existed, holds
from queries.engine.base import Reading
from queries.geography import PRECISIONS, cells_around
from queries.near.circle import Circle, Distance, nearest
from queries.near.score import Tie, score_of
from queries.near.tying import Ties
from queries.near.wish import Wish
from queries.results import Precision, Ref
from queries.things import Stored, things_stored


@dataclass(frozen=True, slots=True)
class Candidate:
    """An initiative that may be in the answer. ``distance`` is None when either position is unknown.

    ``last_seen`` is ISO 8601, empty where it was not looked up.
    """

    stored: Stored
    distance: Distance | None
    ties: tuple[Tie, ...] = ()
    last_seen: str = ""

    @property
    def id(self) -> str:
        return str(self.stored.row["id"])

    @property
    def form(self) -> str | None:
        return self.stored.row.get("form")

    @property
    def score(self) -> float:
        return round(score_of(self.distance.counted if self.distance else None, self.ties), 6)

    @property
    def is_tied(self) -> bool:
        return any(tie.direct for tie in self.ties)

    @property
    def precision(self) -> Precision | None:
        """How exactly the distance is known: by the less exact of its ends."""
        if self.distance is None:
            return None
        ends = (self.distance.point.precision, self.distance.origin.point.precision)
        return max(ends, key=PRECISIONS.index)

    @property
    def order(self) -> tuple[float, float, int, float, str, str]:
        """Equal scores: nearer first, of equally near ones what is known better; then by name."""
        where, far = self.distance, float("inf")
        near = (where.counted, PRECISIONS.index(where.point.precision), where.km) if where else (far, 0, far)
        return -self.score, *near, self.stored.row["name"], self.id


def candidates(reading: Reading, ties: Ties, circle: Circle, wish: Wish, theme: Ref | None) -> list[Candidate]:
    """All initiatives within the radius, or tied directly, each with its ties; about the theme if one is given."""
    ids = ties.direct_ids | _placed_ids(reading, circle, wish.km)
    if theme:
        ids &= {row["id"] for row in reading.ask("near/about_theme", id=theme.id) if holds(row, wish.day)}
    located = _located(reading, ids - set(circle.ids[:1]), circle, wish.day)
    wanted = [c for c in located if c.id in ties.direct_ids or _is_near(c.distance, wish.km)]
    tied = ties.to(reading, {c.id: c.stored.ref for c in wanted})
    return [replace(c, ties=tuple(tied.get(c.id, ()))) for c in wanted]


def _is_near(distance: Distance | None, km: float) -> bool:
    return distance is not None and (distance.within(km) or distance.perhaps_within(km))


def _placed_ids(reading: Reading, circle: Circle, km: float) -> set[str]:
    """The initiatives in the cells around the origins, and in the municipalities of which no more is known."""
    cells = cells_around((origin.point for origin in circle.origins), km)
    ids = {row["id"] for row in reading.ask("near/in_cells", cells=cells)} if cells else set()
    if circle.areas:
        names = sorted({municipality for municipality, _ in circle.areas})
        rows = reading.ask("near/in_areas", municipalities=names)
        ids |= {row["id"] for row in rows if (row["municipality"], row["province"] or "") in circle.areas}
    return ids


def _located(reading: Reading, ids: Iterable[str], circle: Circle, day: datetime | None) -> list[Candidate]:
    stored = (one for one in things_stored(reading, ids, day).values() if existed(one.row, day))
    return [Candidate(one, nearest(circle.origins, one.points)) for one in stored]
