"""Plain text to groups of lines that belong together: lines that were wrapped become one again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.page.labels import icon_of, is_label, label_of, leads_taxonomy, taxonomy_of
from ingest.page.published import posting_of

BULLET = re.compile(r"(?:[-–—*•✔✓·▪▫■□●○◦‣►▸→»☐★+]+|\d{1,2}[.)]|\(?[a-z]\)|\(\d{1,2}\))[ \t\xa0]+(?=\S)")
_AT = r"(?:[01]?\d|2[0-4])[.:h][0-5]\d(?: ?(?:uur|u\.?))?"
TIME_LED = re.compile(rf"(?:om )?{_AT}(?: ?(?:-|–|—|tot|t/m) ?{_AT})?(?=[\s\xa0:|]|$)")
DATE_LED = re.compile(
    r"(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.? )?\d{1,2}(?: ?(?:t/m|tot en met|-|–|en) ?\d{1,2})? "
    r"(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?: \d{4})?",
    re.I,
)
SEPARATOR = re.compile(r"\s*(?:[-=~*_.#+ ]{3,}|[╔╗╚╝═║─━│┌┐└┘├┤╠╣\s]+|\* \* \*)\s*")
QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
COLUMN_GAP = re.compile(r"(?<=\S)(?:[ \xa0]{2,}|\t[ \t\xa0]*|[ \xa0]*\.{3,}[ \xa0]*)(?=\S)")
_DATE_LINE = re.compile(
    r"(?:[^\d,]{0,24}[,|] ?)?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?(?:\d{1,2} )?"
    r"(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]* \d{4}.{0,45}|door .{2,50}",
    re.I,
)
_STOPS, _CLOSERS = (".", "!", "?", ":", ";", "…"), "\"'’”)]"
_OPEN_WORDS = tuple(
    ", de het een van in en of met op aan voor te om dat die is als bij naar tot door uit over onder der den hun zijn "
    "haar onze ons deze dit ook er dan via per wordt werd niet &".split()
)
_OPEN_END = re.compile(rf"(?:,|\b(?:{'|'.join(_OPEN_WORDS[1:])}))$")


def time_led(text: str) -> re.Match[str] | None:
    """The time that a line begins with: most begin with another letter, and are not looked at further."""
    return TIME_LED.match(text) if text[:1].isdigit() or text[:1] == "o" else None


def heading_mark(text: str) -> re.Match[str] | None:
    """The mark of a heading in Markdown that a line begins with."""
    return HEADING_MARK.match(text) if text[:1] == "#" else None


def ends_sentence(text: str) -> bool:
    """Whether a line ends in a mark that ends a sentence."""
    return text[-5:].rstrip(_CLOSERS).endswith(_STOPS)


def has_gap(text: str) -> bool:
    """Whether a line has a gap in it that parts columns: most lines hold no character of one."""
    may = "  " in text or "\xa0" in text or "\t" in text or "..." in text
    return may and COLUMN_GAP.search(text) is not None


def ends_open(text: str) -> bool:
    """Whether a line ends in a comma or in a word that no sentence ends in."""
    low = text[-12:].lower()
    return low.endswith(_OPEN_WORDS) and _OPEN_END.search(low) is not None


@dataclass(slots=True)
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
    """Lines that read as one, beginning with ``first``; ``bullet`` says that it opens a list item."""

    first: Raw
    lines: list[Raw]
    bullet: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the stored text."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where it ends in the stored text."""
        return self.lines[-1].end


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page breaks its lines: at ``width`` when ``wrapped``.

    ``trailing``: a blank at the end of a line marks a break within a sentence; ``spread``: blank lines stand between
    the lines of one paragraph.
    """

    wrapped: bool
    width: int
    trailing: bool
    spread: bool


def raw_lines(text: str) -> list[Raw]:
    """The lines of a text that hold something."""
    found: list[Raw] = []
    gap = 0
    start = 0
    for line in text.split("\n"):
        body = line.strip()
        if body == line != "":
            found.append(Raw(start, start + len(line), line, 0, gap, False))
            gap = 0
        elif body:
            indent = line.index(body)
            begin, rest = start + indent, line[indent + len(body) :]
            tabs = line.count("\t", 0, indent)
            found.append(Raw(begin, begin + len(body), body, indent + 3 * tabs, gap, rest.strip(" ") == "" != rest))
            gap = 0
        else:
            gap += 1
        start += len(line) + 1
    return found


def habits(lines: list[Raw]) -> Habits:
    """How this page breaks its lines."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 40)
    if not lengths:
        return Habits(False, 1_000_000, False, False)
    typical = lengths[int(len(lengths) * 0.9)]
    wrapped = 40 < typical <= 135 and lengths[-1] <= 150
    flush_left = [len(line.text) + line.indent for line in lines if line.indent < 2]
    width = max(flush_left, default=typical) if wrapped else 1_000_000
    after = list(pairwise(lines))
    marked = [b.text[:1].islower() or ends_open(a.text) for a, b in after if a.trailing and a.indent < 2]
    spread = sum(
        b.gap == 1 and b.text[:1].islower() and len(a.text) > 34 and not ends_sentence(a.text) for a, b in after
    )
    return Habits(wrapped, width, len(marked) >= 3 and sum(marked) * 2 >= len(marked), spread >= 3)


