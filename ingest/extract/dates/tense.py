"""Whether a sentence looks back or ahead, by its verbs."""

from __future__ import annotations

from enum import IntEnum

from ingest.extract.dates.words import either
from ingest.extract.lazily import lazily


class Tense(IntEnum):
    """Where a sentence places what it tells."""

    PAST = -1
    UNKNOWN = 0
    AHEAD = 1


_PAST_WORDS = (
    "afgelopen begon begonnen bespraken bezocht bezochten bleek bleken bracht brachten deed deden deelde deelden "
    "geleden gaf gaven ging gingen had hadden hield hielden hoorde hoorden jongstleden koos kozen kreeg kregen "
    "kwam kwamen leerde leerden liet lieten luisterden maakte maakten mocht mochten moest moesten nam namen "
    "ondertekende ondertekenden ontving ontvingen opende openden organiseerde organiseerden overhandigde "
    "presenteerde presenteerden sloot spraken sprak startte startten stond stonden tekende tekenden terugblik "
    "trok trokken vergaderde vergaderden verrichtte vertelde vertelden verzorgde verzorgden vierde vierden voerde "
    "voerden vond vonden waren was werd werden werkte werkten wilde wilden won wonnen zag zagen zat zaten"
).split()
_AHEAD_WORDS = (
    "aanmelden aanmelding aanstaande begint binnenkort gaan gaat geeft geven houden houdt inschrijven komen "
    "komende komt meedoen nodigen nodigt opent opgeven organiseren organiseert staat start uitgenodigd vertelt "
    "verwacht vindt volgende welkom worden wordt zal zullen"
).split()
_PAST = lazily(rf"\b(?:{either(_PAST_WORDS)}(?![^\W_])|jl\.?(?![^\W_])|vervolg op|verslag van)")
_AHEAD = lazily(rf"\b(?:{either(_AHEAD_WORDS)}(?![^\W_])|is er\b|a\.s\.)")
_SENTENCE_END = lazily(r"[.!?]\s+(?=[^\W\d_a-zà-ÿ])|\n\s*\n")
_WIDEST = 300  # characters to each side that a sentence may reach


def tense_of(sentence: str) -> Tense:
    """Past when more of its verbs look back than ahead, ahead when fewer, else unknown."""
    lower = sentence.lower()
    difference = len(_AHEAD.findall(lower)) - len(_PAST.findall(lower))
    return Tense((difference > 0) - (difference < 0))


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the sentence in which ``text[start:end]`` stands."""
    first = max(0, start - _WIDEST)
    begin = max((m.end() for m in _SENTENCE_END.finditer(text, first, start)), default=first)
    stop = _SENTENCE_END.search(text, end, end + _WIDEST)
    return tense_of(text[begin : stop.start() if stop else end + _WIDEST])
