"""A list that is read in parts is whole, also when the graph grows or shrinks between two parts."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_model.errors import BadQuestion
from queries.paging import MAX_LIMIT, next_page, resumed
from queries.results import Page, Ref
from queries.results.cursors import LONGEST, cursor


class Named(Page):
    items: tuple[Ref, ...]


@dataclass
class Rows:
    """A list of things that changes while somebody reads it."""

    names: list[str]
    version: int = 1
    given: list[str] = field(default_factory=list)
    coming: list[str] = field(default_factory=list)

    def ask(self, after: int, limit: int) -> Named:
        assert limit <= MAX_LIMIT
        if self.coming:  # somebody writes between any two questions
            self.names = sorted({*self.names, self.coming.pop()})
            self.version += 1
        part = self.names[after : after + limit]
        items = tuple(Ref(id=name, kind="Place", name=name) for name in part)
        return Named(items=items, total=len(self.names), version=self.version,
                     next=next_page(after, limit, len(self.names)))  # fmt: skip

    def read(self, at: str, limit: int) -> str | None:
        """Read one part as a client does; gives where to go on, as its JSON says."""
        page = resumed(self.ask, cursor(at), limit)
        self.given += [item.name for item in page.items]
        going_on = page.model_dump(mode="json")["next"]
        assert going_on is None or len(going_on) <= LONGEST
        return str(going_on) if going_on is not None else None


names = st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=4), unique=True, max_size=30).map(sorted)


@settings(max_examples=100)
@given(names, names, st.integers(4, 7), st.integers(0, 4), st.sets(st.integers(0, 29), max_size=3))
def test_what_stays_is_given_once_whatever_comes_and_goes(
    first: list[str], added: list[str], limit: int, when: int, taken: set[int]
) -> None:
    rows = Rows(first)
    at, part = rows.read("", limit), 0
    while at is not None:
        if part == when:
            gone = {name for place, name in enumerate(first) if place in taken}
            rows.names = sorted({*first, *added} - gone)
            rows.version += 1
        at, part = rows.read(at, limit), part + 1
    staying = [name for name in first if name in rows.names]
    assert [name for name in rows.given if name in staying] == staying
    assert len(rows.given) == len(set(rows.given))


@settings(max_examples=60)
@given(names, names, st.integers(1, 7))
def test_rows_that_come_while_the_place_is_looked_for_do_no_harm(
    first: list[str], added: list[str], limit: int
) -> None:
    rows = Rows(first, coming=list(added))
    at = rows.read("", limit)
    while at is not None:
        at = rows.read(at, limit)
    assert len(rows.given) == len(set(rows.given))
    assert set(first) <= {*rows.given}


def test_where_every_marked_row_is_gone_nothing_is_left_out() -> None:
    rows = Rows(["a", "b", "c", "d"])
    at = rows.read("", 2)
    rows.names, rows.version = ["c", "d"], 2
    rows.read(at or "", 2)
    assert rows.given == ["a", "b", "c", "d"]


def test_without_a_change_a_cursor_is_an_offset() -> None:
    rows = Rows([f"n{number:02}" for number in range(10)])
    at = rows.read("", 4)
    assert cursor(at or "").offset == 4
    assert rows.read("8", 4) is None
    assert rows.given == rows.names[:4] + rows.names[8:]


@pytest.mark.parametrize("text", ["x", "-1", "1.5", "9" * 400, "é", "W10", "WzFd!", "bnVsbA", "Wy0xLDFd", "WzEsMSwyXQ"])
def test_what_is_no_cursor_is_told(text: str) -> None:
    with pytest.raises(BadQuestion):
        cursor(text)


@given(st.text(max_size=60))
def test_any_text_is_a_cursor_or_refused(text: str) -> None:
    try:
        found = cursor(text)
    except BadQuestion:
        return
    assert found.offset >= 0
