"""Which half of the day a time on the dial is in: "half acht" is in the evening, unless something else is said."""

from __future__ import annotations

import re

from ingest.extract.times.sentences import sentence_before

AFTER = re.compile(
    r"(?: uur)?,? (?:(?:['’‘`´]s |s )(?P<adverb>morgens|ochtends|middags|avonds|nachts)"
    r"|in de (?:vroege |late )?(?P<noun>ochtend|morgen|middag|avond|nacht))"
)
_BEFORE = re.compile(r"ochtend|morgens|vanmorgen|middag|avond|nacht")
_NOON = 12 * 60
_FIRST_IN_THE_MORNING = 8 * 60


def on_the_day(lower: str, at: int, end: int, minutes: int, *, exact: bool, daypart: str = "") -> int:
    """Minutes since midnight of a time on the dial that stands at ``lower[at:end]``.

    The part of the day right after it tells, else the last one named before it in its sentence, else ``daypart``; when
    none is told, a time before eight is in the afternoon or evening. Digits with minutes (``exact``) are as they stand.
    """
    after = AFTER.match(lower, end)
    if minutes >= _NOON and not (minutes < _NOON + 60 and after and "nacht" in after[0]):
        return minutes
    if after is None and exact:
        return minutes
    named = _BEFORE.findall(sentence_before(lower, at)) if after is None else [after["adverb"] or after["noun"]]
    part = named[-1] if named else daypart
    if "avond" in part or ("middag" in part and minutes < 7 * 60):
        return minutes + _NOON
    if part:
        return minutes % _NOON if "nacht" in part else minutes
    return minutes + _NOON if minutes < _FIRST_IN_THE_MORNING else minutes
