"""The programme of an event: its rows of time and item, with items that run over lines put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.extract.dates.words import lowered
from ingest.extract.times.clock import Clock, clock_at
from ingest.extract.times.telling import is_number_of_something

Span = tuple[int, int, int]  # which text, and from where to where in it

_LEADING = re.compile(r"[ \t\xa0>•*·–|-]{0,12}(?:\d{1,2}\.\s)?(?:om |vanaf )?")
_THROUGH = re.compile(r"\s?(?:-|–|—|tot)\s?")
_SEPARATOR = re.compile(r"[ \t\xa0]*[:|–—-]?[ \t\xa0]*(?:uur|u\.|u\b)?[ \t\xa0]*[:|–—-]?[ \t\xa0]*")
_FIRST_HOUR = 7 * 60
_MOST_LINES = 3  # of an item that runs over several lines


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One row: ``begins`` and ``ends`` as HH:MM (``ends`` may be empty), the item, and where both stand.

    ``spans`` are (index of the text, start, end); more than one when the item runs over several texts. ``part`` counts
    the programmes of one page, as for an event of several days.
    """

    begins: str
    ends: str
    item: str
    spans: tuple[Span, ...]
    part: int = 0


def programme_rows(texts: Sequence[str]) -> tuple[ProgrammeRow, ...]:
    """The programme rows among these lines or blocks, in order: at least two in a row, with times that rise.

    A line without a time goes with the item before it when it goes on in lower case; a time that stands alone takes the
    next line as its item. One other line may stand between two rows.
    """
    runs: list[list[ProgrammeRow]] = [[]]
    others = 0  # lines since the last row that belong to no row
    for index, text in enumerate(texts):
        if not text.strip():
            continue
        run = runs[-1]
        row = _row(text, index)
        if row is None and run and (not run[-1].item or (not others and _goes_on(run[-1], text))):
            run[-1] = _with_line(run[-1], text, index)
        elif row is None:
            others += 1
        elif run and (others > 1 or row.begins < run[-1].begins or not run[-1].item):
            runs.append([row])
            others = 0
        else:
            run.append(row)
            others = 0
    kept = [run for run in runs if len(run) > 1 and run[-1].item]
    return tuple(replace(row, part=part) for part, run in enumerate(kept) for row in run)


def _row(text: str, index: int) -> ProgrammeRow | None:
    lower = lowered(text)
    leading = _LEADING.match(lower)
    start = leading.end() if leading else 0
    first = clock_at(lower, start) if lower[start : start + 1].isdigit() else None
    if first is None or not _is_row_time(first) or is_number_of_something(lower, start, first.end):
        return None
    end, last = first.end, None
    through = _THROUGH.match(lower, end)
    if through and (last := clock_at(lower, through.end())) and _is_row_time(last):
        end = last.end
    else:
        last = None
    separator = _SEPARATOR.match(lower, end)
    item_start = separator.end() if separator else end
    item = text[item_start:].rstrip()
    if item and (item_start == end or not _can_begin(item)):
        return None
    spans = ((index, start, item_start + len(item)),)
    return ProgrammeRow(_written(first), _written(last) if last else "", item, spans)


def _is_row_time(clock: Clock) -> bool:
    """A time of a row is written in digits; without colon or "uur" it must not look like a section number."""
    if clock.exact:
        return clock.colon or clock.unit or (clock.minutes >= _FIRST_HOUR and clock.minutes % 5 == 0)
    return clock.unit and clock.minutes % 60 == 0 and clock.minutes >= _FIRST_HOUR


def _can_begin(item: str) -> bool:
    return item[0].isalpha() or item[0] in "‘“'\"’«("


def _goes_on(row: ProgrammeRow, text: str) -> bool:
    if len(row.spans) >= _MOST_LINES or row.item.endswith((".", "!", "?")):
        return False
    return text.lstrip()[0].islower() or text.lstrip()[0] in "(&"


def _with_line(row: ProgrammeRow, text: str, index: int) -> ProgrammeRow:
    stripped = text.strip()
    start = len(text) - len(text.lstrip())
    item = f"{row.item} {stripped}" if row.item else stripped
    return replace(row, item=item, spans=(*row.spans, (index, start, start + len(stripped))))


def _written(clock: Clock) -> str:
    return f"{clock.minutes // 60 % 24:02d}:{clock.minutes % 60:02d}"
