"""Dates onto what was found, and what only words of change state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator
from dataclasses import replace

from graph_model.dates import OPEN
from graph_model.schema import LINK_KINDS, ORGANISATION_KINDS
from ingest.extract.dates import Calendar
from ingest.extract.in_time.dates import Period, only_date, period_in
from ingest.extract.in_time.sentences import Sentence, sentences
from ingest.extract.in_time.turns import ROLE_OVER, Turn, rules_for
from ingest.extract.in_time.years import Years
from ingest.page.model import Page
from ingest.reading import Property, Reading, Statement

_SURE = 0.9
_DATED = frozenset(("HAS_ROLE", "MEMBER_OF", "PART_OF", "PARTNER_OF", "BASED_IN"))
Slot = tuple[int, str, int]


def in_time(page: Page, reading: Reading, calendar: Callable[[], Calendar]) -> Reading:
    """The reading with its times.

    :param calendar: what the page says of years; asked only when a sentence leaves one out.
    """
    work, years = _Work(reading), Years(calendar)
    for sentence in sentences(page, reading.things):
        sentence = years.put_in(sentence)
        work.date(sentence)
        marked = sentence.marked()
        for rule in rules_for(marked, len(sentence.named)):
            match = rule.pattern.search(marked)
            if match:
                told = {name: sentence.named[int(n)].thing for name, n in match.groupdict().items() if n}
                work.turn(rule.turn, told, sentence)
                break
    return work.reading


class _Work:
    """A reading in the making."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._things = list(reading.things)
        self._statements = list(reading.statements)
        self._starts = sorted((said.quote.start, n) for n, said in enumerate(self._statements))

    @property
    def reading(self) -> Reading:
        return replace(self._reading, things=tuple(self._things), statements=tuple(self._statements))

    def date(self, sentence: Sentence) -> None:
        """Give the links of one thing that a sentence states the period that it names."""
        here = [n for n in self._within(sentence) if self._statements[n].predicate in _DATED]
        if not here or len({self._statements[n].subject for n in here}) > 1:
            return
        period = period_in(sentence.dated)
        if not period.until and ROLE_OVER.search(sentence.text):
            period = replace(period, until=only_date(sentence.dated) or OPEN, since="")
        for n in here:
            role = self._statements[n].predicate == "HAS_ROLE"
            if period and (role or not ROLE_OVER.search(sentence.text)):
                self._statements[n] = replace(self._statements[n], valid_from=period.since, valid_to=period.until)

    def turn(self, turn: Turn, told: dict[str, int], sentence: Sentence) -> None:
        """Put what happened into the reading."""
        at = only_date(sentence.dated)
        a, b = told.get("a"), told.get("b")
        if a is None or (b is None and turn is not Turn.CLOSED) or a == b:
            return
        if turn is Turn.CLOSED:
            self._close(a, at, sentence)
        elif b is not None:
            self._between(turn, (a, b, told.get("c")), at, sentence)

    def _between(self, turn: Turn, who: tuple[int, int, int | None], at: str, sentence: Sentence) -> None:
        a, b, c = who
        over, begun = Period(until=at or OPEN), Period(since=at)
        if turn is Turn.RENAMED:
            self._rename(a, b, at, sentence)
        elif turn in (Turn.MERGED, Turn.SUCCEEDED):
            for old in (a, c) if c is not None else (a,):
                self._state((b, "SUCCEEDS", old), begun, sentence)
                if turn is Turn.MERGED:
                    self._state((old, "PART_OF", b), begun, sentence)
        elif turn is Turn.MOVED:
            self._state((a, "BASED_IN", b), begun, sentence)
            if c is not None:
                self._state((a, "BASED_IN", c), over, sentence)
        else:
            self._state((a, "MEMBER_OF", b), over if turn is Turn.LEFT else begun, sentence)

    def _rename(self, old: int, new: int, at: str, sentence: Sentence) -> None:
        was, now = self._things[old], self._things[new]
        if was.kind not in ORGANISATION_KINDS or now.kind not in ORGANISATION_KINDS:
            return
        # "Voorheen" is about the name: what else the sentence says is not over.
        for n in self._within(sentence):
            known = self._statements[n]
            if known.valid_to == OPEN:
                self._statements[n] = replace(known, valid_to="")
        name = Property("alias", was.name, sentence.quote, _SURE, why="was called", valid_to=at or OPEN)
        others = tuple(one for one in now.states_alias if one.value != was.name)
        self._things[new] = replace(now, states_alias=(*others, name), confidence=max(now.confidence, was.confidence))

    def _close(self, who: int, at: str, sentence: Sentence) -> None:
        thing = self._things[who]
        if thing.kind in ORGANISATION_KINDS and at:
            closed = Property("closed", at, sentence.quote, _SURE, why="has stopped")
            self._things[who] = replace(thing, properties=(*thing.properties, closed))

    def _state(self, slot: Slot, period: Period, sentence: Sentence) -> None:
        """A link with its period: on what was found of it in this sentence, else anew."""
        subject, predicate, object = slot
        kinds = self._things[subject].kind, self._things[object].kind
        if subject == object or not LINK_KINDS[predicate].allows(*kinds):
            return
        for n in list(self._found(slot, sentence)):
            known = self._statements[n]
            self._statements[n] = replace(
                known, valid_from=period.since, valid_to=period.until, confidence=max(known.confidence, _SURE)
            )
            return
        insort(self._starts, (sentence.quote.start, len(self._statements)))
        self._statements.append(
            Statement(
                subject, predicate, object, sentence.quote, _SURE, valid_from=period.since, valid_to=period.until,
                why="words of change",
            )
        )  # fmt: skip

    def _found(self, slot: Slot, sentence: Sentence) -> Iterator[int]:
        for n in self._within(sentence):
            known = self._statements[n]
            if (known.subject, known.predicate, known.object) == slot:
                yield n

    def _within(self, sentence: Sentence) -> list[int]:
        """The statements whose quote lies within a sentence, in order."""
        quote, starts = sentence.quote, self._starts
        near = starts[bisect_left(starts, (quote.start, -1)) : bisect_right(starts, (quote.end, -1))]
        return sorted(n for _, n in near if self._statements[n].quote.end <= quote.end)
