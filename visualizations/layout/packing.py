"""Parts that no link joins, laid beside each other: the largest in the middle, the others as near to it as fits."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from visualizations.layout.arrays import Points

_CELL = 45.0
"""Side of a cell of the grid on which places are given away, in pixels."""
_ROW_GAP = 2

Cell = tuple[int, int]


def packed(parts: Sequence[Points]) -> list[Points]:
    """The parts, each moved as a whole; parts of one thing stand in rows under all others. Largest first."""
    taken: set[Cell] = set()
    placed = []
    for part in parts:
        if len(part) == 1 and taken:
            break
        placed.append(_fitted(part - (part.min(axis=0) + part.max(axis=0)) / 2, taken))
    return placed + _in_rows(len(parts) - len(placed), taken)


def _fitted(part: Points, taken: set[Cell]) -> Points:
    """The part at the first free place along a spiral; takes its cells, and leaves a border free around others."""
    own = {(int(x), int(y)) for x, y in np.round(part / _CELL)}
    border = {(x + dx, y + dy) for x, y in own for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    across, down = next((dx, dy) for dx, dy in _spiral() if not any((x + dx, y + dy) in taken for x, y in border))
    taken.update((x + across, y + down) for x, y in _filled(own))
    return part + np.array([across, down]) * _CELL


def _filled(cells: set[Cell]) -> set[Cell]:
    """The cells with those that lie between them both across and down: nothing else belongs in the middle of a part."""
    across: dict[int, list[int]] = defaultdict(list)
    down: dict[int, list[int]] = defaultdict(list)
    for x, y in cells:
        across[y].append(x)
        down[x].append(y)
    rows = {(x, y) for y, xs in across.items() for x in range(min(xs), max(xs) + 1)}
    columns = {(x, y) for x, ys in down.items() for y in range(min(ys), max(ys) + 1)}
    return cells | (rows & columns)


def _spiral() -> Iterator[Cell]:
    """Cells from the middle outwards, a bit wider than high, as screens are."""
    yield 0, 0
    distance = 1.0
    while True:
        around = max(8, int(distance * 6))
        for step in range(around):
            angle = 2 * math.pi * step / around
            yield round(distance * 1.3 * math.cos(angle)), round(distance * math.sin(angle))
        distance += 1


def _in_rows(count: int, taken: set[Cell]) -> list[Points]:
    """So many single things in rows, as wide as everything above them."""
    if not count:
        return []
    left, right = (pick(x for x, _ in taken) for pick in (min, max)) if taken else (0, 0)
    top = max((y for _, y in taken), default=-_ROW_GAP) + _ROW_GAP
    wide = max(right - left + 1, math.ceil(math.sqrt(count)))
    return [np.array([[(left + i % wide) * _CELL, (top + i // wide) * _CELL]]) for i in range(count)]
