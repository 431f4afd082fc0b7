"""A quick first look for names that are known in full: which of very many texts may hold one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from queries.masking import known_words
from queries.masking.inverted import turns

_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})
_NOT_A_LETTER = bytes(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyz"))
_ESCAPES = ("\\n", "\\r", "\\t")


class Sieve:
    """Passes every text that holds one of the names in any spelling that folds alike, and few others."""

    def __init__(self, names: Iterable[str]) -> None:
        written = [known_words(name) for name in names]
        self._needles = {_letters("".join(words)) for name in written for words in (name, *turns(name))}
        # Of a name in another script, or with a number in it, too little is left to look for.
        self._passes_all = any(len(needle) < 3 for needle in self._needles)

    def passes(self, *texts: str | None) -> bool:
        """Whether one of these texts, plain or JSON, may hold a name."""
        if self._passes_all:
            return any(texts)
        for text in texts:
            if text:
                letters = _letters(text)
                if any(needle in letters for needle in self._needles):
                    return True
        return False


def _letters(text: str) -> bytes:
    """The letters a to z of a text, in lower case and without their marks; nothing else."""
    if "\\" in text:
        for escape in _ESCAPES:  # of JSON: their letters are none of the text's
            text = text.replace(escape, " ")
    lower = text.lower()
    if not lower.isascii():
        lower = unicodedata.normalize("NFKD", lower.casefold().translate(_SPECIAL))
    return lower.encode("ascii", "ignore").translate(None, _NOT_A_LETTER)
