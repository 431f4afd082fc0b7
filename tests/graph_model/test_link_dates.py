"""From when to when a link holds, where several pages speak of it."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import add

from hypothesis import given as for_all
from hypothesis import strategies as st

from graph_model.projection.link_tally import as_text, from_text, link_tally_of
from graph_model.projection.said import Said

ONE = Said(
    "c0", "document|p0|", "organisation|linde|", "Initiative", "De Linde", "MEMBER_OF", "organisation|net|", "Partner",
    "Het net", "", "", 900, True, "page", "a.example", "2024-01-01", False, "", "",
)  # fmt: skip


def said(number: int, since: str = "", until: str = "") -> Said:
    """A claim of a page of its own; a greater number was read later."""
    return replace(
        ONE, id=f"c{number}", page=f"document|p{number}|", fetched=f"2024-01-{number + 1:02d}", valid_from=since,
        valid_to=until,
    )  # fmt: skip


def dates(*claims: Said) -> tuple[str, str]:
    tally = link_tally_of(claims)
    return tally.valid_from, tally.valid_to


def test_one_page_may_tell_the_beginning_and_another_the_end() -> None:
    assert dates(said(0, "2018"), said(1, "", "2023"), said(2)) == ("2018", "2023")


def test_who_came_back_is_there_and_who_left_later_is_gone() -> None:
    assert dates(said(0, "2010", "2015"), said(1, "2020")) == ("2020", "")
    assert dates(said(0, "2020"), said(1, "", "2015")) == ("", "2015")
    assert dates(said(0, "", ".."), said(1, "2020")) == ("2020", "")
    assert dates(said(0, "2020"), said(1, "", "..")) == ("2020", "..")


edtf = st.sampled_from(("", "2018", "2019-06", "2023", ".."))


@for_all(st.lists(st.tuples(edtf, edtf), min_size=1, max_size=6), st.randoms())
def test_tallies_add_up_in_any_order(times: list[tuple[str, str]], random: object) -> None:
    claims = [said(number, *time) for number, time in enumerate(times)]
    whole = link_tally_of(claims)
    random.shuffle(claims)  # type: ignore[attr-defined]
    parts = [link_tally_of([claim]) for claim in claims]
    assert reduce(add, parts) == whole
    assert from_text(as_text(whole), "") == whole
