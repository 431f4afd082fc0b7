"""What is worked out of a word, kept from page to page: vocabulary comes back, sentences do not."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
_MOST = 65_536


class Remembered(dict[K, V]):
    """A function of one word as a dict that fills itself; when it holds too many, it forgets them all.

    To look a word up takes a third of what a call of ``lru_cache`` takes, which counts where every word is asked for.
    """

    def __init__(self, work: Callable[[K], V], most: int = _MOST) -> None:
        self._work, self._most = work, most

    def __missing__(self, word: K) -> V:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._work(word)
        return value


def beginning(prefix: str) -> Remembered[str, str]:
    """Features of words: a prefix and the word behind it, made once for each word."""
    return Remembered(prefix.__add__)


def ending(suffix: str) -> Remembered[str, str]:
    """The same with what stands behind."""
    return Remembered(lambda word: word + suffix)
