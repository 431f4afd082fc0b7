"""Who may be who: what is proposed as one, what a person decided on it, and what speaks against it."""

from __future__ import annotations

from queries.results.claims import Claim
from queries.results.shapes import Page, Ref, Shape


class ReviewSide(Ref):
    """One of two things that may be one. ``key`` is the id of the key that a verdict speaks of."""

    key: str
    kind_words: str
    names: tuple[str, ...]
    towns: tuple[str, ...]
    start: str | None
    claims: tuple[Claim, ...]


class ReviewReason(Shape):
    """What speaks for (above zero) or against two things being one: doublings of how likely it is."""

    feature: str
    points: float
    words: str


class PairDecision(Shape):
    """A verdict on two keys: ``same``, ``different`` or ``unsure``; ``left`` and ``right`` are the keys themselves.

    ``followed`` says whether the graph does as it says: not where another verdict goes before it; null while no live
    claim names one of the keys.
    """

    id: str
    verdict: str
    left: str
    right: str
    left_name: str
    right_name: str
    by: str
    at: str
    reason: str
    followed: bool | None


class Proposal(Shape):
    """Two things that may be one, how likely that is (0–1), and why.

    ``joined``: they are one thing now, and may be two. ``decision`` is what was decided on them before, if anything.
    ``warnings`` are what a verdict "same" would go against.
    """

    left: ReviewSide
    right: ReviewSide
    likely: float
    joined: bool
    reasons: tuple[ReviewReason, ...]
    warnings: tuple[str, ...]
    decision: PairDecision | None = None


class Review(Page):
    """What waits for a person, likeliest first."""

    items: tuple[Proposal, ...]


class Decided(Page):
    """What was decided on pairs and holds, latest first."""

    items: tuple[PairDecision, ...]


class PairRuling(Shape):
    """What became of a verdict: ``decided`` is false while there are warnings and nobody said to go on.

    ``joined`` says whether the two are one thing now. ``verdict`` is undone when it was taken back.
    """

    verdict: str
    left: Ref
    right: Ref
    decided: bool
    joined: bool
    decision: str | None
    warnings: tuple[str, ...]


class DecisionsMoved(Shape):
    """What became of the decisions in a file: new here, known already, taken back here since, or about somebody who
    is forgotten here."""

    read: int
    added: int
    known: int
    taken_back: int
    forgotten: int
