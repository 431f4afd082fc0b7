"""Dates that begin with digits: "12 juni 2025", "1, 5 en 13 juni", "17/03", "2025-06-12", and years alone."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.dates import patterns
from ingest.extract.dates.mentions import DateMention, DateParts, Relative
from ingest.extract.dates.source import Source, exists, four_digits, tail
from ingest.extract.dates.words import NUMBERED, month_number, weekday_number

_DIGITS = re.compile(r"\d{1,5}")
_SEPARATORS = frozenset("/.-")
_YEAR_LEADS = frozenset(
    ("in", "van", "sinds", "uit", "vanaf", "tot", "tot en met", "t/m", "voor", "vóór", "na", "heel", "per", "anno",
     "jaar", "seizoen", "begin", "eind", "medio", "half", "sedert", "over", "rond", "schooljaar")
)  # fmt: skip
_OCCASION = re.compile(
    r"(?:dag|avond|middag|ochtend|vergadering|bijeenkomst|festival|congres|symposium|conferentie|week|feest|markt|"
    r"editie|jaar|verslag|beraad|ontmoeting|receptie) $"
)


def from_digits(source: Source, at: int) -> list[DateMention]:
    """The dates that begin with the digits at a place; several for a list of days, none when it is no date."""
    before = source.before(at, 2)
    within_a_number = before[:1].isdigit() and before[-1:] in (".", ",", ":", "/", "-", "–")
    if within_a_number or before.endswith(("€", "+")):
        return []
    digits = _DIGITS.match(source.lower, at)
    length = len(digits[0]) if digits else 0
    if length == 4:
        return _iso(source, at) or _year(source, at)
    if length > 2:
        return []
    separated = source.lower[at + length : at + length + 1] in _SEPARATORS
    return (_numeric(source, at) if separated else []) or _days(source, at)


def _iso(source: Source, at: int) -> list[DateMention]:
    match = patterns.ISO.match(source.lower, at)
    if match is None:
        return []
    parts = DateParts(int(match["year"]), int(match["month"]), int(match["day"]))
    return [DateMention(at, match.end(), parts, lead=source.lead(at))] if exists(parts) else []


def _numeric(source: Source, at: int) -> list[DateMention]:
    match = patterns.NUMERIC.match(source.lower, at)
    if match is None or not _is_written_date(source, at, match):
        return []
    start, weekday = source.weekday_before(at)
    year = four_digits(match["year"]) if match["year"] else None
    parts = DateParts(year, int(match["month"]), int(match["day"]), weekday=weekday)
    daypart = source.daypart(start, at)
    return [DateMention(start, match.end(), parts, lead=source.lead(start), daypart=daypart)] if exists(parts) else []


def _is_written_date(source: Source, at: int, match: re.Match[str]) -> bool:
    """Digits with a separator are a date with a year, or when what stands around says so; "1/2" is a fraction."""
    two_each = len(match["day"]) == len(match["month"]) == 2
    if match["year"]:
        return len(match["year"]) == 4 or two_each
    told = source.weekday_before(at)[1] is not None or source.before(at, 5).endswith("d.d. ")
    return told or (match["sep"] == "/" and two_each)


def _days(source: Source, at: int) -> list[DateMention]:
    match = patterns.DAYS.match(source.lower, at)
    if match is None:
        return []
    start, weekday = source.weekday_before(at)
    lead = source.lead(start)
    year, relative = tail(match)
    # "2. Januari was druk" is an item of a list, "nummer 2 februari 2019" the second issue.
    if lead in NUMBERED or (match["dot"] and weekday is None and year is None):
        return []
    month = month_number(match["month"])
    days: list[tuple[int, int, DateParts]] = []
    for item in patterns.ONE_DAY.finditer(source.lower, *match.span("days")):
        begin, end = item.span()
        named = weekday_number(item["weekday"]) if item["weekday"] else weekday if begin == at else None
        parts = DateParts(year, month, int(item["day"]), None, named)
        if exists(parts):
            days.append((start if begin == at else begin, end, parts))
    return _as_ranges(source, _mentions(days, match.end(), relative, lead, source.daypart(start, at)))


def _mentions(
    days: list[tuple[int, int, DateParts]], end: int, relative: Relative | None, lead: str, daypart: str
) -> list[DateMention]:
    """The days as mentions: what stands before the list is of its first, the month and year behind it of its last."""
    last = len(days) - 1
    return [
        DateMention(
            start, end if n == last else stop, parts, None, relative, "", "" if n else lead, "" if n else daypart
        )
        for n, (start, stop, parts) in enumerate(days)
    ]


def _as_ranges(source: Source, days: list[DateMention]) -> list[DateMention]:
    """Days of one month with a word between them that makes them a range become one mention."""
    merged: list[DateMention] = []
    for day in days:
        if merged and merged[-1].last is None and _runs_through(source, merged[-1], day):
            merged[-1] = replace(merged[-1], end=day.end, last=day.first)
        else:
            merged.append(day)
    return merged


def _runs_through(source: Source, one: DateMention, other: DateMention) -> bool:
    if (one.first.day or 0) >= (other.first.day or 0):
        return False
    between = source.lower[one.end : other.start]
    return patterns.THROUGH_ONLY.fullmatch(between) is not None or one.lead == "tussen"


def _year(source: Source, at: int) -> list[DateMention]:
    match = patterns.YEAR_ALONE.match(source.lower, at)
    if match is None or source.counts_things(match.end()) or not _is_year(source, at, match):
        return []
    start, portion = source.portion_before(at)
    last = DateParts(int(match["last"])) if match["last"] else None
    return [
        DateMention(start, match.end(), DateParts(int(match["year"])), last, portion=portion, lead=source.lead(start))
    ]


def _is_year(source: Source, at: int, match: re.Match[str]) -> bool:
    """Whether four digits are a year: by the word before them, an occasion that they date, or as a whole line."""
    before, after = source.before(at), source.lower[match.end() : match.end() + 1]
    if match["last"]:
        return int(match["year"]) < int(match["last"]) <= int(match["year"]) + 60
    if source.lead(at) in _YEAR_LEADS:
        return True
    if after in ("", "\n") and (not before or before[-1] == "\n"):
        return True
    closed = after in ("", "\n", " ", ",", ".", ")", ":", ";")
    return (before.endswith("(") and after == ")") or (closed and _OCCASION.search(before) is not None)
