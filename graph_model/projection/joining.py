"""Joining keys into groups without ever joining two that a person told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph_model.decisions import Decision, Verdict
from graph_model.keys import block_of


class Joined:
    """A partition of keys. Joins asked for in a fixed order give the same partition, whatever the order of keys."""

    def __init__(self, keys: Iterable[str], pairs: Iterable[Decision] = ()) -> None:
        self._parent = {key: key for key in keys}
        self._members = {key: {key} for key in self._parent}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._same: list[tuple[str, str]] = []
        for decision in pairs:
            self._take(decision)

    def _take(self, decision: Decision) -> None:
        left, right = decision.left, decision.right
        if left not in self._parent or right not in self._parent:
            return
        if decision.verdict == Verdict.DIFFERENT:
            self._apart[left].add(right)
            self._apart[right].add(left)
        elif decision.verdict == Verdict.SAME:
            self._same.append((left, right))

    def join_decided(self) -> None:
        """Join what a person called the same, earliest decision first."""
        for left, right in self._same:
            self.join(left, right)

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
