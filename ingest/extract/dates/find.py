"""The search for dates: one pass over the places where a date can begin."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from ingest.extract.dates import patterns
from ingest.extract.dates.digits import from_digits
from ingest.extract.dates.mentions import DateMention
from ingest.extract.dates.named import (
    from_day_word,
    from_month,
    from_relative_day,
    from_rhythm,
    from_season,
    from_turn,
    from_weekday,
)
from ingest.extract.dates.series import joined
from ingest.extract.dates.source import Source
from ingest.extract.dates.words import lowered

# "Bijeenkomst 1 - 6 maart" is no six days in March.
_COUNTED = re.compile(r"\b(?:bijeenkomst|sessie|deel|dag|avond|les|module|ronde|stap|keer|editie|nr\.?|nummer) $")
_COUNT = re.compile(r"\d{1,2} [-–:|] (?=\d)")

_Reader = Callable[[Source, int], list[DateMention]]

# Per kind of word or digits that a date can begin with, the readers to try, in order.
_READERS: dict[str, tuple[_Reader, ...]] = {
    "number": (from_digits, from_rhythm),
    "month": (from_month,),
    "weekday": (from_weekday,),
    "season": (from_season,),
    "word": (from_day_word, from_rhythm),
    "day": (from_relative_day,),
    "turn": (from_turn,),
    "rhythm": (from_rhythm,),
}


@lru_cache(maxsize=1_024)
def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date that the text names, in order, with spans in it.

    Of a list ("1, 5 en 13 juni") each day is a mention of its own, with the month and year of the whole; a range is
    one mention with ``last``. Years that the text leaves out stay None: see ``Calendar``.
    """
    source = Source(text, lowered(text))
    found: list[DateMention] = []
    position = 0
    for start in patterns.START.finditer(source.lower):
        if start.start() < position or _is_count(source.lower, start.start()):
            continue
        mentions = _read(source, patterns.STARTS.get(start[0], "number"), start.start())
        if mentions:
            found += mentions
            position = mentions[-1].end
    return joined(source.lower, found)


def _is_count(text: str, at: int) -> bool:
    """Whether a number tells which of several something is, with its day behind a dash."""
    return _COUNT.match(text, at) is not None and _COUNTED.search(text[max(0, at - 14) : at]) is not None


def _read(source: Source, kind: str, at: int) -> list[DateMention]:
    for reader in _READERS[kind]:
        if mentions := reader(source, at):
            return mentions
    return []
