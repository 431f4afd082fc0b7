"""Where a list goes on: a cursor that also says after what, so that it stays right when the graph changes meanwhile.

A cursor holds how many rows came before, in which version of the graph, and marks of the last rows that were given.
Whoever goes on in a later version is given what now follows on those rows: nothing twice, nothing left out, as long as
one of those rows is still there and in its place.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from graph_model.errors import BadQuestion

P = TypeVar("P", bound=BaseModel)

LONGEST = 200
"""Characters of a cursor as text."""

_LISTS = ("items", "links", "initiatives")
_MARKED = 5
_MOST = 2**31
_WRONG = "Deze plaats in de lijst (after) klopt niet; neem `next` van het antwoord ervoor over zoals het er staat."


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: after so many rows, of this version, the last of which were these. No version: just that."""

    offset: int
    version: int | None = None
    marks: tuple[str, ...] = ()

    def text(self) -> str:
        """The cursor as it is given out: letters, digits, ``-`` and ``_``."""
        told = json.dumps([self.offset, self.version, *self.marks], separators=(",", ":"))
        return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")

    def found_in(self, marks: Sequence[str]) -> tuple[int, str] | None:
        """The latest of the marked rows that is among these: how many come up to and with it, and its mark."""
        for mark in reversed(self.marks):
            if mark in marks:
                return marks.index(mark) + 1, mark
        return None


def cursor(text: str) -> Cursor:
    """The cursor that a text is; a plain number is a number of rows to leave out.

    :raises BadQuestion: it is none.
    """
    if not text or (text.isascii() and text.isdigit()):
        return _checked(int(text or "0"), None, ())
    try:
        told = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        offset, version, *marks = told
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise BadQuestion(_WRONG) from error
    return _checked(offset, version, marks)


def _checked(offset: Any, version: Any, marks: Iterable[Any]) -> Cursor:
    marks = tuple(marks)
    if type(offset) is not int or not 0 <= offset <= _MOST or type(version) not in (int, type(None)):
        raise BadQuestion(_WRONG)
    if len(marks) > _MARKED or not all(isinstance(one, str) for one in marks):
        raise BadQuestion(_WRONG)
    return Cursor(offset, version, marks)


def cursor_after(page: BaseModel, offset: int, version: int) -> Cursor:
    """The cursor behind a page of a list."""
    return Cursor(offset, version, marks_of(page)[-_MARKED:])


def marks_of(page: BaseModel) -> tuple[str, ...]:
    """A mark for each row of the list that an answer holds."""
    return tuple(map(_mark, getattr(page, name))) if (name := _list_of(page)) else ()


def part_of(page: P, start: int, number: int, going_on: int | None) -> P:
    """The same answer with so many rows of its list, from a number of rows on."""
    name = _list_of(page)
    return page.model_copy(update={name: getattr(page, name)[start : start + number], "next": going_on})


def _list_of(page: BaseModel) -> str:
    return next((name for name in _LISTS if name in type(page).model_fields), "")


def _mark(row: BaseModel) -> str:
    """By the row's own id, else that of its thing, else by all that it says."""
    thing = getattr(row, "thing", None)
    named = getattr(row, "id", None) or getattr(thing, "id", None)
    return hashlib.blake2b((named or row.model_dump_json()).encode(), digest_size=6).hexdigest()
