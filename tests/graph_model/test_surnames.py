"""Who may be taken for one person by name alone: only whose name is rare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.names import fold_person
from graph_model.surnames import is_rare, load_common_surnames

COMMON = load_common_surnames()


def test_at_least_a_thousand_common_surnames_ship_with_the_package() -> None:
    assert len(COMMON) >= 1000
    assert {"de vries", "van den berg", "jansen", "yilmaz", "el amrani", "singh", "pengel", "siregar"} <= COMMON


def test_every_surname_on_the_list_is_folded() -> None:
    assert {name for name in COMMON if fold_person(name) != name} == set()


@pytest.mark.parametrize(
    "name",
    ["Aukje Meppelink", "Guus Bannenberg", "Esther van Leeuwen-Hoogstrate", "Gerda Jansen-de Vries", "Jo Quispelaar",
     "Jan Peter van Boskoop", "Marie-Louise Grimmelikhuizen", "Ab Koetsenruijter", "Anna 't Sas-Vermeer"],
)  # fmt: skip
def test_a_first_name_written_out_with_an_uncommon_surname_is_rare(name: str) -> None:
    assert is_rare(fold_person(name), COMMON)


@pytest.mark.parametrize(
    "name",
    ["Jan de Vries", "Jan Willem de Vries", "Jan-Willem Bakker", "Marie J. Jansen", "dhr. Jan van den Berg",
     "Fatima El Amrani", "J. Meppelink", "J.W. Grimmelikhuizen", "Th. Bannenberg", "dhr. Van Boskoop",
     "Tiske", "Willem-Alexander",
     "Meppelink", "", "Jan van 't Hof", "Jan in 't Veld", "Tjin A Tsoi"],
)  # fmt: skip
def test_a_common_surname_initials_or_half_a_name_are_never_rare(name: str) -> None:
    assert not is_rare(fold_person(name), COMMON)


@given(st.text(max_size=30), st.sampled_from(sorted(COMMON)))
def test_no_first_name_makes_a_common_surname_rare(first: str, surname: str) -> None:
    words = fold_person(first).split()[:1]
    assert not is_rare(" ".join([*words, surname]), COMMON)


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    assert is_rare(fold_person(text), COMMON) in (True, False)
