"""Names of people who asked to be forgotten: known by a keyed hash only, covered wherever they come back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

from graph_model.names import fold_person, tokens

MOST_WORDS = 5
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_GAP = re.compile(r"[\s\W_]{1,4}|\s{1,8}")
_NO_NAME = frozenset(
    """is zijn was waren en of maar dat die dit deze er we wij je jij jullie u ik hij zij ze het een niet ook om als
    kan kunnen kon wordt worden werd werden heeft hebben had hun hoe wat waar wie nog al dan naar door zo dus want
    omdat moet moeten wil willen gaat gaan geen meer veel mensen zorg bijeenkomst uur""".split()
)
_MARKS = "\xad\u200b\u200c\u200d\u2060\ufeff"


class ErasedNames(Protocol):
    """Knows whether a folded name (:func:`graph_model.names.fold_person`) is to stay forgotten."""

    def covers(self, folded: str) -> bool:
        """Whether this name was erased."""
        ...


@dataclass(frozen=True, slots=True)
class KeyedNames:
    """Erased names as digests under a secret that does not stand in the graph."""

    secret: bytes
    digests: frozenset[str]

    def covers(self, folded: str) -> bool:
        """Whether this folded name was erased."""
        return _digest(self.secret, folded) in self.digests

    @classmethod
    def of(cls, secret: bytes, names: Iterable[str]) -> KeyedNames:
        """From names as they are written."""
        return cls(secret, frozenset(name_digest(secret, name) for name in names))


def name_digest(secret: bytes, name: str) -> str:
    """What is kept of an erased name: 32 hexadecimal characters, the same for every spelling that folds alike."""
    return _digest(secret, fold_person(name))


def _digest(secret: bytes, folded: str) -> str:
    return blake2b(folded.encode(), key=secret[:64], digest_size=16).hexdigest()


def erased_names(text: str, erased: ErasedNames) -> Iterator[tuple[int, int]]:
    """The spans of erased names: every run of one to five words is folded and looked up."""
    words = _words(text)
    for i, (start, _, _) in enumerate(words):
        folded: list[str] = []
        for j in range(i, min(i + MOST_WORDS, len(words))):
            _, end, own = words[j]
            if j > i and not _GAP.fullmatch(text, words[j - 1][1], words[j][0]):
                break
            if not own or own[0] in _NO_NAME or own[0][0].isdigit():
                break  # no name has such a word in it
            folded += own
            if erased.covers(" ".join(folded)):
                yield start, end


def _words(text: str) -> list[tuple[int, int, list[str]]]:
    """Each word with its folded form; a soft hyphen within a word does not part it."""
    known: dict[str, list[str]] = {}
    found: list[tuple[int, int, list[str]]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if found and found[-1][1] == start - 1 and text[start - 1] in _MARKS:
            start = found.pop()[0]
        word = text[start:end]
        if word not in known:
            known[word] = tokens("".join(c for c in word if c not in _MARKS))
        found.append((start, end, known[word]))
    return found
