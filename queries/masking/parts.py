"""First or last names by themselves: on a page that names an erased person in full, these mean that person too.

"Truus Wijkman leidt het. Truus: …; mevrouw Wijkman …": what is left after the full name is covered would still tell.
On other pages a first name says nothing and stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from queries.masking.erased import stand_together, words_of
from queries.masking.inverted import turned

_TITLES = frozenset("dhr de heer mevr mw mevrouw meneer mijnheer dr drs ir ing mr prof ds professor wethouder".split())
# Before these a word may have a capital without being part of a name.
_NO_NAME = frozenset(
    """is zijn was waren en of maar dat die dit deze er we wij je jij jullie u ik hij zij ze het een niet ook om als
    kan kunnen kon wordt worden werd werden heeft hebben had hun hoe wat waar wie nog dan zo dus want omdat moet moeten
    gaat gaan geen meer veel toen nu volgens met van voor door over aan na sinds samen vooral zelf daarna""".split()
)
_PLACES = frozenset("in te uit naar regio gemeente bij vanuit rond omgeving".split())
_Word = tuple[int, int, list[str]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The first words of names that a page gives in full, and what follows these (folded words)."""

    firsts: frozenset[str] = field(default_factory=frozenset)
    lasts: frozenset[tuple[str, ...]] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.firsts or self.lasts)

    def __or__(self, other: Parts) -> Parts:
        return Parts(self.firsts | other.firsts, self.lasts | other.lasts)


NO_PARTS = Parts()


def parts_of(names: Iterable[str]) -> Parts:
    """The parts of names as they stand in a text; initials and single letters say too little."""
    firsts, lasts = set(), set()
    for name in names:
        words = [word for _, _, own in words_of(turned(name)) for word in own]
        if len(words) < 2:
            continue
        if len(words[0]) > 2:
            firsts.add(words[0])
        if len(words[-1]) > 2:
            lasts.add(tuple(words[1:]))
    return Parts(frozenset(firsts), frozenset(lasts))


def lone_parts(text: str, parts: Parts) -> Iterator[tuple[int, int]]:
    """The spans of first and last names that stand by themselves, written with a capital."""
    words = words_of(text)
    for i, (start, end, own) in enumerate(words):
        if own and own[0] in parts.firsts and _is_lone_first(text, words, i):
            yield start, end
        for last in parts.lasts:
            stop = i + len(last)
            run = words[i:stop]
            if [w for _, _, folded in run for w in folded] == list(last) and _is_lone_last(text, words, i, run):
                yield start, run[-1][1]


def _is_lone_first(text: str, words: list[_Word], i: int) -> bool:
    if not text[words[i][0]].isupper():
        return False
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or not _beside(text, words[i], following):
        return True
    return not text[following[0]].isupper()


def _is_lone_last(text: str, words: list[_Word], i: int, run: list[_Word]) -> bool:
    if not text[run[-1][0]].isupper() or not all(stand_together(text, a, b) for a, b in pairwise(run)):
        return False
    before = words[i - 1] if i else None
    if before is None or not _beside(text, before, words[i]):
        return True
    word = "".join(before[2])
    if word in _TITLES or (len(word) <= 2 and text[before[0]].isupper()):
        return True
    return word not in _PLACES and (word in _NO_NAME or not text[before[0]].isupper())


def _beside(text: str, one: _Word, other: _Word) -> bool:
    """Whether only blanks, a full stop after a short form or a hyphen stand between two words."""
    between = text[one[1] : other[0]]
    short = len("".join(one[2])) <= 4
    return not between.strip() or between == "-" or (short and between.strip() == "." and "\n" not in between)
