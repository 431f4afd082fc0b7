"""How well names fit what somebody typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.ranking import EXACT, Fit, Wanted, match
from queries.search import index_query


@pytest.mark.parametrize("typed", ["'t Laefhoês", "’t Laêfhoes", "het laefhoes", "LAEFHOES", "Laef hoes"])
def test_every_spelling_of_a_name_is_exactly_that_name(typed: str) -> None:
    assert match(Wanted.of(typed), ["'t Laefhoes"]) == EXACT


@pytest.mark.parametrize(
    ("typed", "name", "fit"),
    [
        ("langer zelf", "Langer Zelfstandig Leven", Fit.PREFIX),
        ("zelfstandig langer", "Langer Zelfstandig Leven", Fit.WORDS),
        ("leven", "Langer Zelfstandig Leven", Fit.WORDS),
        ("laefhoos", "'t Laefhoês", Fit.FUZZY),
        ("dhr. Jansen", "Jansen", Fit.EXACT),
        ("zorgkantoor", "Langer Zelfstandig Leven", None),
        ("noord zuid", "Zorggroep Noord", None),
    ],
)
def test_a_name_fits_as_well_as_its_words_do(typed: str, name: str, fit: Fit | None) -> None:
    found = match(Wanted.of(typed), [name])
    assert (found.fit if found else None) == fit


def test_of_several_names_the_best_counts() -> None:
    assert match(Wanted.of("LZLO"), ["Langer Zelfstandig Leven Oegstgeest", "LZLO"]) == EXACT


def test_small_words_do_not_have_to_be_there() -> None:
    assert match(Wanted.of("de week van de buurt"), ["Week Buurt"]) is not None


@given(st.text(max_size=40))
def test_only_words_of_letters_and_digits_reach_the_index(text: str) -> None:
    for every in (True, False):
        query = index_query(text, every=every, forgiving=1)
        assert set(query) <= set("abcdefghijklmnopqrstuvwxyz0123456789*~+() ")
        assert "()" not in query


def test_a_query_for_every_word_asks_for_each_as_it_is_as_a_beginning_or_nearly() -> None:
    assert index_query("De Zorg in Ee", every=True, forgiving=0) == "+(zorg zorg*) +(ee ee*)"
    assert index_query("De Zorg in Ee", every=True, forgiving=1) == "+(zorg zorg* zorg~1) +(ee ee*)"
    assert index_query("Zorg Ee", every=False, forgiving=1) == "(zorg zorg* zorg~1) (ee ee*)"
    assert index_query("", every=True, forgiving=1) == ""
