"""The years that sentences of change leave out: "op 1 maart sloot X zich aan bij Y" on a page of June 2024."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from graph_model.dates import in_words
from ingest.extract.dates import Calendar, DateMention, Tense, find_dates, tense_of
from ingest.extract.in_time.sentences import Sentence, Span

# Of what was: the words of change that look back, where other verbs of a sentence do not tell.
_OVER = re.compile(
    r"\b(?:heette|verliet|verlieten|verlaten|stapten?|gestapt|deed|sloot|sloten|trad|traden|toegetreden|vertrok|vertrokken|"
    r"verhuisden?|verhuisd|gestopt|stopten?|opgeheven|ontbonden|ging|gingen|fuseerden?|gefuseerd|samengegaan|opgegaan|"
    r"ontstond|ontstaan|aangesloten|geworden|nam|namen|was|waren|werd|werden)\b"
)


class Years:
    """What the page says of years, looked up when a sentence leaves one out."""

    def __init__(self, calendar: Callable[[], Calendar]) -> None:
        self._find = calendar

    @cached_property
    def _calendar(self) -> Calendar:
        return self._find()

    def put_in(self, sentence: Sentence) -> Sentence:
        """The sentence with the years that it leaves out; the same when it leaves out none."""
        years = tuple(self._within(sentence))
        return replace(sentence, years=years) if years else sentence

    def _within(self, sentence: Sentence) -> Iterator[Span]:
        """Where the sentence gives a date without its year, and that date in words with it."""
        for mention in find_dates(sentence.text):
            if _lacks_year(mention) and not any(_overlap(mention, one.start, one.end) for one in sentence.named):
                meant = self._calendar.resolve(mention, _tense_of(sentence.text)).start
                if meant:
                    yield Span(mention.start, mention.end, in_words(meant))


def _lacks_year(mention: DateMention) -> bool:
    """Whether it is one day, month or season, of a year that the text does not give."""
    first = mention.first
    if mention.rhythm or mention.has_year or mention.last is not None:
        return False
    return first.month is not None or first.season is not None


def _overlap(mention: DateMention, start: int, end: int) -> bool:
    return mention.start < end and start < mention.end


def _tense_of(sentence: str) -> Tense:
    return Tense.PAST if _OVER.search(sentence) else tense_of(sentence)
