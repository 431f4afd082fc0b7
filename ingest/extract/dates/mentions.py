"""What a text says of a date: its parts as far as they are given, and what they depend on."""

from __future__ import annotations

from enum import StrEnum

from graph_model.values import value


class Unit(StrEnum):
    """What a relative date counts in, from the day of writing."""

    DAY = "day"
    WEEKDAY = "weekday"  # the next or the last day of that name
    NAMED_DAY = "named_day"  # a weekday alone: whether the next or the last, the tense of its sentence tells
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    NEAREST = "nearest"  # a.s. and jl.: the first such date after, or the last before
    ELSEWHERE = "elsewhere"  # "dat jaar": a year that was said before, but not in this text


@value(frozen=True, slots=True)
class Relative:
    """A date that depends on the day of writing: ``shift`` of 1 is the next one, -1 the last one, 0 this one."""

    unit: Unit
    shift: int = 0


class Bound(StrEnum):
    """Whether a date is a moment, or where something begins or ends."""

    AT = "at"
    FROM = "from"
    UNTIL = "until"


@value(frozen=True, slots=True)
class DateParts:
    """The parts of a date that the text gives; ``season`` is 21–24, ``weekday`` 0 (Monday) to 6."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    weekday: int | None = None


_FROM = frozenset(("sinds", "vanaf", "per", "sedert", "ingang van", "ingaande"))
_UNTIL = frozenset(("tot", "tot en met", "t/m", "vóór", "voor", "uiterlijk"))


@value(frozen=True, slots=True)
class DateMention:
    """A date that stands at ``text[start:end]``.

    ``last`` is the end of a range ("4 t/m 13 oktober"). ``portion`` is "begin", "middle" or "end" of a month, season
    or year. ``lead`` is the word before it ("sinds", "tot en met", "op"), in lower case. ``daypart`` is "ochtend",
    "middag", "avond" or "nacht" when its weekday says so ("maandagavond 11 maart"): it tells how to read the hours.
    ``rhythm`` marks what comes back ("elke vierde maandag"): it has no parts.
    """

    start: int
    end: int
    first: DateParts = DateParts()
    last: DateParts | None = None
    relative: Relative | None = None
    portion: str = ""
    lead: str = ""
    daypart: str = ""
    rhythm: bool = False

    @property
    def has_year(self) -> bool:
        """Whether the text itself gives the year."""
        return self.first.year is not None

    @property
    def bound(self) -> Bound:
        """Whether the word before it makes it a beginning ("sinds") or an end ("tot", "uiterlijk")."""
        if self.last is not None:
            return Bound.AT
        if self.lead in _UNTIL:
            return Bound.UNTIL
        return Bound.FROM if self.lead in _FROM else Bound.AT
