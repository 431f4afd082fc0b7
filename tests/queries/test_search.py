"""Finding things by words."""

from __future__ import annotations

import pytest

from graph_model.errors import BadQuestion
from queries import Graph
from queries.search import search
from tests.queries.pages import initiative, load, said


def _names(graph: Graph, words: str, kind: str = "") -> list[str]:
    return [hit.name for hit in search(graph, words, kind=kind).items]


@pytest.mark.parametrize("typed", ["'t Naoberhoês", "t naoberhoes", "HET NAOBERHOES", "naober hoes", "Naöberhoes"])
def test_a_name_in_any_spelling_comes_first(neighbourhood: Graph, typed: str) -> None:
    first = search(neighbourhood, typed).items[0]
    assert (first.name, first.kind, first.match) == ("'t Naoberhoês", "Initiative", "exact")


def test_one_wrong_letter_is_forgiven(neighbourhood: Graph) -> None:
    first = search(neighbourhood, "naoberhoos").items[0]
    assert (first.name, first.match) == ("'t Naoberhoês", "fuzzy")


def test_an_alias_is_a_name(neighbourhood: Graph) -> None:
    first = search(neighbourhood, "De Berkelbrug").items[0]
    assert (first.name, first.match) == ("Zorggroep De Berkelbrug", "exact")


def test_better_fits_come_first_and_then_what_is_linked_more(neighbourhood: Graph) -> None:
    hits = search(neighbourhood, "noord").items
    assert [hit.match for hit in hits] == sorted((hit.match for hit in hits), key=["exact", "prefix", "words"].index)
    assert hits[0].name == "Buurtkring Noord"
    assert [hit.degree for hit in hits] == sorted((hit.degree for hit in hits), reverse=True)
    assert search(neighbourhood, "Buurttafel Noord").items[0].match == "exact"


def test_the_order_of_words_does_not_matter(neighbourhood: Graph) -> None:
    assert "Buurtkring Noord" in _names(neighbourhood, "noord buurtkring")


def test_a_kind_keeps_others_out(neighbourhood: Graph) -> None:
    assert {hit.kind for hit in search(neighbourhood, "noord", kind="initiatief").items} == {"Initiative"}
    assert {hit.kind for hit in search(neighbourhood, "wilgenhof", kind="organisatie").items} == {
        "CareOrganisation", "ClientCouncil",
    }  # fmt: skip


def test_namesakes_are_told_apart_by_a_hint(neighbourhood: Graph) -> None:
    hints = {hit.hint for hit in search(neighbourhood, "Anna de Jong").items}
    assert hints == {"Cliëntenraad De Wilgenhof", "Zorgcoöperatie De Achtersteveld"}


def test_without_a_hit_names_that_begin_alike_are_suggested(neighbourhood: Graph) -> None:
    found = search(neighbourhood, "buurtschap")
    assert found.items == ()
    assert "Buurtkring Noord" in found.suggestions
    assert search(neighbourhood, "xyzzy").suggestions == ()


@pytest.mark.parametrize("words", ["( ~ :", "*", "", "   ", "🎉", "\\"])
def test_words_without_letters_are_refused_in_plain_words(neighbourhood: Graph, words: str) -> None:
    with pytest.raises(BadQuestion, match="woord"):
        search(neighbourhood, words)


@pytest.mark.parametrize("words", ["a AND", "naober~9", "wilg* OR (", "( AND ~ :", "name:[a TO z]", "Ωmega", "'; DROP"])
def test_signs_of_the_index_are_only_words(neighbourhood: Graph, words: str) -> None:
    assert search(neighbourhood, words).version > 0


def test_kinds_and_lengths_that_make_no_sense_are_refused(neighbourhood: Graph) -> None:
    for wrong in ({"kind": "zeppelin"}, {"limit": 0}, {"after": -1}):
        with pytest.raises(BadQuestion):
            search(neighbourhood, "noord", **wrong)  # type: ignore[arg-type]
    with pytest.raises(BadQuestion):
        search(neighbourhood, "a" * 301)


def test_pages_of_hits_follow_on_each_other(neighbourhood: Graph) -> None:
    whole = search(neighbourhood, "noord")
    first = search(neighbourhood, "noord", limit=2)
    rest = search(neighbourhood, "noord", after=first.next or 0, limit=100)
    assert (*first.items, *rest.items) == whole.items
    assert (first.total, rest.next) == (whole.total, None)


def test_of_very_many_candidates_the_closest_are_looked_at(graph: Graph) -> None:
    load(graph, (said(initiative(f"Zorg {'lang ' * (n % 7)}{n:03}"), "form", "kring") for n in range(260)))
    found = search(graph, "zorg", limit=1000)
    assert found.total == 200
    assert "Zorg 000" in [hit.name for hit in found.items]
