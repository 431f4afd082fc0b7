"""Whether a stretch of words has the form of a person's name, and how forms of one person belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.lexicon import lexicon
from ingest.extract.remembering import Remembered
from ingest.extract.words import ARTICLES, PARTICLES, classes_of, is_capital

_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_SURNAME_ENDS = tuple(
    "stra sma inga enga ema mans man sen sens ink ing ers aars boer huis hof hoff berg dijk veld laar kamp "
    "meijer meyer maker kers bakker sz tsma tra wijk horst hoven hout broek bos stein vries jong groot wit "
    "beek oord meer".split()
)
ADDRESS_WORDS = frozenset(
    "dhr mevr mw mevrouw meneer heer dr drs prof professor ds ir ing mr wethouder burgemeester".split()
)
_MOST_WORDS = 7


@dataclass(slots=True)
class Part:
    """What one word says as a part of a person's name, wherever in it it stands.

    ``first`` and ``last``: it is a known first name or initials, a known surname; ``ends``: it ends like a surname.
    ``joins``: it is a particle whatever its capitals; ``leads``: a surname may begin with it, a particle or an article.
    """

    first: bool
    last: bool
    ends: bool
    particle: bool
    joins: bool
    leads: bool
    capital: bool
    digit: bool


def _part(word: str) -> Part:
    lex = lexicon()
    joins = word.lower() in PARTICLES
    return Part(
        word in lex.first_names
        or ("-" in word and word.partition("-")[0] in lex.first_names)
        or (word.endswith(".") and _INITIALS.fullmatch(word) is not None),
        word in lex.last_names or ("-" in word and word.rpartition("-")[2] in lex.last_names),
        word.endswith(_SURNAME_ENDS), word in PARTICLES, joins, joins or word in ARTICLES, is_capital(word),
        word[:1].isdigit(),
    )  # fmt: skip


PARTS = Remembered(_part)


def person_form(words: Sequence[str]) -> str:
    """The form of a name: ``F``/``f`` first name known or not, ``t`` with a particle, ``S``/``s`` surname known or not.

    One word gives ``f1`` or ``s1``, a particle with a known surname ``tS``; anything else gives "".
    """
    return form_of(list(map(PARTS.__getitem__, words)))


def form_of(parts: list[Part]) -> str:
    """The same of the words of a name as its parts."""
    if not 1 <= len(parts) <= _MOST_WORDS:
        return ""
    head, tail = parts[0], parts[-1]
    if len(parts) == 1:
        return "f1" if head.first else "s1" if head.last else ""
    known = tail.last or tail.ends
    if head.leads:
        return "tS" if tail.capital and known else ""
    if not head.capital or not tail.capital or tail.digit:
        return ""
    particle = ""
    for part in parts[1:-1]:
        if not (part.joins or part.capital):
            return ""
        if part.particle:
            particle = "t"
    return ("F" if head.first else "f") + particle + ("S" if known else "s")


def looks_personal(words: Sequence[str]) -> bool:
    """Whether the words have the form of a full name with a known first name, and none of them heads another thing."""
    return person_form(words)[:1] == "F" and len(words) > 1 and not any(classes_of(word.lower()) for word in words)
