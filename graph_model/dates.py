"""Dates that keep their precision: EDTF strings, and what they mean in time.

Understood are ``2024``, ``2024-06``, ``2024-06-14``, ``2024-06-14T13:00``, the seasons ``2024-21`` (spring) to
``2024-24`` (winter), and ``..`` for a date that is open. An interval is two fields, never one string. A date without
a zone is local time in Europe/Amsterdam; what leaves this module as a ``datetime`` is always UTC.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from graph_model.errors import NotUnderstood

OPEN = ".."
MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SEASON_NAMES = {21: "voorjaar", 22: "zomer", 23: "najaar", 24: "winter"}
# "Winter 2024" may mean its first months or its last ones, so both lie in it.
SEASON_MONTHS = {21: (3, 4, 5), 22: (6, 7, 8), 23: (9, 10, 11), 24: (1, 2, 12)}

_ZONE = ZoneInfo("Europe/Amsterdam")
_SHAPE = re.compile(r"([1-9]\d{3})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?", re.ASCII)


class Precision(StrEnum):
    """How much of a date is known."""

    OPEN = "open"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known; parts that are not known are None. ``str()`` gives its EDTF form.

    ``month`` is 1–12, ``season`` 21–24; never both. ``hour`` and ``minute`` come together.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    hour: int | None = None
    minute: int | None = None

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if self.hour is not None:
            return Precision.MINUTE
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        return Precision.SEASON if self.season is not None else Precision.YEAR

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        for part in (self.season or self.month, self.day):
            text += f"-{part:02d}" if part is not None else ""
        return text + (f"T{self.hour:02d}:{self.minute:02d}" if self.hour is not None else "")


@lru_cache(maxsize=16_384)
def parse(edtf: str) -> PartialDate:
    """The parts of a date.

    :raises NotUnderstood: when it is no EDTF date of the forms above, names no day that exists, or is ``..``.
    """
    match = _SHAPE.fullmatch(edtf)
    if match is None:
        raise NotUnderstood(f"{edtf!r} is geen datum zoals 2024, 2024-06, 2024-21, 2024-06-14 of 2024-06-14T13:00.")
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month in SEASON_NAMES and day is None:
        return PartialDate(year, season=month)
    date = PartialDate(year, month, day, hour=hour, minute=minute)
    if not _exists(date):
        raise NotUnderstood(f"De datum {edtf} bestaat niet.")
    return date


def _exists(date: PartialDate) -> bool:
    if date.month is not None and not 1 <= date.month <= 12:
        return False
    if date.day is not None and not 1 <= date.day <= monthrange(date.year, date.month or 1)[1]:
        return False
    return (date.hour or 0) < 24 and (date.minute or 0) < 60


def is_date(edtf: str) -> bool:
    """Whether this is a date that :func:`parse` understands, or ``..``."""
    try:
        return edtf == OPEN or bool(parse(edtf))
    except NotUnderstood:
        return False


def precision_of(edtf: str) -> Precision:
    """How much of a date is known.

    :raises NotUnderstood: as :func:`parse`; ``..`` is understood here.
    """
    return Precision.OPEN if edtf == OPEN else parse(edtf).precision


@lru_cache(maxsize=16_384)
def bounds(edtf: str) -> tuple[datetime, datetime]:
    """The first and the last second that the date may mean, both included, in UTC.

    ``..`` gives the first and last moment that a ``datetime`` can hold. A clock time that comes twice, when summer
    time ends, spans both; one that is skipped, when it begins, counts by the clock that was not yet put forward.

    :raises NotUnderstood: as :func:`parse`.
    """
    if edtf == OPEN:
        return datetime.min.replace(tzinfo=UTC), datetime.max.replace(microsecond=0, tzinfo=UTC)
    date = parse(edtf)
    months = SEASON_MONTHS[date.season] if date.season else (date.month or 1, date.month or 12)
    last_day = date.day or monthrange(date.year, months[-1])[1]
    first = datetime(date.year, months[0], date.day or 1, date.hour or 0, date.minute or 0, tzinfo=_ZONE)
    last_hour, last_minute = (date.hour, date.minute or 0) if date.hour is not None else (23, 59)
    last = datetime(date.year, months[-1], last_day, last_hour, last_minute, 59, tzinfo=_ZONE)
    return first.astimezone(UTC), max(last.astimezone(UTC), last.replace(fold=1).astimezone(UTC))


def fits(coarse: str, fine: str) -> bool:
    """Whether ``fine`` may be the same date, known as well or better; a missing or open date holds every date.

    :raises NotUnderstood: as :func:`parse`; empty and ``..`` are understood here.
    """
    wide, narrow = (None if edtf in ("", OPEN) else parse(edtf) for edtf in (coarse, fine))
    if wide is None or narrow is None:
        return wide is None
    if wide.season is not None and narrow.season is None:
        return wide.year == narrow.year and narrow.month in SEASON_MONTHS[wide.season]
    pairs = ((wide.year, narrow.year), (wide.season, narrow.season), (wide.month, narrow.month),
             (wide.day, narrow.day), (wide.hour, narrow.hour), (wide.minute, narrow.minute))  # fmt: skip
    return all(a is None or a == b for a, b in pairs)


def in_words(edtf: str) -> str:
    """The date as a Dutch reader writes it: "14 juni 2024, 13.00 uur", "juni 2024", "voorjaar 2024", "onbekend".

    :raises NotUnderstood: as :func:`parse`; ``..`` is understood here.
    """
    if edtf == OPEN:
        return "onbekend"
    date = parse(edtf)
    words = [str(date.year)]
    if date.season is not None:
        words.insert(0, SEASON_NAMES[date.season])
    if date.month is not None:
        words.insert(0, MONTH_NAMES[date.month - 1])
    if date.day is not None:
        words.insert(0, str(date.day))
    return " ".join(words) + (f", {date.hour}.{date.minute:02d} uur" if date.hour is not None else "")


def local(moment: datetime) -> str:
    """The minute in Europe/Amsterdam of a moment with a zone, as EDTF: how dates of structured data come in."""
    return moment.astimezone(_ZONE).strftime("%Y-%m-%dT%H:%M")
