"""Which days are meant: the year that a text leaves out, and the date behind "komende donderdag".

The year comes from, in this order: the text; the same day elsewhere on the page; the weekday; a.s. or jl.; the tense
of the sentence; nearness to the day of writing. When nothing tells, it stays unknown: a date that is guessed wrong is
worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from graph_model.dates import SEASON_MONTHS, PartialDate, parse
from ingest.extract.dates.find import find_dates
from ingest.extract.dates.mentions import DateMention, DateParts, Relative, Unit
from ingest.extract.dates.tense import Tense


class YearFrom(StrEnum):
    """What tells the year of a date."""

    TEXT = "text"
    PAGE = "page"
    AROUND = "around"
    WEEKDAY = "weekday"
    HINT = "hint"
    TENSE = "tense"
    NEARNESS = "nearness"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Meant:
    """The date that is meant, as EDTF; ``start`` is empty when the year stays unknown, ``end`` unless a range is meant.

    ``year_from`` tells how sure it is: what the text or the page says is stated, the rest is inferred.
    """

    start: str = ""
    end: str = ""
    year_from: YearFrom = YearFrom.UNKNOWN

    @property
    def stated(self) -> bool:
        """Whether the page itself gives the year."""
        return self.year_from in (YearFrom.TEXT, YearFrom.PAGE, YearFrom.AROUND)


_UNKNOWN = Meant()


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a page says of years: when it was posted, which issue it is, and the days that it gives with their year.

    ``posted`` and ``issue`` are EDTF dates or empty; an issue is what the page is about ("nieuwsbrief mei 2016").
    """

    posted: str = ""
    issue: str = ""
    years_of_days: Mapping[tuple[int, int], frozenset[int]] = field(default_factory=dict)
    years: tuple[int, ...] = ()

    @classmethod
    def of_page(cls, texts: Iterable[str], posted: str = "", issue: str = "") -> Calendar:
        """The calendar of a page with these texts."""
        return cls.of_mentions((m for text in texts for m in find_dates(text)), posted, issue)

    @classmethod
    def of_mentions(cls, mentions: Iterable[DateMention], posted: str = "", issue: str = "") -> Calendar:
        """The calendar of a page on which these dates were found."""
        days: dict[tuple[int, int], set[int]] = {}
        years: set[int] = set()
        for parts in (p for m in mentions for p in (m.first, m.last) if p is not None and p.year is not None):
            assert parts.year is not None
            years.add(parts.year)
            if parts.month is not None and parts.day is not None:
                days.setdefault((parts.month, parts.day), set()).add(parts.year)
        return cls(posted, issue, {day: frozenset(found) for day, found in days.items()}, tuple(sorted(years)))

    def resolve(self, mention: DateMention, tense: Tense = Tense.UNKNOWN, around: str = "") -> Meant:
        """The date that a mention means.

        :param tense: where its sentence looks (see ``tense_of``).
        :param around: EDTF of what it stands under or after: a heading with a year, the date one sentence before.
        """
        if mention.rhythm:
            return _UNKNOWN
        reference = _reference(around) or _reference(self.posted) or _reference(self.issue)
        first, year_from = self._first(mention, tense, around, reference)
        if first is None:
            return _UNKNOWN
        last = _last(first, mention.last) if mention.last else None
        return Meant(_edtf(first), _edtf(last) if last else "", year_from)

    def _first(
        self, mention: DateMention, tense: Tense, around: str, reference: date | None
    ) -> tuple[DateParts | None, YearFrom]:
        first = mention.first
        if first.year is not None:
            return first, YearFrom.TEXT
        if mention.relative and mention.relative.unit is not Unit.NEAREST:
            told = _relative_date(first, mention.relative, reference)
            return told, YearFrom.HINT if told else YearFrom.UNKNOWN
        year, year_from = self._year(mention, tense, around, reference)
        return (replace(first, year=year) if year else None), year_from

    def _year(
        self, mention: DateMention, tense: Tense, around: str, reference: date | None
    ) -> tuple[int | None, YearFrom]:
        first = mention.first
        said = self.years_of_days.get((first.month or 0, first.day or 0))
        if said:
            fitting = _on_weekday(said, first)
            return _nearest(fitting, first, reference), YearFrom.PAGE
        if len(around) == 4:
            return int(around), YearFrom.AROUND
        if reference is None:
            return self._year_by_weekday(first)
        return _year_near(first, mention.relative, tense, reference)

    def _year_by_weekday(self, first: DateParts) -> tuple[int | None, YearFrom]:
        """Without a day of writing, a weekday tells the year when it fits just one of those that the page names."""
        if first.weekday is None or not self.years:
            return None, YearFrom.UNKNOWN
        fitting = [y for y in range(self.years[0] - 1, self.years[-1] + 2) if _falls_on(first, y)]
        return (fitting[0], YearFrom.WEEKDAY) if len(fitting) == 1 else (None, YearFrom.UNKNOWN)


