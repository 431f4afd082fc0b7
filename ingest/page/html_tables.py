"""The rows of HTML tables and the values of definition lists, gathered cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.page.html_lines import Line, Writer, joined
from ingest.page.labels import label_of


@dataclass(slots=True)
class Table:
    """The cells of the row that is open; a table that serves layout lets everything through."""

    layouts: list[bool] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    rows: int = 0
    cells: list[tuple[Line, bool]] | None = None
    fragments: list[Line] | None = None

    def open(self, layout: bool) -> None:
        """A table begins."""
        self.layouts.append(layout)
        self.headers, self.rows = [], 0

    def close(self) -> None:
        """A table ends."""
        if self.layouts:
            self.layouts.pop()
        self.headers, self.rows = [], 0

    def enter(self, tag: str) -> None:
        """A row or a cell begins."""
        if not self.layouts or self.layouts[-1]:
            return
        if tag == "tr":
            self.cells = []
        elif self.cells is not None:
            self.fragments = []

    def takes(self, line: Line) -> bool:
        """Keep a line for the cell or value that is open; whether one is."""
        if self.fragments is None:
            return False
        self.fragments.append(line)
        return True

    def end_cell(self, head: bool) -> None:
        """A cell ends; ``head`` when it is a ``<th>``."""
        if self.cells is not None and self.fragments is not None:
            self.cells.append((joined(self.fragments), head))
            self.fragments = None

    def begin_value(self) -> None:
        """The value of a definition begins."""
        if self.fragments is None:
            self.fragments = []

    def end_value(self) -> list[Line]:
        """The value of a definition ends: its lines. Within a cell it is part of the cell."""
        if self.cells is not None:
            return []
        lines, self.fragments = self.fragments or [], None
        return lines

    def write_row(self, writer: Writer) -> None:
        """Write the row that ends as a label, a heading, the table's header or a row."""
        cells, self.cells = self.cells, None
        filled = [line for line, _ in cells or () if line.text]
        if not cells or not filled:
            return
        self.rows += 1
        lines = [line for line, _ in cells]
        if len(cells) == 1:
            heading = cells[0][1] or lines[0].all_bold
            writer.line(lines[0], "heading" if heading else "paragraph", 6 if heading else 0)
        elif len(cells) == 2 and len(filled) == 2 and not cells[1][1] and self.is_label(cells, lines[1]):
            writer.label(lines[0].text, lines[1])
        elif len(filled) > 1 and self.is_header(cells, filled):
            self.headers = [line.text for line in lines]
            writer.cells(lines, "header", [])
        else:
            writer.cells(lines, "row", self.headers)

    def is_header(self, cells: list[tuple[Line, bool]], filled: list[Line]) -> bool:
        """Whether a row names the columns."""
        return all(head for _, head in cells) or (self.rows == 1 and all(line.all_bold for line in filled))

    def is_label(self, cells: list[tuple[Line, bool]], value: Line) -> bool:
        """Whether the first of two cells names what the second holds."""
        (first, head), text = cells[0], cells[0][0].text
        if self.headers or len(text.split()) > 4:
            return False
        if self.rows == 1 and first.all_bold and value.all_bold and not text.endswith(":"):
            return False  # two names of columns
        return head or text.endswith(":") or label_of(text.rstrip(":") + ":") is not None
