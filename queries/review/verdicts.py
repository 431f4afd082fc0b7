"""Verdicts in force on pairs of keys, and which pairs of things they speak of now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph_model.decisions import Decision, Verdict
from graph_model.keys import block_of
from graph_model.projection.joining import StandIns
from queries.engine.base import Reading
from queries.ledger.decision_rows import decisions_in_force, decisions_on
from queries.ledger.graph_store import in_batches
from queries.review.profiles import Profile

Things = frozenset[str]


def pair_decisions(reading: Reading) -> list[Decision]:
    """All verdicts in force on pairs, earliest first."""
    return [d for d in decisions_in_force(reading.ask("ledger/all_decisions")) if d.is_pair]


def decisions_around(reading: Reading, keys: Iterable[str]) -> list[Decision]:
    """The verdicts in force that hang together with these keys, by whatever chain of verdicts."""
    found: dict[str, Decision] = {}
    seen: set[str] = set()
    wanted = {block_of(key) for key in keys}
    while wanted := wanted - seen:
        seen |= wanted
        fresh = [d for d in decisions_on(reading, wanted) if d.is_pair]
        found |= {d.id: d for d in fresh}
        wanted = {block for d in fresh for block in d.blocks}
    return sorted(found.values(), key=lambda d: (d.at, d.id))


def settled(reading: Reading) -> Settled:
    """All that was decided on pairs, by the things that it speaks of now."""
    decisions = pair_decisions(reading)
    blocks = sorted({block for decision in decisions for block in decision.blocks})
    rows = [row for batch in in_batches(blocks) for row in reading.ask("ledger/keys_of_blocks", blocks=batch)]
    return Settled(decisions, {row["key"]: row["thing"] for row in rows})


class Settled:
    """What was decided, by the things that it speaks of now."""

    def __init__(self, decisions: Iterable[Decision], thing_of: Mapping[str, str]) -> None:
        self._by_things: dict[Things, list[Decision]] = defaultdict(list)
        decisions = list(decisions)
        self._by_keys = {frozenset((d.left, d.right)): d for d in decisions}
        standing = StandIns(thing_of, decisions)
        for decision in decisions:
            ends = standing.of_pair(decision)
            if ends:
                self._by_things[frozenset(thing_of[end] for end in ends)].append(decision)

    def last(self, a: str, b: str) -> Decision | None:
        """The latest verdict on two things; None when nobody decided."""
        found = self._by_things.get(frozenset((a, b)))
        return max(found, key=lambda d: (d.at, d.id)) if found else None

    def on_keys(self, left: str, right: str) -> Decision | None:
        """The verdict on exactly these keys; None when nobody decided."""
        return self._by_keys.get(frozenset((left, right)))


def waits(decision: Decision | None, a: Profile, b: Profile) -> bool:
    """Whether two things still, or again, wait for a person.

    After *same* or *different* they never do. After *unsure* they do once something that they are compared by is
    other than it was: a name, a link, a place, a site, an address or a date came or went.
    """
    if decision is None:
        return True
    return decision.verdict == Verdict.UNSURE and decision.value != known_of(a, b)


def known_of(a: Profile, b: Profile) -> str:
    """A hash of all that two things are compared by, kept with the verdict *unsure*."""
    return "+".join(sorted((a.known, b.known)))
