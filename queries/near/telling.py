"""Neighbours in words: where each is, what ties it, and what stands in the way of a full answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from queries import results
from queries.evidence import best_first
from queries.geography import Placed, shown_km
from queries.near.candidates import Candidate
from queries.near.circle import Circle, Distance
from queries.near.explaining import explained
from queries.near.wish import Wish
from queries.results import Ref
from queries.things import Stored

# What is shown of each initiative; all ties count in its score.
SHOWN_REASONS = 5
SHOWN_CLAIMS = 4


def shown_claims(candidates: Iterable[Candidate]) -> list[str]:
    """The ids of the claims behind what is shown of these candidates."""
    return [claim for c in candidates for tie in c.ties[:SHOWN_REASONS] for claim in tie.claims]


def neighbour(
    candidate: Candidate, stored: Stored, claims: Mapping[str, results.Claim], wish: Wish
) -> results.Neighbour:  # fmt: skip
    """A candidate as the answer gives it."""
    distance, score = candidate.distance, round(candidate.score, 4)
    return results.Neighbour(
        thing=stored.thing(),
        distance_km=round(distance.km, 3) if distance else None,
        approximate=distance.approximate if distance else False,
        precision=candidate.precision,
        nearest=distance.origin.thing if distance else None,
        score=score,
        words=where(distance),
        form=candidate.form,
        last_seen=candidate.last_seen or None,
        reasons=tuple(
            results.Reason(
                words=tie.words, weight=round(tie.weight, 4), path=tie.path,
                claims=best_first(claims, tie.claims)[:SHOWN_CLAIMS],
            )
            for tie in candidate.ties[:SHOWN_REASONS]
        ),
        explanation=explained(distance, candidate.ties, score) if wish.explain else None,
    )  # fmt: skip


def where(distance: Distance | None) -> str:
    """How far it is, in Dutch, and whether that is known by the municipality only."""
    if distance is None:
        return "afstand onbekend"
    there, here = distance.point.via, distance.origin.point.via
    if there and here and there.id == here.id:
        return f"ook in {there.name}" if not distance.approximate else f"ook in de gemeente {there.name}"
    if there and there.id == distance.origin.thing.id and not distance.approximate:
        return f"in {there.name}"
    if distance.inside:
        return f"in de gemeente {distance.origin.point.area[0]}, {_spot(distance.point)}"
    return f"{shown_km(distance.km, approximate=distance.approximate)} van {distance.origin.thing.name}"


def _spot(point: Placed) -> str:
    if point.precision == "municipality" or point.via is None:
        return "waar precies is niet bekend" if point.precision == "municipality" else "met een eigen adres"
    return f"in {point.via.name}"


def message_of(circle: Circle, wish: Wish, within: Sequence[Candidate], theme: Ref | None) -> str | None:
    """What stands in the way of an answer; None when nothing does."""
    if not circle.origins:
        return f"Van {circle.start.ref.name} is geen plaats bekend; er kunnen alleen verbanden genoemd worden."
    if within:
        return None
    what = f"initiatief met de vorm “{wish.form}”" if wish.form else "initiatief"
    about = f" over {theme.name}" if theme else ""
    months = "maand" if wish.fresh == 1 else f"{wish.fresh} maanden"
    seen = f" dat de laatste {months} gezien of bevestigd is" if wish.fresh else ""
    return f"Binnen {shown_km(wish.km)} is geen {what}{about} bekend{seen}."
