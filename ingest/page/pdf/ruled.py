"""Tables with rules around their cells: what stands in which cell is drawn, whatever it is aligned to."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.page.pdf.lines import Segment
from ingest.page.pdf.shapes import MOST_RULES

Rule = tuple[float, float, float, float]
_TOUCH = 3.0  # points: rules as near as this belong together, and edges are one


@dataclass(slots=True)
class _Grid:
    """The edges between columns (from left to right) and between rows (upwards)."""

    across: list[float]
    up: list[float]
    rows: defaultdict[int, defaultdict[int, list[Segment]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def takes(self, segment: Segment) -> bool:
        """Put a segment in its cell; False when it stands outside."""
        x, y = segment.x0 + 0.3 * segment.size, segment.y + 0.3 * segment.size
        if not (self.across[0] < x < self.across[-1] and self.up[0] < y < self.up[-1]):
            return False
        self.rows[-bisect(self.up, y)][bisect(self.across, x)].append(segment)
        return True


def with_ruled_rows(segments: Sequence[Segment], rules: Sequence[Rule]) -> list[Segment]:
    """The segments of a sheet, those in a ruled table replaced by one for each row, which has them by cell."""
    grids = list(_grids(rules)) if 4 < len(rules) < MOST_RULES else []
    if not grids:
        return list(segments)
    rest = [segment for segment in segments if not any(grid.takes(segment) for grid in grids)]
    return rest + [_row(cells, grid) for grid in grids for _, cells in sorted(grid.rows.items())]


def _row(cells: dict[int, list[Segment]], grid: _Grid) -> Segment:
    inside = [segment for _, cell in sorted(cells.items()) for segment in cell]
    text = " ".join(segment.text for segment in inside)
    top = max(segment.y for segment in inside)
    size = max(segment.size for segment in inside)
    return Segment(grid.across[0], grid.across[-1], top, size, text, cells=[cells[n] for n in sorted(cells)])


def _grids(rules: Sequence[Rule]) -> Iterable[_Grid]:
    for group in _touching(rules):
        across = _edges(x0 for x0, y0, x1, y1 in group if abs(x1 - x0) < abs(y1 - y0))
        up = _edges(y0 for x0, y0, x1, y1 in group if abs(x1 - x0) > abs(y1 - y0))
        if len(across) > 2 and len(up) > 1:
            yield _Grid(across, up)


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in groups of which each touches another."""
    groups: list[tuple[Rule, list[Rule]]] = []  # the box around each group
    for rule in rules:
        box = (min(rule[0], rule[2]), min(rule[1], rule[3]), max(rule[0], rule[2]), max(rule[1], rule[3]))
        members = [rule]
        apart = []
        for other, held in groups:
            if _meet(box, other):
                box = (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
                members += held
            else:
                apart.append((other, held))
        groups = [*apart, (box, members)]
    return [members for _, members in groups]


def _meet(a: Rule, b: Rule) -> bool:
    return a[0] - _TOUCH < b[2] and b[0] - _TOUCH < a[2] and a[1] - _TOUCH < b[3] and b[1] - _TOUCH < a[3]


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOUCH:
            edges.append(value)
    return edges
