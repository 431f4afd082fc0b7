"""Whether what a reply calls a name is a name: by form alone, kind by kind."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.lexicon.folding import folded, plain
from ingest.extract.persons import ADDRESS_WORDS, person_form
from ingest.extract.places import is_place
from ingest.extract.words import ARTICLES, COUNTRIES, OPENERS, classes_of, is_capital

_LONGEST = {"Event": 30, "Document": 30, "Theme": 12, "Keyword": 8}
_LONGEST_OTHERWISE = 14
_NO_NAME = re.compile(r"https?:|www\.|@|█|[{}<>\[\]\\]|\.\s+[A-Z][a-z]+\s+[a-z]")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\s,;:()]+")
# Of these any words will do: pages name them in lower case.
_IN_LOWER_CASE = frozenset(("Theme", "Keyword", "Event", "EventSeries"))
# Words that point at somebody or something, and name nobody.
_POINTING = frozenset(
    "hij zij ze wij we ons onze het hun hen haar iemand niemand iedereen men men deze die dit dat er u jij je ik "
    "organisatie stichting vereniging gemeente coöperatie cooperatie initiatief locatie bijeenkomst zorgorganisatie "
    "bestuur raad team werkgroep bewoners deelnemers vrijwilligers inwoners buurt dorp wijk stad regio".split()
)


def is_name(kind: str, name: str) -> bool:
    """Whether these words can be a name of a thing of this kind."""
    words = _WORDS.findall(name)
    if not words or len(words) > _LONGEST.get(kind, _LONGEST_OTHERWISE):
        return False
    if _NO_NAME.search(name) or not _LETTER.search(name) or not folded(name):
        return False
    if plain(name) in _POINTING or (len(words) == 1 and folded(name) in _POINTING):
        return False
    if kind == "Person":
        return _is_person(tuple(words))
    if kind == "Place":
        return _is_place(name, words)
    return kind in _IN_LOWER_CASE or _names_something(words)


def _is_person(words: tuple[str, ...]) -> bool:
    """At least a first name or a surname, in the form of one; no organisation's head word among them."""
    while len(words) > 1 and words[0].lower().rstrip(".") in ADDRESS_WORDS:
        words = words[1:]
    if any(any(c.isdigit() for c in word) for word in words):
        return False
    heads = [word for word in words[1:] if set(classes_of(word.lower())) & _BODIES]
    if heads:
        return False
    return bool(person_form(words)) or (len(words) == 1 and words[0][:1].isupper() and words[0].lower() not in OPENERS)


_BODIES = frozenset(("care", "init", "council", "move"))


def _is_place(name: str, words: list[str]) -> bool:
    key = folded(name)
    if key in COUNTRIES:
        return False
    return is_place(key) or any(is_capital(word) for word in words)


def _names_something(words: list[str]) -> bool:
    """A capital or figure somewhere, or a head word that organisations are called by ("cliëntenraad")."""
    if any(is_capital(word) or word[0].isdigit() for word in words if word.lower() not in ARTICLES):
        return True
    return _is_headed(words[0].lower()) or _is_headed(words[-1].lower())


@cache
def _is_headed(low: str) -> bool:
    return bool(classes_of(low))
