"""The initiatives that may be in the answer: by where they are, and by what ties them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from queries.as_of import holds
from queries.engine.base import Reading
from queries.geography import PRECISIONS
from queries.near.circle import Circle, Distance, nearest
from queries.near.ground import Ground, Lying
from queries.near.placing import placed
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


def candidates(
    reading: Reading, ground: Ground, ties: Ties, circle: Circle, wish: Wish, theme: Ref | None
) -> list[Candidate]:  # fmt: skip
    """All initiatives within the radius, or tied directly, each with its ties; about the theme if one is given."""
    direct = ties.direct_ids
    found = placed(reading, ground, circle, wish, _in_areas(reading, circle), ties.direct)
    if theme:
        about = {row["id"] for row in reading.ask("near/about_theme", id=theme.id) if holds(row, wish.day)}
        found = [one for one in found if one.id in about]
    itself = circle.start.ref.id
    wanted = _located(circle, [one for one in found if one.id != itself], direct, wish.km)
    tied = ties.to(reading, {lying.id: lying for lying, _ in wanted})
    return [Candidate(lying, distance, tuple(tied.get(lying.id, ()))) for lying, distance in wanted]


def _located(
    circle: Circle, found: Sequence[Lying], direct: set[str], km: float
) -> list[tuple[Lying, Distance | None]]:  # fmt: skip
    """Those that are tied directly or near enough, with their distances: reckoned once for all that share points."""
    reckoned: dict[int, tuple[Distance | None, bool]] = {}
    located = []
    for one in found:
        known = reckoned.get(id(one.points))
        if known is None:
            distance = nearest(circle.origins, one.points)
            known = reckoned[id(one.points)] = distance, is_near(distance, km)
        if known[1] or one.id in direct:
            located.append((one, known[0]))
    return located


def best(found: Iterable[Candidate], count: int) -> list[Candidate]:
    """The first so many, ranked.

    What no tie raises comes in the order of its distance, so of those hundreds only the nearest are looked at.
    """
    chosen, untied = [], defaultdict[tuple[float, tuple[float, int, float]], list[Candidate]](list)
    for one in found:
        if one.ties or one.distance is None:
            chosen.append(one)
        else:
            untied[one.distance.rank].append(one)
    enough = len(chosen) + count
    for rank in sorted(untied):
        if len(chosen) >= enough:
            break
        chosen += untied[rank]
    return sorted(chosen, key=lambda candidate: candidate.order)[:count]


def is_near(distance: Distance | None, km: float) -> bool:
    """Whether it counts as within a radius, or may be."""
    return distance is not None and (distance.within(km) or distance.perhaps_within(km))


def _in_areas(reading: Reading, circle: Circle) -> set[str]:
    """The initiatives in the municipalities of which no more is known than that an origin lies there."""
    if not circle.areas:
        return set()
    rows = reading.ask("near/in_areas", municipalities=sorted({municipality for municipality, _ in circle.areas}))
    return {row["id"] for row in rows if (row["municipality"], row["province"] or "") in circle.areas}
