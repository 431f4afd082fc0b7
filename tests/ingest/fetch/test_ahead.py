"""Several sites at a time, each for one thing at a time."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fetch.ahead import SITES, WAITING, done_ahead

Step = tuple[str, int]
STEPS = st.lists(st.tuples(st.sampled_from("abcdefghijkl"), st.integers(0, 3)), max_size=60)


def site_of(step: Step) -> str:
    return step[0]


def further(step: Step) -> list[Step]:
    """Each step leads to the one below it, until 0."""
    return [(step[0], step[1] - 1)] if step[1] else []


def all_of(steps: Iterable[Step]) -> list[Step]:
    found = list(steps)
    for step in found:
        found.extend(further(step))
    return found


@given(STEPS, st.booleans())
def test_everything_is_done_once_and_what_follows_from_it_too(steps: list[Step], in_order: bool) -> None:
    done = list(done_ahead(steps, lambda step: step, further, site_of, in_order=in_order))
    assert Counter(done) == Counter(all_of(steps))
    if in_order:
        assert done[: len(steps)] == steps


@given(STEPS)
def test_a_site_is_never_asked_two_things_at_once(steps: list[Step]) -> None:
    busy: Counter[str] = Counter()
    lock = threading.Lock()
    most: list[int] = []

    def do(step: Step) -> Step:
        with lock:
            busy[step[0]] += 1
            most.append(busy[step[0]])
        with lock:
            busy[step[0]] -= 1
        return step

    list(done_ahead(steps, do, further, site_of))
    assert max(most, default=1) == 1


def test_sites_do_not_wait_for_each_other() -> None:
    together = threading.Barrier(SITES, timeout=20)

    def do(step: Step) -> Step:
        together.wait()
        return step

    steps = [(f"site {k}", 0) for k in range(SITES)]
    assert Counter(done_ahead(steps, do, further, site_of)) == Counter(steps)


@pytest.mark.parametrize("in_order", [False, True])
def test_nobody_works_far_ahead_of_whoever_takes_the_results(in_order: bool) -> None:
    done: list[Step] = []

    def do(step: Step) -> Step:
        done.append(step)
        return step

    steps = [(f"site {k % 10}", k) for k in range(300)]
    with closing(done_ahead(steps, do, lambda _: (), site_of, in_order=in_order)) as results:
        taken = list(islice(results, 5))
    assert len(taken) == 5
    assert len(done) <= 4 * WAITING


def test_what_goes_wrong_is_raised_to_whoever_takes_the_results() -> None:
    def do(step: Step) -> Step:
        if step[1] == 3:
            raise ValueError("drie")
        return step

    with pytest.raises(ValueError, match="drie"):
        list(done_ahead([("a", k) for k in range(6)], do, lambda _: (), site_of))
