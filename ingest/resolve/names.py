"""Names taken apart for comparing: what is the name proper, what only says of what sort or where, what sets apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph_model.names import fold, fold_person
from ingest.gazetteer import load

_LONGEST_PLACE = 4
"""So many words may the name of a place have ("capelle aan den ijssel")."""
_FULL = {"st": "sint"}
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x".split())
_SHORT = re.compile(r"(?:[A-Z]\.?){2,7}|[A-Z][A-Za-z&]{0,5}[A-Z][A-Za-z]?")


@cache
def words_of(sort: str) -> frozenset[str]:
    """Our own words of one sort, folded: ``form`` of an organisation, ``part`` of one, another ``sort``, ``contrast``
    (what tells siblings apart), a ``house``, ``small`` words."""
    text = files("ingest.resolve").joinpath("words.tsv").read_text(encoding="utf-8")
    rows = dict(line.split("\t") for line in text.splitlines())
    return frozenset(rows[sort].split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready for comparing.

    ``tokens`` are its folded words, ``core`` those that are the name proper, ``places`` the names of places in it,
    ``marks`` its numbers and other words that set siblings apart; ``solid`` has no spaces, ``initials`` with and
    without small words. ``short``: it may be an acronym.
    """

    text: str
    tokens: tuple[str, ...]
    core: frozenset[str]
    places: frozenset[str]
    marks: frozenset[str]
    solid: str
    initials: frozenset[str]
    short: bool


@lru_cache(maxsize=65_536)
def name_of(text: str) -> Name:
    """A name of anything but a person, taken apart."""
    tokens = tuple(_FULL.get(word, word) for word in fold(text).split())
    places, rest = _without_places(tokens)
    marks = frozenset(word for word in tokens if is_mark(word))
    plain = [word for word in rest if word not in words_of("small")]
    core = frozenset(word for word in plain if word not in words_of("form") and word not in marks)
    short = bool(_SHORT.fullmatch(text.strip())) and len(tokens) == 1
    return Name(text, tokens, core, places, marks, "".join(tokens), _initials(tokens), short)


def is_mark(word: str) -> bool:
    """Whether a word tells one of several siblings: a number, a year, a direction, a month …"""
    return word[0].isdigit() or word in _ROMAN or word in words_of("contrast")


def _without_places(tokens: tuple[str, ...]) -> tuple[frozenset[str], list[str]]:
    """The places that words name, longest first, and the words that name none."""
    known, places, rest = load(), set(), []
    at = 0
    while at < len(tokens):
        for length in range(min(_LONGEST_PLACE, len(tokens) - at), 0, -1):
            run = " ".join(tokens[at : at + length])
            # A one-word name is a name, even where it is also a village.
            if run in known and not (length == 1 and (len(tokens) == 1 or run in _words_not_places())):
                places.add(run.replace(" ", ""))
                at += length
                break
        else:
            rest.append(tokens[at])
            at += 1
    return frozenset(places), rest


def _words_not_places() -> frozenset[str]:
    """Words that also happen to be villages."""
    return words_of("small") | words_of("form") | words_of("sort") | words_of("part") | words_of("contrast")


def _initials(tokens: tuple[str, ...]) -> frozenset[str]:
    """The letters by which a name may be called: with and without small words, compounds whole or in parts."""
    main = [word for word in tokens if word not in words_of("small")]
    found = set()
    for words in (tokens, main):
        found.add("".join(word[0] for word in words))
        found.add("".join(part[0] for word in words for part in _parts(word)))
    return frozenset(letters for letters in found if len(letters) > 1)


_LENDING = (
    "raad", "zorg", "huis", "organisaties", "organisatie", "netwerk", "vereniging", "bonden", "bond", "verband",
    "wijken", "dorpen", "cooperaties", "cooperatie",
)  # fmt: skip


def _parts(word: str) -> tuple[str, ...]:
    """A compound as the parts that lend their letter to an acronym: "clienten|raad"."""
    for end in _LENDING:
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)], end
    return (word,)


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's name: folded first names or initials, and the surname with and without its particles.

    ``first`` is empty for a surname alone, ``surname`` for a first name alone; ``surnames`` are the parts of a double
    surname.
    """

    text: str
    first: tuple[str, ...]
    surname: str
    bare: str
    surnames: frozenset[str]

    @property
    def initial(self) -> str:
        return self.first[0][0] if self.first else ""


_PARTICLES = frozenset(
    "van von de den der het t ten ter te la le l d el al di da du op in aan s dos bin ben ibn".split()
)
# Of these none is a first name.
_LEADING = frozenset("van von de den der het t ten ter te op in".split())
_DOTTED = re.compile(r"\b[A-Z]\.")
_TITLED = re.compile(r"^\s*(?:dhr|mevr?|mw|heer|meneer|mevrouw|de heer|dr|drs|prof|ir|ing|mr|ds)\b\.?", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def full_name_of(text: str) -> FullName:
    """A person's name, taken apart: "Hanneke van den Knoops-Kersten"."""
    words = fold_person(text).split()
    first, rest = words[: _surname_at(text, words)], words[_surname_at(text, words) :]
    bare = [word for word in rest if word not in _PARTICLES] or rest
    parts = frozenset(bare) if "-" in text or "–" in text else frozenset({" ".join(bare)} - {""})
    return FullName(text, tuple(first), " ".join(rest), " ".join(bare), parts)


def _surname_at(text: str, words: list[str]) -> int:
    """Where in the folded words the surname begins: at a particle, else at the last word, hyphens taken as letters."""
    titled = bool(_TITLED.match(text)) and not _DOTTED.search(text)
    if words[0] in _LEADING or (titled and len(words) == 1):
        return 0
    if len(words) == 1:
        return 1
    particle = next((i for i, word in enumerate(words) if word in _PARTICLES), 0)
    return particle or max(1, len(words) - len(fold_person(text.split()[-1]).split()))
