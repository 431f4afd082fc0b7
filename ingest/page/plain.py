"""Plain text and Markdown to drafts of blocks."""

from __future__ import annotations

import re

from ingest.page.assemble import Draft, Piece
from ingest.page.chrome import CHROME_LINE
from ingest.page.labels import ICONS, TAXONOMY, TAXONOMY_LEAD, label_of
from ingest.page.plain_inline import inline
from ingest.page.plain_lines import (
    BULLET,
    COLUMN_GAP,
    DATE_LED,
    HEADING_MARK,
    QUOTE_MARK,
    TIME_LED,
    Group,
    Raw,
    groups,
    habits,
    raw_lines,
)
from ingest.page.plain_title import pick_title
from ingest.page.published import POSTED

_EMOJI = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF\uf000-\uf8ff][\ufe0f\u200d]*")
_BOLD_LINE = re.compile(r"\*\*[^*]{1,120}\*\*")
_PULL = re.compile(r"[“\"‘„][^“\"]{10,400}[”\"’]")
_MONTH = re.compile(r"\d{1,2} (?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)", re.I)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_PIPES = re.compile(r"(?<=\S)\s+[|│]\s+(?=\S)")
_STOPS = ".,;:…"


def plain_drafts(text: str) -> list[Draft]:
    """The blocks of a plain text or Markdown page, the title among them."""
    lines = raw_lines(text)
    found = groups(lines, habits(lines))
    drafts: list[Draft] = []
    times = sum(g is not None and TIME_LED.match(_bare(g)) is not None for g in found)
    for k, group in enumerate(found):
        if group is None:
            continue
        after = found[k + 1] if k + 1 < len(found) else None
        _draft(text, group, after, drafts, times)
    return pick_title(text, drafts)


def _bare(group: Group) -> str:
    text = QUOTE_MARK.sub("", group.first.text, count=1) if group.first.text.startswith(">") else group.first.text
    return BULLET.sub("", text, count=1) if group.bullet else text


def _draft(text: str, group: Group, after: Group | None, drafts: list[Draft], times: int) -> None:
    first = group.first
    start, end, line = group.start, group.end, first.text
    if drafts and drafts[-1].kind == "term":
        _define(text, group, drafts)
        return
    if CHROME_LINE.fullmatch(line) and len(group.lines) == 1 and not TAXONOMY_LEAD.match(line):
        return
    taxonomy = TAXONOMY.match(line)
    if taxonomy:
        _label(text, group, drafts, taxonomy.end("label"), taxonomy.end(), "taxonomy")
    elif TAXONOMY_LEAD.match(line):
        _plain(text, drafts, "taxonomy", start, end)
    elif marked := HEADING_MARK.match(line):
        _plain(text, drafts, "heading", start + marked.end(), end, level=marked.end() - 1 or 1)
    elif line[0] in ICONS or _EMOJI.match(line):
        icon = _EMOJI.match(line)
        _plain(text, drafts, "meta", start + (icon.end() if icon else 1), end, label=ICONS.get(line[0], ""))
    elif group.bullet:
        _item(text, group, drafts, times)
    elif line.startswith(">"):
        _plain(text, drafts, "quote", start + len(QUOTE_MARK.match(line)[0]), end)  # type: ignore[index]
    else:
        _unmarked(text, group, after, drafts, times)


def _unmarked(text: str, group: Group, after: Group | None, drafts: list[Draft], times: int) -> None:
    first, start, end = group.first, group.start, group.end
    line = first.text
    time = TIME_LED.match(line)
    if time and time.end() < len(line) and (times > 1 or COLUMN_GAP.search(line)):
        _row(text, drafts, [(start, start + time.end()), (start + time.end(), end)])
        return
    found = label_of(line)
    if found and found[1] < len(line):
        _label(text, group, drafts, found[0], found[1])
        return
    columns = _columns(line)
    if columns:
        _columned(text, group, drafts, columns)
        return
    single = len(group.lines) == 1
    short = single and len(line) < 90 and line[-1] not in _STOPS
    if (
        single
        and after is not None
        and len(line) < 60
        and after.first.gap == 0
        and after.first.indent >= first.indent + 3
    ):
        if not after.bullet and line[-1] not in ".,;":
            drafts.append(Draft("term", start, end, [Piece(start, end)]))
            return
    if POSTED.match(line) or (first.indent >= 2 and short and _in_header(drafts)):
        _plain(text, drafts, "meta", start, end, label=_meta_label(line, drafts))
    elif _BOLD_LINE.fullmatch(line) or (short and len(line.split()) <= 12):
        _plain(text, drafts, "heading", start, end, level=3)
    elif _PULL.fullmatch(text[start:end]):
        _plain(text, drafts, "quote", start, end)
    else:
        _plain(text, drafts, "paragraph", start, end)


