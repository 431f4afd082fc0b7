"""Folding: what makes two spellings one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import NotUnderstood
from graph_model.keys import block_of, canonical_address, id_of, key_of, qualifier_of
from graph_model.names import fold, fold_person, own_name
from graph_model.schema import NODE_KINDS

SAME = (
    ("'t Laêfhoes", "het Laefhoês", "Laefhoes", "‘t Laefhoes"),
    ("Het 8ste Werk", "8e Werk", "Het Achtste Werk"),
    ("Vitality Club", "Vitalityclub", "vitality-club"),
    ("Stichting De Linde", "De Linde", "Linde B.V."),
    ("Coöperatie Austerlitz Zorgt U.A.", "Austerlitz zorgt"),
    ("Ĳsselheem", "IJsselheem"),
    ("’s Heeren Loo", "'s heeren loo"),
)
DIFFERENT = (("Zorggroep Noord", "Zorggroep Zuid"), ("De Holm", "Holmen"), ("Samen", "Samen Verder"), ("1e", "2e"))


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({key_of("Initiative", spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert key_of("Initiative", one) != key_of("Initiative", other)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold_person(fold_person(name)) == fold_person(name)


@given(st.sampled_from(sorted(NODE_KINDS)), st.text(), st.text(max_size=20))
def test_a_key_has_three_parts_or_the_name_is_refused(kind: str, name: str, qualifier: str) -> None:
    try:
        key = key_of(kind, name, qualifier)
    except NotUnderstood:
        return
    assert block_of(key) + "|" + qualifier_of(key) == key
    assert len(id_of(key, b"geheim")) == 13


def test_a_name_of_punctuation_only_is_refused() -> None:
    with pytest.raises(NotUnderstood):
        key_of("Initiative", "…!?")


def test_the_id_of_a_person_depends_on_the_secret() -> None:
    person, place = key_of("Person", "Anna Ypma"), key_of("Place", "Zeist")
    assert id_of(person, b"een") != id_of(person, b"twee")
    assert id_of(place, b"een") == id_of(place, b"twee")


@pytest.mark.parametrize(
    "address",
    [
        "http://www.zorg.nl/pagina/",
        "https://zorg.nl/pagina#deel",
        "https://ZORG.nl/pagina?utm_source=x",
        "https://zorg.nl//pagina",
    ],
)
def test_one_page_has_one_address(address: str) -> None:
    assert canonical_address(address) == "zorg.nl/pagina"


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Programma Berkelberaad: wie zorgt er straks?", "Berkelberaad: wie zorgt er straks?"),
        ("Terugblik: congres Gewoon Samen", "congres Gewoon Samen"),
        ("Verslag van het congres Anders Oud", "congres Anders Oud"),
        ("Save the date: Dag van het Buurtpension", "Dag van het Buurtpension"),
        ("Terugblik op de Berkelontmoeting van 14 maart 2025", "Berkelontmoeting"),
        ("Verslag vergadering van 20 maart 2024", "vergadering van 20 maart 2024"),
        ("Verslag van 20 maart", "Verslag van 20 maart"),
        ("Afgelast: Themamiddag ‘Slapen in huis’ op 21 november", "Themamiddag ‘Slapen in huis’"),
        ("Let op, nieuwe datum: Dag van de Buren", "Dag van de Buren"),
        ("Verplaatst naar mei", "Verplaatst naar mei"),
        ("Programma", "Programma"),
        ("Programmadag Ouder worden", "Programmadag Ouder worden"),
        ("Het verslag van ons congres", "Het verslag van ons congres"),
    ],
)
def test_a_gathering_is_known_by_its_own_name_and_not_by_what_the_page_is(title: str, own: str) -> None:
    assert own_name(title) == own
    assert own_name(own) == own


@given(st.text())
def test_the_own_name_stands_in_the_title(title: str) -> None:
    assert own_name(title) in title
    assert bool(own_name(title)) == bool(title)
