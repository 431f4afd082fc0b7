"""Names written the other way round, as in a list: "Wijkman, Truus" and "Jong, Anna de"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_COMMA = re.compile(r"\s?,\s{0,4}")
_SPACE = re.compile(r"\s{1,4}")
_TITLES = frozenset("mevrouw mw mevr dhr heer meneer dr drs ir ing prof mr de".split())
Word = tuple[int, int, list[str]]
"""A word's span, and its folded parts."""


def turned(name: str) -> str:
    """A name with one comma as it is spoken: "Wijkman, Truus" is Truus Wijkman; any other as it is."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first and first.strip() and last.strip() else name


def turns(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of a name in every order in which a comma may have put them."""
    for at in range(1, len(words)):
        yield (*words[at:], *words[:at])


def inverted_runs(text: str, words: Sequence[Word], longest: int) -> Iterator[tuple[int, int, list[str]]]:
    """Every run of words around a comma that may be one name written so: its span, and its words as they are spoken.

    Not "Jan Wijkman, Truus" nor "Wijkman, Truus Bakker": there the comma stands between two people.
    """
    for i in range(len(words) - 1):
        if not _COMMA.fullmatch(text, words[i][1], words[i + 1][0]):
            continue
        ends = list(_forward(text, words, i + 1, longest - 1))
        for begin in _backward(text, words, i, longest - 1):
            for end in ends:
                spoken = [part for word in (*words[i + 1 : end + 1], *words[begin : i + 1]) for part in word[2]]
                yield words[begin][0], words[end][1], spoken


def _backward(text: str, words: Sequence[Word], last: int, most: int) -> Iterator[int]:
    """Where a surname may begin that ends with this word."""
    for begin in range(last, max(last - most, -1), -1):
        before = begin - 1
        near = before >= 0 and _SPACE.fullmatch(text, words[before][1], words[begin][0]) is not None
        if not near or _is_small(text, words[before]):
            yield begin
        if not near:
            return


def _forward(text: str, words: Sequence[Word], first: int, most: int) -> Iterator[int]:
    """Where given names may end that begin with this word."""
    for end in range(first, min(first + most, len(words))):
        after = end + 1
        near = after < len(words) and _SPACE.fullmatch(text, words[end][1], words[after][0]) is not None
        if not near or not text[words[after][0]].isupper():
            yield end
        if not near:
            return


def _is_small(text: str, word: Word) -> bool:
    """Whether a word is no name by itself: it has no capital, or is a title."""
    return not text[word[0]].isupper() or bool(set(word[2]) & _TITLES)
