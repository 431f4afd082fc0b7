"""One pass over the elements of a page's content: text gathers into lines, lines become blocks."""

from __future__ import annotations

from ingest.page.assemble import Draft, Piece
from ingest.page.html_emit import Emitter
from ingest.page.html_kinds import behind_teasers, is_control, is_layout, kind_of
from ingest.page.html_lines import Line, LinkSpan, Writer, joined, spaced
from ingest.page.html_main import Main
from ingest.page.html_tables import Table
from ingest.page.html_tree import BLOCKS, HEADINGS, Element, Tree

_BOLD = frozenset(("b", "strong"))


def write_blocks(tree: Tree, main: Main, writer: Writer) -> dict[int, int]:
    """Write the content; for each element the index of the draft that comes next where it opens."""
    if main.title < 0 and main.title_text:
        start = writer.write(main.title_text + "\n")
        end = start + len(main.title_text)
        writer.drafts.append(Draft("title", start, end, [Piece(start, end)], level=1))
    walk = _Walk(tree, main, writer)
    walk.run()
    return walk.opened_at


class _Walk:
    """What is open lies on a stack, so that the depth of a page costs nothing."""

    def __init__(self, tree: Tree, main: Main, writer: Writer) -> None:
        self.tree, self.main, self.writer = tree, main, writer
        self.emitter = Emitter(writer, title_seen=main.title < 0)
        self.table = Table()
        self.stack: list[int] = []
        self.opened_at: dict[int, int] = {}
        self.parts: list[str] = []
        self.length = 0
        self.links: list[LinkSpan] = []
        self.bold: list[tuple[int, int]] = []
        self.marks: list[tuple[int, int]] = []  # open links and bold stretches: (element, where its text began)
        self.term: Line | None = None
        self.lists = 0

    def run(self) -> None:
        elements = self.tree.elements
        i, end = self.main.root, elements[self.main.root].end if elements else 0
        while i < end:
            while self.stack and elements[self.stack[-1]].end <= i:
                self.close(self.stack.pop())
            element = elements[i]
            if element.tag == "":
                self.add_text(element.text)
                i += 1
            else:
                i = self.open(i, element)
        while self.stack:
            self.close(self.stack.pop())
        self.flush()
        self.emitter.settle()

    def open(self, i: int, element: Element) -> int:
        """Enter an element; the index to go on with."""
        tag = element.tag
        if tag in BLOCKS or tag == "br":
            self.flush()
            self.emitter.after_break = tag == "br"
        if i in self.main.pruned or is_control(self.tree, element):
            return element.end
        if tag in HEADINGS or tag == "summary":
            behind = behind_teasers(self.tree, i, self.main.root, self.main.title)
            if behind > i:
                return behind
        self.opened_at[i] = len(self.writer.drafts)
        self.stack.append(i)
        self.enter(i, tag)
        return i + 1

    def enter(self, i: int, tag: str) -> None:
        if tag == "a" and self.links and self.links[-1][1] == self.length:
            self.add_text(" ")  # links side by side are shown apart
        if tag == "a" or tag in _BOLD:
            self.marks.append((i, self.length))
        elif tag in ("ul", "ol"):
            self.lists += 1
        elif tag == "table":
            self.table.open(is_layout(self.tree, i, self.main.title))
        elif tag in ("tr", "td", "th"):
            self.table.enter(tag)
        elif tag == "dd":
            self.table.begin_value()

    def close(self, i: int) -> None:
        element = self.tree.elements[i]
        if element.tag in BLOCKS:
            self.stack.append(i)
            self.flush()
            self.stack.pop()
        if self.marks and self.marks[-1][0] == i:
            self.close_mark(element, self.marks.pop()[1])
        else:
            self.leave(element.tag)

    def leave(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lists -= 1
        elif tag == "table":
            self.table.close()
        elif tag in ("td", "th"):
            self.table.end_cell(tag == "th")
        elif tag == "tr":
            self.emitter.settle()
            self.table.write_row(self.writer)
        elif tag == "dd":
            self.define(self.table.end_value())

    def close_mark(self, element: Element, start: int) -> None:
        if start >= self.length:
            return
        if element.tag == "a":
            self.links.append((start, self.length, element.attributes.get("href", "")))
        else:
            self.bold.append((start, self.length))

    def define(self, lines: list[Line]) -> None:
        """Write what a ``<dd>`` held under its term."""
        self.emitter.settle()
        if self.term is not None and lines:
            self.writer.label(self.term.text, joined(lines))
            return
        for line in lines:
            self.emitter.emit("paragraph", 0, line)

    def add_text(self, text: str) -> None:
        words = spaced(text, self.parts[-1] if self.parts else "")
        if words:
            self.parts.append(words)
            self.length += len(words)

    def flush(self) -> None:
        """End the line in the making; what is marked stays marked on the next one."""
        if not self.parts:
            return
        elements = self.tree.elements
        for i, start in self.marks:
            self.close_mark(elements[i], start)
        line = Line("".join(self.parts), self.links, self.bold)
        self.parts, self.length, self.links, self.bold = [], 0, [], []
        self.marks = [(i, 0) for i, _ in self.marks]
        line = line.part(0, len(line.text))
        if line.text and not self.table.takes(line):
            self.place(line)

    def place(self, line: Line) -> None:
        elements, title = self.tree.elements, self.main.title
        if title in self.stack:
            self.emitter.emit("title", 1, line)
            return
        kind, level = kind_of(elements, self.stack, self.lists)
        if kind != "term":
            self.emitter.emit(kind, level, line)
        elif len(line.text.split()) > 4 or line.text.endswith("?"):
            self.term = None
            self.emitter.emit("heading", 6, line)
        else:
            self.term = line
