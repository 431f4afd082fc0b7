"""What a page is once it has been read: its stored text, and blocks that point into it.

Every offset counts characters of :attr:`Page.text`, the stored (masked) text, unless a docstring says otherwise;
``page.text[a:b]`` is the quote that is shown.

Kinds of block
    ========== =====================================================================================
    title      the page's own title; at most one
    heading    a heading; ``level`` 1–6
    paragraph  running text
    item       a list item; ``level`` is its depth (1 = outermost)
    label      ``label`` and value on one line or pair (``Plaats: Zeist``, ``<dt>/<dd>``); ``text`` is the value
    header     the head of a table; ``cells`` hold the column names
    row        a table row or a programme line; ``cells`` hold its columns (a programme line: time, what)
    quote      a block quote or a pull quote (a pull quote often repeats the body)
    meta       a line about date, time, place or making: header lines with an icon or two leading blanks,
               bylines, ``Geplaatst op …``; ``label`` is "date", "time", "place" or "posted" where the icon tells
    caption    the words under a picture
    taxonomy   a ``Thema's:`` or ``Trefwoorden:`` line; ``label`` is the word, ``text`` the list after it
    separator  a drawn line or box edge; ``text`` is empty
    ========== =====================================================================================
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from graph_model.keys import fingerprint
from graph_model.once import once
from graph_model.sending import sent_whole
from graph_model.values import value

FORMATS = ("html", "text", "markdown", "pdf", "docx", "feed", "calendar")


@sent_whole
@value(frozen=True, slots=True)
class Offsets:
    """Where the characters of a reading text stand in the stored text.

    From ``reading[k]`` on the two run in step, beginning at ``stored[k]``; both tuples are of equal length and rise.
    """

    reading: tuple[int, ...] = (0,)
    stored: tuple[int, ...] = (0,)

    def at(self, i: int) -> int:
        """The stored offset of reading character ``i``."""
        reading, stored = self.reading, self.stored
        if len(reading) == 1:
            return stored[0] + i - reading[0]
        k = bisect_right(reading, i)
        offset = stored[k - 1] + i - reading[k - 1]
        return offset if k == len(stored) or offset < stored[k] else stored[k] - 1

    def back(self, offset: int) -> int:
        """The reading offset of the stored character at ``offset``, or of the first one after it."""
        k = max(bisect_right(self.stored, offset) - 1, 0)
        i = self.reading[k] + max(offset - self.stored[k], 0)
        return min(i, self.reading[k + 1]) if k + 1 < len(self.reading) else i


@value(frozen=True, slots=True)
class Link:
    """A hyperlink: ``text`` is its reading form, ``target`` the masked address as the page writes it."""

    start: int
    end: int
    text: str
    target: str


@sent_whole
@value(frozen=True, slots=True)
class Cell:
    """One column of a row; ``i`` and ``j`` are offsets in the block's ``text``; ``header`` is the column's name."""

    i: int
    j: int
    text: str
    header: str = ""


@sent_whole
@value(frozen=True, slots=True)
class Block:
    """One unit of a page, in reading form, with the way back to the stored text.

    ``start`` and ``end`` span the whole block, its label included. ``section`` is the index in ``Page.blocks`` of the
    governing heading (or title), ``lead`` that of the paragraph that introduces a list, table or run of labels;
    both are -1 when there is none.
    """

    kind: str
    start: int
    end: int
    text: str
    offsets: Offsets = field(repr=False)
    level: int = 0
    label: str = ""
    label_start: int = -1
    label_end: int = -1
    cells: tuple[Cell, ...] = ()
    links: tuple[Link, ...] = ()
    section: int = -1
    lead: int = -1

    def span(self, i: int, j: int) -> tuple[int, int]:
        """The stored span of ``text[i:j]``; an empty range gives an empty span."""
        at = self.offsets.at
        a = at(i)
        return (a, at(j - 1) + 1) if j > i else (a, a)

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The reading range that lies within the stored span ``start``–``end``."""
        n = len(self.text)
        return min(self.offsets.back(start), n), min(self.offsets.back(end), n)


@dataclass(frozen=True, slots=True)
class Property:
    """One value in the page's structured data; ``name`` is a dotted path such as ``location.address.addressLocality``.

    ``start`` and ``end`` span the value where the stored text gives it, so that a claim from it has a quote.
    """

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the page's JSON-LD, microdata, Open Graph or ``<time>`` describes.

    ``source`` is "json-ld", "microdata", "open-graph" or "time"; ``type`` a schema.org name ("Event"), empty for
    ``<time>``; ``block`` the index of the block where it stands, or -1 when it stands in the page's head.
    """

    source: str
    type: str
    properties: tuple[Property, ...]
    block: int = -1

    def first(self, name: str) -> Property | None:
        """The first property of this name."""
        return next((p for p in self.properties if p.name == name), None)


@dataclass(frozen=True)
class Page:
    """A page as it is stored and read: masked text, and blocks that point into it."""

    address: str
    text: str
    title: str
    title_span: tuple[int, int]
    blocks: tuple[Block, ...]
    published: str | None
    published_span: tuple[int, int]
    language: str
    structured: tuple[Item, ...]
    format: str

    @once
    def fingerprint(self) -> str:
        """blake2b of the stored text, 32 hexadecimal characters."""
        return fingerprint(self.text)
