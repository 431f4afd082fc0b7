"""Lines with columns: rows of a programme or table, and label–value pairs set in columns."""

from __future__ import annotations

import re

from ingest.page.assemble import Draft, Piece
from ingest.page.labels import label_of
from ingest.page.plain_inline import inline
from ingest.page.plain_lines import DATE_LED, Group

Span = tuple[int, int]
_OPEN = re.compile(r"\b(?:de|het|een|van|in|en|of|met|op|aan|voor|te|om|bij|naar|door|den|der)$", re.I)
_FILLING = " \t\xa0:|│."


def row(text: str, drafts: list[Draft], spans: list[Span]) -> None:
    """Add a row with one cell for each span that holds something."""
    cells: list[tuple[list[Piece], str]] = []
    links: list[tuple[int, int, str]] = []
    for a, b in spans:
        while a < b and text[a] in _FILLING:
            a += 1
        read = inline(text, a, b, " | ")
        if read.pieces:
            cells.append((read.pieces, ""))
            links += read.links
    if cells:
        start, end = cells[0][0][0].start, cells[-1][0][-1].end
        drafts.append(Draft("row", start, end, [], cells=cells, links=links))


def columned(text: str, drafts: list[Draft], group: Group, columns: list[Span]) -> None:
    """Add a group whose first line has columns; lines that hang below it go on with the last column or add one."""
    start = group.start
    spans = [(start + a, start + b) for a, b in columns]
    first = text[spans[0][0] : spans[0][1]].rstrip(" .:")
    if len(columns) == 2 and label_of(first + ":"):
        read = inline(text, spans[1][0], group.end)
        drafts.append(Draft("label", start, group.end, read.pieces, 0, "", start, start + len(first), [], read.links))
        return
    rest = [(line.start, line.end) for line in group.lines[1:]]
    if len(columns) == 2 and (DATE_LED.match(first) or len(first) < 40):
        rest = _hanging(text, rest, spans)
        row(text, drafts, spans + rest)
    else:
        row(text, drafts, [*spans[:-1], (spans[-1][0], group.end)])


def _hanging(text: str, rest: list[Span], spans: list[Span]) -> list[Span]:
    """Hanging lines as cells of their own; those that go on with the cell before are added to it."""
    cells: list[Span] = []
    for a, b in rest:
        before = cells[-1] if cells else spans[-1]
        if text[a].islower() or text[before[1] - 1] == "," or before[1] - before[0] > 55:
            if cells:
                cells[-1] = (before[0], b)
            else:
                spans[-1] = (before[0], b)
        else:
            cells.append((a, b))
    return cells


def in_units(text: str, draft: Draft, group: Group) -> None:
    """Give an item cells when the lines that hang below it are units of their own (a name, a date, a place)."""
    spans = [(line.start, line.end) for line in group.lines]
    units: list[Span] = [(draft.start, spans[0][1])]
    for a, b in spans[1:]:
        before = text[units[-1][0] : units[-1][1]]
        opens = text[a].isupper() or DATE_LED.match(text, a) is not None or text[a].isdigit()
        if opens and len(before) < 60 and before[-1:] not in ".,;:-&" and not _OPEN.search(before):
            units.append((a, b))
        else:
            units[-1] = (units[-1][0], b)
    if len(units) > 1:
        draft.cells = [(inline(text, a, b, " | ").pieces, "") for a, b in units]
