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
from typing import Any

from pydantic import BaseModel

from graph_model.errors import BadQuestion

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

    def place_in(self, marks: Sequence[str]) -> int | None:
        """How many of these rows come before what follows; None when none of the last rows is among them."""
        for mark in reversed(self.marks):
            found = [at for at, one in enumerate(marks) if one == mark]
            if found:
                return found[-1] + 1
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
    name = next((name for name in _LISTS if name in type(page).model_fields), None)
    return tuple(map(_mark, getattr(page, name))) if name else ()


def _mark(row: BaseModel) -> str:
    """By the row's own id, else that of its thing, else by all that it says."""
    thing = getattr(row, "thing", None)
    named = getattr(row, "id", None) or getattr(thing, "id", None)
    return hashlib.blake2b((named or row.model_dump_json()).encode(), digest_size=6).hexdigest()
