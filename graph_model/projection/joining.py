"""Joining keys into groups without ever joining two that a person told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property

from graph_model.decisions import Decision, Verdict
from graph_model.keys import block_of, family_of_key
from graph_model.ordinary import is_ordinary

# Families whose blocks join as a whole, so that each key of a block may stand for another.
_WHOLE = frozenset(("organisation", "series", "theme", "keyword"))


class StandIns:
    """Which keys a decision speaks of now: those that it names, or where one is gone another of its block.

    A verdict on two names so outlasts the reading in which one of them stood without, or with another, town.
    """

    def __init__(self, keys: Collection[str], pairs: Iterable[Decision]) -> None:
        self._keys = keys
        self._apart = {
            key
            for decision in pairs
            if decision.verdict == Verdict.DIFFERENT and block_of(decision.left) == block_of(decision.right)
            for key in (decision.left, decision.right)
        }

    @cached_property
    def _blocks(self) -> dict[str, list[str]]:
        return by_block(key for key in self._keys if key not in self._apart)

    def of(self, key: str) -> str:
        """The key itself where it is there; else the first of its block, unless somebody told it apart in there."""
        if key in self._keys:
            return key
        if family_of_key(key) not in _WHOLE or key in self._apart or is_ordinary(block_of(key)):
            return ""
        return next(iter(self._blocks.get(block_of(key), ())), "")

    def of_pair(self, decision: Decision) -> tuple[str, str] | None:
        """The two keys that a decision on a pair speaks of; None when one is gone or they are one."""
        left, right = decision.left, decision.right
        if block_of(left) != block_of(right):
            left, right = self.of(left), self.of(right)
        return (left, right) if left in self._keys and right in self._keys else None


class Joined:
    """A partition of keys. Joins asked for in a fixed order give the same partition, whatever the order of keys."""

    def __init__(self, keys: Iterable[str], pairs: Iterable[Decision] = ()) -> None:
        self._parent = {key: key for key in keys}
        self._members = {key: {key} for key in self._parent}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._same: list[tuple[str, str]] = []
        pairs = list(pairs)
        standing = StandIns(self._parent, pairs) if pairs else None
        for decision in pairs:
            ends = standing.of_pair(decision) if standing else None
            if ends:
                self._take(decision, *ends)

    def _take(self, decision: Decision, left: str, right: str) -> None:
        if decision.verdict == Verdict.DIFFERENT:
            self._apart[left].add(right)
            self._apart[right].add(left)
        elif decision.verdict == Verdict.SAME:
            self._same.append((left, right))

    def join_decided(self) -> None:
        """Join what a person called the same, earliest decision first."""
        for left, right in self._same:
            self.join(left, right)

    def members(self, root: str) -> Collection[str]:
        """The keys of the group with this root."""
        return self._members[root]

    def root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, left: str, right: str) -> bool:
        """Join the groups of two keys, unless a member of the one was told apart from a member of the other."""
        a, b = sorted((self.root(left), self.root(right)))
        if a == b:
            return True
        if self._told_apart(a, b):
            return False
        self._parent[b] = a
        self._members[a] |= self._members.pop(b)
        return True

    def _told_apart(self, a: str, b: str) -> bool:
        if not self._apart:
            return False
        others = self._members[b]
        return any(self._apart[key] & others for key in self._members[a] if key in self._apart)

    def join_all(self, keys: Iterable[str]) -> None:
        """Join these keys to one group, smallest first."""
        ordered = sorted(keys)
        for key in ordered[1:]:
            self.join(ordered[0], key)

    def join_block(self, keys: Iterable[str]) -> None:
        """Join a whole block; of a block in which keys were told apart, only the keys that nobody named."""
        keys = sorted(keys)
        block = set(keys)
        self.join_all(key for key in keys if not (self._apart and self._apart.get(key, set()) & block))

    def groups(self) -> list[frozenset[str]]:
        """The groups, in the order of their smallest keys."""
        return [frozenset(self._members[root]) for root in sorted(self._members)]


def by_block(keys: Iterable[str]) -> dict[str, list[str]]:
    """The keys of each block, sorted."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        blocks[block_of(key)].append(key)
    return blocks
