"""Names of people who asked to be forgotten: known by keyed hashes only, covered wherever they come back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Protocol

from graph_model.names import fold_person, tokens
from queries.masking.inverted import inverted_runs

MOST_WORDS = 6
"""Of a longer name the first so many words are known."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_GAP = re.compile(r"[\s\W_]{1,4}|\s{1,8}")
_MARKS = "\xad\u200b\u200c\u200d\u2060\ufeff"
_Word = tuple[int, int, list[str]]


class ErasedNames(Protocol):
    """Knows which folded names (:func:`graph_model.names.fold_person`) are to stay forgotten."""

    def begins(self, word: str) -> bool:
        """Whether a name that was erased begins with this folded word, or is written as this one word."""
        ...

    def covers(self, folded: str) -> bool:
        """Whether this folded name was erased; spaces in it do not count."""
        ...

    def __bool__(self) -> bool:
        """Whether anybody was erased at all."""
        ...


@dataclass(frozen=True, slots=True)
class KeyedNames:
    """Erased names as digests under a secret that does not stand in the graph.

    ``digests`` are of whole names without spaces, ``firsts`` of their first words: these spare the look at every run
    of words.
    """

    secret: bytes
    digests: frozenset[str]
    firsts: frozenset[str]

    def begins(self, word: str) -> bool:
        digest = _digest(self.secret, word)
        return digest in self.firsts or digest in self.digests

    def covers(self, folded: str) -> bool:
        return _digest(self.secret, _joined(folded)) in self.digests

    def __bool__(self) -> bool:
        return bool(self.digests)

    @classmethod
    def of(cls, secret: bytes, names: Iterable[str]) -> KeyedNames:
        """From names as they are written."""
        known = list(names)
        return cls(
            secret,
            frozenset(name_digest(secret, name) for name in known),
            frozenset(first_digest(secret, name) for name in known),
        )


@dataclass(frozen=True, slots=True)
class PlainNames:
    """Names that are being erased: as yet known in full, by their folded words."""

    names: frozenset[tuple[str, ...]]

    def begins(self, word: str) -> bool:
        return any(name[0] == word or "".join(name) == word for name in self.names)

    def covers(self, folded: str) -> bool:
        return any("".join(name) == _joined(folded) for name in self.names)

    def __bool__(self) -> bool:
        return bool(self.names)

    @classmethod
    def of(cls, names: Iterable[str]) -> PlainNames:
        """From names as they are written."""
        return cls(frozenset(tuple(known_words(name)) for name in names) - {()})


def known_words(name: str) -> list[str]:
    """The folded words by which a name stays known."""
    return fold_person(name).split()[:MOST_WORDS]


def name_digest(secret: bytes, name: str) -> str:
    """What is kept of an erased name: 32 hexadecimal characters, the same for every spelling that folds alike."""
    return _digest(secret, "".join(known_words(name)))


def first_digest(secret: bytes, name: str) -> str:
    """What is kept of the first word of an erased name."""
    return _digest(secret, "".join(known_words(name)[:1]))


def _joined(folded: str) -> str:
    return folded.replace(" ", "")


@lru_cache(maxsize=65_536)
def _digest(secret: bytes, folded: str) -> str:
    return blake2b(folded.encode("utf-8", "surrogatepass"), key=secret[:64], digest_size=16).hexdigest()


def erased_names(text: str, erased: ErasedNames) -> Iterator[tuple[int, int]]:
    """The spans of erased names: every run of one to six words that may be one is folded and looked up."""
    words = words_of(text)
    for i, (start, _, first) in enumerate(words):
        if not first or not erased.begins(first[0]):
            continue
        folded: list[str] = []
        for j in range(i, min(i + MOST_WORDS, len(words))):
            _, end, own = words[j]
            if j > i and not stand_together(text, words[j - 1], words[j]):
                break
            folded += own
            if erased.covers("".join(folded)):
                yield start, end
    if "," in text:
        for start, end, spoken in inverted_runs(text, words, MOST_WORDS):
            if spoken and erased.begins(spoken[0]) and erased.covers("".join(spoken)):
                yield start, end


def stand_together(text: str, one: _Word, next_: _Word) -> bool:
    """Whether two words may be parts of one name: not much stands between them."""
    return _GAP.fullmatch(text, one[1], next_[0]) is not None


def words_of(text: str) -> list[_Word]:
    """Each word with its span and folded form; a soft hyphen within a word does not part it."""
    found: list[_Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if found and found[-1][1] == start - 1 and text[start - 1] in _MARKS:
            start = found.pop()[0]
        word = text[start:end]
        found.append((start, end, _folded(word)))
    return found


@lru_cache(maxsize=65_536)
def _folded(word: str) -> list[str]:
    """The folded form of a word; the lists are shared, so nobody changes them."""
    return tokens("".join(c for c in word if c not in _MARKS))
