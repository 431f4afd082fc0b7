"""Lines to paragraphs, also over the border of a column or sheet."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.page.html_lines import Line
from ingest.page.pdf.joining import joined_lines
from ingest.page.pdf.lines import Segment
from ingest.page.pdf.rows import is_item, rows_in
from ingest.page.pdf.tables import Drawn
from ingest.page.plain_lines import ends_open, ends_sentence

_LOOSE = 1.3  # of the usual distance of lines: more is a gap between paragraphs
_OTHER_SIZE = 0.07
_INDENTED = 0.8  # of the size
_ROOM = 0.9  # of the size, that a word needs beside its own width to have fitted on the line before
_LARGE = 1.08  # of the usual size
_TITLE = 1.15
_FULL = 3.0  # of the size, that a full line may lack
_AROUND = 4  # lines that tell how wide a column is at some height


@dataclass(slots=True)
class Paragraph:
    """Lines that read as one, or with ``cells`` a row of a table.

    ``size`` is in points, ``indent`` where it begins, ``sheet`` the number of its sheet; ``last`` is its last line,
    ``full`` when that reaches the end of its column.
    """

    line: Line
    size: float
    bold: bool
    indent: float
    sheet: int
    item: bool
    last: Drawn
    full: bool = False
    cells: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Sizes:
    """Of a document, in points: the size of most of its text, and from where on it is that of the title."""

    usual: float
    title: float


@dataclass(frozen=True, slots=True)
class _Measures:
    """Of a region: the usual distance of lines as a share of their size, and how far its lines reach around each."""

    spacing: float
    reach: tuple[float, ...]


def sizes_of(segments: Iterable[Segment]) -> Sizes:
    """The sizes of a document with these segments."""
    sizes = [segment.size for segment in segments for _ in range(1 + len(segment.text) // 20)]
    usual = median(sizes)
    return Sizes(usual, max(max(sizes) * (1 - _OTHER_SIZE), _TITLE * usual))


def paragraphs_of(
    sheets: Sequence[Sequence[Sequence[Segment]]], sizes: Sizes, words: Container[str]
) -> list[Paragraph]:
    """The paragraphs of a document, from its sheets by region in reading order.

    :param words: those of the document, lower case.
    """
    found: list[Paragraph] = []
    for number, regions in enumerate(sheets):
        for region in regions:
            rows = rows_in(region, words)
            measures = _measure(rows)
            for n, row in enumerate(rows):
                _take(found, row, n, number, measures, sizes, words)
    return found


def _take(
    found: list[Paragraph], row: list[Drawn], n: int, sheet: int, measures: _Measures, sizes: Sizes,
    words: Container[str],
) -> None:  # fmt: skip
    first = row[0]
    if len(row) > 1:
        cells = tuple(drawn.line for drawn in row)
        found.append(Paragraph(Line(""), first.size, first.bold, first.x0, sheet, False, first, cells=cells))
        return
    open_one = found[-1] if found and not found[-1].cells and not is_item(first) else None
    if open_one is not None:
        same = n > 0 and _goes_on(open_one, first, measures.spacing, measures.reach[n - 1], sizes)
        over = n == 0 and _goes_over(open_one, first, sizes)
        if same or over:
            open_one.line = joined_lines(open_one.line, first.line, words)
            open_one.bold = open_one.bold and first.bold
            open_one.last, open_one.full = first, _is_full(first, measures.reach[n])
            return
    made = Paragraph(first.line, first.size, first.bold, first.x0, sheet, is_item(first), first)
    made.full = _is_full(first, measures.reach[n])
    found.append(made)


def _measure(rows: Sequence[Sequence[Drawn]]) -> _Measures:
    singles = [row[0] for row in rows]
    steps = [(a.y - b.y) / b.size for a, b in pairwise(singles) if _alike(a, b)]
    usual = [step for step in steps if 0.9 < step < 2.0]
    ends = [row[-1].x1 for row in rows]
    reach = tuple(max(ends[max(0, n - _AROUND) : n + _AROUND + 1]) for n in range(len(ends)))
    return _Measures(median(usual) if usual else 1.2, reach)


def _alike(a: Drawn, b: Drawn) -> bool:
    return abs(a.size - b.size) <= _OTHER_SIZE * max(a.size, b.size)


def _as_bold(last: Drawn, drawn: Drawn) -> bool:
    """Whether one of two lines is not bold as a whole while the other, where they meet, is not."""
    ends = bool(last.line.bold) and last.line.bold[-1][1] >= len(last.line.text)
    begins = bool(drawn.line.bold) and drawn.line.bold[0][0] == 0
    return not ((last.bold and not begins) or (drawn.bold and not ends))


def _is_full(drawn: Drawn, reach: float) -> bool:
    return reach - drawn.x1 < _FULL * drawn.size


def _goes_on(paragraph: Paragraph, drawn: Drawn, spacing: float, reach: float, sizes: Sizes) -> bool:
    """Whether a line of the same region goes on with the paragraph above it."""
    last = paragraph.last
    step = last.y - drawn.y
    if not (_alike(last, drawn) and _as_bold(last, drawn) and 0 < step <= _LOOSE * max(spacing, 1.1) * drawn.size):
        return False
    if drawn.size >= sizes.title:
        return True
    ended = ends_sentence(last.line.text)
    if ends_open(last.line.text):
        return True
    if _would_have_fitted(last, drawn, reach):
        return drawn.line.text[:1].islower() and not ended
    if paragraph.item:
        return drawn.x0 > paragraph.indent - 2
    return not (ended and drawn.x0 - last.x0 > _INDENTED * drawn.size)


def _would_have_fitted(last: Drawn, drawn: Drawn, reach: float) -> bool:
    """Whether the first word had room on the line before: then its writer ended that line on purpose."""
    word = drawn.line.text.split(" ", 1)[0]
    width = (drawn.x1 - drawn.x0) / max(len(drawn.line.text), 1) * len(word)
    return reach - last.x1 > width + _ROOM * drawn.size


def _goes_over(paragraph: Paragraph, drawn: Drawn, sizes: Sizes) -> bool:
    """Whether the first line of a region goes on with the paragraph that ended the region before."""
    last = paragraph.last
    if not (_alike(last, drawn) and _as_bold(last, drawn)) or drawn.size > _LARGE * sizes.usual:
        return False
    text = last.line.text
    return not ends_sentence(text) and (drawn.line.text[:1].islower() or ends_open(text) or paragraph.full)
