"""A long sorted list of words, asked one word at a time: only the parts that are asked for become words."""

from __future__ import annotations

from bisect import bisect_right

_BLOCK = 1_024  # characters: some eighty words


class WordList:
    """The words of a text with one word a line, in the order of their code points.

    Its blocks of lines become words when the first word is asked for that may stand there: to read all hundred thousand
    took a tenth of the time in which a command starts.
    """

    __slots__ = ("_begins", "_blocks", "_firsts", "_text")

    def __init__(self, text: str, block: int = _BLOCK) -> None:
        self._text = text
        self._begins = [0, *[text.rfind("\n", 0, at) + 1 for at in range(block, len(text), block)]]
        # The first block also takes what comes before all words.
        self._firsts = ["", *[text[a : text.find("\n", a)] for a in self._begins[1:]]]
        self._blocks: dict[int, frozenset[str]] = {}

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        n = bisect_right(self._firsts, word) - 1
        block = self._blocks.get(n)
        if block is None:
            stop = self._begins[n + 1] if n + 1 < len(self._begins) else None
            block = self._blocks[n] = frozenset(self._text[self._begins[n] : stop].split())
        return word in block
