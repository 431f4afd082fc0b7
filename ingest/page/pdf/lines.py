"""Runs of text to lines: what stands side by side on one baseline, and the segments that wide gaps make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.page.pdf.glyphs import Run
from ingest.page.pdf.shapes import Shapes

_BEFORE = 2.5  # of the size: how far a bullet stands from its text
_SAME_LINE = 0.35  # of the size
_SPACE = 0.15
_TWICE = 0.4  # of the width
_GAP = 0.9  # a wider one may be that of a column; it is no more than a space where it turns out to be none


@dataclass(slots=True)
class Segment:
    """Text without a wide gap in it. ``bits`` are (start, end, x0, x1, bold) of the runs that it is made of.

    ``links`` are (start, end, target); ``dotted``: a dot is drawn before it. ``cells`` are the segments in each cell
    when it is the row of a ruled table.
    """

    x0: float
    x1: float
    y: float
    size: float
    text: str
    bits: list[tuple[int, int, float, float, bool]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    dotted: bool = False
    cells: list[list[Segment]] = field(default_factory=list)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.bits) and all(bit[4] for bit in self.bits)

    def stretches(self) -> list[tuple[int, int, bool, str]]:
        """Where it is bold or a link: (start, end, whether bold, target or ""), in order and without overlap."""
        if not self.links and len({bit[4] for bit in self.bits}) == 1:
            return [(0, len(self.text), self.bits[0][4], "")]
        spans = [*((a, b) for a, b, *_ in self.bits), *((a, b) for a, b, _ in self.links)]
        found: list[tuple[int, int, bool, str]] = []
        for start, end in pairwise(sorted({edge for span in spans for edge in span})):
            bold = any(a <= start and end <= b and is_bold for a, b, _, _, is_bold in self.bits)
            target = next((t for a, b, t in self.links if a <= start and end <= b), "")
            if found and found[-1][1:] == (start, bold, target):
                found[-1] = (found[-1][0], end, bold, target)
            else:
                found.append((start, end, bold, target))
        return found

    def add(self, run: Run) -> None:
        """Add the run that stands next to it, with a space where one is to be seen."""
        spaced = run.x0 - self.x1 > _SPACE * min(self.size, run.size)
        if spaced and self.text[-1:] != " " and run.text[:1] != " ":
            self.text += " "
        start = len(self.text)
        self.text += run.text
        self.bits.append((start, len(self.text), run.x0, run.x1, run.bold))
        self.x1 = max(self.x1, run.x1)
        if len(run.text) > start:  # the size of most of its text
            self.size = run.size


def segments_of(runs: Iterable[Run], shapes: Shapes) -> list[Segment]:
    """The segments of a sheet, from its top to its bottom and from left to right."""
    walls = [(x0, min(y0, y1), max(y0, y1)) for x0, y0, x1, y1 in shapes.rules if abs(x1 - x0) < abs(y1 - y0)]
    found: list[Segment] = []
    for row in _rows(sorted(runs, key=lambda run: (-run.y, run.x0))):
        last: Run | None = None
        for run in sorted(row, key=lambda run: run.x0):
            if last is not None and run.text == last.text and abs(run.x0 - last.x0) < _TWICE * (last.x1 - last.x0):
                continue  # drawn twice to look bold, or for its shadow
            gap = run.x0 - found[-1].x1 if last is not None else 0.0
            near = last is not None and -run.size < gap < _GAP * max(run.size, found[-1].size)
            if near and not any(found[-1].x1 - 1 < x < run.x0 + 1 and low <= run.y <= high for x, low, high in walls):
                found[-1].add(run)
            else:
                bit = (0, len(run.text), run.x0, run.x1, run.bold)
                found.append(Segment(run.x0, run.x1, run.y, run.size, run.text, [bit]))
            last = run
    for segment in found:
        reach, low, high = _BEFORE * segment.size, segment.y - 0.1 * segment.size, segment.y + 0.8 * segment.size
        segment.dotted = any(segment.x0 - reach < x < segment.x0 and low < y < high for x, y in shapes.dots)
    return [segment for segment in found if segment.text.strip()]


def _rows(runs: Sequence[Run]) -> Iterable[list[Run]]:
    """Runs on about the same baseline; one that is set higher or lower and smaller belongs to the line beside it."""
    row: list[Run] = []
    base = size = 0.0
    for run in runs:
        if row and base - run.y > _SAME_LINE * max(run.size, size):
            yield row
            row = []
        if not row or run.size > size:
            base, size = run.y, run.size
        row.append(run)
    if row:
        yield row


def by_height(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments line by line, from top to bottom, each line from left to right."""
    lines: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: -one.y):
        if lines and lines[-1][0].y - segment.y <= _SAME_LINE * max(segment.size, lines[-1][0].size):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line, key=lambda one: one.x0) for line in lines]
