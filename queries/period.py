"""A period that is asked about: from the first moment of one date to the last of another, in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph_model.dates import OPEN, bounds
from graph_model.errors import BadQuestion, NotUnderstood
from queries.results.regions import Period


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last moment of a period; None where it is open."""

    first: datetime | None
    last: datetime | None
    shown: Period | None

    @property
    def is_open(self) -> bool:
        """Whether nothing was asked."""
        return self.first is None and self.last is None

    def may_hold(self, earliest: datetime | None, latest: datetime | None) -> bool:
        """Whether what lies between two moments may lie in the period; what has no date does only when all does."""
        if self.is_open:
            return True
        if earliest is None:
            return False
        return (self.first is None or (latest or earliest) >= self.first) and (
            self.last is None or earliest <= self.last
        )


def span_of(since: str, until: str) -> Span:
    """The period between two EDTF dates, both included; an empty one leaves that side open.

    :raises BadQuestion: one is no date, or the end lies before the beginning.
    """
    first = _bounds(since)[0] if since else None
    last = _bounds(until)[1] if until else None
    if first and last and last < first:
        raise BadQuestion(f"De periode eindigt ({until}) voordat zij begint ({since}).")
    shown = Period(since=since or None, until=until or None) if since or until else None
    return Span(first, last, shown)


def _bounds(edtf: str) -> tuple[datetime, datetime]:
    try:
        if edtf == OPEN:
            raise NotUnderstood(f"{edtf!r} is geen dag, maand of jaar.")
        return bounds(edtf)
    except NotUnderstood as error:
        raise BadQuestion(f"Datum niet begrepen: {error}") from error
