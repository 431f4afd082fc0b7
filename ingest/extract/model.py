"""Log-linear models whose weights are whole numbers in a readable file: sums are exact, in any order.

A weights file has one line a feature: the feature, a tab, and ``class:weight`` parted by spaces; weights are in
hundredths of a nat. The line of the feature ``*`` holds the constants of all classes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

UNIT = 100


@dataclass(frozen=True, slots=True)
class LogLinear:
    """Classes, their constants, and for every feature a tuple of (class index, weight)."""

    classes: tuple[str, ...]
    constants: tuple[int, ...]
    weights: dict[str, tuple[tuple[int, int], ...]]

    def scores(self, features: Iterable[str]) -> list[int]:
        """The score of every class in hundredths of a nat."""
        totals = list(self.constants)
        weights = self.weights
        for feature in features:
            found = weights.get(feature)
            if found is not None:
                for index, weight in found:
                    totals[index] += weight
        return totals

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of every class, in the order of ``classes``."""
        return dict(zip(self.classes, softmax(self.scores(features)), strict=True))

    def reasons(self, features: Iterable[str], label: str, count: int = 6) -> list[tuple[str, float]]:
        """The features that speak loudest for or against a class, with their weights in nats."""
        index = self.classes.index(label)
        found = [
            (feature, weight / UNIT)
            for feature in features
            for at, weight in self.weights.get(feature, ())
            if at == index
        ]
        return sorted(found, key=lambda x: (-abs(x[1]), x[0]))[:count]


def softmax(scores: list[int]) -> list[float]:
    """Probabilities of scores in hundredths of a nat."""
    top = max(scores)
    parts = [math.exp((score - top) / UNIT) for score in scores]
    total = math.fsum(parts)
    return [part / total for part in parts]


def load(path: Path) -> LogLinear:
    """Reads a weights file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    constants = [_weight(cell) for cell in lines[0].split("\t")[1].split(" ")]
    classes = tuple(name for name, _ in constants)
    index = {name: str(n) for n, name in enumerate(classes)}
    weights: dict[str, tuple[tuple[int, int], ...]] = {}
    del index
    place = {name: n for n, name in enumerate(classes)}
    for line in lines[1:]:
        feature, _, cells = line.rpartition("\t")
        if feature:
            weights[feature] = tuple((place[name], value) for name, value in map(_weight, cells.split(" ")))
    return LogLinear(classes, tuple(value for _, value in constants), weights)


def _weight(cell: str) -> tuple[str, int]:
    name, _, value = cell.rpartition(":")
    return name, int(value)


def save(model: LogLinear, path: Path) -> None:
    """Writes a weights file, features in the order of their code points."""
    head = " ".join(f"{name}:{value}" for name, value in zip(model.classes, model.constants, strict=True))
    lines = [f"*\t{head}"]
    for feature in sorted(model.weights):
        cells = " ".join(f"{model.classes[n]}:{value}" for n, value in model.weights[feature])
        lines.append(f"{feature}\t{cells}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
