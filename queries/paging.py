"""Lists in pages: how many to leave out, how many to give, and where to go on when the graph changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from graph_model.errors import BadQuestion
from queries.results.cursors import Cursor, marks_of, part_of
from queries.results.shapes import Page

P = TypeVar("P", bound=Page)

MAX_LIMIT = 1000
_TRIES = 8
"""How often the place is looked for anew because somebody wrote between finding it and reading on from it."""

_MOVED = 20
"""So many rows may come before the place in between without it being looked for anew."""


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
    place, mark = at.offset, at.marks[-1]
    for _ in range(_TRIES):
        following = _following(ask, place, mark, limit)
        if following is not None:
            return following
        found = _place(ask, at)
        if found is None:
            # A few rows earlier than before: rather something twice than something left out.
            return ask(max(0, at.offset - len(at.marks)), limit)
        place, mark = found
    return ask(place, limit)


def _following(ask: Callable[[int, int], P], place: int, mark: str, limit: int) -> P | None:
    """What comes after a marked row, asked for together with that row: so both are of one version.

    None when that row is not just before the place; rows that came before it meanwhile may have moved it a little.
    """
    start = max(0, place - 1)
    page = ask(start, min(limit + _MOVED, MAX_LIMIT))
    marks = marks_of(page)
    if mark not in marks:
        return None
    before = marks.index(mark) + 1
    number = min(limit, len(marks) - before)
    if not number and page.next is not None:
        return None
    return part_of(page, before, number, next_page(start + before, number, page.total))


def _place(ask: Callable[[int, int], P], at: Cursor) -> tuple[int, str] | None:
    """After how many rows the list goes on, and the row before that: near the old place, else anywhere."""
    found = at.found_in(marks_of(ask(near := max(0, at.offset - MAX_LIMIT // 2), MAX_LIMIT)))
    if found:
        return near + found[0], found[1]
    start: int | None = 0
    while start is not None:
        page = ask(start, MAX_LIMIT)
        if found := at.found_in(marks_of(page)):
            return start + found[0], found[1]
        start = page.next
    return None
