"""The content of an HTML page as lines of stored text and drafts of blocks over them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.page.assemble import Draft, Piece
from ingest.page.chrome import BREADCRUMB, CHROME_HEADING, CHROME_LINE, CTA
from ingest.page.html_main import Main
from ingest.page.html_tree import BLOCKS, HEADINGS, Element, Tree
from ingest.page.labels import TAXONOMY, TAXONOMY_LEAD, label_of
from ingest.page.published import POSTED

_SPACES = re.compile(r"[\s\xa0]+")
_INVISIBLE = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff]")
_META = re.compile(
    r"(?:^|[-_ ])(?:meta\w*|byline|datum|date\w*|posted\w*|published|publicatie\w*|author|auteur|time|timestamp|"
    r"entry-meta|article-info|post-date|submitted|info-line)(?:$|[-_ ])"
)
_CAPTION = re.compile(r"caption|bijschrift|onderschrift")
_QUOTE = re.compile(r"quote|citaat|streamer|(?:^|[-_ ])pull(?:$|[-_ ])")
_BUTTON = re.compile(r"(?:^|[-_ ])(?:btn|button|knop|cta)(?:$|[-_ ])")
_BOLD = frozenset(("b", "strong"))


@dataclass(slots=True)
class Line:
    """A line in the making: its text, and where its links and bold stretches stand in it."""

    text: str
    links: list[tuple[int, int, str]]
    bold: list[tuple[int, int]]


@dataclass(slots=True)
class Writer:
    """The stored text so far, and the drafts over it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    drafts: list[Draft] = field(default_factory=list)

    def write(self, text: str) -> int:
        """Add text; the offset where it begins."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)


def write_blocks(tree: Tree, main: Main, writer: Writer) -> dict[int, int]:
    """Write the content; the index of the draft that is next when each element opens."""
    if main.title < 0 and main.title_text:
        start = writer.write(main.title_text + "\n")
        end = start + len(main.title_text)
        writer.drafts.append(Draft("title", start, end, [Piece(start, end)], level=1))
    walk = _Walk(tree, main, writer)
    walk.run()
    return walk.opened_at


class _Walk:
    """One pass over the elements of the content; what is open lies on a stack, so depth costs nothing."""

    def __init__(self, tree: Tree, main: Main, writer: Writer) -> None:
        self.tree, self.main, self.writer = tree, main, writer
        self.stack: list[int] = []
        self.opened_at: dict[int, int] = {}
        self.parts: list[str] = []
        self.length = 0
        self.links: list[tuple[int, int, str]] = []
        self.bold: list[tuple[int, int]] = []
        self.marks: list[tuple[int, int]] = []  # (element, where its text began) of open links and bold stretches
        self.table = _Table()
        self.term: Line | None = None
        self.pending: Line | None = None
        self.after_break = False
        self.lists = 0
        self.title_seen = main.title < 0

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
        self.settle()

    # what opens and closes

    def open(self, i: int, element: Element) -> int:
        """Enter an element; the index to go on with."""
        tag = element.tag
        if tag in BLOCKS or tag == "br":
            self.flush()
            self.after_break = tag == "br"
        if i in self.main.pruned or self.is_button(i, element):
            return element.end
        if (tag in HEADINGS or tag == "summary") and i != self.main.title:
            after = self.skipped_section(i)
            if after > i:
                return after
        self.opened_at[i] = len(self.writer.drafts)
        self.stack.append(i)
        if tag == "a" or tag in _BOLD:
            self.marks.append((i, self.length))
        elif tag in ("ul", "ol"):
            self.lists += 1
        elif tag == "table":
            self.table.open(_is_layout(self.tree, i, self.main.title))
        elif tag in ("tr", "td", "th"):
            self.table.enter(tag)
        elif tag == "dd":
            self.table.begin_value()
        return i + 1

    def close(self, i: int) -> None:
        element = self.tree.elements[i]
        tag = element.tag
        if tag in BLOCKS:
            self.stack.append(i)
            self.flush()
            self.stack.pop()
        if self.marks and self.marks[-1][0] == i:
            self.close_mark(element, self.marks.pop()[1])
        elif tag in ("ul", "ol"):
            self.lists -= 1
        elif tag == "table":
            self.table.close()
        elif tag in ("td", "th"):
            self.table.end_cell(tag == "th")
        elif tag == "tr":
            self.settle()
            self.table.write_row(self.writer)
        elif tag == "dd":
            self.settle()
            self.write_value(self.table.end_value())

    def close_mark(self, element: Element, start: int) -> None:
        while start < self.length and self.parts and "".join(self.parts)[start : start + 1] == " ":
            start += 1
        if start >= self.length:
            return
        if element.tag == "a":
            self.links.append((start, self.length, element.attributes.get("href", "")))
        else:
            self.bold.append((start, self.length))

    def is_button(self, i: int, element: Element) -> bool:
        """A control rather than text; the switch of an accordion is a heading."""
        if element.tag == "a":
            return element.attributes.get("role") == "button" or bool(_BUTTON.search(element.names))
        if element.tag == "label":
            return element.size < 60
        if element.tag != "button":
            return False
        after = next((e for e in self.tree.elements[element.end : element.end + 3] if e.tag), None)
        return after is None or after.size < 40 or element.size < 8

    def skipped_section(self, i: int) -> int:
        """Where to go on when a heading opens teasers or the like: behind its container or its section."""
        elements = self.tree.elements
        if not CHROME_HEADING.match(self.tree.words(i)):
            return i
        holder, container = i, elements[i].parent
        while container != self.main.root and container >= 0 and self.opens_with(container, i):
            if self.main.title >= 0 and container <= self.main.title < elements[container].end:
                break
            holder, container = container, elements[container].parent
        if holder != i:
            return elements[holder].end
        level = HEADINGS.get(elements[i].tag, 6)
        j = elements[i].end
        while j < elements[container].end:
            if HEADINGS.get(elements[j].tag, 9) <= level or j == self.main.title:
                break
            j = elements[j].end
        return j

    def opens_with(self, container: int, i: int) -> bool:
        between = self.tree.elements[container:i]
        return not any(e.tag == "" and e.size for e in between)

    # the line in the making

    def add_text(self, text: str) -> None:
        text = _INVISIBLE.sub("", text)
        collapsed = _SPACES.sub(" ", text)
        if not collapsed:
            return
        if collapsed[0] == " " and (not self.length or self.parts[-1][-1] == " "):
            collapsed = collapsed[1:]
        if collapsed:
            self.parts.append(collapsed)
            self.length += len(collapsed)

    def flush(self) -> None:
        if not self.parts:
            return
        text = "".join(self.parts).rstrip()
        n = len(text)
        links = [(a, min(b, n), t) for a, b, t in self.links if a < n]
        links += [
            (a, n, self.tree.elements[i].attributes.get("href", ""))
            for i, a in self.marks
            if a < n and self.tree.elements[i].tag == "a"
        ]
        bold = [(a, min(b, n)) for a, b in self.bold if a < n]
        bold += [(a, n) for i, a in self.marks if a < n and self.tree.elements[i].tag in _BOLD]
        self.parts, self.length, self.links, self.bold = [], 0, [], []
        self.marks = [(i, 0) for i, _ in self.marks]
        if text:
            self.place(Line(text, links, bold))

    def place(self, line: Line) -> None:
        if self.table.takes(line):
            return
        kind, level = self.kind()
        if kind == "term":
            self.term = line
            if len(line.text.split()) > 4 or line.text.endswith("?"):
                self.emit("heading", 6, line)
                self.term = None
            return
        self.emit(kind, level, line)

    def kind(self) -> tuple[str, int]:
        elements = self.tree.elements
        for nearness, i in enumerate(reversed(self.stack)):
            tag, names = elements[i].tag, elements[i].names
            if i == self.main.title:
                return "title", 1
            if tag in HEADINGS:
                return "heading", HEADINGS[tag]
            if tag in ("summary", "button"):
                return "heading", 4
            if tag == "dt":
                return "term", 0
            if tag == "blockquote" or (names and _QUOTE.search(names) and nearness < 4):
                return "quote", 0
            if tag in ("figcaption", "caption") or (names and _CAPTION.search(names) and nearness < 3):
                return "caption", 0
            if names and nearness < 3 and _META.search(names) and elements[i].size < 160:
                return "meta", 0
            if tag == "li" and self.lists:
                return "item", self.lists
            if tag in ("td", "article", "main", "section", "body"):
                break
        return "paragraph", 0

    # blocks

    def emit(self, kind: str, level: int, line: Line) -> None:
        if kind == "title":
            if self.title_seen:
                kind, level = "heading", 1
            self.title_seen = True
        if self.is_chrome(kind, line):
            return
        if kind in ("paragraph", "meta", "item"):
            if self.pending is not None:
                label, self.pending = self.pending, None
                if kind == "paragraph" and len(line.text) < 200:
                    self.write_label(label.text, line)
                    return
                self.write(Line(label.text, label.links, label.bold), "paragraph", 0)
            kind, level = self.sharpen(kind, level, line)
            if kind == "pending":
                self.pending = line
                return
            if kind == "done":
                return
        else:
            self.settle()
        self.write(line, kind, level)

    def settle(self) -> None:
        """Write a line that waited to become a label."""
        if self.pending is not None:
            line, self.pending = self.pending, None
            self.write(line, "paragraph", 0)

    def is_chrome(self, kind: str, line: Line) -> bool:
        text = line.text
        if kind == "title" or len(text) > 320:
            return False
        if not any(c.isalnum() for c in text):
            return True
        if CHROME_LINE.fullmatch(text):
            return not TAXONOMY_LEAD.match(text)
        if not self.title_seen and BREADCRUMB.fullmatch(text):
            return True
        linked = sum(b - a for a, b, _ in line.links)
        return kind == "paragraph" and linked > 0.9 * len(text) - 3 and CTA.match(text) is not None and len(text) < 80

    def sharpen(self, kind: str, level: int, line: Line) -> tuple[str, int]:
        """What a paragraph is on a closer look: taxonomy, a heading in bold, a posting date, labels."""
        text = line.text
        taxonomy = TAXONOMY.match(text)
        if taxonomy and kind != "item":
            self.write_label(text[: taxonomy.end("label")], line, taxonomy.end(), "taxonomy")
            return "done", 0
        if TAXONOMY_LEAD.match(text):
            return "taxonomy", 0
        if kind == "item":
            return kind, level
        if POSTED.match(text):
            return "meta", 0
        if line.bold and self.split_labels(line):
            return "done", 0
        if kind == "paragraph" and text.endswith(":") and len(text.split()) <= 4 and not self.after_break:
            return "pending", 0
        if kind == "paragraph" and sum(b - a for a, b in line.bold) >= len(text) - 1 and _is_heading(text):
            return "heading", 6
        found = label_of(text)
        if found and found[1] < len(text) and text[found[0]] in ":?":
            self.write_label(text[: found[0]], line, found[1])
            return "done", 0
        return kind, level

    def split_labels(self, line: Line) -> bool:
        """Write ``**Plaats:** Zeist. **Aanvang:** 9.30 uur`` as one label each; whether it was that."""
        starts = [
            (a, b) for a, b in sorted(line.bold) if line.text[a:b].rstrip().endswith(":") or line.text[b : b + 1] == ":"
        ]
        if not starts or starts[0][0] != 0 or len(line.text[starts[0][0] : starts[0][1]].split()) > 8:
            return False
        for k, (a, b) in enumerate(starts):
            stop = starts[k + 1][0] if k + 1 < len(starts) else len(line.text)
            value = b + (line.text[b : b + 1] == ":")
            self.write_label(line.text[a:b].rstrip(": "), _slice(line, value, stop))
        return True

    def write(self, line: Line, kind: str, level: int) -> None:
        drafts = self.writer.drafts
        joins = self.after_break and drafts and drafts[-1].kind == kind and self.writer.length == drafts[-1].end + 1
        if kind == "item":
            self.writer.write("  " * (level - 1) + "- ")
        start = self.writer.write(line.text + "\n")
        end = start + len(line.text)
        links = [(start + a, start + b, t) for a, b, t in line.links]
        if (
            joins
            and kind == "paragraph"
            and line.text[:1].islower()
            and self.writer.parts[-2].rstrip()[-1:] not in ".!?:;"
        ):
            drafts[-1].pieces.append(Piece(start, end))
            drafts[-1].end = end
            drafts[-1].links += links
            return
        drafts.append(Draft(kind, start, end, [Piece(start, end)], level, links=links))

    def write_label(self, label: str, line: Line, begin: int = 0, kind: str = "label") -> None:
        """Write ``label: value``, the value being ``line`` from ``begin`` on."""
        value = _slice(line, begin, len(line.text))
        label = label.strip().rstrip(":").strip()
        label_start = self.writer.write(label)
        self.writer.write(": " if not label.endswith("?") else " ")
        start = self.writer.write(value.text)
        end = self.writer.write("\n")
        links = [(start + a, start + b, t) for a, b, t in value.links]
        self.writer.drafts.append(
            Draft(
                kind, label_start, end, [Piece(start, end)], 0, label, label_start, label_start + len(label), [], links
            )
        )

    def write_value(self, lines: list[Line]) -> None:
        """Write what a ``<dd>`` held under its term."""
        if self.term is None or not lines:
            for line in lines:
                self.emit("paragraph", 0, line)
        else:
            self.write_label(self.term.text, _joined(lines))


@dataclass(slots=True)
class _Table:
    """The cells of the row that is open; tables that serve layout let everything through."""

    layouts: list[bool] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    rows: int = 0
    cells: list[tuple[Line, bool]] | None = None
    fragments: list[Line] | None = None
    value_depth: int = 0

    def open(self, layout: bool) -> None:
        self.layouts.append(layout)
        self.headers, self.rows = [], 0

    def close(self) -> None:
        self.layouts.pop()
        self.headers, self.rows = [], 0

    def data(self) -> bool:
        return bool(self.layouts) and not self.layouts[-1]

    def enter(self, tag: str) -> None:
        if not self.data():
            return
        if tag == "tr":
            self.cells = []
        elif self.cells is not None:
            self.fragments = []

    def takes(self, line: Line) -> bool:
        if self.fragments is None:
            return False
        self.fragments.append(line)
        return True

    def end_cell(self, head: bool) -> None:
        if self.cells is not None and self.fragments is not None:
            self.cells.append((_joined(self.fragments), head))
            self.fragments = None

    def begin_value(self) -> None:
        if self.fragments is None:
            self.fragments = []

    def end_value(self) -> list[Line]:
        lines, self.fragments = self.fragments or [], None
        return lines

    def write_row(self, writer: Writer) -> None:
        """Write the row that closes as a label, a heading, a header or a row."""
        if self.cells is None or not self.data():
            return
        cells, self.cells = self.cells, None
        filled = [c for c in cells if c[0].text]
        if not filled:
            return
        self.rows += 1
        if len(cells) == 1:
            heading = cells[0][1] or _all_bold(cells[0][0])
            _write_line(writer, filled[0][0], "heading" if heading else "paragraph", 6 if heading else 0)
        elif len(cells) == 2 and len(filled) == 2 and not cells[1][1] and self.is_label(cells):
            _write_cells(writer, cells, "label", [])
        elif len(filled) > 1 and (
            all(c[1] for c in cells) or (self.rows == 1 and all(_all_bold(c[0]) for c in filled))
        ):
            self.headers = [c[0].text for c in cells]
            _write_cells(writer, cells, "header", [])
        else:
            _write_cells(writer, cells, "row", self.headers)

    def is_label(self, cells: list[tuple[Line, bool]]) -> bool:
        text = cells[0][0].text
        if self.headers or len(text.split()) > 4:
            return False
        return cells[0][1] or text.endswith(":") or label_of(text.rstrip(":") + ":") is not None


def _write_line(writer: Writer, line: Line, kind: str, level: int) -> None:
    start = writer.write(line.text + "\n")
    end = start + len(line.text)
    links = [(start + a, start + b, t) for a, b, t in line.links]
    writer.drafts.append(Draft(kind, start, end, [Piece(start, end)], level, links=links))


def _write_cells(writer: Writer, cells: list[tuple[Line, bool]], kind: str, headers: list[str]) -> None:
    first = writer.length
    pieces: list[Piece] = []
    links: list[tuple[int, int, str]] = []
    for k, (line, _) in enumerate(cells):
        text = line.text.rstrip(":") if kind == "label" and k == 0 else line.text
        if k:
            writer.write(": " if kind == "label" else " | ")
        start = writer.write(text)
        pieces.append(Piece(start, start + len(text), " | "))
        links += [(start + a, min(start + b, start + len(text)), t) for a, b, t in line.links]
    end = writer.write("\n")
    if kind == "label":
        label = pieces[0]
        writer.drafts.append(Draft(kind, first, end, [pieces[1]], 0, "", label.start, label.end, [], links))
        return
    named = [([p], headers[k] if k < len(headers) else "") for k, p in enumerate(pieces)]
    writer.drafts.append(Draft(kind, first, end, pieces, cells=named, links=links))


def _joined(lines: list[Line]) -> Line:
    whole = Line("", [], [])
    for line in lines:
        shift = len(whole.text) + 3 if whole.text else 0
        whole.text = f"{whole.text} / {line.text}" if whole.text else line.text
        whole.links += [(a + shift, b + shift, t) for a, b, t in line.links]
        whole.bold += [(a + shift, b + shift) for a, b in line.bold]
    return whole


def _slice(line: Line, begin: int, end: int) -> Line:
    while begin < end and line.text[begin] == " ":
        begin += 1
    text = line.text[begin:end].rstrip()
    n = len(text)
    links = [(max(a - begin, 0), min(b - begin, n), t) for a, b, t in line.links if a < begin + n and b > begin]
    bold = [(max(a - begin, 0), min(b - begin, n)) for a, b in line.bold if a < begin + n and b > begin]
    return Line(text, links, bold)


def _all_bold(line: Line) -> bool:
    return bool(line.text) and sum(b - a for a, b in line.bold) >= len(line.text) - 1


def _is_heading(text: str) -> bool:
    return len(text.split()) <= 12 and len(text) < 90 and text[-1] not in ".,;:"


def _is_layout(tree: Tree, i: int, title: int) -> bool:
    """Whether a table serves to place things: it holds headings, other tables or the title."""
    inside = tree.elements[i + 1 : tree.elements[i].end]
    return i < title < tree.elements[i].end or any(
        e.tag in ("h1", "h2", "h3", "table", "article", "main") for e in inside
    )
