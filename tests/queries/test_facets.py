"""What a search finds, counted and narrowed down; and names while somebody types."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_model.errors import BadQuestion, NotFound
from graph_model.evidence import End
from queries import Graph
from queries.ledger.pages import withdraw
from queries.ledger.runs import begin_run
from queries.search import search
from queries.suggest import suggest
from tests.queries.pages import ADDRESS, AT, initiative, load, said


@pytest.fixture
def zorg(graph: Graph) -> Graph:
    """Four things with one word in their names, in two towns of one municipality, about two themes."""
    goor, delden = End("Place", "Goor", "gn1"), End("Place", "Delden", "gn2")
    circle, meal = initiative("Zorgkring Goor"), initiative("Zorgmaal")
    load(graph, [
        *(said(place, "municipality", "Hof van Twente") for place in (goor, delden)),
        said(End("Place", "Hof van Twente", "gn3"), "province", "Overijssel"),
        said(circle, "BASED_IN", goor), said(meal, "BASED_IN", delden), said(circle, "HAS_THEME", End("Theme", "Eten")),
        said(meal, "HAS_THEME", End("Theme", "Eten")), said(meal, "HAS_THEME", End("Theme", "Rust")),
        said(End("CareOrganisation", "Zorghuis"), "BASED_IN", goor), said(End("Partner", "Zorgfonds"), "form", "fonds"),
    ])  # fmt: skip
    return graph


def _counts(found: object) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    facets = found.facets  # type: ignore[attr-defined]
    return (
        {one.kind: one.count for one in facets.kinds},
        {one.name: one.count for one in facets.places},
        {one.name: one.count for one in facets.themes},
    )


def test_all_hits_are_counted_by_kind_place_and_theme(zorg: Graph) -> None:
    found = search(zorg, "zorg", limit=1)
    assert (len(found.items), found.total, found.cut_off) == (1, 4, False)
    assert _counts(found) == (
        {"CareOrganisation": 1, "Initiative": 2, "Partner": 1}, {"Delden": 1, "Goor": 2}, {"Eten": 2, "Rust": 1},
    )  # fmt: skip


def test_hits_are_narrowed_down_and_each_facet_keeps_its_alternatives(zorg: Graph) -> None:
    found = search(zorg, "zorg", kind="initiatief", place="Goor")
    assert [hit.name for hit in found.items] == ["Zorgkring Goor"]
    assert _counts(found) == ({"CareOrganisation": 1, "Initiative": 1}, {"Delden": 1, "Goor": 1}, {"Eten": 1})
    assert [hit.name for hit in search(zorg, "zorg", theme="rust").items] == ["Zorgmaal"]
    assert search(zorg, "zorg", place="Goor", theme="rust").total == 0


def test_a_municipality_holds_what_lies_in_its_towns(zorg: Graph) -> None:
    found = search(zorg, "zorg", place="Hof van Twente")
    assert {hit.name for hit in found.items} == {"Zorgkring Goor", "Zorgmaal", "Zorghuis"}
    with pytest.raises(NotFound):
        search(zorg, "zorg", place="Xyzzyburg")


@pytest.mark.parametrize("typed", ["zorgkrign goor", "zorgkirng", "zorgkrin goor"])
def test_letters_that_changed_places_are_forgiven_in_a_long_word(zorg: Graph, typed: str) -> None:
    assert search(zorg, typed).items[0].name == "Zorgkring Goor"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("zorgk", ["Zorgkring Goor"]),
        ("goor", ["Goor", "Zorgkring Goor"]),
        ("Zorgkring G", ["Zorgkring Goor"]),
        ("e", ["Eten"]),
        ("xyz", []),
        ("  ( ", []),
        ("", []),
    ],
)
def test_names_are_suggested_while_somebody_types(zorg: Graph, typed: str, names: list[str]) -> None:
    assert [one.name for one in suggest(zorg, typed).items] == names


def test_what_is_linked_more_is_suggested_first_and_no_more_than_asked_for(zorg: Graph) -> None:
    assert [one.name for one in suggest(zorg, "zorg", limit=3).items] == ["Zorgmaal", "Zorgkring Goor", "Zorghuis"]
    assert suggest(zorg, "zorg").items[0].kind_words == "initiatief"
    for wrong in ({"limit": 0}, {"limit": 21}):
        with pytest.raises(BadQuestion):
            suggest(zorg, "zorg", **wrong)
    with pytest.raises(BadQuestion):
        suggest(zorg, "z" * 301)


def test_what_was_linked_since_is_suggested_by_that(graph: Graph) -> None:
    before = [said(initiative(name), "form", "kring") for name in ("Zorgbos", "Zorgdam")]
    load(graph, before)
    assert [one.name for one in suggest(graph, "zor").items] == ["Zorgbos", "Zorgdam"]
    withdraw(graph, ADDRESS, begin_run(graph, "withdraw", [], AT), AT)
    load(graph, [*before, said(initiative("Zorgdam"), "HAS_THEME", End("Theme", "Rust"))])
    assert [one.name for one in suggest(graph, "zor").items] == ["Zorgdam", "Zorgbos"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_whatever_is_typed_something_or_nothing_is_suggested(neighbourhood: Graph, typed: str) -> None:
    assert suggest(neighbourhood, typed).typed == typed
