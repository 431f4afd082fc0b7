"""Lists in pages: how many to leave out, how many to give, and where to go on when the graph changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from graph_model.errors import BadQuestion
from queries.results.cursors import Cursor, marks_of
from queries.results.shapes import Page

P = TypeVar("P", bound=Page)

MAX_LIMIT = 1000


def check_page(after: int, limit: int) -> None:
    """Nothing, when a page of an answer can be cut like this.

    :raises BadQuestion: when it cannot.
    """
    if after < 0 or not 1 <= limit <= MAX_LIMIT:
        raise BadQuestion(f"Vraag 1 tot en met {MAX_LIMIT} regels, vanaf regel 0 of later.")


def next_page(after: int, limit: int, total: int) -> int | None:
    """How many to leave out for the page after this one; null when this is the last."""
    return after + limit if after + limit < total else None


def resumed(ask: Callable[[int, int], P], at: Cursor, limit: int) -> P:
    """The page that follows on the rows that a cursor marks, wherever those stand by now.

    :param ask: the list, from a number of rows on, so many rows.
    """
    page = ask(at.offset, limit)
    if at.version in (None, page.version) or not at.marks:
        return page
    place = _place(ask, at)
    return page if place == at.offset else ask(place, limit)


def _place(ask: Callable[[int, int], P], at: Cursor) -> int:
    """How many rows come before what follows on the marked ones; looked for near the old place, then everywhere.

    Where all of them are gone, a few rows earlier than before: rather something twice than something left out.
    """
    near = max(0, at.offset - MAX_LIMIT // 2)
    place = at.place_in(marks_of(ask(near, MAX_LIMIT)))
    if place is not None:
        return near + place
    start: int | None = 0
    while start is not None:
        page = ask(start, MAX_LIMIT)
        place = at.place_in(marks_of(page))
        if place is not None:
            return start + place
        start = page.next
    return max(0, at.offset - len(at.marks))
