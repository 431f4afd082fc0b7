"""Agendas in which the day stands above what is on that day: ``9 september 2025``, below it a title, then the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.tokens import Line
from ingest.extract.words import MONTH, WEEKDAY

_AT = r"\d{1,2}[.:]\d\d(?: ?(?:-|–|tot) ?\d{1,2}[.:]\d\d)?(?: ?(?:uur|u\.?))?"
_STATE = r"(?:[ ,|–-]+\(?(?:hele dag|online|verplaatst|geannuleerd|afgelast|uitgesteld|vol|volgeboekt)\)?)*"
_DAY = re.compile(
    rf"\W*(?:{WEEKDAY}\w*[ ,]+)?\d{{1,2}}\.? {MONTH}(?: \d{{4}})?"
    rf"(?:[ ,|–-]+(?:om |van |vanaf |aanvang )?{_AT})?{_STATE}\W*",
    re.IGNORECASE,
)
_KINDS = frozenset(("meta", "heading", "paragraph", "item"))
_LONGEST_DAY, _LONGEST_TITLE = 50, 100
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One day of such an agenda: the line of the day, the line with or that begins with the title, and what follows."""

    day: Line
    title: Line
    rest: tuple[Line, ...]


def entries_of(order: Sequence[Line]) -> tuple[Entry, ...]:
    """The entries of a page of which the days stand first; none where they stand below their titles."""
    days = [n for n, line in enumerate(order) if _is_day(line)]
    if len(days) < _FEWEST or sum(_is_titled(order, n) for n in days) * 2 > len(days):
        return ()
    bounds = [*days[1:], len(order)]
    found = []
    for day, end in zip(days, bounds, strict=True):
        if day + 1 < end and order[day + 1].words[0][0].isalpha() and order[day + 1].block.kind != "label":
            rest = order[day + 2 : end]
            # What follows is of the entry as far as the next heading; the line right below a title may look like one.
            stop = next((n for n, line in enumerate(rest) if n and line.block.kind == "heading"), len(rest))
            found.append(Entry(order[day], order[day + 1], tuple(rest[:stop])))
    return tuple(found)


def _is_day(line: Line) -> bool:
    short = len(line.block.text) < _LONGEST_DAY and line.block.kind in _KINDS
    return short and line.dated and not line.posted and _DAY.fullmatch(line.block.text) is not None


def _is_titled(order: Sequence[Line], n: int) -> bool:
    """Whether a title stands right above the day, as where days stand below what they are of."""
    above = order[n - 1] if n else None
    below = order[n + 1] if n + 1 < len(order) else None
    if above is None or _is_day(above):
        return False
    if below is not None and below.block.kind == "heading" and above.block.kind != "heading":
        return False
    text = above.block.text
    return len(text) < _LONGEST_TITLE and not text.endswith((".", "!", "”", "’"))
