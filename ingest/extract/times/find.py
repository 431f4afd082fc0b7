"""The search for times: one pass over digits and hour words, then what stands around decides what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ingest.extract.dates.words import either, lowered
from ingest.extract.times.clock import HOUR_WORDS, Clock, clock_at
from ingest.extract.times.dayparts import on_the_day
from ingest.extract.times.mentions import TimeMention, TimeRole
from ingest.extract.times.roles import role_of
from ingest.extract.times.telling import is_duration, is_number_of_something, told_by_lead

_HALF_DAY = 12 * 60
_DAY = 24 * 60
# "Een" alone is an article; it is an hour in "half een" and before "uur".
_HOURS = tuple(word for word in HOUR_WORDS if word != "een")
_START = re.compile(
    rf"\b(?:\d+|{either((*_HOURS, 'half', 'kwart', 'twintig', 'rond', 'tegen', 'omstreeks', 'een uur'))})"
)
_THROUGH = re.compile(
    r"[ \t\n\xa0]{0,2}(?:-|–|—|tot(?: en met)?|t/m|/)[ \t\n\xa0]{0,2}(?:ongeveer |circa |ca\. ?|uiterlijk |rond )?"
)
_BETWEEN = re.compile(r" en ")
_NEAR = 60  # characters from one time to the next that is written in the same way


def may_hold_times(text: str) -> bool:
    """Whether anything in a text looks like the beginning of a time: most lines hold nothing of the sort."""
    return _START.search(lowered(text)) is not None


@lru_cache(maxsize=1_024)
def find_times(text: str, daypart: str = "") -> tuple[TimeMention, ...]:
    """Every time of day that the text names, in order, each with what it is for; durations are none.

    :param daypart: "ochtend", "middag" or "avond", when that is known of the occasion: it tells "half acht" apart.
    """
    lower = lowered(text)
    found: list[TimeMention] = []
    position = 0
    for start in _START.finditer(lower):
        at = start.start()
        if at < position:
            continue
        near = bool(found) and at - position < _NEAR and "\n" not in lower[position:at]
        mention = _read(lower, at, daypart, near_another=near)
        if mention is not None:
            found.append(mention)
            position = mention.end
    return tuple(found)


def event_times(times: Iterable[TimeMention]) -> tuple[str, str]:
    """Start and end of the programme (HH:MM, empty when not given): walk-in and opening hours are left out.

    Only when nothing else is told does a walk-in give the start.
    """
    kept = [t for t in times if t.role not in (TimeRole.OPENING_HOURS, TimeRole.POSTED)]
    end = next((t.ends for t in kept if t.role is TimeRole.END), "")
    programme = next((t for t in kept if t.role is TimeRole.PROGRAMME), None)
    if programme is not None:
        return programme.begins, programme.ends or end
    return next((t.ends or t.begins for t in kept if t.role is TimeRole.WALK_IN), ""), end


def _read(lower: str, at: int, daypart: str, *, near_another: bool) -> TimeMention | None:
    first = clock_at(lower, at)
    second = _second(lower, at, first) if first else None
    if first is None or (first.loose and second is None) or is_number_of_something(lower, at, first.end):
        return None
    if second is None and not _is_time(lower, at, first, near_another=near_another):
        return None
    last = second or first
    if last.minutes % 60 == 0 and not last.exact and is_duration(lower, at, last.end):
        return None
    begins, ends = _on_the_day(lower, at, first, second, daypart)
    odd = begins % 5 != 0 or (ends or 0) % 5 != 0
    role = role_of(lower, at, last.end, odd=odd, single=second is None)
    if role is TimeRole.END:
        return TimeMention(at, last.end, "", _written(begins), role)
    return TimeMention(at, last.end, _written(begins), "" if ends is None else _written(ends), role)


def _second(lower: str, at: int, first: Clock) -> Clock | None:
    """The other end of a range; of two mere numbers ("4 - 6 jaar") nothing is made."""
    connector = _THROUGH.match(lower, first.end)
    if connector is None and lower[max(0, at - 7) : at].endswith("tussen "):
        connector = _BETWEEN.match(lower, first.end)
    second = clock_at(lower, connector.end()) if connector else None
    if second is None or is_number_of_something(lower, at, second.end):
        return None
    return None if first.loose and not (second.unit or second.exact) else second


def _is_time(lower: str, at: int, clock: Clock, *, near_another: bool) -> bool:
    if clock.exact:
        parted = lower.startswith(" |", clock.end) and lower.endswith("| ", 0, at)
        return clock.unit or clock.colon or near_another or parted or told_by_lead(lower, at, clock.end)
    in_words = not lower[at].isdigit() and clock.minutes % 60 != 0
    return in_words or told_by_lead(lower, at, clock.end)


def _on_the_day(lower: str, at: int, first: Clock, second: Clock | None, daypart: str) -> tuple[int, int | None]:
    """Minutes since midnight of both ends: each dial time gets its half of the day, the second after the first."""
    end = second.end if second else first.end
    begins = on_the_day(lower, at, end, first.minutes, exact=first.exact, daypart=daypart)
    if second is None:
        return begins % _DAY, None
    ends = second.minutes
    if second.exact and ends < begins:
        begins = first.minutes
    elif not second.exact and ends <= begins < ends + _HALF_DAY:
        ends += _HALF_DAY
    return begins % _DAY, ends % _DAY


def _written(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
