"""Whether a stretch of words has the form of a person's name, and how forms of one person belong together."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.extract.lexicon import lexicon
from ingest.extract.words import ARTICLES, PARTICLES, classes_of, is_capital

_INITIALS = re.compile(r"^(?:[A-Z]\.)+$")
_SURNAME_END = re.compile(
    r"(?:stra|sma|inga|enga|ema|mans|man|sen|sens|ink|ing|ers|aars|boer|huis|hof|hoff|berg|dijk|veld|laar|kamp|meijer|"
    r"meyer|"
    r"maker|kers|bakker|sz|tsma|tra|wijk|horst|hoven|hout|broek|bos|stein|vries|jong|groot|wit|beek|oord|meer)$"
)
ADDRESS_WORDS = frozenset(
    "dhr mevr mw mevrouw meneer heer dr drs prof professor ds ir ing mr wethouder burgemeester".split()
)


@lru_cache(maxsize=65_536)
def _first(word: str) -> bool:
    names = lexicon().first_names
    return word in names or word.split("-")[0] in names or _INITIALS.match(word) is not None


@lru_cache(maxsize=65_536)
def _last(word: str) -> bool:
    names = lexicon().last_names
    return word in names or word.split("-")[-1] in names


@lru_cache(maxsize=65_536)
def person_form(words: tuple[str, ...]) -> str:
    """The form of a name: ``F``/``f`` first name known or not, ``t`` with a particle, ``S``/``s`` surname known or not.

    One word gives ``f1`` or ``s1``, a particle with a known surname ``tS``; anything else gives "".
    """
    if not 1 <= len(words) <= 7:
        return ""
    if len(words) == 1:
        return "f1" if _first(words[0]) else "s1" if _last(words[0]) else ""
    head, tail, between = words[0], words[-1], words[1:-1]
    known = _last(tail) or _SURNAME_END.search(tail) is not None
    if head.lower() in PARTICLES or head in ARTICLES:
        return "tS" if is_capital(tail) and known else ""
    if not is_capital(head) or not is_capital(tail) or tail[0].isdigit():
        return ""
    if not all(word.lower() in PARTICLES or is_capital(word) for word in between):
        return ""
    particle = "t" if any(word in PARTICLES for word in between) else ""
    return ("F" if _first(head) else "f") + particle + ("S" if known else "s")


def looks_personal(words: tuple[str, ...]) -> bool:
    """Whether the words have the form of a full name with a known first name, and none of them heads another thing."""
    return person_form(words)[:1] == "F" and len(words) > 1 and not any(classes_of(word.lower()) for word in words)
