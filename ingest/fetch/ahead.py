"""Asking several sites at a time, each for one thing at a time, while what came is already being read."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Generic, TypeVar

S = TypeVar("S")
R = TypeVar("R")

SITES = 8
WAITING = 16


class _Work(Generic[S, R]):
    """What is to be done, by site, and what is done and not yet taken. ``lock`` guards all of it."""

    def __init__(self, site_of: Callable[[S], str], in_order: bool) -> None:
        self.changed = threading.Condition()
        self.stopped = False
        self.failed: BaseException | None = None
        self._site_of = site_of
        self._in_order = in_order
        self._waiting: dict[str, deque[tuple[int, S]]] = {}
        self._busy: set[str] = set()
        self._done: dict[int, R] = {}
        self._numbers = 0
        self._taken = 0

    def add(self, steps: Iterable[S]) -> None:
        for step in steps:
            self._waiting.setdefault(self._site_of(step), deque()).append((self._numbers, step))
            self._numbers += 1

    def next_step(self) -> tuple[str, int, S] | None:
        """The earliest step at a site that is not busy; None when there is none, or enough is done for now."""
        free = [(steps[0][0], site) for site, steps in self._waiting.items() if steps and site not in self._busy]
        if not free or self._is_enough(min(free)[0]):
            return None
        site = min(free)[1]
        self._busy.add(site)
        return (site, *self._waiting[site].popleft())

    def _is_enough(self, number: int) -> bool:
        if self._in_order:  # the one that is waited for is never enough
            return number >= self._taken + 2 * WAITING
        return len(self._done) + len(self._busy) >= WAITING

    def finish(self, site: str, number: int, result: R, further: Iterable[S]) -> None:
        self._busy.discard(site)
        self._done[number] = result
        self.add(further)

    def take(self) -> list[R]:
        """What is done and has its turn."""
        numbers = sorted(self._done)
        if self._in_order:
            numbers = [number for k, number in enumerate(numbers) if number == self._taken + k]
        self._taken += len(numbers)
        return [self._done.pop(number) for number in numbers]

    @property
    def may_take(self) -> bool:
        return self._taken in self._done if self._in_order else bool(self._done)

    @property
    def over(self) -> bool:
        return not (self._busy or self._done or any(self._waiting.values()))


def done_ahead(
    steps: Iterable[S],
    do: Callable[[S], R],
    onward: Callable[[R], Iterable[S]],
    site_of: Callable[[S], str],
    *,
    in_order: bool = False,
) -> Generator[R, None, None]:
    """Do all steps, and those that follow from them, a few ahead of whoever takes the results.

    :param do: does one step, in a thread of its own; never two at once for one site. What it raises is raised here.
    :param onward: the steps that follow from a result; never two at once.
    :param in_order: give results in the order in which steps were added; else as they come.
    """
    work: _Work[S, R] = _Work(site_of, in_order)
    work.add(steps)
    for k in range(SITES):
        # Daemons: a program that is broken off does not wait for a site that is slow to answer.
        threading.Thread(target=_labour, args=(work, do, onward), name=f"fetching-{k}", daemon=True).start()
    try:
        yield from _results(work)
    finally:
        with work.changed:
            work.stopped = True
            work.changed.notify_all()


def _results(work: _Work[S, R]) -> Iterator[R]:
    while True:
        with work.changed:
            work.changed.wait_for(lambda: work.failed or work.over or work.may_take)
            if work.failed:
                raise work.failed
            results = work.take()
            work.changed.notify_all()
            if not results and work.over:
                return
        yield from results


def _labour(work: _Work[S, R], do: Callable[[S], R], onward: Callable[[R], Iterable[S]]) -> None:
    while True:
        with work.changed:
            step = None
            while step is None:
                if work.stopped or work.failed or work.over:
                    return
                step = work.next_step()
                if step is None:
                    work.changed.wait()
        try:
            result = do(step[2])
            with work.changed:
                work.finish(step[0], step[1], result, onward(result))
                work.changed.notify_all()
        except BaseException as error:  # noqa: BLE001  whoever takes the results gets it
            with work.changed:
                work.failed = error
                work.changed.notify_all()
            return
