"""What a line of plain text looks like: a heading, a date, columns, a menu."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.page.labels import is_label, label_of
from ingest.page.plain_lines import COLUMN_GAP, Group, has_gap, time_led

NUMBERED = re.compile(r"\d{1,2}[.)][ \t\xa0]+")
STOPS = ".,;:…"
PIPES = re.compile(r"(?<=\S)[ \t\xa0]+[|│][ \t\xa0]+(?=\S)")
BOLD_LINE = re.compile(r"\*\*[^*]{1,120}\*\*")
PULL_QUOTE = re.compile(r"(?:[“„][^“”„]{10,400}[”“]|\"[^\"]{10,400}\"|[‘][^‘]{10,400}[’])")
MENU = re.compile(
    r"(?:\[[^\[\]]{1,40}\]\s*){2,}"
    # A wide gap is read in one way only: as a joint of its own, or as what stands around a mark.
    r"|(?:[^\s|·>/]+(?: [^\s|·>/]+){0,3}(?:\s*[|·•>›»/]\s*|\s{2,}|\s* - \s*)){2,}[^\s|·>/]+(?: [^\s|·>/]+){0,4}\s*",
)
# What stands between the names of a menu, or around them: without it nothing fits.
_MENU_MARK = re.compile(r"[\[|·•>›»/\s](?:(?<!\s)|\s|- )")
_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|kan|kun|kunnen|komt|komen|gaat|gaan|staat|vindt|"
    r"vind|verscheen|volgt|houdt|organiseert|nodigt|bestaat)\b"
)
MONTH = re.compile(r"\b\d{1,2}(?:e|\.)? (?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b", re.I)
_PIPED_DAY = re.compile(
    r"(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.? )?\d{1,2}\b[^|]{0,25}?"
    r"\b(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[^|]{0,15} \| ",
    re.I,
)
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")


def is_short(group: Group) -> bool:
    """One line that ends without a stop."""
    line = group.first.text
    return len(group.lines) == 1 and len(line) < 90 and line[-1] not in STOPS


def is_heading(group: Group, after: Group | None) -> bool:
    """A short line without a stop that stands above something and reads as no sentence."""
    line = group.first.text
    if len(group.lines) == 1 and line[0] == "*" and BOLD_LINE.fullmatch(line):
        return True
    if not is_short(group) or after is None or "://" in line:
        return False
    words = len(line.split())
    if words > 12 or (line[:1].islower() and words > 3):
        return False
    sits_on_text = after.first.gap == 0
    return sits_on_text or line[-1] in "?!" or words < 7 or _VERB.search(line) is None


def is_point(group: Group, after: Sequence[Group | None]) -> bool:
    """A numbered heading, as in minutes: short, without a stop, and above something that is no next number."""
    line = group.first.text
    marked = NUMBERED.match(line)
    if not marked or not is_short(group) or len(line.split()) > 8 or not after or after[0] is None:
        return False
    return NUMBERED.match(after[0].first.text) is None


def is_term(group: Group, after: Group | None) -> bool:
    """A line that the next one explains: a label on a line of its own, or a line with indented text below it."""
    line = group.first.text
    if len(group.lines) != 1 or after is None or after.bullet or len(line) >= 60:
        return False
    if line[-1] in ":?" and is_label(line.rstrip(":? ")):
        return after.first.gap <= 1 and after.end - after.start < 400 and label_of(after.first.text) is None
    below = after.first.gap == 0 and after.first.indent >= group.first.indent + 3
    return below and line[-1] not in ".,;" and not has_gap(after.first.text)


def is_piped(group: Group) -> bool:
    """A line of parts between upright strokes of which the first is a day: ``wo 3 juni | 10.00 uur | Stamtafel``."""
    line = group.first.text
    return " | " in line and len(group.lines) == 1 and _PIPED_DAY.match(line) is not None


def columns(line: str) -> list[tuple[int, int]]:
    """The columns of a line, as spans in it; empty when it has but one."""
    if not _may_have_columns(line):
        return []
    gaps = list(PIPES.finditer(line)) or list(COLUMN_GAP.finditer(line))
    if not gaps:
        return []
    edges = [0, *(x for g in gaps for x in g.span()), len(line)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _may_have_columns(line: str) -> bool:
    """Whether anything stands in a line that columns are parted by: most lines hold nothing of the sort."""
    return "  " in line or "\xa0" in line or "\t" in line or "|" in line or "│" in line or "..." in line


def in_table(groups: Sequence[Group | None], k: int) -> bool:
    """Whether the line before or after has as many columns, set the same way: one such line alone is no table."""
    group = groups[k]
    own = _setting(group) if group is not None else None
    around = (groups[j] for j in (k - 1, k + 1) if 0 <= j < len(groups))
    return own is not None and any(g is not None and own == _setting(g) for g in around)


def _setting(group: Group) -> tuple[bool, int] | None:
    line = group.first.text
    found = columns(line)
    if not found:
        return (False, 2) if time_led(line) else None
    return PIPES.search(line) is not None, len(found)


def is_menu(line: str) -> bool:
    """A row of short names, as of a site's sections, or a path to the page."""
    if _MENU_MARK.search(line) is None:
        return False
    return MENU.fullmatch(line) is not None and MONTH.search(line) is None and CLOCK.search(line) is None


def meta_label(line: str, before: str) -> str:
    """What a header line tells, given the label of the header line before it."""
    if MONTH.search(line):
        return "date"
    if CLOCK.search(line):
        return "time"
    return "place" if before in ("date", "time") else ""
