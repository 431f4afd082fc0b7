"""The body of a Word document to drafts of blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from ingest.page.html_emit import Emitter
from ingest.page.html_lines import Line, Writer, joined
from ingest.page.html_tables import Table
from ingest.page.labels import label_of
from ingest.page.plain_lines import TIME_LED
from ingest.page.word.inline import lines_of
from ingest.page.word.styles import Style, W, number_of, text_of, value

_CONTAINERS = frozenset(W + name for name in ("ins", "moveTo", "customXml", "smartTag", "sdt", "sdtContent"))


MOST_PARAGRAPHS = 25_000  # takes about two seconds


class TooLong(Exception):  # it never leaves this package
    """There are more paragraphs than somebody will read."""


class Body:
    """Writes paragraphs and tables as blocks, in their order."""

    def __init__(self, styles: Mapping[str, Style], targets: Mapping[str, str], writer: Writer) -> None:
        self.styles, self.targets, self.writer = styles, targets, writer
        self.emitter = Emitter(writer, title_seen=True, on_site=False)
        self.table = Table()
        self.titled = False
        self.left = MOST_PARAGRAPHS

    def write(self, body: Any) -> None:
        """Write all that stands in ``body``."""
        self.walk(body)
        self.emitter.settle()

    def walk(self, container: Any) -> None:
        for child in container:
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.rows(child)
            elif child.tag in _CONTAINERS and not _is_contents(child):
                self.walk(child)

    def paragraph(self, paragraph: Any) -> None:
        self.left -= 1
        if self.left < 0:
            raise TooLong
        style = self.styles.get(text_of(paragraph, "pPr", "pStyle"), Style())
        if style.toc:
            return
        kind, level = _kind(paragraph, style)
        self.emitter.after_break = False
        for parts in lines_of(paragraph, self.targets):
            if self.table.fragments is not None:
                self.table.takes(joined(parts, " "))
            else:
                self.line(kind, level, parts)
            self.emitter.after_break = True
        for box in paragraph.iter(f"{W}txbxContent"):
            around = list(takewhile(lambda above: above is not paragraph, box.iterancestors()))
            if not any(above.tag == f"{W}p" or above.tag.endswith("}Fallback") for above in around):
                self.walk(box)

    def line(self, kind: str, level: int, parts: list[Line]) -> None:
        line = joined(parts, " ")
        if kind == "title" and not self.titled:
            self.titled = True
            self.writer.line(line, "title", 1)
        elif kind == "title":
            self.emitter.emit("heading", 2, line)
        elif kind == "" and len(parts) == 2 and _names(parts[0].text):
            self.writer.label(parts[0].text, parts[1])
        elif kind == "" and len(parts) > 2 and not TIME_LED.match(line.text):
            self.writer.cells(parts, "row", [])
        else:
            self.emitter.emit(kind or "paragraph", level, line)

    def rows(self, table: Any) -> None:
        """A table; one of a single cell, or within another, only places what is in it."""
        rows = list(_rows(table))
        if self.table.fragments is not None or max((len(cells) for _, cells in rows), default=0) < 2:
            for _, cells in rows:
                for cell in cells:
                    self.walk(cell)
            return
        self.emitter.settle()
        self.table.open(layout=False)
        for head, cells in rows:
            self.table.enter("tr")
            for cell in cells:
                self.table.enter("td")
                self.walk(cell)
                self.table.end_cell(head)
            self.table.write_row(self.writer)
        self.table.close()


def _kind(paragraph: Any, style: Style) -> tuple[str, int]:
    """The kind of block that a paragraph is ("" for running text) and its level."""
    outline = number_of(paragraph, "pPr", "outlineLvl")
    if not style.kind and outline is not None and outline < 9:
        return "heading", min(outline + 1, 6)
    if style.kind in ("", "item"):
        numbered = number_of(paragraph, "pPr", "numPr", "numId")
        depth = number_of(paragraph, "pPr", "numPr", "ilvl") or 0
        if numbered or (style.kind == "item" and numbered != 0):
            return "item", min(depth, 8) + 1
        return "", 0
    return style.kind, min(style.level, 6)


def _is_contents(element: Any) -> bool:
    return text_of(element, "sdtPr", "docPartObj", "docPartGallery").lower() == "table of contents"


def _names(text: str) -> bool:
    """Whether the words before a tab name what stands behind it."""
    return text.endswith(":") or label_of(text + ":") is not None


def _rows(table: Any) -> Iterator[tuple[bool, list[Any]]]:
    """The rows of a table: whether each is its head, and its cells."""
    for row in _parts(table, f"{W}tr"):
        head = row.find(f"{W}trPr/{W}tblHeader")
        yield head is not None and value(head) not in ("0", "false"), list(_parts(row, f"{W}tc"))


def _parts(element: Any, tag: str) -> Iterator[Any]:
    """The children of a kind, also those in a container that marks a change or holds a form field."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _parts(child, tag)