def _plain(text: str, drafts: list[Draft], kind: str, start: int, end: int, level: int = 0, label: str = "") -> None:
    read = inline(text, start, end)
    if read.pieces:
        a, b = read.pieces[0].start, read.pieces[-1].end
        drafts.append(Draft(kind, a, b, read.pieces, level, label, links=read.links))


def _label(text: str, group: Group, drafts: list[Draft], label_end: int, value: int, kind: str = "label") -> None:
    start = group.start
    read = inline(text, start + value, group.end)
    pieces = read.pieces or []
    end = pieces[-1].end if pieces else group.end
    drafts.append(Draft(kind, start, end, pieces, 0, "", start, start + label_end, [], read.links))


def _define(text: str, group: Group, drafts: list[Draft]) -> None:
    """Make a label of the term that waits and of this group, its value."""
    term = drafts.pop()
    read = inline(text, group.start, group.end)
    end = read.pieces[-1].end if read.pieces else group.end
    drafts.append(Draft("label", term.start, end, read.pieces, 0, "", term.start, term.end, [], read.links))


def _item(text: str, group: Group, drafts: list[Draft], times: int) -> None:
    bullet = BULLET.match(group.first.text)
    start = group.start + (bullet.end() if bullet else 0)
    time = TIME_LED.match(text[start : group.end])
    if time and times > 1 and start + time.end() < group.end:
        _row(text, drafts, [(start, start + time.end()), (start + time.end(), group.end)])
    else:
        _plain(text, drafts, "item", start, group.end, level=1 + group.first.indent // 4)


def _row(text: str, drafts: list[Draft], spans: list[tuple[int, int]]) -> None:
    cells: list[tuple[list[Piece], str]] = []
    links: list[tuple[int, int, str]] = []
    for a, b in spans:
        while a < b and text[a] in " \t\xa0:|":
            a += 1
        read = inline(text, a, b, " | ")
        if read.pieces:
            cells.append((read.pieces, ""))
            links += read.links
    if cells:
        start, end = cells[0][0][0].start, cells[-1][0][-1].end
        drafts.append(Draft("row", start, end, [], cells=cells, links=links))


def _columns(line: str) -> list[tuple[int, int]]:
    """The columns of a line, as spans in it; empty when it has but one."""
    gaps = list(_PIPES.finditer(line)) or list(COLUMN_GAP.finditer(line))
    if not gaps:
        return []
    edges = [0, *(x for g in gaps for x in g.span()), len(line)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _columned(text: str, group: Group, drafts: list[Draft], columns: list[tuple[int, int]]) -> None:
    start = group.start
    spans = [(start + a, start + b) for a, b in columns]
    first_cell = text[spans[0][0] : spans[0][1]].rstrip(" .:")
    spans[-1] = (spans[-1][0], group.first.end)
    rest = [(line.start, line.end) for line in group.lines[1:]]
    if len(columns) == 2 and label_of(first_cell + ":"):
        value = inline(text, spans[1][0], group.end)
        label_end = spans[0][0] + len(first_cell)
        drafts.append(Draft("label", start, group.end, value.pieces, 0, "", start, label_end, [], value.links))
    elif len(columns) == 2 and (DATE_LED.match(first_cell) or len(first_cell) < 40):
        _row(text, drafts, spans + _rest_cells(text, rest, spans))
    else:
        _row(text, drafts, spans)


def _rest_cells(text: str, rest: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Hanging lines as cells of their own, or as the end of the cell before when they go on with it."""
    cells: list[tuple[int, int]] = []
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


def _in_header(drafts: list[Draft]) -> bool:
    return len(drafts) < 9 and all(d.kind in ("heading", "meta", "label") for d in drafts)


def _meta_label(line: str, drafts: list[Draft]) -> str:
    if POSTED.match(line):
        return "posted"
    if _MONTH.search(line):
        return "date"
    if _CLOCK.search(line):
        return "time"
    return "place" if drafts and drafts[-1].kind == "meta" and drafts[-1].label in ("date", "time") else ""


__all__ = ["Raw", "plain_drafts"]
