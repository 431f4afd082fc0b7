"""Keeping pages a few at a time, so many that one transaction takes about as long as others can wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

# One transaction holds other writers up, so it takes about this long (in seconds) at most. Below a few pages it gets
# no shorter, for then it is the number of questions that counts.
LONGEST_WRITE = 0.25
FEWEST_PAGES, MOST_PAGES = 4, 64


def kept_in_batches(pages: Sequence[T], keep: Callable[[Sequence[T]], float]) -> Iterator[int]:
    """Keep pages batch by batch; gives each time how many are done.

    :param keep: keeps one batch and gives how long the write took, in seconds.
    """
    waiting = iter(pages)
    size, done = FEWEST_PAGES, 0
    while batch := list(islice(waiting, size)):
        size = _next_size(size, keep(batch))
        done += len(batch)
        yield done


def _next_size(size: int, took: float) -> int:
    """How many pages to keep at once next: fewer when the write took long, more when it went quickly."""
    if took > LONGEST_WRITE:
        return max(FEWEST_PAGES, size // 2)
    return min(MOST_PAGES, size * 2) if took < LONGEST_WRITE / 3 else size
