"""What one word of a name says, by where in the name it stands: worked out once, for words come back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from sys import intern

from ingest.extract.model import together
from ingest.extract.persons import person_form
from ingest.extract.remembering import Remembered
from ingest.extract.words import LABELS, classes_of, is_ordinary, shape

_PARTS = frozenset(
    (
        "zorg groep huis huys hoes centrum raad belangen werk kerk hof dorp dorpen fonds universiteit bank "
        "stichting vereniging coöperatie netwerk initiatief platform instituut college school bond wonen "
        "welzijn thuis samen zorgt verbindt dag avond bijeenkomst krant brief heem stede land ring kamer "
        "plein straat weg laan wijk theater hotel beweging gemeente provincie ministerie raden leden mensen "
        "lijn buurt vitaal sociaal"
    ).split()
)
_SIZES = sorted({len(part) for part in _PARTS})
_STREET = re.compile(r"(?:straat|laan|plein|steeg|gracht|kade|dreef|singel|pad|dijk|weg|markt|wal)$")
# Of each word it holds a score of pieces of evidence, most of which are shared.
_MOST = 32_768


@dataclass(slots=True)
class NameWord:
    """A word of a name: its forms, and its evidence as the first, a middle, the last or the only one.

    ``person`` is the form of a person's name that it has alone; ``heads``: it may head something.
    """

    low: str
    shape: str
    person: str
    ordinary: bool
    street: bool
    heads: bool
    first: tuple[str, ...]
    middle: tuple[str, ...]
    last: tuple[str, ...]
    alone: tuple[str, ...]


def _name_word(word: str) -> NameWord:
    low = word.lower()
    labels, every = classes_of(low), _anywhere(word, low)
    first, middle, last = [
        (*every, *[intern(f"{at}={label}") for label in labels]) for at in ("first", "middle", "last")
    ]
    first = (*first, *_itself(f"first={low}", low, f"begin4={low[:4]}"))
    ending = _itself(f"last={low}", low, f"end3={low[-3:]}", f"end4={low[-4:]}")
    street = word[0].isupper() and _STREET.search(low) is not None
    return NameWord(
        low, shape(word), person_form((word,)), is_ordinary(low), street, bool(labels),
        first, middle, (*last, *ending), (*first, *ending),
    )  # fmt: skip


NAME_WORDS = Remembered(_name_word, _MOST)


def _anywhere(word: str, low: str) -> list[str]:
    """What a word says wherever in a name it stands: its form, what it may head, how it begins and ends."""
    found = [f"word={low}"]
    if any(map(str.isdigit, word)):
        found.append("digit")
    if "&" in word or "/" in word:
        found.append("ampersand")
    if shape(word) == "xX":
        found.append("mixed")
    found += [f"has={label}" for label in classes_of(low)]
    if "zorg" in low:
        found.append("contains=zorg")
    ends = _PARTS.intersection(low[-size:] for size in _SIZES)
    found += [f"ends={part}" for part in ends]
    found += [f"starts={part}" for part in _PARTS.intersection(low[:size] for size in _SIZES) - ends]
    return list(map(intern, found))


def _itself(named: str, low: str, *spelt: str) -> tuple[str, ...]:
    """What a word tells by itself, as one; "event" names what other words head, and tells the same as they do."""
    return tuple(map(intern, (named, *spelt) if low in LABELS else (together(named, *spelt),)))
