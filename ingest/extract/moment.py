"""When something is: the pieces of a page that speak of it, and the date and time that they give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_model.values import value
from ingest.extract.dates import Bound, Calendar, find_dates
from ingest.extract.times import TimeRole, event_times, find_times
from ingest.extract.tokens import Line
from ingest.extract.words import is_posted

# Characters of a date that gives the day.
EXACT = 10
# "stond op 14 mei en wordt 22 mei", "niet op 14 maar op 22 mei": the day that it was to be.
_WAS = re.compile(
    r"\b(?:stond|stonden|gepland(?: stond| was)?|oorspronkelijk|aanvankelijk|in plaats van|niet)(?: (?:op|voor))? "
    r"(?:[a-z]+dag )?$",
    re.IGNORECASE,
)
_NEAR = 40


@value(frozen=True, slots=True)
class Told:
    """A value with the stored span that gives it, and whether the page states it or it was inferred."""

    value: str
    start: int
    end: int
    stated: bool = True


@dataclass(slots=True)
class Moment:
    """Start and end of a gathering as far as they are told: dates in EDTF, times as HH:MM.

    ``denied`` is what the page's data say where its text says otherwise.
    """

    date: Told | None = None
    until: Told | None = None
    begins: Told | None = None
    ends: Told | None = None
    denied: Moment | None = None


@dataclass(slots=True)
class Passage:
    """A piece of a line: characters ``a``–``z`` of its block's text."""

    line: Line
    a: int
    z: int

    @property
    def text(self) -> str:
        return self.line.block.text[self.a : self.z]

    @property
    def posted(self) -> bool:
        """Whether it tells when the page was made."""
        return self.line.posted and is_posted(self.text.lower())

    def span(self, i: int, j: int) -> tuple[int, int]:
        """The stored span of characters ``i``–``j`` of the passage."""
        return self.line.block.span(self.a + i, self.a + j)


Passages = tuple[list[Passage], list[Passage]]


def whole(line: Line) -> Passage:
    return Passage(line, 0, len(line.block.text))


def sentences_of(line: Line) -> list[Passage]:
    return [Passage(line, line.begins[a], line.ends[z - 1]) for a, z in line.sentences]


def date_from(passage: Passage, calendar: Calendar, moment: Moment) -> None:
    text = passage.text
    mentions = find_dates(text)
    for n, mention in enumerate(mentions):
        if mention.bound is not Bound.AT or mention.rhythm:
            continue
        if n + 1 < len(mentions) and _WAS.search(text[max(0, mention.start - _NEAR) : mention.start]):
            continue
        meant = calendar.resolve_in(mention, text)
        if not meant.start or (moment.date is not None and len(meant.start) <= len(moment.date.value)):
            continue
        a, z = passage.span(mention.start, mention.end)
        moment.date = Told(meant.start, a, z, meant.stated)
        if meant.end and meant.end != meant.start:
            moment.until = Told(meant.end, a, z, meant.stated)
        if len(meant.start) == EXACT:
            return


def time_from(passage: Passage, moment: Moment) -> None:
    times = find_times(passage.text)
    begins, ends = event_times(times)
    if not begins and not ends:
        return
    used = [t for t in times if t.role not in (TimeRole.OPENING_HOURS, TimeRole.POSTED)]
    a, _ = passage.span(used[0].start, used[0].end)
    _, z = passage.span(used[-1].start, used[-1].end)
    if begins:
        moment.begins = Told(begins, a, z)
    if ends:
        moment.ends = Told(ends, a, z)
