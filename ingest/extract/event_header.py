"""The three lines under the title of an event page: date, time and place, by their icons or by what stands on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.dates import find_dates
from ingest.extract.times import TimeRole, find_times

Span = tuple[int, int, int]  # which text, and from where to where in it

# The last ones of each are the code points at which the common icon font keeps its calendar, clock and map marker.
_DATE_ICON, _TIME_ICON, _PLACE_ICON = "📅🗓📆\uf073\uf133", "🕒⏰🕑🕐🕓🕔🕕🕖🕗🕘🕙🕚🕛⌚\uf017", "📍🏠🗺📌\uf3c5\uf041"
_ICONS = re.compile(r"[📅🗓📆🕒⏰🕑🕐🕓🕔🕕🕖🕗🕘🕙🕚🕛⌚📍🏠🗺📌\ue000-\uf8ff\ufe0f\s]*")
_LABEL = re.compile(r"(?:datum|wanneer|tijd|tijdstip|waar|plaats|locatie)\s*[:?]\s*", re.IGNORECASE)
_PLACE_LABEL = re.compile(r"\s*(?:waar|plaats|locatie)\s*[:?]", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
# Words that may stand on a line with a date or time and still leave it a line about nothing else.
_FILLERS = frozenset("om van tot en met de het uur u op t m aanvang ca circa vanaf".split())
_LONGEST = 120
_REACH = 4  # lines from the date to the place


@dataclass(frozen=True, slots=True)
class EventHeader:
    """Where the date, time and place of an event stand; time and place are None when their line is missing."""

    date: Span
    time: Span | None
    place: Span | None


def event_header(texts: Sequence[str]) -> EventHeader | None:
    """The header among these first lines or blocks of a page; None when no line is a date and nothing else.

    A line is the place when its icon or label says so, or when it follows a date line and a time line; when those begin
    with two blanks (where an icon font was lost), so must it.
    """
    lines = [(index, text) for index, text in enumerate(texts) if text.strip() and len(text) <= _LONGEST]
    for position, (index, text) in enumerate(lines):
        if _has(text, _PLACE_ICON + _TIME_ICON) or not _is_only(text, dates=True):
            continue
        near = [line for line in lines[position + 1 : position + _REACH] if line[0] <= index + 2 * _REACH]
        own_time = _has_event_time(text)
        time = (index, text) if own_time else next(((i, t) for i, t in near if _is_only(t, dates=False)), None)
        place = _told_place(near)
        if place is None and time is not None and not own_time:
            place = _place_after(time[0], near, indented=text.startswith("  "))
        if time or place:
            return EventHeader(_span(index, text), _span(*time) if time else None, place)
    return None


def _has(text: str, icons: str) -> bool:
    return any(icon in text for icon in icons)


def _has_event_time(text: str) -> bool:
    return any(time.role is not TimeRole.POSTED for time in find_times(text))


def _is_only(text: str, *, dates: bool) -> bool:
    """Whether a line holds a date (or, with ``dates`` off, a time) and next to nothing else."""
    spans = [(m.start, m.end) for m in find_dates(text)]
    times = [(m.start, m.end) for m in find_times(text) if m.role is not TimeRole.POSTED]
    if not (spans if dates else times):
        return False
    rest = _LABEL.sub(" ", _without(text, spans + times))
    return {word.lower() for word in _WORDS.findall(rest)} <= _FILLERS


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _told_place(near: list[tuple[int, str]]) -> Span | None:
    """The line that says itself that it is the place, by icon or label."""
    told = (_span(index, text) for index, text in near if _has(text, _PLACE_ICON) or _PLACE_LABEL.match(text))
    return next(told, None)


def _place_after(time_index: int, near: list[tuple[int, str]], *, indented: bool) -> Span | None:
    follows = next(((index, text) for index, text in near if index > time_index), None)
    if follows is None or not _is_place_line(follows[1]) or (indented and not follows[1].startswith("  ")):
        return None
    return _span(*follows)


def _is_place_line(text: str) -> bool:
    stripped = text.strip()
    is_sentence = stripped.endswith((".", "?", "!", ":")) or stripped.startswith(("(", "-", "•"))
    return not is_sentence and len(stripped.split()) <= 12 and not find_times(text)


def _span(index: int, text: str) -> Span:
    """The line without its icon, blanks and label."""
    start = _end(_ICONS, text, 0)
    start = _end(_LABEL, text, start)
    return index, start, len(text.rstrip())


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start
