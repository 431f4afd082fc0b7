"""The search for times: one pass over digits and hour words, then what stands around decides what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.extract.dates.words import either, lowered
from ingest.extract.times.clock import HOUR_WORDS, Clock, clock_at
from ingest.extract.times.mentions import TimeMention, TimeRole
from ingest.extract.times.surroundings import daypart_hours, is_duration, is_number_of_something, role_of, told_by_lead

_DAY = 24 * 60
# "Een" alone is an article; it is an hour in "half een" and before "uur".
_WORDS = ("half", "kwart", "twintig", "rond", "tegen", "omstreeks", "een uur", *(word for word in HOUR_WORDS if word != "een"))
_START = re.compile(rf"\b(?:\d+|{either(_WORDS)})")
_THROUGH = re.compile(
    r"[ \t\n\xa0]{0,2}(?:-|–|—|tot(?: en met)?|t/m|/)[ \t\n\xa0]{0,2}(?:ongeveer |circa |ca\. ?|uiterlijk |rond )?"
)
_BETWEEN = re.compile(r" en ")


def find_times(text: str) -> tuple[TimeMention, ...]:
    """Every time of day that the text names, in order, each with what it is for; durations are none."""
    lower = lowered(text)
    found: list[TimeMention] = []
    position = 0
    for start in _START.finditer(lower):
        at = start.start()
        if at < position:
            continue
        near = bool(found) and at - found[-1].end < 60 and "\n" not in lower[found[-1].end : at]
        mention = _read(lower, at, near_another=near)
        if mention is not None:
            found.append(mention)
            position = mention.end
    return tuple(found)


def event_times(times: Iterable[TimeMention]) -> tuple[str, str]:
    """Start and end of the programme (HH:MM, empty when not given): walk-in and opening hours are left out.

    Only when nothing else is told does a walk-in give the start.
    """
    kept = [t for t in times if t.role not in (TimeRole.OPENING_HOURS, TimeRole.POSTED)]
    starts = [t for t in kept if t.role is TimeRole.PROGRAMME]
    if starts:
        ends = starts[0].ends or next((t.ends for t in kept if t.role is TimeRole.END), "")
        return starts[0].begins, ends
    walk_in = next((t.ends or t.begins for t in kept if t.role is TimeRole.WALK_IN), "")
    return walk_in, next((t.ends for t in kept if t.role is TimeRole.END), "")


def _read(lower: str, at: int, *, near_another: bool) -> TimeMention | None:
    first = clock_at(lower, at)
    if first is None or is_number_of_something(lower, at, first.end):
        return None
    second = _second(lower, at, first)
    if second is None and not _is_time(lower, at, first, near_another=near_another):
        return None
    end = second.end if second else first.end
    if (second or first).minutes % 60 == 0 and not (second or first).exact and is_duration(lower, at, end):
        return None
    begins, ends = _on_the_day(lower, at, first, second)
    role = role_of(lower, at, end, odd=bool(begins % 5 or (ends or 0) % 5), single=second is None)
    if role is TimeRole.END and second is None:
        return TimeMention(at, end, "", _written(begins), role)
    return TimeMention(at, end, _written(begins), _written(ends) if ends is not None else "", role)


def _second(lower: str, at: int, first: Clock) -> Clock | None:
    """The other end of a range; of two mere numbers ("4 - 6 jaar") nothing is made."""
    connector = _THROUGH.match(lower, first.end)
    if connector is None and lower[max(0, at - 7) : at].endswith("tussen "):
        connector = _BETWEEN.match(lower, first.end)
    second = clock_at(lower, connector.end()) if connector else None
    if second is None or (second.loose and first.loose) or is_number_of_something(lower, at, second.end):
        return None
    return None if first.loose and not (second.unit or second.exact) else second


def _is_time(lower: str, at: int, clock: Clock, *, near_another: bool) -> bool:
    if clock.loose:
        return False
    if clock.exact:
        return clock.unit or clock.colon or near_another or told_by_lead(lower, at, clock.end)
    written_out = not lower[at].isdigit() and clock.minutes % 60 != 0
    return written_out or told_by_lead(lower, at, clock.end)


def _on_the_day(lower: str, at: int, first: Clock, second: Clock | None) -> tuple[int, int | None]:
    """Minutes since midnight of both ends: a dial time gets its half of the day."""
    end = second.end if second else first.end
    begins = first.minutes
    if not (first.exact and first.minutes >= 8 * 60):
        begins = daypart_hours(lower, at, end, first.minutes, exact=first.exact)
    if second is None:
        return begins % _DAY, None
    ends = second.minutes
    if not second.exact and ends < 12 * 60 and ends <= begins:
        ends += 12 * 60
    if second.exact and begins > ends and first.minutes <= ends:
        begins = first.minutes
    return begins % _DAY, ends % _DAY


def _written(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
