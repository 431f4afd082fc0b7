"""Which initiatives are about which themes: honest counts, what is unknown, regions, periods, what goes together."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import Ambiguous, BadQuestion, NotFound
from graph_model.evidence import Claim, End
from queries import Graph
from queries.ledger.pages import withdraw
from queries.ledger.runs import begin_run
from queries.results.themes import Themes
from queries.themes import themes
from queries.themes.lift import LEAST_EXPECTED, lifts
from tests.queries.pages import ADDRESS, AT, initiative, load, said

EAT, LIVE, MEET = (End("Theme", name) for name in ("Samen eten", "Langer thuis", "Ontmoeten"))
EMMEN, ZWEELOO, GORSSEL = End("Place", "Emmen"), End("Place", "Zweeloo"), End("Place", "Gorssel")


def gathering(name: str, start: str, *about: End) -> list[Claim]:
    """A gathering with its date and themes."""
    event = End("Event", name, start)
    dated = [said(event, "start", start)] if start else []
    return [*dated, *(said(event, "HAS_THEME", theme) for theme in about)]


def part(who: str, kind: str, name: str, start: str) -> Claim:
    """That an initiative has a part in a gathering."""
    event = End("Event", name, start)
    return said(event, kind, initiative(who)) if kind != "ORGANISES" else said(initiative(who), kind, event)


@pytest.fixture
def village(graph: Graph) -> Graph:
    """Four initiatives: one about themes itself, two by gatherings, and one of which nobody says."""
    load(graph, [
        said(EMMEN, "municipality", "Emmen"), said(EMMEN, "province", "Drenthe"),
        said(ZWEELOO, "municipality", "Coevorden"), said(ZWEELOO, "province", "Drenthe"),
        said(GORSSEL, "municipality", "Lochem"), said(GORSSEL, "province", "Gelderland"),
        said(initiative("De Linde"), "BASED_IN", EMMEN), said(initiative("De Berk"), "BASED_IN", ZWEELOO),
        said(initiative("De Es"), "BASED_IN", GORSSEL), said(initiative("De Wilg"), "form", "kring"),
        said(initiative("De Linde"), "HAS_THEME", EAT), said(initiative("De Linde"), "HAS_THEME", LIVE, until="2020"),
        *gathering("Grote maaltijd", "2024-05-03", EAT, MEET), *gathering("Lezing", "", LIVE),
        part("De Linde", "ORGANISES", "Grote maaltijd", "2024-05-03"), part("De Berk", "HELD_AT", "Lezing", ""),
        part("De Es", "FEATURES", "Grote maaltijd", "2024-05-03"),
    ])  # fmt: skip
    return graph


def cells(found: Themes) -> dict[tuple[str, str], tuple[int, int, bool]]:
    """The squares by the names of initiative and theme: documents, claims, said of itself."""
    names = {row.id: row.name for row in found.rows} | {theme.id: theme.name for theme in found.themes}
    return {
        (names[cell.initiative], names[cell.theme]): (cell.documents, cell.claims, cell.own) for cell in found.cells
    }


def test_an_initiative_is_about_its_own_themes_and_those_of_gatherings_it_has_a_part_in(village: Graph) -> None:
    assert cells(themes(village)) == {
        ("De Linde", "Samen eten"): (1, 3, True),  # its own line; that it organises the meal, and what that is about
        ("De Linde", "Langer thuis"): (1, 1, True),
        ("De Linde", "Ontmoeten"): (1, 2, False),
        ("De Berk", "Langer thuis"): (1, 2, False),
        ("De Es", "Samen eten"): (1, 2, False),
        ("De Es", "Ontmoeten"): (1, 2, False),
    }


def test_what_is_unknown_is_told_apart_from_none(village: Graph) -> None:
    found = themes(village)
    assert {row.name: (row.known, row.themes) for row in found.rows} == {
        "De Linde": (True, 3), "De Berk": (True, 1), "De Es": (True, 2), "De Wilg": (False, 0),
    }  # fmt: skip
    assert (found.initiatives, found.coverage.initiatives_without_theme) == (4, 1)
    assert found.message.startswith("Van 1 van de 4 initiatieven noemt geen bron een thema: dat is onbekend")
    assert found.coverage.initiatives_without_place == 1


def test_a_region_may_be_a_province_a_municipality_or_a_place(village: Graph) -> None:
    for words, names in {
        "Drenthe": {"De Linde", "De Berk"}, "provincie drenthe": {"De Linde", "De Berk"},
        "gemeente Coevorden": {"De Berk"}, "Zweeloo": {"De Berk"}, "emmen": {"De Linde"}, "Zeeland": set(),
    }.items():  # fmt: skip
        assert {row.name for row in themes(village, region=words).rows} == names, words
    with pytest.raises(NotFound):
        themes(village, region="Atlantis")
    with pytest.raises(BadQuestion):
        themes(village, region="!?")


def test_themes_without_initiatives_in_a_region_say_how_many_there_are_elsewhere(village: Graph) -> None:
    found = themes(village, region="Gelderland")
    told = {theme.name: (theme.initiatives, theme.elsewhere) for theme in found.themes}
    assert told == {"Samen eten": (1, 1), "Ontmoeten": (1, 1), "Langer thuis": (0, 2)}
    assert found.region is not None
    assert (found.region.kind, found.region.words) == ("province", "provincie Gelderland")


def test_a_period_counts_by_the_date_of_the_gathering_and_says_what_has_none(village: Graph) -> None:
    found = themes(village, since="2024-05", until="2024-05-31")
    assert set(cells(found)) == {
        ("De Linde", "Samen eten"), ("De Linde", "Ontmoeten"), ("De Es", "Samen eten"), ("De Es", "Ontmoeten"),
    }  # fmt: skip
    # The two themes of De Linde itself stand on a page without a date, and the lecture has none either.
    assert found.coverage.undated == 3
    assert cells(themes(village, since="2025")) == {}
    with pytest.raises(BadQuestion):
        themes(village, since="2025", until="2024")


def test_as_of_a_day_only_what_held_then_counts(village: Graph) -> None:
    assert ("De Linde", "Langer thuis") in cells(themes(village, as_of="2019"))
    assert ("De Linde", "Langer thuis") not in cells(themes(village, as_of="2021-05-01"))


def test_one_theme_comes_with_a_sentence_and_quotes_for_every_initiative(village: Graph) -> None:
    found = themes(village, theme="samen eten")
    assert {one.words for one in found.evidence} == {
        "De Linde houdt zich bezig met Samen eten",
        "Grote maaltijd wordt georganiseerd door De Linde en gaat over Samen eten",
        "Grote maaltijd belicht De Es en gaat over Samen eten",
    }
    assert all(one.claims for one in found.evidence)
    assert {name for _, name in cells(found)} == {"Samen eten"}


def test_a_province_that_is_also_a_place_must_be_told_apart(graph: Graph) -> None:
    town = End("Place", "Utrecht")
    load(graph, [
        said(town, "municipality", "Utrecht"), said(town, "province", "Utrecht"),
        said(GORSSEL, "municipality", "Zeist"), said(GORSSEL, "province", "Utrecht"),
        said(initiative("De Linde"), "BASED_IN", town), said(initiative("De Berk"), "BASED_IN", GORSSEL),
    ])  # fmt: skip
    with pytest.raises(Ambiguous) as caught:
        themes(graph, region="Utrecht")
    names = [{row.name for row in themes(graph, region=one.id).rows} for one in caught.value.candidates]
    assert names == [{"De Linde", "De Berk"}, {"De Linde"}]


def test_a_municipality_that_two_provinces_have_must_be_told_apart(graph: Graph) -> None:
    north, south = End("Place", "Egmond"), End("Place", "Well")
    load(graph, [
        *(said(north, field, value) for field, value in (("municipality", "Bergen"), ("province", "Noord-Holland"))),
        *(said(south, field, value) for field, value in (("municipality", "Bergen"), ("province", "Limburg"))),
        said(initiative("De Linde"), "BASED_IN", north), said(initiative("De Berk"), "BASED_IN", south),
    ])  # fmt: skip
    with pytest.raises(Ambiguous) as caught:
        themes(graph, region="Bergen")
    assert {one.id: {row.name for row in themes(graph, region=one.id).rows} for one in caught.value.candidates} == {
        "gemeente Bergen, Limburg": {"De Berk"},
        "gemeente Bergen, Noord-Holland": {"De Linde"},
    }


def test_a_change_of_the_graph_is_seen_at_once(village: Graph) -> None:
    before = themes(village)
    withdraw(village, ADDRESS, begin_run(village, "withdraw", [], AT), AT)
    after = themes(village)
    assert after.version > before.version
    assert (cells(after), after.message) == ({}, "Er is geen initiatief bekend.")


def test_the_json_has_the_keys_that_users_were_promised(village: Graph) -> None:
    answer = themes(village).model_dump()
    assert answer.keys() >= {"themes", "initiatives", "cells", "coverage", "lift", "version"}
    assert answer["cells"][0].keys() >= {"theme", "initiative", "documents", "claims"}
    assert answer["coverage"].keys() >= {"pages", "sources", "initiatives_without_theme"}
    assert answer["lift"][0].keys() >= {"a", "b", "together", "expected", "lift"}


bags = st.lists(st.sets(st.sampled_from("abcdefg"), max_size=5), max_size=40)


@given(bags)
def test_counts_that_go_together_are_those_of_brute_force(themes_of: list[set[str]]) -> None:
    known = [some for some in themes_of if some]
    wanted = {}
    for a, b in combinations("abcdefg", 2):
        both = sum(a in some and b in some for some in known)
        if both:
            single = Counter(theme for some in known for theme in some)
            wanted[a, b] = (both, single[a] * single[b] / len(known))
    found = lifts(themes_of)
    assert {(one.a, one.b): (one.together, one.expected) for one in found} == wanted
    assert all(one.lift == pytest.approx(one.together / one.expected) for one in found)
    assert all(one.trusted == (one.expected >= LEAST_EXPECTED) for one in found)
    assert [one.trusted for one in found] == sorted((one.trusted for one in found), reverse=True)


@given(bags.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_what_goes_together_does_not_depend_on_order(both: tuple[list[set[str]], list[set[str]]]) -> None:
    assert lifts(both[0]) == lifts(both[1])


def test_two_themes_that_always_go_together_have_a_lift_of_how_rare_they_are() -> None:
    found = lifts([{"a", "b"}] * 10 + [{"c"}] * 30)
    assert [(one.a, one.b, one.together, one.expected, one.lift, one.trusted) for one in found] == [
        ("a", "b", 10, 2.5, 4.0, False)
    ]
    assert lifts([{"a", "b"}] * 40 + [{"c"}] * 120)[0].trusted
