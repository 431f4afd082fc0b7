"""What dates that stand together say of each other: a range over two months, a year that is given once."""

from __future__ import annotations

from dataclasses import replace

from ingest.extract.dates import patterns
from ingest.extract.dates.mentions import DateMention, DateParts, Unit

_WIDEST = 24  # characters between two dates that still belong together


def joined(lower: str, mentions: list[DateMention]) -> tuple[DateMention, ...]:
    """The mentions with ranges merged and years shared: "28 mei - 2 juni 2024", "maart en september 2020"."""
    result: list[DateMention] = []
    for mention in reversed(mentions):  # years stand at the end, so they are passed on from right to left
        follower = result[-1] if result else None
        if follower is None or follower.start - mention.end > _WIDEST or not _can_share(mention, follower):
            result.append(mention)
            continue
        between = lower[mention.end : follower.start]
        if patterns.THROUGH_ONLY.fullmatch(between) and _can_range(mention, follower):
            result[-1] = _range(mention, follower)
        elif patterns.CONNECTED_ONLY.fullmatch(between):
            result.append(_with_year_of(mention, follower))
        else:
            result.append(mention)
    return _with_said_years(result[::-1])


def _can_share(one: DateMention, other: DateMention) -> bool:
    placed = (Unit.DAY, Unit.WEEK, Unit.WEEKDAY)
    return not any(m.rhythm or (m.relative and m.relative.unit in placed) for m in (one, other))


def _can_range(one: DateMention, other: DateMention) -> bool:
    if one.last is not None or other.last is not None:
        return False
    if not one.has_year and not other.has_year:
        return one.first != other.first and _precedes(one.first, other.first)
    return _rank(_filled(one.first, other.first, before=True)) < _rank(_filled(other.first, one.first, before=False))


def _rank(parts: DateParts) -> tuple[int, int, int]:
    return parts.year or 0, parts.month or 0, parts.day or 0


def _range(one: DateMention, other: DateMention) -> DateMention:
    first = _filled(one.first, other.first, before=True)
    last = _filled(other.first, one.first, before=False)
    return replace(one, end=other.end, first=first, last=last, relative=one.relative or other.relative)


def _with_year_of(one: DateMention, follower: DateMention) -> DateMention:
    if one.has_year or one.relative is not None or not _precedes(one.first, follower.first):
        return one
    return replace(one, first=_filled(one.first, follower.first, before=True), relative=follower.relative)


def _precedes(one: DateParts, other: DateParts) -> bool:
    """Whether a list may go from one to the other: it rises, or it runs over a turn of the year."""
    turns = (one.month or 0) >= 10 and (other.month or 12) <= 3
    return turns or (one.month or 0, one.day or 0) <= (other.month or 0, other.day or 0)


def _filled(parts: DateParts, other: DateParts, *, before: bool) -> DateParts:
    """The parts with the year of a date that comes later (or earlier): December before January is the year before."""
    if parts.year is not None or other.year is None:
        return parts
    mine, theirs = (parts.month or 0, parts.day or 0), (other.month or 0, other.day or 0)
    if before:
        return replace(parts, year=other.year - (mine > theirs))
    return replace(parts, year=other.year + (mine < theirs))


def _with_said_years(mentions: list[DateMention]) -> tuple[DateMention, ...]:
    """ "Van dat jaar" is the year that was said last."""
    year: int | None = None
    for i, mention in enumerate(mentions):
        if mention.relative and mention.relative.unit is Unit.ELSEWHERE and year is not None:
            mentions[i] = replace(mention, first=replace(mention.first, year=year), relative=None)
        year = mention.first.year or year
    return tuple(mentions)
