"""From a line of HTML text and its kind to the blocks that it makes."""

from __future__ import annotations

import re

from ingest.page.chrome import BREADCRUMB, CTA, is_chrome_line
from ingest.page.html_lines import Line, Writer
from ingest.page.labels import TAXONOMY, TAXONOMY_LEAD, label_of
from ingest.page.published import POSTED

_AFTER_POSTED = re.compile(r"\b(?:categorie|reacties?|tags?|deel|lees)\b", re.I)
_MARKS = re.compile(r"[\s|•·/>›»–-]*")
_PAGING = re.compile(r"[«»←→‹›]")
_SHARPENED = frozenset(("paragraph", "meta", "item"))


class Emitter:
    """Writes lines as blocks. ``pending`` is a line that ends in a colon and waits for its value.

    ``on_site``: a site stands around the page, so that lines of it may turn up; not so in a file that somebody wrote.
    """

    def __init__(self, writer: Writer, title_seen: bool, on_site: bool = True) -> None:
        self.writer, self.title_seen, self.on_site = writer, title_seen, on_site
        self.pending: Line | None = None
        self.after_break = False

    def emit(self, kind: str, level: int, line: Line) -> None:
        """Write a line as what it is on a closer look."""
        if kind == "title":
            kind, self.title_seen = ("heading" if self.title_seen else "title"), True
        if self.is_chrome(kind, line):
            return
        if self.pending is not None and self.settles(kind, line):
            return
        if kind not in _SHARPENED or not self.sharpened(kind, line):
            self.write(kind, level, line)

    def settles(self, kind: str, line: Line) -> bool:
        """Whether this line is the value of the label that waits; else that line is a paragraph."""
        label, self.pending = self.pending, None
        if label is None:
            return False
        if kind in ("paragraph", "meta") and len(line.text) < 200:
            self.writer.label(label.text, line)
            return True
        self.writer.line(label, "paragraph")
        return False

    def settle(self) -> None:
        """Nothing follows the line that waits."""
        if self.pending is not None:
            line, self.pending = self.pending, None
            self.writer.line(line, "paragraph")

    def is_chrome(self, kind: str, line: Line) -> bool:
        """Whether a line belongs to the site rather than to the page."""
        text = line.text
        if kind == "title" or len(text) > 320:
            return False
        if not any(c.isalnum() for c in text):
            return True
        if not self.on_site:
            return False
        if is_chrome_line(text):
            return TAXONOMY_LEAD.match(text) is None
        if not self.title_seen and BREADCRUMB.fullmatch(text):
            return True
        if kind != "paragraph" or not line.links:
            return False
        linked = sum(b - a for a, b, _ in line.links)
        if linked > 0.9 * len(text) - 3 and len(text) < 80 and CTA.match(text):
            return True
        return _is_menu(line) or (linked > 0.7 * len(text) and _PAGING.search(text) is not None)

    def sharpened(self, kind: str, line: Line) -> bool:
        """Write a line that shows by its words what it is: taxonomy, posting date, label; whether it did."""
        text = line.text
        if kind == "item":
            return False
        taxonomy = TAXONOMY.match(text)
        if taxonomy:
            self.writer.label(text[: taxonomy.end("label")], line.part(taxonomy.end(), len(text)), "taxonomy")
        elif TAXONOMY_LEAD.match(text):
            self.writer.line(line, "taxonomy")
        elif posted := POSTED.match(text):
            self.writer.line(line.part(0, posted.end()) if _AFTER_POSTED.search(text) else line, "meta")
        elif line.bold and self.split_labels(line):
            return True
        elif text.endswith(":") and len(text.split()) <= 4 and not self.after_break:
            self.pending = line
        else:
            return self.as_label(line)
        return True

    def as_label(self, line: Line) -> bool:
        found = label_of(line.text)
        if found is None or found[1] >= len(line.text):
            return False
        self.writer.label(line.text[: found[0]], line.part(found[1], len(line.text)))
        return True

    def split_labels(self, line: Line) -> bool:
        """Write ``**Plaats:** Zeist. **Aanvang:** 9.30 uur`` as one label each; whether it was that."""
        text = line.text
        starts = [
            (a, b) for a, b in sorted(line.bold) if text[a:b].rstrip().endswith(":") or text[b : b + 1] == ":"
        ]  # fmt: skip
        if not starts or starts[0][0] != 0 or len(text[: starts[0][1]].split()) > 8:
            return False
        ends = [a for a, _ in starts[1:]] + [len(text)]
        for (a, b), end in zip(starts, ends, strict=True):
            self.writer.label(text[a:b], line.part(b + (text[b : b + 1] == ":"), end))
        return True

    def write(self, kind: str, level: int, line: Line) -> None:
        if kind == "paragraph" and line.all_bold and is_heading(line.text):
            kind, level = "heading", 6
        if kind == "paragraph" and self.after_break and self.writer.goes_on(line):
            return
        self.writer.line(line, kind, 1 if kind == "title" else level)


def _is_menu(line: Line) -> bool:
    """Whether a line is three links or more with nothing but marks between them."""
    between = line.text
    for a, b, _ in sorted(line.links, reverse=True):
        between = between[:a] + between[b:]
    return len(line.links) > 2 and _MARKS.fullmatch(between) is not None


def is_heading(text: str) -> bool:
    """Whether a bold line is short enough for a heading and ends in no stop."""
    return len(text.split()) <= 12 and len(text) < 90 and text[-1] not in ".,;:"
