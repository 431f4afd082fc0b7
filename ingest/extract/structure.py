"""The page as the reader sees it: lines with their heading and lead, and which of them are dated rows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import chain

from ingest.extract.day_first import Entry, entries_of
from ingest.extract.pieces import pieces_of
from ingest.extract.spans import find_runs
from ingest.extract.tokens import Line, line_of
from ingest.extract.words import (
    CLOCK,
    DAY_DATED,
    MONTH,
    STARTS_DATED,
    WEEKDAY,
    is_capital,
    is_ordinary,
    is_posted,
)
from ingest.page.model import Block, Item, Offsets, Page
from ingest.page.published import byline

HEADINGS = ("title", "heading")
_TEXT = ("paragraph", "quote")
_WRITER = re.compile(r"(?:[Dd]oor|[Tt]ekst(?: en (?:foto|beeld)\w*)?:?|[Vv]an onze verslag\w+) [A-ZÀ-Ý]")
_WHEN = re.compile(r"wanneer|datum|tijd|aanvang|waar\b|plaats|locatie", re.IGNORECASE)
_CLOCK_CELL = re.compile(r"\d{1,2}[.:]\d\d\b")
# "15 januari – Nee zeggen kun je leren": more than when it is.
_DATED_TITLE = re.compile(
    rf"(?:{WEEKDAY}\w*\s+)?\d{{1,2}}\.? {MONTH}(?: \d{{4}})?(?:, [^:|–-]{{0,25}})?\s*[:–-]\s+(?!\d)[^\W\d][^|]{{3}}",
    re.IGNORECASE,
)
_LEAD_LENGTH = 60
_SHORT = 140


@dataclass(slots=True)
class Sheet:
    """A page, its lines by block index, and what holds for the page as a whole.

    ``counts`` counts lower-case words; ``low`` is the whole text in lower case; ``first`` is the index of the first
    paragraph of running text; ``rows`` is how many lines look like one dated item each; ``header`` are the lines about
    when and where that stand with the title; ``entries`` are those of an agenda of which the days stand first.
    """

    page: Page
    lines: dict[int, Line]
    title: Line | None
    counts: Counter[str]
    low: str
    first: int
    rows: int = 0
    header: tuple[int, ...] = ()
    events: tuple[Item, ...] = ()
    entries: tuple[Entry, ...] = ()
    facts: tuple[str, ...] = ()
    order: list[Line] = field(default_factory=list)
    _places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def places_of(self, low: str) -> list[tuple[int, int]]:
        """Where a lower-case word stands: line and token."""
        if low[0].isalpha() and low not in self.counts:
            return []
        if not self._places:
            places: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for line in self.order:
                index = line.index
                for q, word in enumerate(line.lows):
                    places[word].append((index, q))
            self._places = dict(places)
        return self._places.get(low, [])

    def count_of(self, words: frozenset[str]) -> int:
        """How frequently any of these lower-case words stands on the page."""
        return sum(map(self.counts.__getitem__, words & self.counts.keys()))

    def heading_of(self, line: Line) -> Line | None:
        """The heading that governs a line."""
        return self.lines.get(line.block.section) if line.block.section >= 0 else None

    def lead_of(self, line: Line) -> Line | None:
        """The paragraph that introduces the list or table in which a line stands."""
        return self.lines.get(line.block.lead) if line.block.lead >= 0 else None

    def after(self, line: Line, count: int = 1) -> list[Line]:
        """The next lines of a page."""
        at = self.order.index(line)
        return self.order[at + 1 : at + 1 + count]


def sheet_of(page: Page) -> Sheet:
    """Reads every block of a page once."""
    order = _lines_of(page)
    lines = {line.index: line for line in order}
    for line in order:
        find_runs(line)
    counts = Counter(chain.from_iterable([line.lows for line in order]))
    for mark in [word for word in counts if not word[0].isalpha()]:
        del counts[mark]
    title = next((line for line in order if line.block.kind == "title"), None)
    first = next((x.index for x in order if x.block.kind == "paragraph" and len(x.block.text) > _LEAD_LENGTH), 0)
    low = "\n".join([line.block.text for line in order]).lower()
    for line in order if is_posted(low) else ():
        line.posted = is_posted(line.block.text.lower())
    sheet = Sheet(page, lines, title, counts, low, first, order=order)
    sheet.entries = entries_of(order)
    sheet.rows = max(_count_rows(sheet), len(sheet.entries))
    sheet.header = _header(sheet)
    sheet.events = tuple(item for item in page.structured if "Event" in item.type)
    return sheet


def _lines_of(page: Page) -> list[Line]:
    """A line for every block, in order; the further pieces of a very long block are numbered behind the last block."""
    lines: list[Line] = []
    spare = len(page.blocks)
    for index, block in enumerate(page.blocks):
        if not block.text.strip() or block.kind == "separator":
            continue
        for n, piece in enumerate(pieces_of(with_label(block))):
            if n:
                spare += 1
            lines.append(line_of(spare if n else index, piece))
    return lines


def with_label(block: Block) -> Block:
    """The block with its label in front of its text when the label may hold a name (``Jan Smit: opent de dag``)."""
    if block.kind != "label" or block.label_start < 0:
        return block
    words = block.label.split()
    named = any(is_capital(word) for word in words[1:]) or len(words) > 3 or not is_ordinary(words[0].lower())
    if not named:
        return block
    size = len(block.label)
    offsets = Offsets(
        (0, size, *(size + 2 + at for at in block.offsets.reading)),
        (block.label_start, block.label_end, *block.offsets.stored),
    )
    return replace(block, text=f"{block.label}: {block.text}", offsets=offsets, cells=(), links=())


def is_programme_row(line: Line) -> bool:
    """Whether a line is one item of a programme: a time, and what happens then."""
    block = line.block
    return block.kind == "row" and len(block.cells) > 1 and _CLOCK_CELL.match(block.cells[0].text) is not None


def is_dated_title(text: str) -> bool:
    """Whether a title stands behind the day with which a line begins; parts between strokes are another form."""
    return _DATED_TITLE.match(text) is not None and "|" not in text


def is_dated_row(line: Line, following: Line | None) -> bool:
    """Whether a line is one item of an agenda: a short line with a day, or a heading with a date line below it."""
    text = line.block.text
    if line.block.kind in HEADINGS and following is not None:
        return len(following.block.text) < 100 and STARTS_DATED.match(following.block.text) is not None
    if not line.dated or len(text) >= _SHORT:
        return False
    if line.block.kind == "meta":
        return is_dated_title(text)
    return line.block.kind in ("row", "item", "heading", "label") and bool(DAY_DATED.search(text))


def _count_rows(sheet: Sheet) -> int:
    following = [*sheet.order[1:], None]  # longer than the lines of a page that has none
    return sum(is_dated_row(line, nxt) for line, nxt in zip(sheet.order, following, strict=False))


def _header(sheet: Sheet) -> tuple[int, ...]:
    """The lines about when and where that stand with the title: meta lines, and labels that say so."""
    found = []
    start, end = sheet.page.published_span
    for line in sheet.order:
        block = line.block
        if line.posted or block.kind == "title" or (start < end and block.start <= start < block.end):
            continue
        early = (
            line.index < sheet.first
            and len(block.text) < _SHORT
            and (line.dated or CLOCK.search(block.text) is not None)
        )
        meta = block.kind == "meta" and block.label != "posted" and line.index <= sheet.first + 3
        label = block.kind == "label" and _WHEN.match(block.label) is not None
        if (meta or label or early) and not _is_byline(sheet.page, line):
            found.append(line.index)
    return tuple(found)


def _is_byline(page: Page, line: Line) -> bool:
    """Whether a line says who wrote the page: ``Door P – maandag 7 oktober``, or on the day that its data give."""
    if line.dated and _WRITER.match(line.block.text):
        return True
    made = byline(line.block.text) if page.published and line.dated else None
    return made is not None and made[0] == page.published
