"""Dates that begin with a word: months, seasons and weekdays by name, "vijftien maart", "morgen", "elke maandag"."""

from __future__ import annotations

from ingest.extract.dates import patterns
from ingest.extract.dates.mentions import DateMention, DateParts, Relative, Unit
from ingest.extract.dates.source import Source, exists, tail
from ingest.extract.dates.words import (
    DAY_WORDS,
    DIRECTIONS,
    MONTHS,
    NUMBERED,
    RELATIVE_DAYS,
    SEASONS,
    month_number,
    weekday_number,
)

# Before "morgen" and "vandaag" these make it a figure of speech or a part of the day ("de zorg van morgen").
_NO_DAY_LEADS = frozenset(("van", "de", "een", "elke", "iedere", "deze", "die", "goede", "hele", "s", "over"))
# After these a weekday alone tells a habit ("op maandag en woensdag").
_HABIT_LEADS = frozenset(
    ("op", "elke", "iedere", "elk", "ieder", "en", "of", "tot", "tot en met", "t/m", "van", "de", "een", "per",
     "eerste", "tweede", "derde", "vierde", "laatste", "twee", "drie")
)  # fmt: skip
_TURNS = {"jaar": Unit.YEAR, "maand": Unit.MONTH, "week": Unit.WEEK}
_ISSUES = ("editie", "nummer", "uitgave")


def from_month(source: Source, at: int) -> list[DateMention]:
    """A month without a day: "juni 2024", "eind juni", "maart vorig jaar", "in mei"."""
    match = patterns.MONTH_ALONE.match(source.lower, at)
    if match is None or not _stands_free(source, at):
        return []
    year, relative = tail(match)
    start, portion = source.portion_before(at)
    start, direction = source.direction_before(start)
    if direction is not None and year is None and relative is None:
        relative = Relative(Unit.NEAREST, direction)
    bare = year is None and relative is None and not portion
    if bare and (match["month"] not in MONTHS or not _is_month_word(source, at, match.end())):
        return []
    parts = DateParts(year, month_number(match["month"]))
    return [DateMention(start, match.end(), parts, None, relative, portion, source.lead(start))]


def _stands_free(source: Source, at: int) -> bool:
    """A hyphen before a month belongs to a range of months or to a date; in "Anne-Mei" it does not."""
    before = source.before(at, 12)
    return not before.endswith("-") or before[-2:-1].isdigit() or before[:-1].endswith(tuple(MONTHS))


def _is_month_word(source: Source, at: int, end: int) -> bool:
    """A capital in the middle of a sentence makes it a name ("Mei"); after a number ("31 juni") it is no date."""
    if source.before(at, 2)[:1].isdigit():
        return False
    return source.written[at].islower() or source.written[at:end].isupper() or source.starts_sentence(at)


def from_season(source: Source, at: int) -> list[DateMention]:
    """A season: "voorjaar 2024", "zomer van 2023", "afgelopen najaar", "de voorjaarseditie"."""
    match = patterns.SEASON.match(source.lower, at)
    if match is None:
        return []
    year, relative = tail(match)
    start, portion = source.portion_before(at)
    start, direction = source.direction_before(start)
    if direction is not None and year is None and relative is None:
        relative = Relative(Unit.SEASON, direction)
    told = year is not None or relative is not None or portion or (match["thing"] or "").endswith(_ISSUES)
    if not told and not source.before(at).endswith(("in het ", "in de ")):
        return []
    parts = DateParts(year, season=SEASONS[match["season"]])
    return [DateMention(start, match.end(), parts, None, relative, portion, source.lead(start))]


def from_weekday(source: Source, at: int) -> list[DateMention]:
    """A weekday that is placed in time: "komende donderdag", "vorige week woensdag", "zaterdag jl.".

    A weekday alone ("was woensdag op bezoek") is one too, unless it tells when something is done every week.
    """
    match = patterns.WEEKDAY_TURN.match(source.lower, at)
    if match is None or match["weekday"].endswith("s") or patterns.DAYS.match(source.lower, at):
        return []
    start, direction = source.direction_before(at)
    relative = Relative(Unit.NAMED_DAY)
    if direction is not None:
        relative = Relative(Unit.WEEK if "week" in source.lower[start:at] else Unit.WEEKDAY, direction)
    elif match["ahead"] or match["back"]:
        relative = Relative(Unit.WEEKDAY, 1 if match["ahead"] else -1)
    elif match["bound"] or source.lead(at) in _HABIT_LEADS or source.before(at, 1) in ("-", "/", "("):
        return []
    end = match.end() if match["bound"] is None else match.start("bound")
    parts = DateParts(weekday=weekday_number(match["weekday"]))
    daypart = source.daypart(at, end)
    return [DateMention(start, end, parts, None, relative, lead=source.lead(start), daypart=daypart)]


def from_day_word(source: Source, at: int) -> list[DateMention]:
    """A day in words: "vijftien maart", "de derde juni 2024"."""
    match = patterns.WORD_DAY.match(source.lower, at)
    if match is None:
        return []
    start, weekday = source.weekday_before(at)
    year, relative = tail(match)
    parts = DateParts(year, month_number(match["month"]), DAY_WORDS[match["day"]], weekday=weekday)
    if not exists(parts) or source.lead(start) in NUMBERED:
        return []
    lead, daypart = source.lead(start), source.daypart(start, at)
    return [DateMention(start, match.end(), parts, None, relative, lead=lead, daypart=daypart)]


def from_relative_day(source: Source, at: int) -> list[DateMention]:
    """A day seen from the day of writing: "gisteren", "vanavond", "overmorgen"."""
    match = patterns.RELATIVE_DAY.match(source.lower, at)
    if match is None or source.lead(at) in _NO_DAY_LEADS or source.weekday_before(at)[1] is not None:
        return []
    if source.before(at, 3).endswith(("de ", "'s ")) or source.lower.startswith(" de dag", match.end()):
        return []
    relative = Relative(Unit.DAY, RELATIVE_DAYS[match["day"]])
    daypart = source.daypart(at, match.end())
    return [DateMention(at, match.end(), relative=relative, lead=source.lead(at), daypart=daypart)]


def from_turn(source: Source, at: int) -> list[DateMention]:
    """A year, month or week seen from the day of writing: "vorig jaar", "volgende maand", "deze week"."""
    match = patterns.YEAR_TURN.match(source.lower, at)
    if match is None or (match["unit"] == "week" and patterns.WEEKDAY_NEXT.match(source.lower, match.end())):
        return []
    relative = Relative(_TURNS[match["unit"]], DIRECTIONS[match["turn"]])
    return [DateMention(at, match.end(), relative=relative, lead=source.lead(at))]


def from_rhythm(source: Source, at: int) -> list[DateMention]:
    """What comes back: "elke vierde maandag", "2e dinsdag v.d. maand", "twee keer per jaar"."""
    match = patterns.RHYTHM.match(source.lower, at)
    return [DateMention(at, match.end(), rhythm=True, lead=source.lead(at))] if match else []
