"""The score of an initiative: half by how near it is, half by how much ties it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from queries.results import Ref
from queries.ties import together

HALVING_KM = 5.0
HALF = 0.5
SCORE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Tie:
    """Why an initiative is tied: ``weight`` 0 to 1, ``words`` a Dutch sentence, ``path`` the things along the way.

    ``degree``: how many ties what is shared has, None for a direct link. ``ended`` ties count half.
    """

    direct: bool
    weight: float
    words: str
    path: tuple[Ref, ...]
    claims: tuple[str, ...]
    degree: int | None = None
    ended: bool = False


def score_of(km: float | None, ties: Iterable[Tie]) -> float:
    """Between 0 and 1. ``km`` is the distance that counts, None when it is not known. Direct links count once."""
    told = list(ties)
    shared = [tie.weight for tie in told if not tie.direct]
    direct = max((tie.weight for tie in told if tie.direct), default=0.0)
    return nearness(km) + HALF * together([*shared, direct])


def nearness(km: float | None) -> float:
    """What distance adds to the score: half at 0 km, half of that at each 5 km more, nothing when it is not known."""
    return 0.0 if km is None else HALF * float(2 ** (-km / HALVING_KM))


def shares(ties: Iterable[Tie]) -> list[tuple[Tie, float]]:
    """What each tie adds to the score, heaviest first: its part of the doubt that those before it leave.

    Of several direct links the heaviest counts; the others add nothing.
    """
    found, doubt, direct = [], HALF, False
    for tie in sorted(ties, key=lambda tie: (-tie.weight, tie.words)):
        counts = not (tie.direct and direct)
        direct = direct or tie.direct
        share = doubt * tie.weight if counts else 0.0
        doubt -= share
        found.append((tie, share))
    return found
