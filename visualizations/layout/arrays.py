"""A web of things as arrays of numbers, and what all steps of the layout need of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt

from visualizations.style import radius

Points = npt.NDArray[np.float64]
"""Shape (things, 2)."""
Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Web:
    """Things by number, in the order of their names; ``pairs`` has shape (links, 2), each pair once."""

    names: Sequence[str]
    pairs: Whole

    @classmethod
    def of(cls, things: Iterable[str], links: Iterable[tuple[str, str]]) -> Self:
        """The web of these things; links to themselves or to others than these are left out."""
        names = sorted(set(things))
        number = {name: i for i, name in enumerate(names)}
        found = {
            (min(number[a], number[b]), max(number[a], number[b]))
            for a, b in links
            if a != b and a in number and b in number
        }
        return cls(names, np.array(sorted(found), dtype=np.intp).reshape(-1, 2))

    @cached_property
    def degrees(self) -> Numbers:
        return np.bincount(self.pairs.ravel(), minlength=len(self.names)).astype(np.float64)

    @cached_property
    def radii(self) -> Numbers:
        return np.array([radius(int(degree)) for degree in self.degrees])

    @cached_property
    def pull(self) -> Numbers:
        """How strongly each link pulls: less at busy things, and at hubs least, or these drag all to the middle."""
        ends = self.degrees[self.pairs]
        quiet, busy = ends.min(axis=1), ends.max(axis=1)
        return np.asarray(1 / (np.sqrt(quiet) * np.maximum(1, np.sqrt(busy / 6))), dtype=np.float64)

    @cached_property
    def neighbours(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.names]
        for a, b in self.pairs.tolist():
            found[a].append(b)
            found[b].append(a)
        return found

    def part(self, numbers: Sequence[int]) -> Web:
        """The web of some of the things, which no link joins with the others; ``numbers`` ascend."""
        renumbered = np.full(len(self.names), -1, dtype=np.intp)
        renumbered[list(numbers)] = np.arange(len(numbers))
        pairs = renumbered[self.pairs]
        return Web([self.names[i] for i in numbers], pairs[(pairs >= 0).all(axis=1)] if len(pairs) else pairs)


def apart(names: Sequence[str]) -> Points:
    """For each name a point in the square of side 1 around 0: as good as random, yet always the same."""
    digests = b"".join(hashlib.blake2b(name.encode(), digest_size=8).digest() for name in names)
    return np.frombuffer(digests, dtype=">u4").reshape(-1, 2).astype(np.float64) / 2**32 - 0.5
