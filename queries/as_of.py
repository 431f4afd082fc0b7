"""What held on a day: valid time, as sources give it. What has no date holds on every day, and is marked.

Rows carry ``since`` (the last moment that may be meant by when it began), ``until`` (the first that may be meant by
when it ended) and ``first_seen`` (ISO 8601), each None where it is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from graph_model.dates import OPEN, bounds
from graph_model.errors import BadQuestion, NotUnderstood

Row = Mapping[str, Any]
# How ``until`` is stored of what has ended nobody says when.
ENDED_SOMETIME = bounds(OPEN)[0]


def day_of(as_of: str) -> datetime | None:
    """The last moment (UTC) of the day, month or year that is asked about; None when none is.

    :raises BadQuestion: when it is no date.
    """
    if not as_of:
        return None
    try:
        return bounds(as_of)[1]
    except NotUnderstood as error:
        raise BadQuestion(f"Peildatum niet begrepen: {error}") from error


def has_ended(row: Row, at: datetime) -> bool:
    """Whether it had surely ended by then. Of what ended nobody says when, that is since it was first read."""
    until = row["until"]
    if until is not None and until <= ENDED_SOMETIME:
        return not row.get("first_seen") or str(row["first_seen"]) <= at.isoformat()
    return until is not None and until <= at


def holds(row: Row, at: datetime | None) -> bool:
    """Whether it held then: it had surely begun and had not yet ended; without a moment everything counts."""
    if at is None:
        return True
    return (row["since"] is None or row["since"] <= at) and not has_ended(row, at)


def existed(thing: Row, at: datetime | None) -> bool:
    """Whether a thing (its stored properties) may have been there then: not founded later, nor closed before."""
    if at is None:
        return True
    founded, closed = thing.get("founded_earliest"), thing.get("closed_earliest")
    return (founded is None or founded <= at) and (closed is None or at < closed)


def months_before(at: datetime, months: int) -> datetime:
    """The same moment so many months earlier, on the 28th of the month at the latest: that day they all have."""
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    return at.replace(year=year, month=month + 1, day=min(at.day, 28))


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
