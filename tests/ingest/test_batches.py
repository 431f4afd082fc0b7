"""Pages are kept in order, a few batches behind what is read, and none after one that failed."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.batches import Pace, kept_while_reading


def as_read(batch: Sequence[int]) -> list[int]:
    return list(batch)


@given(number=st.integers(0, 60), fewest=st.integers(1, 5), most=st.integers(5, 20))
def test_all_are_kept_once_and_in_order_and_the_count_ends_at_their_number(number: int, fewest: int, most: int) -> None:
    kept: list[int] = []

    def keep(batch: list[int]) -> float:
        kept.extend(batch)
        return 0.01

    counts = list(kept_while_reading(range(number), as_read, keep, Pace(fewest=fewest, most=most)))
    assert kept == list(range(number))
    assert counts == sorted(set(counts))
    assert counts[-1:] == ([number] if number else [])


def test_after_a_batch_that_fails_none_is_kept_and_none_counted() -> None:
    kept: list[int] = []

    def keep(batch: list[int]) -> float:
        if 4 in batch:
            raise OSError("vol")
        kept.extend(batch)
        return 0.01

    counts: list[int] = []
    with pytest.raises(OSError, match="vol"):
        counts.extend(kept_while_reading(range(40), as_read, keep, Pace(fewest=2, most=2)))
    assert kept == [0, 1, 2, 3]
    assert counts in ([2, 4], [2])


def test_reading_goes_on_while_one_batch_is_kept_and_another_waits() -> None:
    read: list[int] = []
    third_was_read = Event()

    def reading(batch: Sequence[int]) -> list[int]:
        read.extend(batch)
        if 2 in batch:
            third_was_read.set()
        return list(batch)

    def keep(batch: list[int]) -> float:
        assert third_was_read.wait(20)
        return 0.01

    assert list(kept_while_reading(range(3), reading, keep, Pace(fewest=1, most=1))) == [1, 2, 3]
