"""When a gathering is: what a reply says of it counts only if our own grammar finds it where the page speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ingest.extract.dates import Calendar, find_dates, tense_of
from ingest.extract.times import find_times
from ingest.page.model import Block, Page
from ingest.reading import Property, Quote

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)(?::00)?")
_ONLINE = re.compile(
    r"\b(?:online|teams|zoom|webinar|livestream|digita\w+|beeldscherm|scherm|hybride|thuis meekijken)\b", re.IGNORECASE
)
_MODES = ("online", "in_person", "hybrid")
_CLOSE = 2
_SURE, _SURE_OF_MODE, _UNSAID = 0.85, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Given:
    """A date or time that the page gives: its value and the stored span that gives it."""

    value: str
    quote: Quote
    stated: bool = True


@dataclass(frozen=True, slots=True)
class When:
    """What of a gathering's time holds; ``dropped`` counts the dates and times that the page does not give."""

    properties: tuple[Property, ...]
    clock: tuple[str, str]
    dropped: int


class Moments:
    """The dates and times of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def _calendar(self) -> Calendar:
        texts = [block.text for block in self._page.blocks if any(map(str.isdigit, block.text))]
        return Calendar.of_page(texts, self._page.published or "")

    def when(self, told: dict[str, str], mentions: Iterable[Quote], *, of_page: bool) -> When:
        """What holds of the fields that a reply gives a gathering.

        :param mentions: where it is named. :param of_page: whether the page as a whole is about it.
        """
        blocks = list(self._around(mentions, of_page=of_page))
        dropped = 0
        start = self._date(told.get("start_date", ""), blocks)
        end = self._date(told.get("end_date", ""), blocks)
        begins, ends = self._time(told.get("start_time", ""), blocks), self._time(told.get("end_time", ""), blocks)
        given = {"start_date": start, "end_date": end, "start_time": begins, "end_time": ends}
        dropped = sum(bool(told.get(field)) and value is None for field, value in given.items())
        properties = [*_moment("start", start, begins), *_moment("end", end or (start if ends else None), ends)]
        properties += self._mode(told.get("mode", ""), blocks)
        exact = start is not None and _DAY.fullmatch(start.value) is not None
        clock = ("", "") if exact else (begins.value if begins else "", ends.value if ends else "")
        return When(tuple(properties), clock, dropped)

    def _around(self, mentions: Iterable[Quote], *, of_page: bool) -> Iterator[Block]:
        """The blocks that name it and those right beside them, or all of a page that is about it."""
        blocks = self._page.blocks
        if of_page:
            yield from blocks
            return
        near: dict[int, None] = {}
        for mention in mentions:
            for n, block in enumerate(blocks):
                if block.start < mention.end and mention.start < block.end:
                    near.update(dict.fromkeys(range(n, min(n + _CLOSE + 1, len(blocks)))))
                    near.update(dict.fromkeys(range(max(n - 1, 0), n)))
                    if block.section >= 0:
                        near[block.section] = None
        yield from (blocks[n] for n in near)

    def _date(self, value: str, blocks: Iterable[Block]) -> Given | None:
        if not _DATE.fullmatch(value):
            return None
        for block in blocks:
            if not any(map(str.isdigit, block.text)):
                continue
            for mention in find_dates(block.text):
                meant = self._calendar.resolve(mention, tense_of(block.text))
                if value in (meant.start, meant.end):
                    return Given(value, Quote(*block.span(mention.start, mention.end)), meant.stated)
        return None

    def _time(self, value: str, blocks: Iterable[Block]) -> Given | None:
        clock = _CLOCK.fullmatch(value)
        if clock is None:
            return None
        wanted = f"{int(clock[1]):02d}:{clock[2]}"
        for block in blocks:
            for mention in find_times(block.text):
                if wanted in (mention.begins, mention.ends):
                    return Given(wanted, Quote(*block.span(mention.start, mention.end)))
        return None

    def _mode(self, mode: str, blocks: Iterable[Block]) -> Iterator[Property]:
        """Online only where the page says so; that people meet in person is mostly left unsaid."""
        if mode not in _MODES:
            return
        first = None
        for block in blocks:
            told = _ONLINE.search(block.text)
            if told and mode != "in_person":
                yield Property("mode", mode, Quote(*block.span(told.start(), told.end())), _SURE_OF_MODE)
                return
            first = first or block
        if mode == "in_person" and first is not None and first.start < first.end:
            yield Property("mode", mode, Quote(first.start, first.end), _UNSAID, stated=False)


def _moment(field: str, day: Given | None, clock: Given | None) -> Iterator[Property]:
    if day is None:
        return
    exact = clock is not None and _DAY.fullmatch(day.value) is not None
    value = f"{day.value}T{clock.value}" if exact and clock else day.value
    yield Property(field, value, day.quote, _SURE, day.stated)
