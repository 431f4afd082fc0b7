"""A text as the date readers look at it: in lower case, with what stands just before and after a place."""

from __future__ import annotations

import re
from calendar import monthrange

from graph_model.values import value
from ingest.extract.dates import patterns
from ingest.extract.dates.mentions import DateParts, Relative, Unit
from ingest.extract.dates.words import COUNTED, DIRECTIONS, PORTIONS, weekday_number

_NEXT_WORD = re.compile(r"[ \xa0]([^\W\d_]+)")
_POSTCODE_LETTERS = re.compile(r"[A-Z]{2}")


@value(frozen=True, slots=True)
class Source:
    """A text as written and in lower case, character for character."""

    written: str
    lower: str

    def before(self, at: int, width: int = 24) -> str:
        """The lower-case text just before a place."""
        return self.lower[max(0, at - width) : at]

    def lead(self, at: int) -> str:
        """The word before a place ("sinds", "tot en met"), articles skipped; empty when there is none."""
        match = patterns.LEAD_BEFORE.search(self.before(at))
        return match[1] if match else ""

    def weekday_before(self, at: int) -> tuple[int, int | None]:
        """Where a date that is read from ``at`` begins, and its weekday: "vrijdagmiddag 16" begins at the weekday."""
        before = self.before(at)
        match = patterns.WEEKDAY_BEFORE.search(before)
        if match is None:
            return at, None
        return at - len(before) + match.start(), weekday_number(match["weekday"])

    def daypart(self, start: int, end: int) -> str:
        """The part of the day that a span names ("maandagavond 11 maart"); empty when it names none."""
        match = patterns.DAYPART.search(self.lower, start, end)
        return match[0].replace("morgen", "ochtend") if match else ""

    def portion_before(self, at: int) -> tuple[int, str]:
        """Where the date begins and the portion of it that is meant: "eind juni" is "end"."""
        before = self.before(at)
        match = patterns.PORTION_BEFORE.search(before)
        return (at - len(before) + match.start(), PORTIONS[match["portion"]]) if match else (at, "")

    def direction_before(self, at: int) -> tuple[int, int | None]:
        """Where the date begins and its direction in time: "komende donderdag" is 1."""
        before = self.before(at)
        match = patterns.DIRECTION_BEFORE.search(before)
        return (at - len(before) + match.start(), DIRECTIONS[match["direction"]]) if match else (at, None)

    def starts_sentence(self, at: int) -> bool:
        """Whether a sentence, line or field begins at a place."""
        before = self.before(at, 4)
        stripped = before.rstrip(" \xa0")
        return not stripped or stripped[-1] in ".!?:•|>-–\n"

    def counts_things(self, end: int) -> bool:
        """Whether the word after a number shows that it is no year: a counted noun, or the letters of a postcode."""
        match = _NEXT_WORD.match(self.written, end)
        return match is not None and (match[1] in COUNTED or _POSTCODE_LETTERS.fullmatch(match[1]) is not None)


def four_digits(year: str) -> int:
    """A year that may be written with two digits: '24 is 2024, '98 is 1998."""
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900)


def tail(match: re.Match[str]) -> tuple[int | None, Relative | None]:
    """The year after a date, or what relates it to the day of writing ("a.s.", "jl.", "vorig jaar", "dat jaar")."""
    written = match["year"] or match["short"]
    if written:
        return four_digits(written), None
    if match["ahead"] or match["back"]:
        return None, Relative(Unit.NEAREST, 1 if match["ahead"] else -1)
    if match["turn"]:
        return None, Relative(Unit.YEAR, DIRECTIONS[match["turn"]])
    return None, Relative(Unit.ELSEWHERE) if match["same"] else None


def exists(parts: DateParts) -> bool:
    """Whether there is such a day, in some year when none is given."""
    if parts.month is None or not 1 <= parts.month <= 12:
        return parts.month is None
    return parts.day is None or 1 <= parts.day <= monthrange(parts.year or 2000, parts.month)[1]
