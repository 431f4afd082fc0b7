"""The Dutch words that dates are made of, and the pieces of pattern that read them.

Everything here reads lower-case text (:func:`lowered`), so no pattern needs to ignore case: that is what makes the
search for dates quick.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph_model.dates import MONTH_NAMES

MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, start=1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name not in ("maart", "mei")}
SHORT_MONTHS |= {"mrt": 3, "mar": 3, "febr": 2, "sept": 9, "oct": 10}

WEEKDAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEKDAYS = {name[:2]: number for number, name in enumerate(WEEKDAY_NAMES)}

SEASONS = {"voorjaar": 21, "lente": 21, "zomer": 22, "najaar": 23, "herfst": 23, "winter": 24}

RELATIVE_DAYS = {
    "eergisteren": -2, "gisteren": -1, "gister": -1, "vandaag": 0, "vanavond": 0, "vanmiddag": 0, "vanochtend": 0,
    "vanmorgen": 0, "vannacht": 0, "morgen": 1, "overmorgen": 2,
}  # fmt: skip

# Whether a word points ahead of the day of writing (1), back (-1), or at the current week, season or year (0).
DIRECTIONS = {
    "komende": 1, "komend": 1, "aanstaande": 1, "aankomende": 1, "eerstkomende": 1, "eerstvolgende": 1, "volgende": 1,
    "volgend": 1, "afgelopen": -1, "vorige": -1, "vorig": -1, "verleden": -1, "jongstleden": -1, "deze": 0, "dit": 0,
}  # fmt: skip

PORTIONS = {
    "begin": "begin", "vroeg": "begin", "half": "middle", "medio": "middle", "midden": "middle",
    "eind": "end", "einde": "end",
}  # fmt: skip


def _number_words() -> dict[str, int]:
    units = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
             "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")  # fmt: skip
    words = {word: number for number, word in enumerate(units, start=1)} | {"twintig": 20, "dertig": 30}
    for number, word in enumerate(units[:9], start=1):
        joint = "ën" if word.endswith("e") else "en"
        words[f"{word}{joint}twintig"] = 20 + number
    words["eenendertig"] = words["éénendertig"] = 31
    words["éénentwintig"] = 21
    return words


NUMBER_WORDS = _number_words()


def _ordinals() -> dict[str, int]:
    irregular = {1: "eerste", 3: "derde", 8: "achtste"}
    ordinals = {}
    for word, number in NUMBER_WORDS.items():
        ending = "ste" if number >= 20 else "de"
        ordinals[irregular.get(number, word + ending)] = number
    return ordinals


ORDINALS = _ordinals()
# "Een" is an article far more frequently than a number, so only its accented form counts as a day.
DAY_WORDS = {word: number for word, number in (NUMBER_WORDS | ORDINALS).items() if word != "een"} | {"één": 1}

# What is counted, after a number that looks like a year ("van 2000 leden").
COUNTED = frozenset(
    ("adressen", "bewoners", "bezoekers", "cliënten", "deelnemers", "euro", "gezinnen", "huishoudens", "huizen",
     "inwoners", "keer", "kilo", "kilometer", "km", "leden", "m2", "medewerkers", "mensen", "meter", "ouderen",
     "patiënten", "personen", "stuks", "uur", "vrijwilligers", "woningen", "zielen")
)  # fmt: skip

# What comes before a number that counts things rather than days ("nummer 2 februari 2019").
NUMBERED = frozenset(
    ("art", "artikel", "blz", "deel", "editie", "hoofdstuk", "jaargang", "kamer", "lokaal", "no", "nr", "nummer",
     "pag", "pagina", "zaal")
)  # fmt: skip


def either(words: Iterable[str]) -> str:
    """A pattern for the longest of these words that stands there: a tree of letters, so that few are tried."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    optional = "?" if tails.pop("", None) else ""
    branches = [re.escape(letter) + (either(rest) if any(rest) else "") for letter, rest in tails.items()]
    return f"(?:{'|'.join(branches)}){optional}"


_PART_OF_DAY = "(?:s|avond|middag|ochtend|morgen|nacht)?"
FULL_WEEKDAY = either(WEEKDAY_NAMES) + _PART_OF_DAY
WEEKDAY = rf"(?:{FULL_WEEKDAY}|{either(WEEKDAYS)}\b)"
MONTH = rf"(?:{either(MONTHS)}|{either(SHORT_MONTHS)}\b\.?)(?![^\W_])"


def month_number(word: str) -> int:
    """1–12 of a month's name, written out or short."""
    word = word.rstrip(".")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 of a weekday, written out or short, with or without a part of the day."""
    return WEEKDAYS[word[:2]]


def lowered(text: str) -> str:
    """The text in lower case, with every character still in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
