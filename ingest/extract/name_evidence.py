"""Evidence in the words of a candidate: their form, endings, heads, and the lists that know them."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.extract.candidates import Candidate
from ingest.extract.lexicon import lexicon
from ingest.extract.lexicon.folding import folded
from ingest.extract.persons import looks_personal, person_form
from ingest.extract.places import is_place
from ingest.extract.words import (
    COUNTRIES,
    OPENERS,
    TAILS,
    classes_of,
    is_capital,
    is_ordinary,
    shape,
    suffix_classes,
)  # fmt: skip

_PARTS = tuple(
    (
        "zorg groep huis huys hoes centrum raad belangen werk kerk hof dorp dorpen fonds universiteit bank "
        "stichting vereniging coöperatie netwerk initiatief platform instituut college school bond wonen "
        "welzijn thuis samen zorgt verbindt dag avond bijeenkomst krant brief heem stede land ring kamer "
        "plein straat weg laan wijk theater hotel beweging gemeente provincie ministerie raden leden mensen "
        "lijn buurt vitaal sociaal"
    ).split()
)
_STREET = re.compile(r"(?:straat|laan|plein|steeg|gracht|kade|dreef|singel|pad|dijk|weg|markt|wal)$")
_DEMONYM = re.compile(r"(?:ers|aren|ezen|s)$")


def add_name_evidence(candidate: Candidate) -> None:
    """Adds what the words themselves say, whatever stands around them."""
    words = tuple(candidate.words)
    lows = [word.lower() for word in words]
    add = candidate.features.add
    for form in candidate.forms:
        add(f"form={form}")
    add("forms=" + "+".join(sorted(candidate.forms)))
    add(f"size={min(len(words), 8)}")
    add(f"first={lows[0]}")
    add(f"last={lows[-1]}")
    add("shape=" + " ".join(shape(word) for word in words[:5]))
    add(f"end3={lows[-1][-3:]}")
    add(f"end4={lows[-1][-4:]}")
    add(f"begin4={lows[0][:4]}")
    for position, low in enumerate(lows):
        where = "first" if position == 0 else "last" if position == len(lows) - 1 else "middle"
        candidate.features.update(_word_evidence(low, where))
    _form_evidence(candidate, words)
    _list_evidence(candidate, words, lows)
    if "cap" in candidate.forms or "head" in candidate.forms:
        _word_mix(candidate, words, lows)


@lru_cache(maxsize=65_536)
def _word_evidence(low: str, position: str) -> tuple[str, ...]:
    """The evidence of one word of a name at its position: what it may head, and how it begins and ends."""
    found = [f"word={low}"]
    for label in classes_of(low):
        found += [f"has={label}", f"{position}={label}"]
    if "zorg" in low:
        found.append("contains=zorg")
    for part in _PARTS:
        if low.endswith(part):
            found.append(f"ends={part}")
        elif low.startswith(part):
            found.append(f"starts={part}")
    return tuple(found)


@lru_cache(maxsize=65_536)
def _is_street(word: str) -> bool:
    return word[0].isupper() and _STREET.search(word.lower()) is not None


def _form_evidence(candidate: Candidate, words: tuple[str, ...]) -> None:
    add, surface = candidate.features.add, candidate.surface
    if any(c.isdigit() for c in surface):
        add("digit")
    if "&" in surface or "/" in surface:
        add("ampersand")
    if any(shape(word) == "xX" for word in words):
        add("mixed")
    if len(words) == 1 and surface.isupper():
        add(f"capitals={min(len(surface), 6)}")
    form = person_form(words)
    if form:
        add(f"person={form}")
        if looks_personal(words) and not is_place(folded(words[0])):
            add(f"personal={form}")
    if len(words) > 1 and words[0][:1].isupper():
        rest = person_form(words[1:])
        if len(words) > 2 and rest[:1] == "F" and rest[-1:] in ("S", "s"):
            add("rest=person")
    if len(words) <= 3 and any(_is_street(word) for word in words):
        add("street+number" if words[-1][0].isdigit() else "street")


def _list_evidence(candidate: Candidate, words: tuple[str, ...], lows: list[str]) -> None:
    """What the lists know of the name as a whole."""
    add, key, lex = candidate.features.add, candidate.key, lexicon()
    _place_evidence(candidate, words, lows)
    known = lex.organisations.get(key)
    if known is not None:
        suffix = ":ordinary" if known.ordinary else ""
        candidate.features.update((f"known={known.kind}{suffix}", f"known:sort={known.sort}{suffix}"))
        if len(key) <= 3:
            add("known:short")
    if key in COUNTRIES:
        add("country")
    if candidate.surface in lex.abbreviations:
        add(f"abbreviation={lex.abbreviations[candidate.surface][1]}")
    if len(words) == 1:
        candidate.features.update(f"suffix={label}" for label in suffix_classes(key))


def _place_evidence(candidate: Candidate, words: tuple[str, ...], lows: list[str]) -> None:
    add, key = candidate.features.add, candidate.key
    if is_place(key):
        add("place")
        sort = lexicon().places.get(key)
        if sort is not None:
            add(f"place:sort={sort.split(' (')[0]}")
        if lows[0] in ("gemeente", "provincie"):
            add("place:headed")
        return
    if len(words) > 1 and lows[0] in ("gemeente", "provincie", "stadsdeel") and is_place(folded(" ".join(words[1:]))):
        add("authority:known")
    if len(words) == 1 and _DEMONYM.search(key) and is_place(_DEMONYM.sub("", key)):
        add("demonym")


def _word_mix(candidate: Candidate, words: tuple[str, ...], lows: list[str]) -> None:
    add, lex = candidate.features.add, lexicon()
    ordinary = [is_ordinary(low) for low in lows]
    if len(words) == 1:
        add(f"ordinary={ordinary[0]:d}")
        if lows[0] in OPENERS:
            add("opener")
    else:
        add("ordinary=all" if all(ordinary) else "ordinary=none" if not any(ordinary) else "ordinary=some")
        if lows[0] in OPENERS:
            add("opener:first")
        if is_place(folded(" ".join(words[1:]))):
            add("rest=place")
        if is_place(lows[-1]):
            add("last:place")
    sort = lex.capitalised.get(candidate.surface.lower())
    if sort is not None:
        add(f"noname={sort}")
    if lows[0] in lex.capitalised and len(words) > 1:
        add(f"noname:first={lex.capitalised[lows[0]]}")
    if lows[-1] in TAILS and not is_capital(words[-1]):
        add("tail")
        add(f"tail={lows[-1]}")
    _joins(candidate, words, lows)


def _joins(candidate: Candidate, words: tuple[str, ...], lows: list[str]) -> None:
    for q, low in enumerate(lows[1:-1], start=1):
        if low not in ("en", "in", "van", "&", "voor", "te", "uit"):
            continue
        candidate.features.add(f"joined={low}")
        left, right = folded(" ".join(words[:q])), folded(" ".join(words[q + 1 :]))
        if is_place(right):
            candidate.features.add(f"joined={low}:place")
        if low == "en" and is_place(left) and is_place(right):
            candidate.features.add("joined:places")
        if low == "en" and looks_personal(tuple(words[:q])):
            candidate.features.add("joined:person")
        known = lexicon().organisations
        if left in known and right in known and low in ("en", "&"):
            candidate.features.add("joined:known")
