"""Plain text and Markdown to drafts of blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.page.assemble import Draft, Piece
from ingest.page.chrome import CTA, TEASER_LINE, is_chrome_line, is_teaser
from ingest.page.finish import mark_meta, without_tail
from ingest.page.labels import ICONS, icon_of, label_of, leads_taxonomy, taxonomy_of
from ingest.page.plain_inline import inline
from ingest.page.plain_lines import (
    BULLET,
    QUOTE_MARK,
    Group,
    groups,
    habits,
    has_gap,
    heading_mark,
    raw_lines,
    time_led,
)
from ingest.page.plain_rows import columned, in_units, row
from ingest.page.plain_shapes import (
    PULL_QUOTE,
    columns,
    in_table,
    is_heading,
    is_piped,
    is_point,
    is_short,
    is_term,
    meta_label,
)
from ingest.page.plain_title import mark_title
from ingest.page.published import posting_of

_CAPTION = re.compile(r"\[(?:bijschrift|foto|beeld|afbeelding)\b[^\[\]]{0,300}\]", re.I)
_FEW = 3
_LINK_ALONE = re.compile(r"\[([^\[\]]{1,80})\]\([^()\s]*\)")


def plain_drafts(text: str) -> list[Draft]:
    """The blocks of a plain text or Markdown page, the title among them."""
    lines = raw_lines(text)
    found = groups(lines, habits(lines))
    writing = _Writing(text, found)
    for k, group in enumerate(found):
        if group is not None:
            writing.add(k, group)
    writing.settle()
    drafts = mark_title(text, writing.drafts)
    mark_meta(text, drafts)
    return without_tail(text, drafts)


class _Writing:
    """The drafts of a page so far; a term waits in ``term`` for the group that explains it."""

    def __init__(self, text: str, found: Sequence[Group | None]) -> None:
        self.text, self.groups = text, found
        self.drafts: list[Draft] = []
        self.term: Group | None = None
        self.listed = -1  # the indent of the unmarked list that is open
        self.teasing = False  # whether items are titles of other pages
        self.times = sum(g is not None and time_led(_bare(g)) is not None for g in found)

    def add(self, k: int, group: Group) -> None:
        line = group.first.text
        if self.term is not None:
            self.define(group)
            return
        if self.is_teaser(group) or (":" in line and len(group.lines) <= _FEW and TEASER_LINE.match(line)):
            return
        if len(group.lines) == 1 and self.is_chrome(line):
            return
        taxonomy = taxonomy_of(line)
        if taxonomy:
            self.label(group, taxonomy.end("label"), taxonomy.end(), "taxonomy")
        elif leads_taxonomy(line):
            self.plain("taxonomy", group.start, group.end)
        elif marked := heading_mark(line):
            self.plain("heading", group.start + marked.end(), group.end, level=len(marked[0].rstrip()))
        elif line[0] in ICONS or icon_of(line):
            self.icon(group)
        elif group.bullet:
            self.item(k, group)
        elif line.startswith(">"):
            quoted = QUOTE_MARK.match(line)
            self.plain("quote", group.start + (quoted.end() if quoted else 1), group.end)
        else:
            self.unmarked(k, group)

    def unmarked(self, k: int, group: Group) -> None:
        line = group.first.text
        below = self.groups[k + 1] if k + 1 < len(self.groups) else None
        time = time_led(line)
        found = label_of(line)
        if line[0] == "[" and _CAPTION.fullmatch(line):
            self.plain("caption", group.start, group.end)
        elif len(group.lines) == 1 and posting_of(line):
            self.plain("meta", group.start, group.end, label="posted")
        elif time and time.end() < len(line) and (self.times > 1 or has_gap(line)):
            row(
                self.text, self.drafts, [(group.start, group.start + time.end()), (group.start + time.end(), group.end)]
            )
        elif found and found[1] < len(line):
            self.label(group, *found)
        elif is_piped(group) and not in_table(self.groups, k):
            self.plain("heading", group.start, group.end, level=4)
        elif (set_in := columns(line)) and (
            in_table(self.groups, k) or label_of(line[: set_in[0][1]].rstrip(" .:") + ":")
        ):
            columned(self.text, self.drafts, group, set_in)
        elif is_term(group, below):
            self.term = group
        elif self.is_listed(group):
            self.plain("item", group.start, group.end, level=1)
        else:
            self.running(k, group)

    def running(self, k: int, group: Group) -> None:
        line = group.first.text
        start, end = group.start, group.end
        before = self.drafts[-1].label if self.drafts and self.drafts[-1].kind == "meta" else ""
        if group.first.indent >= 2 and is_short(group) and self.in_header():
            self.plain("meta", start, end, label=meta_label(line, before))
        elif is_heading(group, self.next_group(k)):
            self.plain("heading", start, end, level=3)
        elif PULL_QUOTE.fullmatch(self.text, start, end):
            self.plain("quote", start, end)
        else:
            self.plain("paragraph", start, end)

    def next_group(self, k: int) -> Group | None:
        """The group behind the ``k``-th, over a drawn line if need be."""
        return next((group for group in self.groups[k + 1 : k + 3] if group is not None), None)

    # single blocks

    def plain(self, kind: str, start: int, end: int, level: int = 0, label: str = "") -> None:
        read = inline(self.text, start, end)
        if read.pieces:
            a, b = read.pieces[0].start, read.pieces[-1].end
            self.drafts.append(Draft(kind, a, b, read.pieces, level, label, links=read.links))

    def label(self, group: Group, label_end: int, value: int, kind: str = "label") -> None:
        self.labelled(group.start, group.start + label_end, group.start + value, group.end, kind)

    def labelled(self, start: int, label_end: int, value: int, end: int, kind: str) -> None:
        read = inline(self.text, value, end)
        name = inline(self.text, start, label_end).pieces or [Piece(start, label_end)]
        a, b = name[0].start, name[-1].end
        last = read.pieces[-1].end if read.pieces else end
        self.drafts.append(Draft(kind, start, last, read.pieces, 0, "", a, b, [], read.links))

    def icon(self, group: Group) -> None:
        line = group.first.text
        icon = icon_of(line)
        start = group.start + (icon.end() if icon else 1)
        rest = self.text[start : group.end].strip()
        if rest.isupper() and len(rest.split()) < 8:
            self.plain("heading", start, group.end, level=3)
        elif line[0] in ICONS or self.in_header():
            self.plain("meta", start, group.end, label=ICONS.get(line[0], ""))
        else:
            self.plain("paragraph" if len(rest) > 90 else "item", start, group.end, level=int(len(rest) <= 90))

    def item(self, k: int, group: Group) -> None:
        bullet = BULLET.match(group.first.text)
        start = group.start + (bullet.end() if bullet else 0)
        if is_point(group, self.groups[k + 1 : k + 2]) or self.text[start : group.end].isupper():
            self.plain("heading", start, group.end, level=4)
            return
        time = time_led(self.text[start : group.end])
        if time and self.times > 1 and start + time.end() < group.end:
            row(self.text, self.drafts, [(start, start + time.end()), (start + time.end(), group.end)])
        else:
            self.plain("item", start, group.end, level=1 + group.first.indent // 4)
            if len(group.lines) > 1 and self.drafts:
                in_units(self.text, self.drafts[-1], group)

    # what waits and what is left out

    def define(self, group: Group) -> None:
        """Make a label of the term that waits and of this group, its value."""
        term, self.term = self.term, None
        if term is not None:
            end = term.start + len(term.first.text.rstrip(":? "))
            self.labelled(term.start, end, group.start, group.end, "label")

    def settle(self) -> None:
        """A term that nothing explains is a heading."""
        if self.term is not None:
            term, self.term = self.term, None
            self.plain("heading", term.start, term.end, level=3)

    def is_listed(self, group: Group) -> bool:
        """An item of a list without marks: indented short lines below a line that ends in a colon."""
        indent = group.first.indent
        listed = indent >= 2 and is_short(group) and (self.is_below_colon(group) or self.goes_on(indent))
        self.listed = indent if listed else -1
        return listed

    def is_below_colon(self, group: Group) -> bool:
        return bool(self.drafts) and self.text[self.drafts[-1].start : group.start].rstrip().endswith(":")

    def goes_on(self, indent: int) -> bool:
        """Whether the list that is open has its items so far to the right."""
        return self.listed == indent and self.drafts[-1].kind == "item"

    def in_header(self) -> bool:
        return len(self.drafts) < 9 and all(d.kind in ("heading", "meta", "label") for d in self.drafts)

    def is_teaser(self, group: Group) -> bool:
        """``Lees ook`` and the short items right below it."""
        said = is_teaser(group.first.text)
        self.teasing = said or (self.teasing and self.is_marked(group) and is_short(group))
        return self.teasing

    def is_marked(self, group: Group) -> bool:
        return group.bullet or icon_of(group.first.text) is not None

    def is_chrome(self, line: str) -> bool:
        if leads_taxonomy(line):
            return False
        line = line.lstrip("> ")
        alone = _LINK_ALONE.fullmatch(line) if line[:1] == "[" else None
        return is_chrome_line(line) or (alone is not None and CTA.match(alone[1]) is not None)


def _bare(group: Group) -> str:
    text = group.first.text
    if text.startswith(">"):
        text = QUOTE_MARK.sub("", text, count=1)
    return BULLET.sub("", text, count=1) if group.bullet else text
