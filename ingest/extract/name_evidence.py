"""Evidence in the words of a candidate: their form, endings, heads, and the lists that know them."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from ingest.extract.candidates import Candidate
from ingest.extract.lexicon import lexicon
from ingest.extract.lexicon.folding import folded
from ingest.extract.model import together
from ingest.extract.persons import looks_personal, person_form
from ingest.extract.places import is_place
from ingest.extract.words import (
    COUNTRIES,
    LABELS,
    OPENERS,
    TAILS,
    classes_of,
    is_capital,
    is_ordinary,
    shape,
    suffix_classes,
)  # fmt: skip

_PARTS = frozenset(
    (
        "zorg groep huis huys hoes centrum raad belangen werk kerk hof dorp dorpen fonds universiteit bank "
        "stichting vereniging coöperatie netwerk initiatief platform instituut college school bond wonen "
        "welzijn thuis samen zorgt verbindt dag avond bijeenkomst krant brief heem stede land ring kamer "
        "plein straat weg laan wijk theater hotel beweging gemeente provincie ministerie raden leden mensen "
        "lijn buurt vitaal sociaal"
    ).split()
)
_JOINTS = frozenset(("en", "in", "van", "&", "voor", "te", "uit"))
_SIZES = sorted({len(part) for part in _PARTS})
_STREET = re.compile(r"(?:straat|laan|plein|steeg|gracht|kade|dreef|singel|pad|dijk|weg|markt|wal)$")
_DEMONYM = re.compile(r"(?:ers|aren|ezen|s)$")


class Words(NamedTuple):
    """What the words of a name say by themselves; the other fields are what counts together with the neighbours.

    ``size``, ``ordinary``, ``person`` and ``known`` are "" or the value of the feature of that name; ``shape`` is the
    whole feature; ``personal``: they have the form of a full name with a known first name.
    """

    features: AbstractSet[str]
    size: str
    shape: str
    ordinary: str
    person: str
    known: str
    personal: bool


def add_name_evidence(candidate: Candidate) -> Words:
    """Adds what the words themselves say, whatever stands around them."""
    forms = candidate.forms
    words = words_of(candidate.surface, not forms.isdisjoint(("cap", "head")))
    candidate.features = {*words.features, *_of_forms(frozenset(forms)), *candidate.features}
    return words


@lru_cache(maxsize=1_024)
def _of_forms(forms: frozenset[str]) -> tuple[str, ...]:
    told = sorted(forms)
    return (together("forms=" + "+".join(told), *(f"form={form}" for form in told)),)


# Names come back from page to page of a site; a few thousand of them are some ten megabytes.
@lru_cache(maxsize=4_096)
def words_of(surface: str, named: bool) -> Words:
    """The evidence in the words of a name; ``named``: it is written with capitals, or a noun heads it."""
    words = tuple(surface.split())
    lows = [word.lower() for word in words]
    key = folded(surface)
    size, kind = str(min(len(words), 8)), "shape=" + " ".join(map(shape, words[:5]))
    found = {together(f"size={size}", kind), *_word_evidence(words[0], "first"), *_last_evidence(lows[-1])}
    if len(words) > 1:
        found.update(_word_evidence(words[-1], "last"), *[_word_evidence(word, "middle") for word in words[1:-1]])
    person = _form_evidence(found, surface, words)
    known = _list_evidence(found, surface, key, words, lows)
    ordinary = _word_mix(found, surface, words, lows) if named else ""
    return Words(found, size, kind, ordinary, person, known, f"personal={person}" in found)


@lru_cache(maxsize=65_536)
def _word_evidence(word: str, position: str) -> tuple[str, ...]:
    """The evidence of one word of a name at its position: its form, what it may head, how it begins and ends."""
    low = word.lower()
    found = [f"word={low}"]
    if position == "first":
        found += _itself(f"first={low}", low, f"begin4={low[:4]}")
    if any(map(str.isdigit, word)):
        found.append("digit")
    if "&" in word or "/" in word:
        found.append("ampersand")
    if shape(word) == "xX":
        found.append("mixed")
    for label in classes_of(low):
        found += [f"has={label}", f"{position}={label}"]
    if "zorg" in low:
        found.append("contains=zorg")
    ends = _PARTS.intersection(low[-size:] for size in _SIZES)
    found += [f"ends={part}" for part in ends]
    found += [f"starts={part}" for part in _PARTS.intersection(low[:size] for size in _SIZES) - ends]
    return tuple(map(intern, found))


@lru_cache(maxsize=65_536)
def _last_evidence(low: str) -> tuple[str, ...]:
    return _itself(f"last={low}", low, f"end3={low[-3:]}", f"end4={low[-4:]}")


def _itself(named: str, low: str, *spelt: str) -> tuple[str, ...]:
    """What a word tells by itself, as one; "event" names what other words head, and tells the same as they do."""
    return tuple(map(intern, (named, *spelt) if low in LABELS else (together(named, *spelt),)))


@lru_cache(maxsize=65_536)
def _is_street(word: str) -> bool:
    return word[0].isupper() and _STREET.search(word.lower()) is not None


def _form_evidence(found: set[str], surface: str, words: tuple[str, ...]) -> str:
    """Adds what the form of the words says, and gives the form of a person's name that they have."""
    if len(words) == 1 and surface.isupper():
        found.add(f"capitals={min(len(surface), 6)}")
    form = person_form(words)
    if form:
        found.add(f"person={form}")
        if form[0] == "F" and looks_personal(words) and not is_place(folded(words[0])):
            found.add(f"personal={form}")
    if len(words) > 2 and words[0][:1].isupper():
        rest = person_form(words[1:])
        if rest[:1] == "F" and rest[-1:] in ("S", "s"):
            found.add("rest=person")
    if len(words) <= 3 and any(map(_is_street, words)):
        found.add("street+number" if words[-1][0].isdigit() else "street")
    return form


