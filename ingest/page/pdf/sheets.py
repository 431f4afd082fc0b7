"""The sheets of a PDF: the segments on each, with the links that lie over them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ingest.page.pdf.furniture import Sheet
from ingest.page.pdf.glyphs import Drawing, Source
from ingest.page.pdf.lines import Segment, segments_of
from ingest.page.pdf.opening import BROKEN, failures
from ingest.page.pdf.ruled import with_ruled_rows
from ingest.page.pdf.shapes import Matrix

if TYPE_CHECKING:
    from pypdf import PageObject

_TURNS: dict[int, Matrix] = {
    0: (1, 0, 0, 1, 0, 0), 90: (0, -1, 1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, 1, -1, 0, 0, 0),
}  # fmt: skip
_MOST_LINKS = 500


def sheets_of(source: Source) -> Iterator[Sheet]:
    """Every sheet; one that can't be drawn is broken and holds what could be."""
    odd = failures()
    for page in source.document.pages:
        turn = _TURNS.get(int(page.rotation or 0) % 360, _TURNS[0])
        drawing = Drawing(source, turn)
        broken = True
        with suppress(*odd):
            contents = _resolved(page.get("/Contents"))
            if contents is not None:
                drawing.follow(contents, _resolved(page.get("/Resources")))
            broken = False
        segments = segments_of(drawing.runs, drawing.shapes)
        with suppress(*odd):
            _link(segments, page, turn)
        segments = with_ruled_rows(segments, drawing.shapes.rules)
        yield Sheet(*_edges(page, turn, segments), segments, broken)


def _edges(page: PageObject, turn: Matrix, segments: list[Segment]) -> tuple[float, float]:
    """The y of the lower and upper edge of the sheet."""
    try:
        box = page.cropbox
        corners = [_turned(float(x), float(y), turn)[1] for x, y in (box.lower_left, box.upper_right)]
    except BROKEN:
        corners = [segment.y for segment in segments] or [0.0, 842.0]
    return min(corners), max(corners)


def _link(segments: list[Segment], page: PageObject, turn: Matrix) -> None:
    """Note on the segments where links lie over them."""
    for reference in (_resolved(page.get("/Annots")) or [])[:_MOST_LINKS]:
        annotation = _resolved(reference)
        action = _resolved(annotation.get("/A")) if annotation.get("/Subtype") == "/Link" else None
        target = _resolved(action.get("/URI")) if action is not None else None
        if target is None:
            continue
        address = target.decode("latin-1") if isinstance(target, bytes) else str(target)
        a, b, c, d = (float(edge) for edge in _resolved(annotation["/Rect"]))
        x0, y0 = _turned(a, b, turn)
        x1, y1 = _turned(c, d, turn)
        for segment in segments:
            if min(y0, y1) - 1 <= segment.y <= max(y0, y1):
                _mark(segment, min(x0, x1), max(x0, x1), address)


def _mark(segment: Segment, x0: float, x1: float, target: str) -> None:
    """Mark the words of a segment between two edges as a link."""
    covered: list[int] = []
    for start, end, left, right, _ in segment.bits:
        share = (right - left) / max(end - start, 1)
        middles = ((n, left + (n - start + 0.5) * share) for n in range(start, end))
        covered += [n for n, x in middles if x0 <= x <= x1]
    if not covered:
        return
    start, end = min(covered), max(covered) + 1
    # The letters' places are estimated: a link holds whole words.
    while start > 0 and segment.text[start - 1].isalnum() and segment.text[start].isalnum():
        start -= 1
    while end < len(segment.text) and segment.text[end].isalnum() and segment.text[end - 1].isalnum():
        end += 1
    if segment.text[start:end].strip():
        segment.links.append((start, end, target))


def _turned(x: float, y: float, turn: Matrix) -> tuple[float, float]:
    return x * turn[0] + y * turn[2], x * turn[1] + y * turn[3]


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
