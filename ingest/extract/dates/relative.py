"""Dates as they are seen from the day of writing: "gisteren", "komende donderdag", "afgelopen najaar", "vorig jaar"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph_model.dates import OPEN, SEASON_MONTHS, Precision, parse
from ingest.extract.dates.iso import edtf_of
from ingest.extract.dates.mentions import DateParts, Relative, Unit
from ingest.extract.dates.tense import Tense


@dataclass(frozen=True, slots=True)
class Reference:
    """The day from which dates are seen: a day of writing, or the middle of the month or year that is known of it."""

    day: date
    precision: Precision

    @classmethod
    def of(cls, edtf: str) -> Reference | None:
        """The reference that an EDTF or ISO date gives; None when it is empty, open or no date: a page may err."""
        edtf = edtf_of(edtf)
        if edtf in ("", OPEN):
            return None
        parts = parse(edtf)
        month = SEASON_MONTHS[parts.season][1] if parts.season else parts.month
        return cls(date(parts.year, month or 7, parts.day or (15 if month else 1)), parts.precision)

    @property
    def knows_day(self) -> bool:
        """Whether the day itself is known."""
        return self.precision in (Precision.DAY, Precision.MINUTE)

    @property
    def knows_month(self) -> bool:
        """Whether the month is known."""
        return self.knows_day or self.precision is Precision.MONTH


def relative_date(parts: DateParts, relative: Relative, reference: Reference | None, tense: Tense) -> DateParts | None:
    """The date that is meant, as exactly as the reference allows; None when it does not tell."""
    if reference is None:
        return None
    day, shift = reference.day, relative.shift
    match relative.unit:
        case Unit.YEAR:
            return replace(parts, year=day.year + shift)
        case Unit.SEASON if reference.knows_month:
            return _season(parts, shift, day)
        case Unit.MONTH if reference.knows_month:
            months = day.year * 12 + day.month - 1 + shift
            return DateParts(months // 12, months % 12 + 1)
        case Unit.DAY | Unit.WEEK | Unit.WEEKDAY | Unit.NAMED_DAY if reference.knows_day:
            return _near_day(parts, relative, day, tense)
        case Unit.DAY | Unit.WEEK if reference.knows_month and shift == 0:
            return DateParts(day.year, day.month)
    return None


def _near_day(parts: DateParts, relative: Relative, day: date, tense: Tense) -> DateParts | None:
    if relative.unit is Unit.DAY:
        return _parts_of(day + timedelta(relative.shift))
    if relative.unit is Unit.WEEK:
        return _week(parts, day - timedelta(day.weekday() - 7 * relative.shift))
    if relative.unit is Unit.NAMED_DAY and tense is Tense.UNKNOWN:
        return None
    shift = tense if relative.unit is Unit.NAMED_DAY else relative.shift
    # "Komende woensdag" is never the day of writing itself, "was woensdag" and "deze woensdag" may be.
    soonest = 1 if relative.unit is Unit.WEEKDAY and shift else 0
    if shift < 0:
        return _parts_of(day - timedelta((day.weekday() - (parts.weekday or 0) - soonest) % 7 + soonest))
    return _parts_of(day + timedelta(((parts.weekday or 0) - day.weekday() - soonest) % 7 + soonest))


def _week(parts: DateParts, monday: date) -> DateParts | None:
    """A weekday of a week, or else the month in which that whole week lies."""
    if parts.weekday is not None:
        return _parts_of(monday + timedelta(parts.weekday))
    sunday = monday + timedelta(6)
    return DateParts(monday.year, monday.month) if monday.month == sunday.month else None


def _season(parts: DateParts, shift: int, day: date) -> DateParts:
    """The season of this year, or the last one that is over, or the next one to begin."""
    months = SEASON_MONTHS[parts.season or 21]
    year = day.year
    if shift < 0 and day.month <= months[-1]:
        year -= 1
    elif shift > 0 and day.month >= months[0]:
        year += 1
    return replace(parts, year=year)


def _parts_of(day: date) -> DateParts:
    return DateParts(day.year, day.month, day.day)
