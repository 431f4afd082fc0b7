"""A page's text as quotes and names are looked for in it: by words, however spaces and quotation marks are spelled.

Every answer is a span of characters in the page's stored text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property, lru_cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from ingest.extract.lexicon.folding import plain

Span = tuple[int, int]

_PIECE = re.compile("[^\\s\xad\u200b\u200c\u200d\u2060\ufeff]+")
_HIDDEN = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_MARKS = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"',
    "»": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "…": ".",
})  # fmt: skip
# A quote may differ from the page in so many characters: one in twenty, and never more than this.
_ONE_IN, _MOST_EDITS = 20, 8
_SHORTEST_FUZZY = 20
# Words that turn a sentence round: a quote that leaves one out, or puts one in, is another sentence.
_TURNING = frozenset(
    "niet geen nooit niemand niets nergens noch zonder tenzij behalve nauwelijks voorheen vroeger voormalig gestopt "
    "stopt stopte opgeheven was waren had hadden werd werden zou zouden wil willen wilde wilden mogelijk misschien "
    "ooit straks".split()
)


class Wording:
    """The words of one text, and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        hidden = _HIDDEN.search(text) is not None
        self._starts: list[int] = []
        self._stored: list[int] = []
        parts: list[str] = []
        at, before = 0, 0
        for piece in _PIECE.finditer(text.translate(_MARKS)):
            start, end = piece.span()
            # Where nothing hidden stands in it, what lies between two pieces is white space.
            if parts and (not hidden or any(map(str.isspace, text[before:start]))):
                parts.append(" ")
                at += 1
            self._starts.append(at)
            self._stored.append(start)
            parts.append(piece[0])
            at += end - start
            before = end
        self._folded = "".join(parts)
        self._found: dict[str, list[Span]] = {}

    @cached_property
    def _words(self) -> tuple[list[str], list[Span], dict[str, list[int]]]:
        words: list[str] = []
        spans: list[Span] = []
        places: dict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(self.text):
            for word in _plain_words(match[0]):
                places[word].append(len(words))
                words.append(word)
                spans.append(match.span())
        return words, spans, places

    def quoted(self, quote: str) -> tuple[bool, list[Span]]:
        """Whether a quote stands here word for word, and where; else the nearest place, if it is near enough."""
        wanted = folded_quote(quote)
        if len(wanted) < 2:
            return False, []
        found: list[Span] = []
        at = self._folded.find(wanted)
        while at >= 0 and len(found) < 20:
            found.append(self._span(at, at + len(wanted)))
            at = self._folded.find(wanted, at + 1)
        return (True, found) if found else (False, self._nearest(wanted))

    def _nearest(self, wanted: str) -> list[Span]:
        if len(wanted) < _SHORTEST_FUZZY:
            return []
        edits = min(len(wanted) // _ONE_IN, _MOST_EDITS)
        least = 100 * (1 - 2 * max(edits, 1) / len(wanted))
        near = partial_ratio_alignment(wanted, self._folded, score_cutoff=least)
        if near is None:
            return []
        start, end = _whole_words(self._folded, near.dest_start, near.dest_end)
        there = self._folded[start:end]
        if Levenshtein.distance(wanted, there, score_cutoff=edits) > edits or _turned(wanted, there):
            return []
        return [self._span(start, end)]

    def _span(self, i: int, j: int) -> Span:
        return self._at(i), self._at(j - 1) + 1

    def _at(self, i: int) -> int:
        piece = bisect_right(self._starts, i) - 1
        return self._stored[piece] + i - self._starts[piece]

    def named(self, name: str) -> list[Span]:
        """Where a name stands, by its folded words in their order; also within a longer word that a hyphen makes."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._search(name)
        return found

    def _search(self, name: str) -> list[Span]:
        wanted = plain(name).split()
        if not wanted:
            return []
        words, spans, places = self._words
        return [
            (spans[at][0], spans[at + len(wanted) - 1][1])
            for at in places.get(wanted[0], ())
            if words[at : at + len(wanted)] == wanted
        ]


def folded_quote(quote: str) -> str:
    """A quote as it is compared: white space and quotation marks folded."""
    pieces = _PIECE.findall(quote.replace("\xad", ""))
    return " ".join(pieces).translate(_MARKS).strip(" \"'")


@lru_cache(maxsize=65_536)
def _plain_words(word: str) -> tuple[str, ...]:
    return (word.casefold(),) if word.isascii() else tuple(plain(word).split())


def _whole_words(text: str, start: int, end: int) -> Span:
    while start > 0 and text[start - 1] != " " and text[start : start + 1] != " ":
        start -= 1
    while end < len(text) and text[end] != " " and text[end - 1 : end] != " ":
        end += 1
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _turned(wanted: str, there: str) -> bool:
    """Whether two wordings differ in a word that turns the sentence round, or in a number."""
    a, b = set(_WORD.findall(wanted.casefold())), set(_WORD.findall(there.casefold()))
    return any(word in _TURNING or any(c.isdigit() for c in word) for word in a ^ b)
