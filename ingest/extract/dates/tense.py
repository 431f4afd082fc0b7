"""Whether a sentence looks back or ahead, by its verbs."""

from __future__ import annotations

import re
from enum import IntEnum


class Tense(IntEnum):
    """Where a sentence places what it tells."""

    PAST = -1
    UNKNOWN = 0
    AHEAD = 1


_PAST = re.compile(
    r"\b(?:was|waren|werd|werden|kwam|kwamen|ging|gingen|vond|vonden|stond|stonden|had|hadden|deed|deden|zat|zaten|"
    r"kreeg|kregen|sprak|spraken|gaf|gaven|liet|lieten|bracht|brachten|nam|namen|bleek|bleken|begon|begonnen|sloot|"
    r"opende|openden|organiseerde|organiseerden|vertelde|vertelden|vierde|vierden|presenteerde|presenteerden|hield|"
    r"hielden|tekende|tekenden|ondertekende|ondertekenden|verrichtte|startte|startten|bezocht|bezochten|zagen|zag|"
    r"ontving|ontvingen|afgelopen|geleden|jl\.?|jongstleden|terugblik)\b"
)
_AHEAD = re.compile(
    r"\b(?:wordt|worden|zal|zullen|gaat|gaan|komt|komen|organiseert|organiseren|houdt|houden|vindt|opent|start|begint|"
    r"nodigt|nodigen|uitgenodigd|welkom|aanmelden|opgeven|aanmelding|inschrijven|meedoen|komende|aanstaande|binnenkort|"
    r"volgende|verwacht|geeft|geven|vertelt|staat|is er|a\.s\.)(?![^\W_])"
)


def tense_of(sentence: str) -> Tense:
    """Past when more of its verbs look back than ahead, ahead when fewer, else unknown."""
    lower = sentence.lower()
    difference = len(_AHEAD.findall(lower)) - len(_PAST.findall(lower))
    return Tense((difference > 0) - (difference < 0))
