"""Log-linear models whose weights are whole numbers in a readable file: sums are exact, in any order.

A weights file has one line a feature: the feature, a tab, and ``class:weight`` parted by spaces; weights are in
hundredths of a nat. The line of the feature ``*`` holds the constants of all classes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

UNIT = 100

Weights = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class LogLinear:
    """Classes, and a row of weights (one a class) for every feature; row 0 of ``matrix`` holds the constants."""

    classes: tuple[str, ...]
    index: dict[str, int]
    matrix: Weights

    def totals(self, rows: Sequence[Iterable[str]]) -> Weights:
        """The score of every class (a column) for each set of features (a row), in hundredths of a nat."""
        row_of = self.index.get
        chosen: list[int] = []
        starts: list[int] = []
        for features in rows:
            starts.append(len(chosen))
            chosen.append(0)
            # No feature has row 0, so that what is unknown (None) is all that falls out.
            chosen += filter(None, map(row_of, features))
        if not rows:
            return np.zeros((0, len(self.classes)), dtype=np.int32)
        totals: Weights = np.add.reduceat(self.matrix.take(chosen, axis=0), starts, axis=0)
        return totals

    def scores(self, rows: Sequence[Iterable[str]]) -> list[list[int]]:
        """The same as lists."""
        scores: list[list[int]] = self.totals(rows).tolist()
        return scores

    def reasons(self, features: Iterable[str], label: str, count: int = 6) -> list[tuple[str, float]]:
        """The features that speak loudest for or against a class, with their weights in nats."""
        column = self.classes.index(label)
        found = [(f, int(self.matrix[self.index[f], column]) / UNIT) for f in features if f in self.index]
        return sorted(found, key=lambda x: (-abs(x[1]), x[0]))[:count]


def softmax(scores: list[int]) -> list[float]:
    """Probabilities of scores in hundredths of a nat."""
    top = max(scores)
    parts = [math.exp((score - top) / UNIT) for score in scores]
    total = math.fsum(parts)
    return [part / total for part in parts]


def load(path: Path) -> LogLinear:
    """Reads a weights file."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    constants = [_weight(cell) for cell in head.split("\t")[1].split(" ")]
    classes = tuple(name for name, _ in constants)
    column = {name: n for n, name in enumerate(classes)}
    matrix = np.zeros((len(lines) + 1, len(classes)), dtype=np.int32)
    index: dict[str, int] = {}
    at: list[tuple[int, int]] = []
    values: list[int] = []
    for row, line in enumerate(lines, start=1):
        feature, _, cells = line.rpartition("\t")
        index[feature] = row
        for name, value in map(_weight, cells.split(" ")):
            at.append((row, column[name]))
            values.append(value)
    if at:
        rows, columns = zip(*at, strict=True)
        matrix[list(rows), list(columns)] = values
    matrix[0] = [value for _, value in constants]
    return LogLinear(classes, index, matrix)


def _weight(cell: str) -> tuple[str, int]:
    name, _, value = cell.rpartition(":")
    return name, int(value)


def save(model: LogLinear, path: Path) -> None:
    """Writes a weights file, features in the order of their code points, weights of nought left out."""
    lines = [f"*\t{_cells(model, 0, every=True)}"]
    for feature in sorted(model.index):
        cells = _cells(model, model.index[feature])
        if cells:
            lines.append(f"{feature}\t{cells}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cells(model: LogLinear, row: int, *, every: bool = False) -> str:
    weights = model.matrix[row].tolist()
    return " ".join(f"{name}:{value}" for name, value in zip(model.classes, weights, strict=True) if value or every)
