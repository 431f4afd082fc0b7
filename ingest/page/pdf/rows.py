"""The lines of a column: single ones, and those of a table with their cells, wrapped cells made whole."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ingest.page.html_lines import Line, joined, spaced
from ingest.page.pdf.joining import joined_lines
from ingest.page.pdf.lines import Segment, by_height
from ingest.page.pdf.tables import Drawn, table_end, table_rows
from ingest.page.plain_lines import BULLET

_EVEN = 1.0  # points
_WIDEST = 4.0  # of the size: between words of one line
# A bullet as fonts for bullets draw it, or as words do.
_MARK = re.compile("[\ue000-\uf8ff•●▪■‣◦·§o–-]")


def rows_in(region: Sequence[Segment], words: Container[str]) -> list[list[Drawn]]:
    """The lines of a region from top to bottom, each with its cells; most have one.

    :param words: those of the document, lower case, by which divided words are put together.
    """
    found: list[list[Drawn]] = []
    lines: list[list[Drawn]] = []  # those since the last row of a ruled table
    for segments in by_height(region):
        ruled = [segment for segment in segments if segment.cells]
        line = _marked([_drawn(segment) for segment in segments if not segment.cells])
        if line:
            lines.append(line)
        if ruled:
            found += _unruled(lines, words)
            found += [row for segment in ruled if (row := _ruled_row(segment, words))]
            lines = []
    return found + _unruled(lines, words)


def _unruled(lines: Sequence[list[Drawn]], words: Container[str]) -> list[list[Drawn]]:
    """Lines without rules around them: tables are told by what begins below what."""
    found: list[list[Drawn]] = []
    n = 0
    while n < len(lines):
        end = table_end(lines, n)
        if end > n:
            found += table_rows(lines[n:end], words)
        else:
            spread = any(_is_flush(lines[n], lines[m]) for m in (n - 1, n + 1) if 0 <= m < len(lines))
            found += [[drawn] for drawn in _run_on(lines[n], spread)]
        n = max(end, n + 1)
    return found


def _ruled_row(row: Segment, words: Container[str]) -> list[Drawn]:
    """The cells of a row, each with all of its lines."""
    cells: list[Drawn] = []
    for segments in row.cells:
        lines = [drawn for line in by_height(segments) for drawn in _run_on([_drawn(one) for one in line])]
        filled = [drawn for drawn in lines if drawn.line.text]
        if filled:
            cells.append(filled[0])
            for drawn in filled[1:]:
                cells[-1].line = joined_lines(cells[-1].line, drawn.line, words)
                cells[-1].y, cells[-1].bold = drawn.y, cells[-1].bold and drawn.bold
    return cells


def _drawn(segment: Segment) -> Drawn:
    """A segment as a line with even white space; where its links and bold stretches stand moves along."""
    line = Line("")
    at = 0
    if segment.text.rstrip().endswith("\u00ad"):  # drawn as a hyphen; within a line it is not drawn at all
        segment.text = segment.text.rstrip()[:-1] + "-"
    for start, end, bold, target in segment.stretches():
        line.text += spaced(segment.text[at:start], line.text)
        begin = len(line.text)
        line.text += spaced(segment.text[start:end], line.text)
        at = end
        if bold and len(line.text) > begin:
            line.bold.append((begin, len(line.text)))
        if target and len(line.text) > begin:
            line.links.append((begin, len(line.text), target))
    line.text += spaced(segment.text[at:], line.text)
    whole = line.part(0, len(line.text))
    return Drawn(whole, segment.x0, segment.x1, segment.y, segment.size, segment.bold, segment.dotted)


def _marked(row: list[Drawn]) -> list[Drawn]:
    """The row without a bullet that stands apart before its text, and without what shows nothing."""
    if len(row) > 1 and (not row[0].line.text or _MARK.fullmatch(row[0].line.text)):
        row[1].marked = True
        row = row[1:]
    return [drawn for drawn in row if drawn.line.text]


def _is_flush(row: Sequence[Drawn], beside: Sequence[Drawn]) -> bool:
    """Whether a line begins and ends where the line above or below it does, as in a block of even lines."""
    return abs(row[0].x0 - beside[0].x0) < _EVEN and abs(row[-1].x1 - beside[-1].x1) < _EVEN


def _run_on(row: Sequence[Drawn], spread: bool = False) -> list[Drawn]:
    """Lines side by side that are no cells: those with a gap that even spacing may leave are one line.

    :param spread: the line was spread over its column, so that any gap is even spacing.
    """
    found = [row[0]]
    for drawn in row[1:]:
        last = found[-1]
        if not spread and drawn.x0 - last.x1 > _WIDEST * drawn.size:
            found.append(drawn)
            continue
        last.line = joined([last.line, drawn.line], " ")
        last.x1, last.bold = drawn.x1, last.bold and drawn.bold
    return found


def is_item(drawn: Drawn) -> bool:
    """Whether a line opens an item of a list."""
    return drawn.marked or BULLET.match(drawn.line.text) is not None
