"""The order in which a reader goes over a sheet: what stands in columns is read column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from ingest.page.pdf.lines import Segment, by_height

_STEP = 2.0  # points
_CLOSE = 1.6  # of the size
_GAP = 1.9
_LARGER = 1.15
_OVER = 0.05  # of the segments: headings that run over the gutter
_INNER = 0.18  # a gutter lies not so near to an edge
_NARROWEST = 8.0
_FEWEST = 3  # lines on each side
_ALIGNED = 5.0  # points
_ALIGNED_SHARE = 0.6
_SAME_HEIGHT = 0.5
_FEWEST_WORDS = 3.0  # a column of text has lines of words, a column of a table has cells
_FULLEST = 0.45  # of the column's width that its lines fill
_DEEPEST = 3


def in_reading_order(segments: Sequence[Segment], depth: int = 0) -> list[list[Segment]]:
    """The segments of a sheet by region, the regions in reading order; a table stays one region."""
    gutter = _gutter(segments) if depth < _DEEPEST else None
    if gutter is None:
        return [list(segments)] if segments else []
    regions: list[list[Segment]] = []
    bands = list(_bands(segments, gutter))
    for n, (crossing, band) in enumerate(bands):
        left = [one for one in band if one.x1 <= gutter]
        right = [one for one in band if one.x1 > gutter]
        if crossing or (left and right and len(band) > 2 * _FEWEST and not _are_columns(left, right)):
            regions.append(band)
            continue
        left, rest = _split_below(left, right) if right and n + 1 < len(bands) else (left, [])
        regions += in_reading_order(left, depth + 1) + in_reading_order(right, depth + 1)
        if rest and n + 1 < len(bands):
            bands[n + 1] = (bands[n + 1][0], [*rest, *bands[n + 1][1]])
    return regions


def _split_below(left: list[Segment], right: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """The left column, and what stands below both columns behind a gap: it begins what runs over the sheet there."""
    bottom = min(segment.y for segment in right)
    lines = by_height(left)
    for n in range(1, len(lines)):
        line = lines[n]
        if line[0].y < bottom - line[0].size / 2 and lines[n - 1][0].y - line[0].y > _GAP * line[0].size:
            return [s for one in lines[:n] for s in one], [s for one in lines[n:] for s in one]
    return left, []


def _bands(segments: Sequence[Segment], gutter: float) -> Iterator[tuple[bool, list[Segment]]]:
    """The sheet from top to bottom: lines that run over the gutter, and what stands between these."""
    band: list[Segment] = []
    was = False
    usual = median(segment.size for segment in segments)
    largest = max(max(segment.size for segment in segments) - 0.5, _LARGER * usual)
    for line in by_height(segments):
        # A line that was spread over the sheet has words on both sides, and most often one over the gutter.
        crossing = any(segment.x0 < gutter < segment.x1 for segment in line)
        crossing = crossing or min(segment.size for segment in line) >= largest  # a title is not set twice
        crossing = crossing or (was and _ends_band(band[-1], line, usual))
        if band and crossing != was:
            yield was, band
            band = []
        band += line
        was = crossing
    if band:
        yield was, band


def _ends_band(last: Segment, line: Sequence[Segment], usual: float) -> bool:
    """Whether a line is the rest of lines that run over the gutter: close below, as large, and alone or larger."""
    same = abs(last.size - line[0].size) < 0.5 and 0 < last.y - line[0].y < _CLOSE * last.size
    return same and (len(line) == 1 or line[0].size > _LARGER * usual)


def _gutter(segments: Sequence[Segment]) -> float | None:
    """The x of the white strip between two columns, or None."""
    if len(segments) < 2 * _FEWEST:
        return None
    left, right = min(s.x0 for s in segments), max(s.x1 for s in segments)
    width = right - left
    steps = int(width / _STEP) + 1
    if not 120 < width < 5000:
        return None
    change = [0] * (steps + 2)
    for segment in segments:
        change[int((segment.x0 - left) / _STEP)] += 1
        change[int((segment.x1 - left) / _STEP) + 1] -= 1
    cover = [change[0]]
    for one in change[1:]:
        cover.append(cover[-1] + one)
    first, last = int(steps * _INNER), int(steps * (1 - _INNER))
    strip = _widest_low(cover, first, last, max(1, int(_OVER * len(segments))))
    if strip is None or (strip[1] - strip[0]) * _STEP < _NARROWEST:
        return None
    # Within the strip where it is whitest: items and quotes leave it wider than it is.
    strip = _widest_low(cover, *strip, 0) or strip
    gutter = left + (strip[0] + strip[1]) / 2 * _STEP
    before = [s for s in segments if s.x1 <= gutter]
    behind = [s for s in segments if s.x0 >= gutter]
    return gutter if _are_columns(before, behind) else None


def _widest_low(cover: Sequence[int], first: int, last: int, over: int) -> tuple[int, int] | None:
    """The widest stretch between ``first`` and ``last`` that the fewest segments cover, give or take ``over``."""
    if first >= last:
        return None
    low = min(cover[first:last]) + over
    best: tuple[int, int] | None = None
    start = -1
    for i in range(first, last + 1):
        if i < last and cover[i] <= low:
            start = i if start < 0 else start
        elif start >= 0:
            if best is None or i - start > best[1] - best[0]:
                best = (start, i)
            start = -1
    return best


def _are_columns(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether both sides are read by themselves: they begin at one place, and are no cells of the same rows."""
    sides = [by_height(side) for side in (left, right)]
    if min(len(side) for side in sides) < _FEWEST or not all(_is_aligned(side) for side in sides):
        return False
    return all(_is_running(side) for side in sides) or _are_apart(*sides)


def _is_aligned(lines: Sequence[Sequence[Segment]]) -> bool:
    """Whether most lines begin at one of three places: those of paragraphs, of items, of a table."""
    begins = Counter(round(line[0].x0 / _ALIGNED) for line in lines)
    return sum(count for _, count in begins.most_common(3)) >= _ALIGNED_SHARE * len(lines)


def _is_running(lines: Sequence[Sequence[Segment]]) -> bool:
    """Whether lines are of several words and fill their column."""
    begins = [line[0].x0 for line in lines]
    ends = [line[-1].x1 for line in lines]
    width = max(max(ends) - min(begins), 1.0)
    words = median(sum(len(segment.text.split()) for segment in line) for line in lines)
    full = median((end - begin) / width for begin, end in zip(begins, ends, strict=True))
    return words >= _FEWEST_WORDS and full >= _FULLEST


def _are_apart(left: Sequence[Sequence[Segment]], right: Sequence[Sequence[Segment]]) -> bool:
    """Whether lines side by side seldom stand at the same height, as the cells of a row do."""
    few, many = sorted((left, right), key=len)
    heights = {round(line[0].y) for line in many}
    same = sum(bool({round(line[0].y) + d for d in (-1, 0, 1)} & heights) for line in few)
    return len(few) > 2 * _FEWEST and same < _SAME_HEIGHT * len(few)
