"""Evidence in the words of a candidate: their form, endings, heads, and the lists that know them."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from ingest.extract.candidates import Candidate
from ingest.extract.lexicon import lexicon
from ingest.extract.lexicon.folding import folded
from ingest.extract.model import together
from ingest.extract.name_words import NAME_WORDS, NameWord
from ingest.extract.persons import form_of, looks_personal
from ingest.extract.places import is_place
from ingest.extract.remembering import Remembered
from ingest.extract.words import COUNTRIES, OPENERS, TAILS, is_capital, suffix_classes

_JOINTS = frozenset(("en", "in", "van", "&", "voor", "te", "uit"))
_DEMONYM = re.compile(r"(?:ers|aren|ezen|s)$")
_DEMONYMS = ("s", "aren", "ezen")
_HEADS, _STREET = attrgetter("heads"), attrgetter("street")


class Words(NamedTuple):
    """What the words of a name say by themselves; the other fields are what counts together with the neighbours.

    It is remembered, so ``features`` are not to be changed. ``size``, ``ordinary``, ``person`` and ``known`` are "" or
    the value of the feature of that name; ``shape`` is the whole feature; ``personal``: they have the form of a full
    name with a known first name. ``joined`` holds what counts together, by the state of a candidate, once asked for.
    """

    features: set[str]
    size: str
    shape: str
    ordinary: str
    person: str
    known: str
    personal: bool
    joined: dict[tuple[str, bool], tuple[str, str]]


def add_name_evidence(candidate: Candidate) -> Words:
    """Adds what the words themselves say, whatever stands around them."""
    forms = candidate.forms
    words = words_of(candidate.surface, not forms.isdisjoint(("cap", "head")))
    candidate.features = found = words.features | candidate.features
    found.add(_OF_FORMS[forms])
    return words


def _of_forms(forms: frozenset[str]) -> str:
    told = sorted(forms)
    return together("forms=" + "+".join(told), *(f"form={form}" for form in told))


_OF_FORMS = Remembered(_of_forms)


def words_of(surface: str, named: bool) -> Words:
    """The evidence in the words of a name; ``named``: it is written with capitals, or a noun heads it."""
    return _of_name(surface, named) if " " in surface else _of_word(surface, named)


# Words come back from page to page, names from page to page of a site; a few thousand are some ten megabytes.
@lru_cache(maxsize=8_192)
def _of_word(surface: str, named: bool) -> Words:
    return _of_words(surface, surface.split(), named)


@lru_cache(maxsize=4_096)
def _of_name(surface: str, named: bool) -> Words:
    return _of_words(surface, surface.split(), named)


def _of_words(surface: str, words: list[str], named: bool) -> Words:
    told = list(map(NAME_WORDS.__getitem__, words))
    key, size = folded(surface), str(min(len(words), 8))
    kind = "shape=" + " ".join([word.shape for word in told[:5]])
    if len(told) == 1:
        found = {together(f"size={size}", kind), *told[0].alone}
    else:
        found = {together(f"size={size}", kind), *told[0].first, *told[-1].last}
        for word in told[1:-1]:
            found.update(word.middle)
    person = _form_evidence(found, surface, words, told)
    known = _list_evidence(found, surface, key, told)
    ordinary = _word_mix(found, surface, words, told) if named else ""
    return Words(found, size, kind, ordinary, person, known, f"personal={person}" in found, {})


def _form_evidence(found: set[str], surface: str, words: list[str], told: list[NameWord]) -> str:
    """Adds what the form of the words says, and gives the form of a person's name that they have."""
    if len(words) == 1:
        form = told[0].person
        if surface.isupper():
            found.add(f"capitals={min(len(surface), 6)}")
    else:
        form = form_of([word.part for word in told])
    if form:
        found.add(f"person={form}")
        if form[0] == "F" and not any(map(_HEADS, told)) and not is_place(folded(words[0])):
            found.add(f"personal={form}")
    if len(words) > 2 and words[0][0].isupper():
        rest = form_of([word.part for word in told[1:]])
        if rest[:1] == "F" and rest[-1:] in ("S", "s"):
            found.add("rest=person")
    if len(words) <= 3 and any(map(_STREET, told)):
        found.add("street+number" if words[-1][0].isdigit() else "street")
    return form


def _list_evidence(found: set[str], surface: str, key: str, words: list[NameWord]) -> str:
    """Adds what the lists know of the name as a whole, and gives the kind of organisation that it is known as."""
    lex = lexicon()
    _place_evidence(found, key, surface, words)
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


def _place_evidence(found: set[str], key: str, surface: str, words: list[NameWord]) -> None:
    if is_place(key):
        found.add("place")
        sort = lexicon().places.get(key)
        if sort is not None:
            found.add(f"place:sort={sort.split(' (')[0]}")
        if words[0].low in ("gemeente", "provincie"):
            found.add("place:headed")
    elif len(words) > 1:
        if words[0].low in ("gemeente", "provincie", "stadsdeel") and is_place(folded(_rest(surface))):
            found.add("authority:known")
    elif key.endswith(_DEMONYMS) and is_place(_DEMONYM.sub("", key)):
        found.add("demonym")


def _rest(surface: str) -> str:
    """All words of a name but the first."""
    return surface.split(maxsplit=1)[1]


def _word_mix(found: set[str], surface: str, words: list[str], told: list[NameWord]) -> str:
    """Adds how ordinary the words are, and gives that."""
    capitalised, first, last = lexicon().capitalised, told[0].low, told[-1].low
    if len(words) == 1:
        mix = "1" if told[0].ordinary else "0"
        if first in OPENERS:
            found.add("opener")
    else:
        ordinary = [word.ordinary for word in told]
        mix = "all" if all(ordinary) else "some" if any(ordinary) else "none"
        if first in OPENERS:
            found.add("opener:first")
        if is_place(folded(_rest(surface))):
            found.add("rest=place")
        if is_place(last):
            found.add("last:place")
        if first in capitalised:
            found.add(f"noname:first={capitalised[first]}")
        if len(words) > 2:
            _joins(found, words, [word.low for word in told])
    found.add(f"ordinary={mix}")
    sort = capitalised.get(surface.lower())
    if sort is not None:
        found.add(f"noname={sort}")
    if last in TAILS and not is_capital(words[-1]):
        found.update(("tail", f"tail={last}"))
    return mix


def _joins(found: set[str], words: list[str], lows: list[str]) -> None:
    for q, low in enumerate(lows[1:-1], start=1):
        if low not in _JOINTS:
            continue
        found.add(f"joined={low}")
        left, right = folded(" ".join(words[:q])), folded(" ".join(words[q + 1 :]))
        if is_place(right):
            found.add(f"joined={low}:place")
        if low == "en" and is_place(left) and is_place(right):
            found.add("joined:places")
        if low == "en" and looks_personal(words[:q]):
            found.add("joined:person")
        known = lexicon().organisations
        if left in known and right in known and low in ("en", "&"):
            found.add("joined:known")