def _reference(edtf: str) -> date | None:
    """The middle of a date, as the day from which others are seen."""
    if not edtf:
        return None
    parts = parse(edtf)
    month = SEASON_MONTHS[parts.season][1] if parts.season else parts.month
    return date(parts.year, month or 7, parts.day or (15 if month else 1))


def _day_of(parts: DateParts, year: int) -> date | None:
    """A day in the middle of what the parts say, in a year; None for 29 February when there is none."""
    month = SEASON_MONTHS[parts.season][1] if parts.season else parts.month or 7
    try:
        return date(year, month, parts.day or 15)
    except ValueError:
        return None


def _falls_on(parts: DateParts, year: int) -> bool:
    day = _day_of(parts, year)
    return day is not None and day.weekday() == parts.weekday


def _on_weekday(years: Iterable[int], parts: DateParts) -> list[int]:
    every = sorted(years)
    if parts.weekday is None or parts.day is None:
        return every
    return [y for y in every if _falls_on(parts, y)] or every


def _nearest(years: list[int], parts: DateParts, reference: date | None) -> int | None:
    days = [day for year in years if (day := _day_of(parts, year))]
    if not days or reference is None:
        return days[-1].year if days else None
    return min(days, key=lambda day: (abs((day - reference).days), day)).year


def _year_near(
    first: DateParts, relative: Relative | None, tense: Tense, reference: date
) -> tuple[int | None, YearFrom]:
    near = range(reference.year - 1, reference.year + 2)
    if first.weekday is not None and first.day is not None:
        fitting = [y for y in near if _falls_on(first, y)]
        if len(fitting) == 1:
            return fitting[0], YearFrom.WEEKDAY
    direction = relative.shift if relative else tense
    years = [
        y for y in near if (day := _day_of(first, y)) and (day - reference).days * direction >= -31 * (not relative)
    ]
    why = YearFrom.HINT if relative else YearFrom.TENSE if tense else YearFrom.NEARNESS
    return _nearest(years, first, reference), why


def _relative_date(parts: DateParts, relative: Relative, reference: date | None) -> DateParts | None:
    """The date that is seen from the day of writing; None when that day is not known."""
    if reference is None or relative.unit is Unit.ELSEWHERE:
        return None
    if relative.unit is Unit.YEAR:
        return replace(parts, year=reference.year + relative.shift)
    if relative.unit is Unit.MONTH:
        months = reference.year * 12 + reference.month - 1 + relative.shift
        return DateParts(months // 12, months % 12 + 1)
    if relative.unit is Unit.SEASON:
        return _season(parts, relative.shift, reference)
    return _parts_of(_relative_day(parts, relative, reference))


def _relative_day(parts: DateParts, relative: Relative, reference: date) -> date:
    if relative.unit is Unit.DAY:
        return reference + timedelta(relative.shift)
    weekday = parts.weekday or 0
    if relative.unit is Unit.WEEK:
        return reference + timedelta(7 * relative.shift + weekday - reference.weekday())
    if relative.shift < 0:
        return reference - timedelta((reference.weekday() - weekday - 1) % 7 + 1)
    soonest = 1 if relative.shift else 0
    return reference + timedelta((weekday - reference.weekday() - soonest) % 7 + soonest)


def _season(parts: DateParts, shift: int, reference: date) -> DateParts:
    """The season of this year, or the last one that is over, or the next one to begin."""
    months = SEASON_MONTHS[parts.season or 21]
    year = reference.year
    if shift < 0 and reference.month <= months[-1]:
        year -= 1
    elif shift > 0 and reference.month >= months[0]:
        year += 1
    return replace(parts, year=year)


def _last(first: DateParts, last: DateParts) -> DateParts:
    if last.year is not None or first.year is None:
        return last
    turns = (last.month or 12, last.day or 31) < (first.month or 1, first.day or 1)
    return replace(last, year=first.year + turns)


def _parts_of(day: date) -> DateParts:
    return DateParts(day.year, day.month, day.day)


def _edtf(parts: DateParts) -> str:
    return str(PartialDate(parts.year or 0, parts.month, parts.day, parts.season))
