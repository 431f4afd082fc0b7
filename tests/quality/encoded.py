"""Features as numbers, so that what several models are fitted on is gone through once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix


class _Numbers(dict[str, int]):
    """The number of every feature that was ever seen."""

    def __missing__(self, feature: str) -> int:
        self[feature] = len(self)
        return self[feature]


_NUMBERS = _Numbers()


@dataclass(frozen=True, slots=True)
class Rows:
    """Sets of features: the numbers of their features one set after another, and how many each holds."""

    cells: NDArray[np.int32]
    sizes: NDArray[np.int32]


def rows_of(sets: Iterable[Iterable[str]]) -> Rows:
    """Sets of features as numbers."""
    rows = [[_NUMBERS[feature] for feature in features] for features in sets]
    cells = np.fromiter((number for row in rows for number in row), dtype=np.int32)
    return Rows(cells, np.fromiter(map(len, rows), dtype=np.int32, count=len(rows)))


def matrix_of(parts: Sequence[Rows], least: int) -> tuple[csr_matrix, list[str]]:
    """Ones where a set has a feature, the features that stand in at least so many sets as columns, by name."""
    names = list(_NUMBERS)
    cells = np.concatenate([part.cells for part in parts])
    sizes = np.concatenate([part.sizes for part in parts])
    kept = np.flatnonzero(np.bincount(cells, minlength=len(names)) >= least)
    vocabulary = sorted(kept.tolist(), key=names.__getitem__)
    column = np.full(len(names), -1, dtype=np.int32)
    column[vocabulary] = np.arange(len(vocabulary), dtype=np.int32)
    columns = column[cells]
    used = columns >= 0
    row = np.repeat(np.arange(len(sizes)), sizes)[used]
    starts = np.concatenate(([0], np.cumsum(np.bincount(row, minlength=len(sizes)))))
    matrix = csr_matrix((np.ones(len(row)), columns[used], starts), shape=(len(sizes), len(vocabulary)))
    matrix.sort_indices()
    return matrix, [names[number] for number in vocabulary]
