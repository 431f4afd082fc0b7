"""Keeping pages a few at a time, so many that one transaction takes about as long as others can wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

# The share of the longest time that a write should take.
_AIM = 0.8
# How many batches that were read may not be kept yet: one that is being kept, and the one after it.
_AHEAD = 2

T = TypeVar("T")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Pace:
    """How long one write may take, in seconds, and how many pages it holds at least and at most.

    One transaction holds other writers up, so it is short. Below a few pages it gets no shorter, for then it is the
    number of questions that counts.
    """

    longest: float = 0.25
    fewest: int = 4
    most: int = 64

    def next_size(self, size: int, took: float) -> int:
        """How many pages to keep at once next, when so many took so many seconds: at most twice or half as many.

        The aim lies a little below the limit: what a write costs by itself weighs least in the largest one allowed.
        """
        wanted = int(size * _AIM * self.longest / max(took, 0.001))
        return max(self.fewest, min(self.most, wanted, size * 2), min(self.most, size // 2))


def kept_while_reading(
    pages: Iterable[T], read: Callable[[Sequence[T]], B], keep: Callable[[B], float], pace: Pace = Pace()
) -> Iterator[int]:
    """Read pages batch by batch and keep each while the next are read; gives each time how many are kept.

    The engine works on one core and we on another: while we wait for it, we read on, one batch further than the one
    that it gets next, so that neither stands still when one batch takes longer than another.

    :param read: reads one batch. :param keep: keeps what was read and gives how long the write took, in seconds; it
        runs in another thread, one batch at a time and in order. After one that fails no other is kept.
    """
    waiting = iter(pages)
    size, done = pace.fewest, 0
    keep = _until_one_fails(keep)
    underway: deque[tuple[Future[float], int]] = deque()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="keeping") as writer:
        try:
            while batch := list(islice(waiting, size)):
                found = read(batch)
                while underway and (len(underway) == _AHEAD or underway[0][0].done()):
                    kept, number = underway.popleft()
                    size = pace.next_size(number, kept.result())
                    done += number
                    yield done
                underway.append((writer.submit(keep, found), len(batch)))
            for kept, number in underway:
                kept.result()
                done += number
                yield done
        finally:
            for kept, _ in underway:
                kept.cancel()


def _until_one_fails(keep: Callable[[B], float]) -> Callable[[B], float]:
    """The same, but after a failure nothing is kept any more: who sees the failure may not count what came after it."""
    failed = False

    def kept(batch: B) -> float:
        nonlocal failed
        if failed:
            return 0.0
        try:
            return keep(batch)
        except BaseException:
            failed = True
            raise

    return kept


def kept_in_batches(pages: Sequence[T], keep: Callable[[Sequence[T]], float], pace: Pace = Pace()) -> Iterator[int]:
    """Keep pages batch by batch; gives each time how many are done.

    :param keep: keeps one batch and gives how long the write took, in seconds.
    """
    waiting = iter(pages)
    size, done = pace.fewest, 0
    while batch := list(islice(waiting, size)):
        size = pace.next_size(size, keep(batch))
        done += len(batch)
        yield done
