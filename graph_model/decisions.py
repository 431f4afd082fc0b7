"""Decisions: what a person settled, by whom and when. Each can be taken back.

A verdict on two keys says whether they are the same thing. A verdict on a statement belongs to (subject, kind or field,
object or value, role), not to one claim, and outranks every reader for good.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph_model.keys import block_of, digest


class Verdict(StrEnum):
    """What was decided."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    REPLACED = "replaced"


PAIR_VERDICTS = frozenset((Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE))


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``left`` and ``right`` are keys; for a field ``right`` is empty and ``value`` the value spoken of.

    ``replacement`` is the value that takes its place (``replaced``). ``at`` is ISO 8601 in UTC: of two decisions on one
    matter the later counts, of equally late ones the one with the greater id.
    """

    verdict: Verdict
    left: str
    right: str = ""
    predicate: str = ""
    value: str = ""
    role: str = ""
    replacement: str = ""
    by: str = ""
    at: str = ""
    reason: str = ""

    @property
    def id(self) -> str:
        return digest("decision", *self.matter, self.verdict, self.replacement, self.by, self.at)

    @property
    def is_pair(self) -> bool:
        """Whether it speaks of two keys rather than of a statement."""
        return self.verdict in PAIR_VERDICTS

    @property
    def matter(self) -> tuple[str, ...]:
        """What it is about: later decisions on the same matter take the place of earlier ones."""
        if self.is_pair:
            return tuple(sorted((self.left, self.right)))
        return (self.left, self.predicate, self.right or self.value, self.role)

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks whose projection it may change."""
        return tuple(dict.fromkeys(block_of(key) for key in (self.left, self.right) if key))


def in_force(decisions: tuple[Decision, ...]) -> list[Decision]:
    """The decisions that count: of each matter the latest, in an order that does not depend on how they came."""
    latest: dict[tuple[str, ...], Decision] = {}
    for decision in sorted(decisions, key=lambda d: (d.at, d.id)):
        latest[decision.matter] = decision
    return sorted(latest.values(), key=lambda d: (d.at, d.id))
