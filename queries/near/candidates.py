"""The initiatives that may be in the answer: by where they are, and by what ties them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from queries.as_of import holds
from queries.engine.base import Reading
from queries.geography import PRECISIONS
from queries.near.circle import Circle, Distance, nearest
from queries.near.placing import Lying, placed
from queries.near.score import SCORE_DIGITS, Tie, score_of
from queries.near.tying import Ties
from queries.near.wish import Wish
from queries.results import Precision, Ref

_NOWHERE = (float("inf"), 0, float("inf"))


class Candidate(NamedTuple):
    """An initiative that may be in the answer. ``distance`` is None when either position is unknown.

    ``last_seen`` is ISO 8601, empty where it was not looked up. A tuple, for there are hundreds in each answer.
    """

    lying: Lying
    distance: Distance | None
    ties: tuple[Tie, ...] = ()
    last_seen: str = ""

    @property
    def score(self) -> float:
        """By nearness and ties, 0 to 1, of six decimals."""
        if not self.ties:
            return self.distance.alone if self.distance else 0.0
        return round(score_of(self.distance.counted if self.distance else None, self.ties), SCORE_DIGITS)

    @property
    def id(self) -> str:
        return self.lying.id

    @property
    def form(self) -> str | None:
        return self.lying.form

    @property
    def is_tied(self) -> bool:
        return bool(self.ties) and any(tie.direct for tie in self.ties)

    @property
    def precision(self) -> Precision | None:
        """How exactly the distance is known: by the less exact of its ends."""
        if self.distance is None:
            return None
        ends = (self.distance.point.precision, self.distance.origin.point.precision)
        return max(ends, key=PRECISIONS.index)

    @property
    def order(self) -> tuple[float, tuple[float, int, float], str, str]:
        """Equal scores: nearer first, of equally near ones what is known better; then by name."""
        return -self.score, self.distance.order if self.distance else _NOWHERE, self.lying.name, self.id


def candidates(reading: Reading, ties: Ties, circle: Circle, wish: Wish, theme: Ref | None) -> list[Candidate]:
    """All initiatives within the radius, or tied directly, each with its ties; about the theme if one is given."""
    direct = ties.direct_ids
    found, beside = placed(reading, circle, wish, direct | _in_areas(reading, circle), ties.beside)
    for rows in beside:
        ties.hear(rows)
    if theme:
        about = {row["id"] for row in reading.ask("near/about_theme", id=theme.id) if holds(row, wish.day)}
        found = [one for one in found if one.id in about]
    located = _located(circle, [one for one in found if one.id != circle.ids[0]])
    wanted = [c for c in located if c.id in direct or is_near(c.distance, wish.km)]
    tied = ties.to(reading, {c.id: c.lying for c in wanted})
    return [c._replace(ties=tuple(tied[c.id])) if c.id in tied else c for c in wanted]


def _located(circle: Circle, found: Sequence[Lying]) -> list[Candidate]:
    """Each with its distance; of the hundreds that share their points that is reckoned once."""
    distances: dict[int, Distance | None] = {}
    located = []
    for one in found:
        points = id(one.points)
        if points not in distances:
            distances[points] = nearest(circle.origins, one.points)
        located.append(Candidate(one, distances[points]))
    return located


def is_near(distance: Distance | None, km: float) -> bool:
    """Whether it counts as within a radius, or may be."""
    return distance is not None and (distance.within(km) or distance.perhaps_within(km))


def _in_areas(reading: Reading, circle: Circle) -> set[str]:
    """The initiatives in the municipalities of which no more is known than that an origin lies there."""
    if not circle.areas:
        return set()
    rows = reading.ask("near/in_areas", municipalities=sorted({municipality for municipality, _ in circle.areas}))
    return {row["id"] for row in rows if (row["municipality"], row["province"] or "") in circle.areas}
