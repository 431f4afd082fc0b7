"""Lines of stored text made from HTML, and drafts of blocks over them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.page.assemble import Draft, Piece

LinkSpan = tuple[int, int, str]
_SPACES = re.compile(r"[\s\xa0]+")
_INVISIBLE = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff\ue000-\uf8ff]")


def spaced(text: str, before: str) -> str:
    """Text to be added to ``before``: white space made even, what can't be seen left out."""
    # Most text is mere words: what is left out or made even is not printable, or two blanks.
    plain = text.isprintable() and "  " not in text
    collapsed = text if plain else _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return collapsed[1:] if collapsed[:1] == " " and before[-1:] in ("", " ") else collapsed


@dataclass(slots=True)
class Line:
    """A line in the making: its text, and where its links and bold stretches stand in it."""

    text: str
    links: list[LinkSpan] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)

    @property
    def all_bold(self) -> bool:
        """Whether nothing but a mark stands outside its bold stretches."""
        return bool(self.text) and sum(b - a for a, b in self.bold) >= len(self.text) - 1

    def part(self, begin: int, end: int) -> Line:
        """The line from ``begin`` to ``end``, without blanks around it."""
        while begin < end and self.text[begin] == " ":
            begin += 1
        text = self.text[begin:end].rstrip()
        n = len(text)
        links = [(max(a - begin, 0), min(b - begin, n), t) for a, b, t in self.links if a < begin + n and b > begin]
        bold = [(max(a - begin, 0), min(b - begin, n)) for a, b in self.bold if a < begin + n and b > begin]
        return Line(text, links, bold)


def joined(lines: list[Line], between: str = " / ") -> Line:
    """Lines of one cell or value as one."""
    whole = Line("")
    for line in lines:
        shift = len(whole.text) + len(between) if whole.text else 0
        whole.text = f"{whole.text}{between}{line.text}" if whole.text else line.text
        whole.links += [(a + shift, b + shift, t) for a, b, t in line.links]
        whole.bold += [(a + shift, b + shift) for a, b in line.bold]
    return whole


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

    def line(self, line: Line, kind: str, level: int = 0) -> None:
        """A block of one line; an item stands behind a mark."""
        if kind == "item":
            self.write("  " * (level - 1) + "- ")
        start = self.write(line.text + "\n")
        end = start + len(line.text)
        self.drafts.append(Draft(kind, start, end, [Piece(start, end)], level, links=_moved(line.links, start)))

    def label(self, label: str, value: Line, kind: str = "label") -> None:
        """A block ``label: value``."""
        label = label.strip().rstrip(":").strip()
        first = self.write(label)
        self.write(" " if label.endswith("?") else ": ")
        start = self.write(value.text)
        end = self.write("\n")
        links = _moved(value.links, start)
        self.drafts.append(Draft(kind, first, end, [Piece(start, end)], 0, "", first, first + len(label), [], links))

    def cells(self, cells: list[Line], kind: str, headers: list[str]) -> None:
        """A row of cells."""
        first = self.length
        pieces: list[Piece] = []
        links: list[LinkSpan] = []
        for line in cells:
            if pieces:
                self.write(" | ")
            start = self.write(line.text)
            pieces.append(Piece(start, start + len(line.text), " | "))
            links += _moved(line.links, start)
        end = self.write("\n")
        named = [([piece], headers[k] if k < len(headers) else "") for k, piece in enumerate(pieces)]
        self.drafts.append(Draft(kind, first, end, pieces, cells=named, links=links))

    def goes_on(self, line: Line) -> bool:
        """Add a line to the paragraph before it when it goes on with its sentence; whether it did."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind != "paragraph" or self.length != last.end + 1 or not line.text[:1].islower():
            return False
        if self.parts[-1].rstrip()[-1:] in ".!?:;":
            return False
        start = self.write(line.text + "\n")
        last.end = start + len(line.text)
        last.pieces.append(Piece(start, last.end))
        last.links += _moved(line.links, start)
        return True


def _moved(links: list[LinkSpan], by: int) -> list[LinkSpan]:
    return [(a + by, b + by, target) for a, b, target in links]