def _list_evidence(found: set[str], surface: str, key: str, words: tuple[str, ...], lows: list[str]) -> str:
    """Adds what the lists know of the name as a whole, and gives the kind of organisation that it is known as."""
    lex = lexicon()
    _place_evidence(found, key, words, lows)
    known, told = lex.organisations.get(key), ""
    if known is not None:
        suffix = ":ordinary" if known.ordinary else ""
        told = known.kind + suffix
        found.update((f"known={told}", f"known:sort={known.sort}{suffix}"))
        if len(key) <= 3:
            found.add("known:short")
    if key in COUNTRIES:
        found.add("country")
    if surface in lex.abbreviations:
        found.add(f"abbreviation={lex.abbreviations[surface][1]}")
    if len(words) == 1:
        found.update(f"suffix={label}" for label in suffix_classes(key))
    return told


def _place_evidence(found: set[str], key: str, words: tuple[str, ...], lows: list[str]) -> None:
    if is_place(key):
        found.add("place")
        sort = lexicon().places.get(key)
        if sort is not None:
            found.add(f"place:sort={sort.split(' (')[0]}")
        if lows[0] in ("gemeente", "provincie"):
            found.add("place:headed")
        return
    if len(words) > 1 and lows[0] in ("gemeente", "provincie", "stadsdeel") and is_place(folded(" ".join(words[1:]))):
        found.add("authority:known")
    if len(words) == 1 and _DEMONYM.search(key) and is_place(_DEMONYM.sub("", key)):
        found.add("demonym")


def _word_mix(found: set[str], surface: str, words: tuple[str, ...], lows: list[str]) -> str:
    """Adds how ordinary the words are, and gives that."""
    lex, told = lexicon(), ""
    ordinary = list(map(is_ordinary, lows))
    if len(words) == 1:
        told = f"{ordinary[0]:d}"
        if lows[0] in OPENERS:
            found.add("opener")
    else:
        told = "all" if all(ordinary) else "some" if any(ordinary) else "none"
        if lows[0] in OPENERS:
            found.add("opener:first")
        if is_place(folded(" ".join(words[1:]))):
            found.add("rest=place")
        if is_place(lows[-1]):
            found.add("last:place")
        _joins(found, words, lows)
    found.add(f"ordinary={told}")
    sort = lex.capitalised.get(surface.lower())
    if sort is not None:
        found.add(f"noname={sort}")
    if len(words) > 1 and lows[0] in lex.capitalised:
        found.add(f"noname:first={lex.capitalised[lows[0]]}")
    if lows[-1] in TAILS and not is_capital(words[-1]):
        found.update(("tail", f"tail={lows[-1]}"))
    return told


def _joins(found: set[str], words: tuple[str, ...], lows: list[str]) -> None:
    for q, low in enumerate(lows[1:-1], start=1):
        if low not in _JOINTS:
            continue
        found.add(f"joined={low}")
        left, right = folded(" ".join(words[:q])), folded(" ".join(words[q + 1 :]))
        if is_place(right):
            found.add(f"joined={low}:place")
        if low == "en" and is_place(left) and is_place(right):
            found.add("joined:places")
        if low == "en" and looks_personal(tuple(words[:q])):
            found.add("joined:person")
        known = lexicon().organisations
        if left in known and right in known and low in ("en", "&"):
            found.add("joined:known")