def groups(lines: list[Raw], habit: Habits) -> list[Group | None]:
    """Lines joined to groups; None stands for a drawn line between two."""
    found: list[Group | None] = []
    for line in lines:
        if not line.text[0].isalnum() and SEPARATOR.fullmatch(line.text):
            if found and found[-1] is not None:
                found.append(None)
            continue
        last = found[-1] if found else None
        bullet = _has_bullet(line.text)
        above = found[-2] if len(found) > 1 else None
        titled = last is not None and above is not None and _is_title_of_day(above, last, line)
        if last is not None and not bullet and not titled and _continues(last, line, habit):
            last.lines.append(line)
        else:
            found.append(Group(line, [line], bullet))
    return found


def _is_title_of_day(above: Group, group: Group, line: Raw) -> bool:
    """Whether a line alone stands between that of a day and one that begins anew: it ends where it ends."""
    alone = len(above.lines) == len(group.lines) == 1 and group.first.gap == line.gap == 0
    return alone and line.text[0].isupper() and DATE_LED.fullmatch(above.first.text) is not None


def _has_bullet(text: str) -> bool:
    """Whether a line begins like an item of a list: with a letter only before a bracket."""
    return (not text[0].isalpha() or text[1:2] == ")") and BULLET.match(text) is not None


def _continues(group: Group, line: Raw, habit: Habits) -> bool:
    before = group.lines[-1]
    ended = ends_sentence(before.text)
    if line.gap > 2 or (line.gap and ended) or group.first.text.startswith(">") != line.text.startswith(">"):
        return False
    if _opens(line) or _stands_alone(group):
        return False
    if line.gap == 0 and _is_next_row(group.first, line):
        return False
    if line.gap == 0 and _hangs(group, line):
        return not _is_headed(group, line, habit)
    lower = line.text[0].islower()
    length = len(before.text)
    if len(group.lines) > 1:  # a word may stand alone on the last line
        length = max(length, len(group.lines[-2].text))
    if taxonomy_of(group.first.text):
        return (before.text.endswith(",") and line.gap <= 1) or (lower and line.gap <= 1 and not ended)
    first_word = line.text.split(None, 1)[0]
    full = habit.wrapped and before.indent + len(before.text) + 1 + len(first_word) > habit.width - (10 if lower else 4)
    going_on = (lower and length > 34) or (ends_open(before.text) and length > 30)
    marked = habit.trailing and before.trailing and length > 24
    if line.gap == 0:
        return full or marked or (going_on and (habit.wrapped or not ended))
    if _DATE_LINE.fullmatch(line.text):
        return False
    if habit.spread:
        return full or marked or going_on
    return length > 30 and (ends_open(before.text) or (lower and length > 60))


def _opens(line: Raw) -> bool:
    """Whether a line can't be the rest of another."""
    text = line.text
    if icon_of(text) or heading_mark(text) or taxonomy_of(text) or leads_taxonomy(text):
        return True
    if time_led(text) and has_gap(text):
        return True
    found = label_of(text)
    return found is not None and text[found[0] :].lstrip()[:1] in (":", "?") and not text[:1].islower()


def _stands_alone(group: Group) -> bool:
    """Whether a group is a label without value, a numbered heading or an icon line."""
    text = group.first.text
    if icon_of(text) or heading_mark(text) or posting_of(text):
        return True
    return len(text) < 24 and len(group.lines) == 1 and is_label(text.rstrip(":?"))


def _is_next_row(first: Raw, line: Raw) -> bool:
    """Whether a line with columns follows one that begins as far to the right and has columns too."""
    same = abs(first.indent - line.indent) < 2 and not line.text[:1].islower()
    return same and has_gap(first.text) and has_gap(line.text)


def _is_headed(group: Group, line: Raw, habit: Habits) -> bool:
    """A numbered short line with text below it is a heading of that text."""
    first = group.first.text
    short = len(first) < min(habit.width, 100) * 0.6 and not ends_sentence(first) and first[-1] not in ",;"
    return len(group.lines) == 1 and first[0].isdigit() and short and line.text[:1].isupper()


def _hangs(group: Group, line: Raw) -> bool:
    """Whether a line hangs below an item or a row that stands further to the left."""
    first = group.first
    if group.bullet:
        return line.indent >= first.indent + 2 and not has_gap(line.text)
    return line.indent >= first.indent + 4 and has_gap(first.text)
