"""Proposals as answers: both sides with their names, towns, dates and quotes, and what was decided on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_model.decisions import Decision, Verdict
from graph_model.keys import SEPARATOR
from queries import results
from queries.engine.base import Reading
from queries.evidence import best_first, claims_of
from queries.review.doubts import fact_doubts
from queries.review.meant import Side, sides_of_keys, spoken
from queries.review.profiles import Profile
from queries.words import kind_words

QUOTES = 3
"""So many quotes of each side go with a proposal."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two things that may be one, before it is shown: the keys that a verdict would speak of, how likely (0–1), and
    why as (feature, points, words). Where both are one thing now, its keys may be two."""

    left: Profile
    right: Profile
    keys: tuple[str, str]
    likely: float
    reasons: tuple[tuple[str, float, str], ...]
    decision: Decision | None = None


def shown(
    reading: Reading, proposed: Sequence[Proposed], profiles: Mapping[str, Profile]
) -> tuple[results.Proposal, ...]:
    """Proposals with the quotes of both sides. ``profiles`` are those of all things, for the names of places."""
    decided = [key for pair in proposed if pair.decision for key in (pair.decision.left, pair.decision.right)]
    keys = sorted({key for pair in proposed for key in pair.keys})
    sides = sides_of_keys(reading, (*keys, *decided))
    quotes = _quotes(reading, keys)
    return tuple(_proposal(pair, sides, quotes, profiles) for pair in proposed)


def _proposal(
    pair: Proposed, sides: Mapping[str, Side], quotes: Mapping[str, tuple[results.Claim, ...]],
    profiles: Mapping[str, Profile],
) -> results.Proposal:  # fmt: skip
    left, right = (
        _side(thing, sides[key], quotes.get(key, ()), profiles)
        for thing, key in zip((pair.left, pair.right), pair.keys, strict=True)
    )
    return results.Proposal(
        left=left, right=right, likely=pair.likely, joined=pair.left.id == pair.right.id,
        reasons=tuple(results.ReviewReason(feature=f, points=round(p, 2), words=w) for f, p, w in pair.reasons),
        warnings=tuple(fact_doubts(pair.left, pair.right, profiles)),
        decision=decision_shown(pair.decision, sides) if pair.decision else None,
    )  # fmt: skip


def _side(
    thing: Profile, side: Side, claims: tuple[results.Claim, ...], profiles: Mapping[str, Profile]
) -> results.ReviewSide:
    towns = sorted(profiles[town].name for town in thing.towns if town in profiles)
    return results.ReviewSide(
        id=thing.id, kind=thing.kind, name=thing.name, key=side.id, kind_words=kind_words(thing.kind),
        names=thing.names, towns=tuple(towns), start=thing.start or None, claims=claims,
    )  # fmt: skip


def _quotes(reading: Reading, keys: Sequence[str]) -> dict[str, tuple[results.Claim, ...]]:
    """The best quotes about each key: those that say most before those that only name it."""
    rows = reading.ask("review/claims_of_keys", keys=list(keys), most=QUOTES)
    ids = {row["key"]: list(row["claims"]) for row in rows}
    claims = claims_of(reading, (id_ for found in ids.values() for id_ in found))
    return {key: _once(best_first(claims, found)) for key, found in ids.items()}


def _once(claims: Iterable[results.Claim]) -> tuple[results.Claim, ...]:
    """Claims with different quotes."""
    by_quote: dict[str, results.Claim] = {}
    for claim in claims:
        by_quote.setdefault(claim.quote, claim)
    return tuple(by_quote.values())[:QUOTES]


def decision_shown(decision: Decision, sides: Mapping[str, Side]) -> results.PairDecision:
    """A verdict as an answer, with the names that its keys go by now."""

    def name(key: str) -> str:
        return spoken(sides[key]) if key in sides else key.split(SEPARATOR)[1]

    return results.PairDecision(
        id=decision.id, verdict=decision.verdict.value, left=decision.left, right=decision.right,
        left_name=name(decision.left), right_name=name(decision.right), by=decision.by, at=decision.at,
        reason=decision.reason,
        followed=_is_followed(decision, sides),
    )  # fmt: skip


def _is_followed(decision: Decision, sides: Mapping[str, Side]) -> bool | None:
    left, right = sides.get(decision.left), sides.get(decision.right)
    if left is None or right is None:
        return None
    one = left.thing.id == right.thing.id
    return one if decision.verdict == Verdict.SAME else not one if decision.verdict == Verdict.DIFFERENT else True
