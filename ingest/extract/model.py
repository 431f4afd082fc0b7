"""Log-linear models whose weights are whole numbers in a readable file: sums are exact, in any order.

A weights file has one line a feature: the feature, a tab, and ``class:weight`` parted by spaces; weights are in
hundredths of a nat. The line of the feature ``*`` holds the constants of all classes.

In memory the weights of a feature are one whole number with a lane of 16 bits for each class, so that one addition
adds them for all classes at once. Above these lanes stand their sizes, added up: as long as the sum of these fits a
lane, every lane holds its sum. That number is worked out when a page first shows the feature: most features of a file
stand on no page of a run, and those that do come back lie close together.

Features that a word always brings together are handed round as one (see :func:`together`): what is gathered for every
stretch of a page, and looked up to be weighed, is a quarter less for it. Their weight is the sum of theirs.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.extract.remembering import Remembered

UNIT = 100
_LANE = 16
_MOST = (1 << _LANE - 1) - 1
# Words that only one page shows are features too: with so many, some ten megabytes, all are forgotten.
_MOST_KNOWN = 131_072
# It parts features that go together: a blank for any pattern, so that no word of a page holds it.
_WITH = "\x1f"

Scores = tuple[int, ...]


def together(*features: str) -> str:
    """Several features as one: only for those that no candidate gets from anywhere else as well."""
    return _WITH.join(features)


def apart(features: Iterable[str]) -> Iterator[str]:
    """The single features."""
    return (one for feature in features for one in feature.split(_WITH))


class Weights(dict[str, int]):
    """The packed weights (see :func:`packed`) of features by their cells in a file; nought for one that has none."""

    def __init__(self, classes: Sequence[str], cells: Mapping[str, str]) -> None:
        self._cells = cells
        self._value_of = _Values(classes).__getitem__

    def __missing__(self, feature: str) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        cells = self._cells
        if _WITH in feature:
            told = " ".join([cells[one] for one in feature.split(_WITH) if one in cells])
        else:
            told = cells.get(feature, "")
        weight = self[feature] = sum(map(self._value_of, told.split(" "))) if told else 0
        return weight


class FittedWeights(dict[str, int]):
    """The same of weights that no file holds yet."""

    def __missing__(self, feature: str) -> int:
        return sum(self.get(one, 0) for one in feature.split(_WITH))


@dataclass(frozen=True, slots=True)
class LogLinear:
    """Classes, and the packed weights of features and of the constants; ``weights`` gives nought for the unknown."""

    classes: tuple[str, ...]
    weights: dict[str, int]
    constants: int

    def scores(self, rows: Iterable[Collection[str]]) -> list[Scores]:
        """The score of every class for each set of features (a row), in hundredths of a nat."""
        weight_of, count = self.weights.__getitem__, len(self.classes)
        signs, size, lanes_of = _signs(count), _size(count), _lanes(count).unpack_from
        start, most = self.constants + signs, _MOST << _LANE * count
        # As in :func:`unpacked`, with what is the same for every row worked out before.
        return [
            lanes_of((total ^ signs).to_bytes(size, "little"))
            if (total := sum(map(weight_of, features), start)) < most
            else self._widely(features)
            for features in rows
        ]

    def _widely(self, features: Iterable[str]) -> Scores:
        """The same of a set whose sums may not fit their lanes."""
        count = len(self.classes)
        rows = (unpacked(total, count) for total in (self.constants, *map(self.weights.__getitem__, features)))
        return tuple(map(sum, zip(*rows, strict=True)))

    def reasons(self, features: Iterable[str], label: str, count: int = 6) -> list[tuple[str, float]]:
        """The features that speak loudest for or against a class, with their weights in nats."""
        column, classes = self.classes.index(label), len(self.classes)
        found = [(f, unpacked(self.weights[f], classes)[column] / UNIT) for f in apart(features) if self.weights[f]]
        return sorted(found, key=lambda x: (-abs(x[1]), x[0]))[:count]


def packed(weights: Sequence[int]) -> int:
    """Weights of all classes as one number; lanes that fall below nought borrow from the next."""
    return sum(weight << _LANE * n for n, weight in enumerate((*weights, sum(map(abs, weights)))))


def unpacked(total: int, count: int) -> Scores:
    """The lanes of a sum of packed weights."""
    signs = _signs(count)
    # Halfway up no lane borrows; without that half each is a whole number of 16 bits with its sign.
    return _lanes(count).unpack_from(((total + signs) ^ signs).to_bytes(_size(count), "little"))


@cache
def _lanes(count: int) -> struct.Struct:
    return struct.Struct(f"<{count}h")


def _size(count: int) -> int:
    """How many bytes the lanes take, with room for what stands above them."""
    return _lanes(count).size + 8


@cache
def _signs(count: int) -> int:
    return sum(1 << _LANE * n - 1 for n in range(1, count + 1))


# Scores are whole numbers: their differences come back.
_PARTS: Remembered[int, float] = Remembered(lambda below: math.exp(below / UNIT))


def softmax(scores: Sequence[int]) -> list[float]:
    """Probabilities of scores in hundredths of a nat."""
    top = max(scores)
    parts = [_PARTS[score - top] for score in scores]
    total = math.fsum(parts)
    return [part / total for part in parts]


class _Values(dict[str, int]):
    """What each ``class:weight`` adds to a packed number, worked out once: most come back."""

    def __init__(self, classes: Sequence[str]) -> None:
        self._lanes = {name: _LANE * n for n, name in enumerate(classes)}
        self._top = _LANE * len(classes)

    def __missing__(self, cell: str) -> int:
        name, _, weight = cell.rpartition(":")
        value = self[cell] = (int(weight) << self._lanes[name]) + (abs(int(weight)) << self._top)
        return value


def load(path: Path) -> LogLinear:
    """Reads a weights file."""
    fields = path.read_text(encoding="utf-8").replace("\n", "\t").split("\t")
    constants = fields[1].split(" ")
    classes = tuple(cell.rpartition(":")[0] for cell in constants)
    cells = dict(zip(fields[2::2], fields[3::2], strict=False))  # behind the last line there is an empty field
    return LogLinear(classes, Weights(classes, cells), packed([int(cell.rpartition(":")[2]) for cell in constants]))


def save(model: LogLinear, path: Path) -> None:
    """Writes a weights file, features in the order of their code points, weights of nought left out."""
    lines = [f"*\t{_cells(model, model.constants, every=True)}"]
    for feature in sorted(model.weights):
        cells = _cells(model, model.weights[feature])
        if cells:
            lines.append(f"{feature}\t{cells}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cells(model: LogLinear, weights: int, *, every: bool = False) -> str:
    told = zip(model.classes, unpacked(weights, len(model.classes)), strict=True)
    return " ".join(f"{name}:{value}" for name, value in told if value or every)
