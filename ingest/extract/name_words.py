"""What one word of a name says, by where in the name it stands: worked out once, for words come back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ingest.extract.model import together
from ingest.extract.persons import PARTS, Part, form_of
from ingest.extract.remembering import Remembered, beginning
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
_LEAST = min(map(len, _PARTS))
_STREETS = (
    "straat", "laan", "plein", "steeg", "gracht", "kade", "dreef", "singel", "pad", "dijk", "weg", "markt", "wal",
)  # fmt: skip
# Of each word it holds a score of pieces of evidence, most of which are shared.
_MOST = 32_768


def _by_letters(end: slice) -> dict[str, list[str]]:
    """The parts by their first or last letters: most words have none, and these few letters tell."""
    found = defaultdict(list)
    for part in sorted(_PARTS):
        found[part[end]].append(part)
    return dict(found)


_FIRST_LETTERS, _LAST_LETTERS = slice(_LEAST), slice(-_LEAST, None)
_BEGINNING, _ENDING = _by_letters(_FIRST_LETTERS), _by_letters(_LAST_LETTERS)
_HAS, _STARTS, _ENDS = map(beginning, ("has=", "starts=", "ends="))
_AS_FIRST, _AS_MIDDLE, _AS_LAST = map(beginning, ("first=", "middle=", "last="))


@dataclass(slots=True)
class NameWord:
    """A word of a name: its forms, and its evidence as the first, a middle, the last or the only one.

    ``part`` is what it says in a person's name, ``person`` the form of one that it has alone; ``heads``: it may head
    something.
    """

    low: str
    shape: str
    part: Part
    person: str
    ordinary: bool
    street: bool
    heads: bool
    first: tuple[str, ...]
    middle: tuple[str, ...]
    last: tuple[str, ...]
    alone: tuple[str, ...]


def _name_word(word: str) -> NameWord:
    low, form, part = word.lower(), shape(word), PARTS[word]
    labels, every = classes_of(low), _anywhere(word, low, form)
    begin = _itself(f"first={low}", low, f"begin4={low[:4]}")
    end = _itself(f"last={low}", low, f"end3={low[-3:]}", f"end4={low[-4:]}")
    first = (*every, *map(_AS_FIRST.__getitem__, labels), *begin)
    middle = (*every, *map(_AS_MIDDLE.__getitem__, labels))
    last = (*every, *map(_AS_LAST.__getitem__, labels), *end)
    return NameWord(
        low, form, part, form_of([part]), is_ordinary(low), word[0].isupper() and low.endswith(_STREETS), bool(labels),
        first, middle, last, (*first, *end),
    )  # fmt: skip


NAME_WORDS = Remembered(_name_word, _MOST)


def _anywhere(word: str, low: str, form: str) -> list[str]:
    """What a word says wherever in a name it stands: its form, what it may head, how it begins and ends."""
    found = [f"word={low}"]
    if not word.isalpha():
        if any(map(str.isdigit, word)):
            found.append("digit")
        if "&" in word or "/" in word:
            found.append("ampersand")
    if form == "xX":
        found.append("mixed")
    found += map(_HAS.__getitem__, classes_of(low))
    if "zorg" in low:
        found.append("contains=zorg")
    ends = [part for part in _ENDING.get(low[_LAST_LETTERS], ()) if low.endswith(part)]
    starts = [part for part in _BEGINNING.get(low[_FIRST_LETTERS], ()) if low.startswith(part) and part not in ends]
    return [*found, *map(_ENDS.__getitem__, ends), *map(_STARTS.__getitem__, starts)]


def _itself(named: str, low: str, *spelt: str) -> tuple[str, ...]:
    """What a word tells by itself, as one; "event" names what other words head, and tells the same as they do."""
    return (named, *spelt) if low in LABELS else (together(named, *spelt),)
