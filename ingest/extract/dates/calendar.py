"""Which days are meant: the year that a text leaves out, and the date behind "komende donderdag".

The year comes from, in this order: the text; the same day elsewhere on the page; the heading or sentence around it;
the weekday; a.s. or jl.; the tense of the sentence; nearness to the day of writing. When nothing tells, it stays
unknown: a date that is guessed wrong is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from graph_model.dates import SEASON_MONTHS, PartialDate, Precision
from ingest.extract.dates.find import find_dates
from ingest.extract.dates.mentions import Bound, DateMention, DateParts, Unit
from ingest.extract.dates.relative import Reference, relative_date
from ingest.extract.dates.tense import Tense, tense_of

# Pages announce more than they look back: without any other sign, a day in the past counts as so much further away.
_PAST_IS_FURTHER = 60
# A sentence about the past may still be written on the day itself, and one about what comes some weeks after it began.
_LENIENCE = 31


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

    ``posted`` and ``issue`` are EDTF dates or empty; an issue is what the page is about: a month for a newsletter, the
    day of its event for an event page. ``years_of_days`` maps (month, day) to years. ``described`` is the year in
    which all days lie that the page gives in full, or without any all months and seasons, when that is one year.
    """

    posted: str = ""
    issue: str = ""
    years_of_days: Mapping[tuple[int, int], frozenset[int]] = field(default_factory=dict)
    described: int | None = None

    @classmethod
    def of_page(cls, texts: Iterable[str], posted: str = "", issue: str = "") -> Calendar:
        """The calendar of a page with these texts."""
        return cls.of_mentions((m for text in texts for m in find_dates(text)), posted, issue)

    @classmethod
    def of_mentions(cls, mentions: Iterable[DateMention], posted: str = "", issue: str = "") -> Calendar:
        """The calendar of a page on which these dates were found."""
        days: dict[tuple[int, int], set[int]] = {}
        described: set[int] = set()
        loosely: set[int] = set()
        for mention in mentions:
            for parts in (mention.first, mention.last):
                if parts is None or parts.year is None:
                    continue
                if parts.month is None or parts.day is None:
                    loosely.update([parts.year] if parts.month or parts.season else ())
                    continue
                days.setdefault((parts.month, parts.day), set()).add(parts.year)
                if mention.bound is Bound.AT:
                    described.add(parts.year)
        years = described or loosely
        only = years.pop() if len(years) == 1 else None
        return cls(posted, issue, {day: frozenset(years) for day, years in days.items()}, only)

    def resolve(self, mention: DateMention, tense: Tense = Tense.UNKNOWN, around: str = "") -> Meant:
        """The date that a mention means.

        :param tense: where its sentence looks (see ``tense_of``).
        :param around: EDTF of what it stands under or after: a heading with a year, the date one sentence before.
        """
        if mention.rhythm:
            return _UNKNOWN
        if mention.lead in ("sinds", "sedert"):
            tense = Tense.PAST
        first, year_from = self._first(mention, tense, around)
        if first is None:
            return _UNKNOWN
        last = _last(first, mention.last) if mention.last else None
        return Meant(_edtf(first), _edtf(last) if last else "", year_from)

    def resolve_in(self, mention: DateMention, sentence: str) -> Meant:
        """The date that a mention means in its sentence: where that looks is asked when the year is left out only."""
        return self.resolve(mention, Tense.UNKNOWN if mention.has_year else tense_of(sentence))

    def _first(self, mention: DateMention, tense: Tense, around: str) -> tuple[DateParts | None, YearFrom]:
        first = mention.first
        if first.year is not None:
            return first, YearFrom.TEXT
        reference = Reference.of(around) or Reference.of(self.posted) or Reference.of(self.issue)
        if mention.relative and mention.relative.unit is not Unit.NEAREST:
            told = relative_date(first, mention.relative, reference, tense)
            return told, YearFrom.HINT if told else YearFrom.UNKNOWN
        year, year_from = self._year(mention, tense, around, reference)
        return (replace(first, year=year) if year else None), year_from

    def _year(
        self, mention: DateMention, tense: Tense, around: str, reference: Reference | None
    ) -> tuple[int | None, YearFrom]:
        first = mention.first
        said = self.years_of_days.get((first.month or 0, first.day or 0))
        if said:
            return _nearest(_on_weekday(said, first), first, reference.day if reference else None), YearFrom.PAGE
        if len(around) == 4:
            return int(around), YearFrom.AROUND
        if reference is not None and reference.precision is not Precision.YEAR:
            return _year_near(mention, tense, reference.day)
        return _year_in(first, reference.day.year if reference else self.described)


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


def _nearest(years: list[int], parts: DateParts, seen_from: date | None, past_is_further: int = 0) -> int | None:
    days = [day for year in years if (day := _day_of(parts, year))]
    if not days or seen_from is None:
        return days[-1].year if days else None

    def distance(day: date) -> int:
        ahead = (day - seen_from).days
        return ahead if ahead >= 0 else past_is_further - ahead

    return min(days, key=distance).year


def _year_in(first: DateParts, year: int | None) -> tuple[int | None, YearFrom]:
    """When only a year is known of the writing or the things described: that year, unless the weekday denies it."""
    if year is None or _day_of(first, year) is None:
        return None, YearFrom.UNKNOWN
    if first.weekday is None or first.day is None:
        return year, YearFrom.NEARNESS
    fitting = [y for y in range(year - 1, year + 2) if _falls_on(first, y)]
    return (fitting[0], YearFrom.WEEKDAY) if len(fitting) == 1 else (None, YearFrom.UNKNOWN)


def _year_near(mention: DateMention, tense: Tense, seen_from: date) -> tuple[int | None, YearFrom]:
    first = mention.first
    near = range(seen_from.year - 1, seen_from.year + 2)
    if first.weekday is not None and first.day is not None:
        fitting = [y for y in near if _falls_on(first, y)]
        if len(fitting) == 1:
            return fitting[0], YearFrom.WEEKDAY
    direction, lenience, why = int(tense), _LENIENCE, YearFrom.TENSE
    if mention.relative is not None:
        direction, lenience, why = mention.relative.shift, 0, YearFrom.HINT
    years = [y for y in near if (day := _day_of(first, y)) and (day - seen_from).days * direction >= -lenience]
    if direction:
        return _nearest(years, first, seen_from), why
    return _nearest(years, first, seen_from, _PAST_IS_FURTHER), YearFrom.NEARNESS


def _last(first: DateParts, last: DateParts) -> DateParts:
    if last.year is not None or first.year is None:
        return last
    turns = (last.month or 12, last.day or 31) < (first.month or 1, first.day or 1)
    return replace(last, year=first.year + turns)


def _edtf(parts: DateParts) -> str:
    return str(PartialDate(parts.year or 0, parts.month, parts.day, parts.season))
