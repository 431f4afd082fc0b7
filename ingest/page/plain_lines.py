"""Plain text to groups of lines that belong together: lines that were wrapped become one again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.page.labels import ICONS, LABEL, TAXONOMY, TAXONOMY_LEAD, label_of

BULLET = re.compile(r"(?:[-–—*•✔✓·▪▫■□●○◦‣►▸→»☐★+]+|\d{1,2}[.)]|\(?[a-z]\)|\(\d{1,2}\))[ \t\xa0]+(?=\S)")
TIME_LED = re.compile(
    r"(?:om )?(?:[01]?\d|2[0-4])[.:h][0-5]\d(?: ?(?:uur|u\.?))?(?: ?(?:-|–|—|tot|t/m) ?(?:[01]?\d|2[0-4])[.:h][0-5]\d(?: ?(?:uur|u\.?))?)?"
    r"(?=[\s\xa0:|]|$)"
)
DATE_LED = re.compile(
    r"(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.? )?\d{1,2}(?: ?(?:t/m|tot en met|-|–|en) ?\d{1,2})? "
    r"(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?: \d{4})?",
    re.I,
)
SEPARATOR = re.compile(r"\s*(?:[-=~*_.#+ ]{3,}|[╔╗╚╝═║─━│┌┐└┘├┤╠╣\s]+|\* \* \*)\s*")
BOX_EDGE = re.compile(r"[║│┃|]\s*")
QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
COLUMN_GAP = re.compile(r"(?<=\S)(?:[ \xa0]{2,}|\t[ \t\xa0]*|[ \xa0]*\.{3,}[ \xa0]*)(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'’”)\]]*$")
_OPEN_END = re.compile(
    r"(?:,|\b(?:de|het|een|van|in|en|of|met|op|aan|voor|te|om|dat|die|is|als|bij|naar|tot|door|uit|over|onder|der|den|"
    r"hun|zijn|haar|onze|ons|deze|dit|ook|er|dan|via|per|wordt|werd|niet|&))$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Raw:
    """A line that is not blank: its span without surrounding blanks, and what stood around it.

    ``gap`` counts the blank lines before it; ``trailing`` is true when exactly plain blanks end it.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    trailing: bool


@dataclass(slots=True)
class Group:
    """Lines that read as one; ``bullet`` says that the first opens a list item."""

    lines: list[Raw]
    bullet: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the stored text."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends in the stored text."""
        return self.lines[-1].end

    @property
    def first(self) -> Raw:
        """Its first line."""
        return self.lines[0]


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page breaks its lines: at ``width`` when ``wrapped``; ``trailing`` when a blank at the end marks a break."""

    wrapped: bool
    width: int
    trailing: bool


def raw_lines(text: str) -> list[Raw]:
    """The lines of a text that hold something."""
    found: list[Raw] = []
    gap = 0
    start = 0
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop]
        body = line.strip()
        if body:
            indent = len(line) - len(line.lstrip())
            rest = line[indent + len(body) :]
            found.append(
                Raw(
                    start + indent,
                    start + indent + len(body),
                    body,
                    indent + 3 * line[:indent].count("\t"),
                    gap,
                    rest.strip(" ") == "" != rest,
                )
            )
            gap = 0
        else:
            gap += 1
        start = stop + 1
    return found


def habits(lines: list[Raw]) -> Habits:
    """How this page breaks its lines."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 40)
    if not lengths:
        return Habits(False, 1_000_000, False)
    typical = lengths[int(len(lengths) * 0.9)]
    wrapped = 40 < typical <= 135 and lengths[-1] <= 150
    flush_left = [len(line.text) + line.indent for line in lines if line.indent < 2]
    width = max(flush_left, default=typical) if wrapped else 1_000_000
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if a.trailing and a.indent < 2]
    going_on = sum(b.text[:1].islower() for _, b in pairs)
    return Habits(wrapped, width, len(pairs) >= 3 and going_on * 2 >= len(pairs))


def groups(lines: list[Raw], habit: Habits) -> list[Group | None]:
    """Lines joined to groups; None stands for a drawn line between two."""
    found: list[Group | None] = []
    for line in lines:
        if SEPARATOR.fullmatch(line.text):
            if found and found[-1] is not None:
                found.append(None)
            continue
        last = found[-1] if found else None
        bullet = BULLET.match(line.text) is not None
        if last is not None and not bullet and _continues(last, line, habit):
            last.lines.append(line)
        else:
            found.append(Group([line], bullet))
    return found


def _continues(group: Group, line: Raw, habit: Habits) -> bool:
    before = group.lines[-1]
    if _opens(line) or _stands_alone(group):
        return False
    if group.first.text.startswith(">") != line.text.startswith(">"):
        return False
    if line.gap == 0 and _hangs(group, line):
        return True
    lower = line.text[:1].islower()
    length = len(before.text)
    ended = _SENTENCE_END.search(before.text) is not None
    if TAXONOMY.match(group.first.text):
        return (before.text.endswith(",") and line.gap <= 1) or (lower and line.gap <= 1 and not ended)
    first_word = line.text.split(None, 1)[0]
    full = habit.wrapped and before.indent + length + 1 + len(first_word) > habit.width - (10 if lower else 4)
    going_on = (lower and length > 34) or (_OPEN_END.search(before.text) is not None and length > 30)
    marked = habit.trailing and before.trailing and length > 24
    if line.gap == 0:
        return full or marked or (going_on and (habit.wrapped or not ended))
    return line.gap <= 2 and not ended and (full or marked or going_on)


def _opens(line: Raw) -> bool:
    """Whether a line can't be the rest of another."""
    text = line.text
    if text[0] in ICONS or HEADING_MARK.match(text) or TAXONOMY.match(text) or TAXONOMY_LEAD.match(text):
        return True
    if TIME_LED.match(text) and COLUMN_GAP.search(text):
        return True
    found = label_of(text)
    return found is not None and text[found[0] :].lstrip()[:1] in (":", "?") and not text[:1].islower()


def _stands_alone(group: Group) -> bool:
    """Whether a group is a label without value, a numbered heading or an icon line."""
    text = group.first.text
    if text[0] in ICONS or HEADING_MARK.match(text):
        return True
    return len(group.lines) == 1 and len(text) < 24 and LABEL.fullmatch(text.rstrip(":?")) is not None


def _hangs(group: Group, line: Raw) -> bool:
    """Whether a line hangs below an item or a row that stands further to the left."""
    first = group.first
    if group.bullet:
        return line.indent >= first.indent + 2 and not COLUMN_GAP.search(line.text)
    return line.indent >= first.indent + 4 and COLUMN_GAP.search(first.text) is not None
