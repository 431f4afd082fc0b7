"""One clock time where it begins: "10.30 uur", "14u30", "half elf", "kwart over twee", "tien voor half drie"."""

from __future__ import annotations

import re

from graph_model.values import value

_HOURS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
HOUR_WORDS = {word: number for number, word in enumerate(_HOURS, start=1)} | {"één": 1}
_ROUND_HOURS = {
    "enen": 1, "tweeën": 2, "drieën": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8,
    "negenen": 9, "tienen": 10, "elven": 11, "twaalven": 12,
}  # fmt: skip
_MINUTES = {"vijf": 5, "tien": 10, "kwart": 15, "twintig": 20}
_WORD = "(?:" + "|".join(sorted(HOUR_WORDS, key=len, reverse=True)) + ")"
_UNIT = r"[ \t\n\xa0]{0,2}(?:uur|u\.|u(?![^\W_])|h(?![^\W_]))"

DIGITS = re.compile(
    rf"(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d)(?!\d)|u(?P<after>[0-5]\d)(?!\d))?(?P<unit>{_UNIT})?(?![\w%/]|[.,:]\d)"
)
WORDS = re.compile(
    rf"(?:(?P<minute>vijf|tien|kwart|twintig)(?: minuten)? (?P<side>voor|over) )?(?P<half>half )?"
    rf"(?:(?P<hour>{_WORD})|(?P<digit>1?\d)(?=\s?uur))(?![^\W_])(?P<unit>{_UNIT})?"
)
ROUND = re.compile("(?:rond|tegen|omstreeks) (?:de klok van )?(?P<hour>" + "|".join(_ROUND_HOURS) + r")(?![^\W_])")


@value(frozen=True, slots=True)
class Clock:
    """A clock time up to ``end``, in minutes since midnight on a dial.

    ``exact`` is a time written with hours and minutes in digits: it means what it says. ``loose`` is a mere number,
    which only is a time when what stands around makes it one. ``colon`` and ``unit`` tell how it was written.
    """

    minutes: int
    end: int
    exact: bool
    loose: bool
    colon: bool = False
    unit: bool = False


def clock_at(lower: str, at: int) -> Clock | None:
    """The clock time that begins at a place of a lower-case text, or None."""
    match = DIGITS.match(lower, at)
    if match is not None:
        minute = match["minute"] or match["after"]
        minutes = int(match["hour"]) * 60 + int(minute or 0)
        if minutes > 24 * 60:
            return None
        colon = match["minute"] is not None and lower[match.start("minute") - 1] == ":"
        told = match["unit"] is not None or match["after"] is not None
        return Clock(minutes, match.end(), minute is not None, minute is None and not told, colon, told)
    match = ROUND.match(lower, at)
    if match is not None:
        return Clock(_ROUND_HOURS[match["hour"]] * 60, match.end(), False, False, unit=True)
    match = WORDS.match(lower, at)
    return _from_words(match) if match else None


def _from_words(match: re.Match[str]) -> Clock:
    hour = HOUR_WORDS[match["hour"]] if match["hour"] else int(match["digit"])
    minutes = hour % 12 * 60 - (30 if match["half"] else 0)
    if match["minute"]:
        minutes += _MINUTES[match["minute"]] * (1 if match["side"] == "over" else -1)
    told = bool(match["unit"] or match["half"] or match["minute"])
    return Clock(minutes % (12 * 60) or 12 * 60, match.end(), False, not told, unit=told)
