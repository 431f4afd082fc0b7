"""What a word speaks of: names with the words that speak for each, most of them plain words, some of them patterns."""

from __future__ import annotations

import re
from collections import defaultdict


class Speaking:
    """The names in their order, asked one word at a time; plain words are looked up, and few words match any pattern.

    ``words`` of a name are parted by blanks.
    """

    def __init__(self, words: tuple[tuple[str, str], ...]) -> None:
        self._plain: dict[str, set[int]] = defaultdict(set)
        patterns: dict[int, str] = {}
        for n, (_, told) in enumerate(words):
            for word in told.split():
                if word.isalpha():
                    self._plain[word].add(n)
                else:
                    patterns[n] = f"{patterns[n]}|{word}" if n in patterns else word
        self._patterns = [(n, re.compile(told)) for n, told in patterns.items()]
        self._any = re.compile("|".join(patterns.values()))

    def of(self, word: str) -> list[int]:
        """The numbers of the names for which a word speaks, in order."""
        found = self._plain.get(word, set())
        if self._any.fullmatch(word):
            found = found.union([n for n, pattern in self._patterns if pattern.fullmatch(word)])
        return sorted(found)
