"""Tables: lines whose parts begin below each other, and which of these lines are one row."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.page.html_lines import Line
from ingest.page.labels import label_of
from ingest.page.pdf.joining import joined_lines
from ingest.page.plain_lines import TIME_LED

_EVEN = 2.5  # points
_FARTHEST = 3.0  # of the size: lines of one table
_CLOSE = 1.45  # of the size: lines of one cell
_LOOSE = 1.15  # of the smallest distance between lines of a table: more begins a row


@dataclass(slots=True)
class Drawn:
    """A line, or a cell, as it stands on its sheet; ``y`` is that of its last line. ``marked``: behind a bullet."""

    line: Line
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    marked: bool = False


def table_end(lines: Sequence[Sequence[Drawn]], start: int) -> int:
    """Behind which line the table ends that begins with line ``start``; ``start`` itself when none does."""
    first = lines[start]
    following = lines[start + 1] if start + 1 < len(lines) else ()
    if not _has_cells(first) or not (_is_named(first) or _is_below(following, [one.x0 for one in first])):
        return start
    edges = [one.x0 for one in first]
    n = start + 1
    while n < len(lines) and _belongs(lines, n, edges):
        edges += [one.x0 for one in lines[n][1:] if _place(one, edges) < 0]
        n += 1
    return n


def _belongs(lines: Sequence[Sequence[Drawn]], n: int, edges: Sequence[float]) -> bool:
    line = lines[n]
    step = lines[n - 1][0].y - line[0].y
    if line[0].marked or step > _FARTHEST * line[0].size:
        return False
    if len(line) > 1:
        return _has_cells(line) and (_is_named(line) or _is_below(line, edges))
    if _place(line[0], edges) > 0:
        return True
    # The rest of a first cell stands close under it, no wider than its column, and begins nothing or has a row below.
    below = lines[n + 1] if n + 1 < len(lines) else ()
    narrow = line[0].x1 < min((edge for edge in edges if edge > line[0].x0 + _EVEN), default=0.0)
    rest = line[0].line.text[:1].islower() or _is_below(below, edges)
    return narrow and rest and step < _CLOSE * line[0].size and _place(line[0], edges) == 0


def _has_cells(line: Sequence[Drawn]) -> bool:
    """Whether a line is in parts, and not by being spread: words with the same gap between them."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(line)]
    spread = len(gaps) > 1 and max(gaps) - min(gaps) < _EVEN and not any(" " in one.line.text for one in line)
    return len(line) > 1 and not spread


def _is_named(line: Sequence[Drawn]) -> bool:
    """Whether the first part names or times what stands beside it."""
    first = line[0].line.text
    named = len(line) == 2 and (first.endswith(":") or label_of(first + ":") is not None)
    return named or TIME_LED.fullmatch(first) is not None


def _is_below(line: Sequence[Drawn], edges: Sequence[float]) -> bool:
    return any(_place(one, edges) > 0 for one in line[1:])


def _place(drawn: Drawn, edges: Sequence[float]) -> int:
    """The number of the edge at which a part begins, -1 for none."""
    return next((n for n, edge in enumerate(edges) if abs(drawn.x0 - edge) < _EVEN), -1)


def table_rows(lines: Sequence[Sequence[Drawn]], words: Container[str]) -> list[list[Drawn]]:
    """The rows of a table, each cell with all of its lines.

    :param words: those of the document, lower case, by which divided words are put together.
    """
    steps = [a[0].y - b[0].y for a, b in pairwise(lines)]
    full = max(len(line) for line in lines)
    # Where no line lacks a cell, or all lie equally far apart, distance tells nothing.
    spaced = any(len(line) < full for line in lines) and max(steps) > _LOOSE * min(steps)
    limit = _LOOSE * min(steps) if spaced else 0.0
    rows: list[list[Drawn]] = []
    for n, line in enumerate(lines):
        places = [_place(one, [cell.x0 for cell in rows[-1]]) for one in line] if rows else [-1]
        close = bool(rows) and steps[n - 1] < _CLOSE * line[0].size
        rest = places[0] > 0 or (len(line) == 1 and line[0].line.text[:1].islower())
        within = steps[n - 1] <= limit if spaced and n else rest
        if rows and close and within and min(places) >= 0 and len(set(places)) == len(places):
            for place, one in zip(places, line, strict=True):
                cell = rows[-1][place]
                cell.line, cell.y = joined_lines(cell.line, one.line, words), one.y
        else:
            rows.append(list(line))
    return rows
