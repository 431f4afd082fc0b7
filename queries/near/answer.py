"""The answer to "what is near, and why": candidates by place and by tie, scored, cut into pages, with their quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from graph_model.errors import BadQuestion
from queries import results
from queries.as_of import day_of, existed, holds
from queries.as_of import now as this_moment
from queries.engine.base import Graph, Reading
from queries.evidence import best_first, claims_of
from queries.geography import cells_around, shown_km
from queries.near.circle import Circle, Distance, circle_of, nearest
from queries.near.score import Tie, score_of
from queries.near.tying import Ties
from queries.paging import check_page, next_page
from queries.resolve import resolve
from queries.results import Ref
from queries.things import Stored, things_stored

DEFAULT_KM = 15.0
DEFAULT_LIMIT = 20
MAX_KM = 400.0
# What is shown of each initiative; all ties count in its score.
SHOWN_REASONS = 5
SHOWN_CLAIMS = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """An initiative that may be in the answer. ``distance`` is None when either position is unknown."""

    stored: Stored
    distance: Distance | None
    ties: tuple[Tie, ...] = ()

    @property
    def id(self) -> str:
        return str(self.stored.row["id"])

    @property
    def score(self) -> float:
        return round(score_of(self.distance.counted if self.distance else None, self.ties), 6)

    @property
    def is_tied(self) -> bool:
        return any(tie.direct for tie in self.ties)

    @property
    def order(self) -> tuple[float, float, str, str]:
        """Equal scores: nearer first, then by name."""
        km = self.distance.km if self.distance else float("inf")
        return -self.score, km, self.stored.row["name"], self.id


def near(
    graph: Graph,
    thing: str,
    *,
    km: float = DEFAULT_KM,
    theme: str = "",
    as_of: str = "",
    after: int = 0,
    limit: int = DEFAULT_LIMIT,
    now: datetime | None = None,
) -> results.Near:
    """The initiatives near a thing, ranked as :mod:`queries.near` says.

    :param thing: an id, a name in any spelling, or words; mostly a care organisation.
    :param km: the radius, up to 400.
    :param theme: only initiatives about this theme or keyword.
    :param as_of: a date (EDTF): only ties that held, and places that counted, at its last moment; ties without dates
        are kept, marked.
    :param now: by when a tie has ended; the present moment by default.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`, also for the theme.
    :raises BadQuestion: a radius or number that makes no sense.
    """
    check_page(after, limit)
    if not 0 < km <= MAX_KM:
        raise BadQuestion(f"Kies een straal van meer dan 0 en hoogstens {MAX_KM:.0f} km.")
    day = day_of(as_of)
    at = day or now or this_moment()

    def question(reading: Reading) -> results.Near:
        circle = circle_of(reading, resolve(reading, thing), day)
        about = resolve(reading, theme, ("Theme", "Keyword")) if theme else None
        found = _candidates(reading, Ties(reading, circle, at, day), circle, km, about, day)
        answer = _answer(reading, circle, km, about, found, after, limit)
        return answer.model_copy(update={"as_of": as_of or None})

    return graph.answer(question)


def _candidates(
    reading: Reading, ties: Ties, circle: Circle, km: float, theme: Ref | None, day: datetime | None
) -> list[Candidate]:
    ids = ties.direct_ids | _placed_ids(reading, circle, km)
    if theme:
        ids &= {row["id"] for row in reading.ask("near/about_theme", id=theme.id) if holds(row, day)}
    located = _located(reading, ids - set(circle.ids[:1]), circle, day)
    wanted = [c for c in located if c.id in ties.direct_ids or (c.distance is not None and c.distance.km <= km)]
    tied = ties.to(reading, {c.id: c.stored.ref for c in wanted})
    return [replace(c, ties=tuple(tied.get(c.id, ()))) for c in wanted]


def _placed_ids(reading: Reading, circle: Circle, km: float) -> set[str]:
    cells = cells_around((origin.point for origin in circle.origins), km)
    return {row["id"] for row in reading.ask("near/in_cells", cells=cells)} if cells else set()


def _located(reading: Reading, ids: Iterable[str], circle: Circle, day: datetime | None) -> list[Candidate]:
    stored = (one for one in things_stored(reading, ids, day).values() if existed(one.row, day))
    return [Candidate(one, nearest(circle.origins, one.points)) for one in stored]


def _answer(
    reading: Reading, circle: Circle, km: float, theme: Ref | None,
    found: Sequence[Candidate], after: int, limit: int,
) -> results.Near:  # fmt: skip
    ranked = sorted(found, key=lambda candidate: candidate.order)
    within = [c for c in ranked if c.distance and c.distance.km <= km]
    beyond = [c for c in ranked if c.distance and c.distance.km > km][:limit]
    unplaced = [c for c in ranked if not c.distance][:limit]
    page = within[after : after + limit]
    claims = claims_of(reading, _shown_claims((*page, *beyond, *unplaced)))
    coverage = results.Coverage(**reading.ask("near/coverage")[0])
    return results.Near(
        thing=circle.start.thing(),
        origins=tuple(results.OriginPoint(thing=o.thing, position=o.point.position) for o in circle.origins),
        radius_km=km,
        theme=theme,
        initiatives=tuple(_neighbour(c, claims) for c in page),
        beyond=tuple(_neighbour(c, claims) for c in beyond),
        unplaced=tuple(_neighbour(c, claims) for c in unplaced),
        without_position=coverage.initiatives - coverage.with_position,
        coverage=coverage,
        message=_message(circle, km, within, theme),
        total=len(within),
        next=next_page(after, limit, len(within)),
        version=reading.version,
    )


def _shown_claims(candidates: Iterable[Candidate]) -> list[str]:
    return [claim for c in candidates for tie in c.ties[:SHOWN_REASONS] for claim in tie.claims]


def _neighbour(candidate: Candidate, claims: Mapping[str, results.Claim]) -> results.Neighbour:
    distance = candidate.distance
    return results.Neighbour(
        thing=candidate.stored.thing(),
        distance_km=round(distance.km, 3) if distance else None,
        approximate=distance.approximate if distance else False,
        nearest=distance.origin.thing if distance else None,
        score=round(candidate.score, 4),
        words=_where(distance),
        reasons=tuple(
            results.Reason(
                words=tie.words, weight=round(tie.weight, 4), path=tie.path,
                claims=best_first(claims, tie.claims)[:SHOWN_CLAIMS],
            )
            for tie in candidate.ties[:SHOWN_REASONS]
        ),
    )  # fmt: skip


def _where(distance: Distance | None) -> str:
    if distance is None:
        return "afstand onbekend"
    there, here = distance.point.via, distance.origin.point.via
    if there and here and there.id == here.id:
        return f"ook in {there.name}" if not distance.approximate else f"ook in de gemeente {there.name}"
    return f"{shown_km(distance.km, approximate=distance.approximate)} van {distance.origin.thing.name}"


def _message(circle: Circle, km: float, within: Sequence[Candidate], theme: Ref | None) -> str | None:
    if not circle.origins:
        return f"Van {circle.start.ref.name} is geen plaats bekend; er kunnen alleen verbanden genoemd worden."
    if within:
        return None
    about = f" over {theme.name}" if theme else ""
    return f"Binnen {shown_km(km)} is geen initiatief{about} bekend."
