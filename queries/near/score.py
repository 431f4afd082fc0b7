"""The score of an initiative: half by how near it is, half by how much ties it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from queries.results import Ref
from queries.ties import together

HALVING_KM = 5.0


@dataclass(frozen=True, slots=True)
class Tie:
    """Why an initiative is tied: ``weight`` 0 to 1, ``words`` a Dutch sentence, ``path`` the things along the way."""

    direct: bool
    weight: float
    words: str
    path: tuple[Ref, ...]
    claims: tuple[str, ...]


def score_of(km: float | None, ties: Iterable[Tie]) -> float:
    """Between 0 and 1. ``km`` is the distance that counts, None when it is not known. Direct links count once."""
    told = list(ties)
    shared = [tie.weight for tie in told if not tie.direct]
    direct = max((tie.weight for tie in told if tie.direct), default=0.0)
    tied = together([*shared, direct])
    nearness = 0.0 if km is None else float(2 ** (-km / HALVING_KM))
    return 0.5 * nearness + 0.5 * tied
