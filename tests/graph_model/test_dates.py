"""Dates keep their precision, and what they mean in time is read as local time in the Netherlands."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.dates import (
    OPEN,
    SEASON_MONTHS,
    PartialDate,
    Precision,
    bounds,
    fits,
    in_words,
    is_date,
    local,
    parse,
    precision_of,
)
from graph_model.errors import NotUnderstood


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    year = draw(st.integers(1000, 9999) | st.integers(1900, 2100))
    precision = draw(st.sampled_from([p for p in Precision if p is not Precision.OPEN]))
    if precision is Precision.YEAR:
        return PartialDate(year)
    if precision is Precision.SEASON:
        return PartialDate(year, season=draw(st.integers(21, 24)))
    month = draw(st.integers(1, 12))
    if precision is Precision.MONTH:
        return PartialDate(year, month)
    day = draw(st.integers(1, monthrange(year, month)[1]))
    if precision is Precision.DAY:
        return PartialDate(year, month, day)
    return PartialDate(year, month, day, hour=draw(st.integers(0, 23)), minute=draw(st.integers(0, 59)))


def coarser(date: PartialDate) -> list[PartialDate]:
    """Every coarser date that holds this one."""
    found = [PartialDate(date.year)]
    if date.month is not None:
        found += [PartialDate(date.year, season=s) for s, months in SEASON_MONTHS.items() if date.month in months]
        found.append(PartialDate(date.year, date.month))
    if date.day is not None:
        found.append(PartialDate(date.year, date.month, date.day))
    return found


@given(partial_dates())
def test_writing_a_date_and_reading_it_back_gives_the_same_date(date: PartialDate) -> None:
    assert parse(str(date)) == date
    assert is_date(str(date))
    assert precision_of(str(date)) is date.precision


@given(partial_dates())
def test_bounds_are_ordered_whole_seconds_in_utc(date: PartialDate) -> None:
    earliest, latest = bounds(str(date))
    assert earliest < latest
    assert earliest.tzinfo is UTC
    assert latest.tzinfo is UTC
    assert earliest.microsecond == latest.microsecond == 0


@given(partial_dates())
def test_a_finer_date_lies_within_every_coarser_one(date: PartialDate) -> None:
    earliest, latest = bounds(str(date))
    for wide in coarser(date):
        assert fits(str(wide), str(date))
        assert bounds(str(wide))[0] <= earliest
        assert latest <= bounds(str(wide))[1]


@given(partial_dates(), partial_dates())
def test_two_dates_that_hold_each_other_are_equal(one: PartialDate, other: PartialDate) -> None:
    if fits(str(one), str(other)) and fits(str(other), str(one)):
        assert one == other


@given(partial_dates())
def test_every_date_fits_itself_and_a_missing_or_open_one(date: PartialDate) -> None:
    assert fits(str(date), str(date))
    assert fits("", str(date))
    assert fits(OPEN, str(date))
    assert not fits(str(date), "")
    assert not fits(str(date), OPEN)


@given(st.integers(0, 4_000_000_000))
def test_a_moment_lies_within_the_local_minute_it_is_read_as(seconds: int) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    earliest, latest = bounds(local(moment))
    assert earliest <= moment < latest + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024", "2023-12-31T23:00:00", "2024-12-31T22:59:59"),
        ("2024-02", "2024-01-31T23:00:00", "2024-02-29T22:59:59"),
        ("2024-21", "2024-02-29T23:00:00", "2024-05-31T21:59:59"),
        ("2024-24", "2023-12-31T23:00:00", "2024-12-31T22:59:59"),
        ("2024-06-14", "2024-06-13T22:00:00", "2024-06-14T21:59:59"),
        ("2024-06-14T13:00", "2024-06-14T11:00:00", "2024-06-14T11:00:59"),
        ("2024-01-14T13:00", "2024-01-14T12:00:00", "2024-01-14T12:00:59"),
        # The clock goes forward: this day has 23 hours, and half past two is skipped.
        ("2024-03-31", "2024-03-30T23:00:00", "2024-03-31T21:59:59"),
        ("2024-03-31T02:30", "2024-03-31T01:30:00", "2024-03-31T01:30:59"),
        # The clock goes back: this day has 25 hours, and half past two comes twice.
        ("2024-10-27", "2024-10-26T22:00:00", "2024-10-27T22:59:59"),
        ("2024-10-27T02:30", "2024-10-27T00:30:00", "2024-10-27T01:30:59"),
    ],
)
def test_bounds_are_read_as_local_time(edtf: str, earliest: str, latest: str) -> None:
    expected = (datetime.fromisoformat(earliest + "+00:00"), datetime.fromisoformat(latest + "+00:00"))
    assert bounds(edtf) == expected


def test_an_open_date_spans_all_time() -> None:
    earliest, latest = bounds(OPEN)
    assert earliest.year == 1
    assert latest.year == 9999
    assert precision_of(OPEN) is Precision.OPEN


@pytest.mark.parametrize(
    "nonsense",
    ["", "24", "0999", "2024-13", "2024-00", "2024-20", "2024-25", "2024-6", "2024-02-30", "2023-02-29", "2024-21-03",
     "2024-06-14T24:00", "2024-06-14T12:60", "2024-06-14T12", "2024-06-14 12:00", "2024-06-14T12:00Z", "2024?",
     "2024/2025", "juni 2024", "²024", "2024-06-14\n"],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_one_dutch_sentence(nonsense: str) -> None:
    assert not is_date(nonsense)
    for reading in (parse, precision_of, bounds, in_words):
        with pytest.raises(NotUnderstood, match=r"^[^\n]+\.$"):
            reading(nonsense)


@pytest.mark.parametrize(
    ("coarse", "fine", "holds"),
    [
        ("2024", "2024-21", True),
        ("2024-21", "2024-04", True),
        ("2024-21", "2024-04-30T10:00", True),
        ("2024-21", "2024-06", False),
        ("2024-24", "2024-01", True),
        ("2024-24", "2024-12-05", True),
        ("2024-24", "2024-11", False),
        ("2024-06-14", "2024-06", False),
        ("2024-06-14T13:00", "2024-06-14", False),
        ("2024-06-14", "2024-06-15T13:00", False),
        ("2024-06", "2025-06", False),
        ("", "", True),
        ("", "..", True),
        ("2024", "..", False),
    ],
)
def test_a_coarser_date_holds_the_finer_one(coarse: str, fine: str, holds: bool) -> None:
    assert fits(coarse, fine) is holds


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-06-14T13:00", "14 juni 2024, 13.00 uur"),
        ("2024-06-01T09:05", "1 juni 2024, 9.05 uur"),
        ("2024-06-14", "14 juni 2024"),
        ("2024-06", "juni 2024"),
        ("2024-21", "voorjaar 2024"),
        ("2024-23", "najaar 2024"),
        ("2024", "2024"),
        ("..", "onbekend"),
    ],
)
def test_dates_are_worded_as_dutch_readers_write_them(edtf: str, words: str) -> None:
    assert in_words(edtf) == words
