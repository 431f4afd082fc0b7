"""What is missing between initiatives, and on whom and what the network hangs."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadQuestion
from graph_model.evidence import Claim, End
from queries import Graph
from queries.analytics import measures
from queries.gaps import gaps
from queries.gaps.pairs import unlinked_pairs
from tests.queries.pages import initiative, load, said

EAT, MEET = End("Theme", "Samen eten"), End("Theme", "Ontmoeten")
EMMEN, ZWEELOO, GORSSEL = (End("Place", name) for name in ("Emmen", "Zweeloo", "Gorssel"))
TRUUS = End("Person", "Truus Zeldenthuis", "De Linde")
MEAL = End("Event", "Maaltijd", "2025-05-03")


def _chain(prefix: str, number: int) -> list[Claim]:
    """Initiatives that work together one after the other, each known by its form."""
    names = [f"{prefix} {n}" for n in range(number)]
    return [
        *(said(initiative(name), "form", "kring") for name in names),
        *(said(initiative(a), "PARTNER_OF", initiative(b)) for a, b in pairwise(names)),
    ]


@pytest.fixture
def region(graph: Graph) -> Graph:
    """Initiatives in two municipalities, some about the same; and two chains that one person joins."""
    load(graph, [
        said(EMMEN, "municipality", "Emmen"), said(EMMEN, "province", "Drenthe"),
        said(ZWEELOO, "municipality", "Coevorden"), said(ZWEELOO, "province", "Drenthe"),
        *(said(initiative(name), "BASED_IN", EMMEN) for name in ("De Linde", "De Berk", "De Es", "De Wilg")),
        said(initiative("De Els"), "BASED_IN", ZWEELOO),
        *(said(initiative(name), "HAS_THEME", EAT) for name in ("De Linde", "De Berk", "De Es", "De Els")),
        *(said(initiative(name), "HAS_THEME", MEET) for name in ("De Linde", "De Berk")),
        said(initiative("De Linde"), "PARTNER_OF", initiative("De Es"), until="2023"),
        said(initiative("De Berk"), "TAKES_PART_IN", MEAL), said(initiative("De Es"), "TAKES_PART_IN", MEAL),
        said(MEAL, "HAS_THEME", End("Theme", "Koken")),
        *_chain("Noord", 4), *_chain("Zuid", 3), said(GORSSEL, "municipality", "Lochem"),
        *(said(initiative(f"Noord {n}"), "BASED_IN", GORSSEL) for n in range(4)),
        said(TRUUS, "HAS_ROLE", initiative("Noord 0"), "voorzitter"),
        said(TRUUS, "HAS_ROLE", initiative("Zuid 0"), "lid"),
    ])  # fmt: skip
    return graph


def test_pairs_share_a_theme_and_a_municipality_and_no_link(region: Graph) -> None:
    found = gaps(region)
    assert {found.pairs[0].a.name, found.pairs[0].b.name} == {"De Linde", "De Berk"}
    told = {
        frozenset((one.a.name, one.b.name)): ({t.name for t in one.themes}, one.area, [t.name for t in one.through])
        for one in found.pairs
    }
    assert told == {
        frozenset(("De Linde", "De Berk")): ({"Samen eten", "Ontmoeten"}, "Emmen", []),
        frozenset(("De Linde", "De Es")): ({"Samen eten"}, "Emmen", []),
        frozenset(("De Berk", "De Es")): ({"Samen eten", "Koken"}, "Emmen", ["Maaltijd"]),
    }
    assert all(one.claims for one in found.pairs)
    assert "maar geen bron noemt een verband" in found.pairs[0].words


def test_a_pair_that_was_linked_then_was_no_gap_then(region: Graph) -> None:
    then = gaps(region, as_of="2022")
    assert frozenset(("De Linde", "De Es")) not in {frozenset((one.a.name, one.b.name)) for one in then.pairs}
    assert then.as_of == "2022"


def test_what_is_not_known_is_told(region: Graph) -> None:
    found = gaps(region)
    known = found.coverage
    assert (known.initiatives, known.with_theme, known.with_theme_and_place) == (12, 4, 4)
    assert "over de andere is hier niets te zeggen" in found.message


def test_themes_without_an_initiative_in_a_region_are_told(region: Graph) -> None:
    found = gaps(region, region="gemeente Coevorden")
    assert [one.words for one in found.themes] == [
        "Bij Ontmoeten is in gemeente Coevorden geen initiatief bekend; elders wel 2",
        "Bij Koken is in gemeente Coevorden geen initiatief bekend; elders wel 2",
    ]
    assert (found.pairs, found.coverage.initiatives) == ((), 1)


def test_whoever_alone_joins_two_parts_is_told_with_quotes(region: Graph) -> None:
    found = gaps(region)
    (truus,) = (one for one in found.cut_points if one.thing.kind == "Person")
    assert (truus.thing.name, truus.loose, [part.size for part in truus.parts]) == ("Truus Zeldenthuis", 3, [4, 3])
    assert truus.words.startswith("Zonder Truus Zeldenthuis hangen los van de rest: Zuid")
    assert [(link.other.name, link.role) for link in truus.links] == [("Zuid 0", "lid")]
    assert all(link.claims for link in truus.links)


def test_links_that_alone_join_two_parts_are_told_with_quotes(region: Graph) -> None:
    told = {frozenset((one.a.name, one.b.name)): one for one in gaps(region).bridges}
    assert set(told) == {
        frozenset(("Truus Zeldenthuis", "Noord 0")), frozenset(("Truus Zeldenthuis", "Zuid 0")),
        frozenset(("Noord 0", "Noord 1")),
    }  # fmt: skip
    one = told[frozenset(("Truus Zeldenthuis", "Zuid 0"))]
    assert (one.loose, one.links[0].claims[0].quote) == (3, "Truus Zeldenthuis HAS_ROLE Zuid 0")
    assert "alleen dat verbindt" in one.words


def test_in_a_region_only_what_concerns_it_is_told(region: Graph) -> None:
    assert (gaps(region, region="Drenthe").cut_points, gaps(region, region="Drenthe").bridges) == ((), ())
    with pytest.raises(BadQuestion):
        gaps(region, limit=0)


def test_measures_say_what_they_mean_here(region: Graph) -> None:
    found = measures(region, by="degree", kind="persoon")
    (truus,) = found.items
    assert (truus.degree, truus.betweenness) == (2, pytest.approx(12 / ((found.things - 1) * (found.things - 2) / 2)))
    assert truus.words.startswith("Truus Zeldenthuis is met 2 anderen verbonden en ligt op ")
    assert found.message.startswith("Het netwerk heeft 14 mensen, organisaties en bijeenkomsten en 9 verbanden")
    assert found == measures(region, by="degree", kind="persoon")
    assert measures(region, as_of="2022").ties == 10
    with pytest.raises(BadQuestion):
        measures(region, by="pagerank")


def test_a_group_is_called_by_what_binds_it(region: Graph) -> None:
    groups = measures(region).communities
    (group,) = (one for one in groups if "Noord 2" in {ref.name for ref in one.members})
    assert {ref.name for ref in group.members} >= {"Noord 1", "Noord 2", "Noord 3"}
    assert [(one.kind, one.name) for one in group.binding] == [("Place", "Lochem")]
    assert group.name == "Lochem"
    assert group.words.endswith(f"{group.binding[0].members} ervan zijn in Lochem")


sets = st.dictionaries(st.sampled_from("abcdefgh"), st.sets(st.sampled_from("xyz"), max_size=3), max_size=8)


@given(sets, sets, st.sets(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefghpq")), max_size=12))
def test_pairs_are_those_of_brute_force(
    themes: dict[str, set[str]], areas: dict[str, set[str]], ties: set[tuple[str, str]]
) -> None:
    tied: dict[str, set[str]] = {}
    for a, b in ties:
        tied.setdefault(a, set()).add(b)
        tied.setdefault(b, set()).add(a)
    wanted = {
        (a, b): (themes[a] & themes[b], areas[a] & areas[b], tied.get(a, set()) & tied.get(b, set()))
        for a, b in combinations(sorted(set(themes) & set(areas)), 2)
        if themes[a] & themes[b] and areas[a] & areas[b] and b not in tied.get(a, set())
    }
    found = unlinked_pairs(themes, areas, tied)
    assert {(one.a, one.b): (set(one.themes), set(one.areas), set(one.through)) for one in found} == wanted
    assert [len(one.themes) for one in found] == sorted((len(one.themes) for one in found), reverse=True)
