"""How two things are linked."""

from __future__ import annotations

from itertools import islice

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import Ambiguous, BadQuestion, NotFound
from graph_model.evidence import End
from queries import Graph
from queries.why import why
from queries.why.paths import cheapest
from queries.why.spread import HUB
from queries.why.web import Web
from tests.queries.pages import initiative, load, said


def test_a_way_is_told_in_dutch_with_a_quote_for_each_step(neighbourhood: Graph) -> None:
    answer = why(neighbourhood, "Zorggroep De Berkelbrug", "Zorgcoöperatie De Achtersteveld")
    best = answer.paths[0]
    assert best.words == (
        "Zorggroep De Berkelbrug bestaat onder meer uit De Wilgenhof. De Wilgenhof organiseert Buurttafel Noord. "
        "Buurttafel Noord belicht 't Naoberhoês. 't Naoberhoês bracht Zorgcoöperatie De Achtersteveld voort."
    )
    assert best.length == 4
    assert [step.here.name for step in best.steps][1:] == [step.other.name for step in best.steps][:-1]
    assert all(claim.quote for step in best.steps for claim in step.claims)
    assert all(step.claims for step in best.steps)


def test_ways_come_closest_first_and_no_more_than_asked_for(neighbourhood: Graph) -> None:
    answer = why(neighbourhood, "De Wilgenhof", "'t Naoberhoês")
    scores = [path.score for path in answer.paths]
    assert [[step.other.name for step in path.steps[:-1]] for path in answer.paths] == [
        ["Buurttafel Noord"], ["Buurtkring Noord"],
    ]  # fmt: skip
    assert scores == sorted(scores, reverse=True)
    assert answer.message == "2 wegen van De Wilgenhof naar 't Naoberhoês."
    (only,) = why(neighbourhood, "De Wilgenhof", "'t Naoberhoês", paths=1).paths
    assert only == answer.paths[0]


def test_a_way_there_is_a_way_back(neighbourhood: Graph) -> None:
    there, back = why(neighbourhood, "De Wilgenhof", "naoberhoes"), why(neighbourhood, "naoberhoes", "De Wilgenhof")
    assert [(p.length, p.score) for p in there.paths] == [(p.length, p.score) for p in back.paths]


def test_pages_that_name_both_are_no_tie_but_come_nearest(neighbourhood: Graph) -> None:
    answer = why(neighbourhood, "Dorpstafel Ampsen", "De Wilgenhof")
    assert answer.paths == ()
    assert answer.message == (
        "Tussen Dorpstafel Ampsen en De Wilgenhof is geen verband bekend. Wat het dichtst in de buurt komt: "
        "“Ontmoetingsavond De Wilgenhof” noemt Dorpstafel Ampsen en De Wilgenhof."
    )
    page, apart = answer.nearest
    assert (page.by, len(page.claims)) == ("page", 2)
    assert (apart.by, apart.words) == ("distance", "Dorpstafel Ampsen en De Wilgenhof liggen ongeveer 15 km uit elkaar")


def test_the_same_town_is_no_tie_but_comes_nearest(neighbourhood: Graph) -> None:
    answer = why(neighbourhood, "Dorpstafel Ampsen", "Huize Molenzicht")
    assert answer.paths == ()
    assert [(n.by, n.words) for n in answer.nearest] == [
        ("place", "Lochem is de thuisbasis van Dorpstafel Ampsen en Huize Molenzicht")
    ]


def test_a_detour_by_pages_and_places_is_told_when_nothing_else_is_near(neighbourhood: Graph) -> None:
    answer = why(neighbourhood, "Dorpstafel Ampsen", "Truus Enschedehof")
    assert answer.paths == ()
    (detour,) = answer.nearest
    assert detour.by == "other"
    first, *_, last = detour.words.split("; ")
    assert first == "Dorpstafel Ampsen wordt genoemd in “Ontmoetingsavond De Wilgenhof”"
    assert "Truus Enschedehof" in last
    assert all(claim.quote for claim in detour.claims)


def test_a_place_is_nearest_to_what_lies_in_it(neighbourhood: Graph) -> None:
    answer = why(neighbourhood, "Gorssel", "'t Naoberhoês")
    assert answer.paths == ()
    assert answer.nearest[0].words == "Gorssel is de thuisbasis van 't Naoberhoês"


def test_questions_that_make_no_sense_are_refused(neighbourhood: Graph) -> None:
    with pytest.raises(BadQuestion, match="hetzelfde"):
        why(neighbourhood, "naoberhoes", "'t Naoberhoês")
    with pytest.raises(BadQuestion):
        why(neighbourhood, "naoberhoes", "Buurtkring Noord", paths=0)
    with pytest.raises(NotFound):
        why(neighbourhood, "naoberhoes", "xyzzy")
    with pytest.raises(Ambiguous):
        why(neighbourhood, "Anna de Jong", "naoberhoes")


def test_the_json_has_the_keys_that_users_were_promised(neighbourhood: Graph) -> None:
    answer = why(neighbourhood, "De Wilgenhof", "naoberhoes").model_dump()
    assert answer.keys() >= {"from", "to", "paths"}
    assert answer["paths"][0].keys() >= {"length", "score", "words", "steps"}
    assert answer["paths"][0]["steps"][0].keys() >= {"kind", "words", "direction", "other", "claims"}


@st.composite
def webs(draw: st.DrawFn) -> Web:
    """Small webs of whole costs, so that sums are exact."""
    names = [str(n) for n in range(draw(st.integers(2, 7)))]
    web = Web(passing={name: float(draw(st.integers(0, 9))) for name in names})
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda pair: pair[0] != pair[1])
    for here, there in draw(st.lists(pairs, max_size=16)):
        web.join(here, there, float(draw(st.integers(1, 9))))
    return web


@given(webs(), st.integers(1, 4))
def test_the_cheapest_ways_are_those_that_networkx_finds(web: Web, count: int) -> None:
    oracle = nx.DiGraph()
    oracle.add_nodes_from(("0", "1"))
    for here, ties in web.ties.items():
        for there, cost in ties.items():
            oracle.add_edge(here, there, cost=cost + (0 if there == "1" else web.passing[there]))
    try:
        ways = list(islice(nx.shortest_simple_paths(oracle, "0", "1", weight="cost"), count))
    except nx.NetworkXNoPath:
        ways = []
    expected = [nx.path_weight(oracle, way, "cost") for way in ways]
    assert [way.cost for way in cheapest(web, "0", "1", count, longest=10)] == expected


@given(webs(), st.integers(1, 3))
def test_no_way_is_longer_than_allowed_or_goes_through_a_thing_twice(web: Web, longest: int) -> None:
    for way in cheapest(web, "0", "1", 5, longest=longest):
        assert len(way.things) <= longest + 1
        assert len(set(way.things)) == len(way.things)


def test_two_steps_by_people_come_before_one_by_a_movement_of_many(graph: Graph) -> None:
    movement, one, other = End("Movement", "Beweging"), initiative("De Linde"), initiative("De Berk")
    friend, between = End("Person", "Truus Zeldenthuis", "De Linde"), initiative("De Es")
    load(graph, [
        *(said(initiative(f"Lid {n}"), "MEMBER_OF", movement) for n in range(80)),
        said(one, "MEMBER_OF", movement), said(other, "MEMBER_OF", movement),
        said(friend, "HAS_ROLE", one, "lid"), said(friend, "HAS_ROLE", between, "lid"),
        said(between, "PARTNER_OF", other),
    ])  # fmt: skip
    first, second = why(graph, "De Linde", "De Berk").paths[:2]
    assert [step.other.name for step in first.steps] == ["Truus Zeldenthuis", "De Es", "De Berk"]
    assert [step.other.name for step in second.steps] == ["Beweging", "De Berk"]


def test_a_way_that_only_hubs_know_is_found_too(graph: Graph) -> None:
    one, other = End("Movement", "Ene"), End("Movement", "Andere")
    members = [said(initiative(f"Lid {n} {m.name}"), "MEMBER_OF", m) for m in (one, other) for n in range(HUB + 10)]
    load(graph, [
        *members, said(initiative("Brug"), "MEMBER_OF", one), said(initiative("Brug"), "MEMBER_OF", other),
    ])  # fmt: skip
    (best, *_) = why(graph, "Lid 3 Ene", "Lid 5 Andere").paths
    assert [step.other.name for step in best.steps] == ["Ene", "Brug", "Andere", "Lid 5 Andere"]


def test_nothing_at_all_is_said_plainly(graph: Graph) -> None:
    load(graph, [said(initiative("De Linde"), "form", "kring"), said(initiative("De Berk"), "form", "kring")])
    answer = why(graph, "De Linde", "De Berk")
    assert (answer.paths, answer.nearest) == ((), ())
    assert answer.message == "Tussen De Linde en De Berk is geen verband bekend."


def _circle(graph: Graph) -> None:
    """Two that share a town, a theme and a page, and nothing else."""
    one, other = initiative("De Linde"), initiative("De Berk")
    town, theme, film = End("Place", "Zutphen", "Zutphen"), End("Theme", "Ontmoeten"), End("Document", "De film")
    load(graph, [
        said(one, "BASED_IN", town), said(other, "BASED_IN", town), said(one, "HAS_THEME", theme),
        said(other, "HAS_THEME", theme), said(one, "MADE", film), said(film, "FEATURES", other),
    ])  # fmt: skip


def test_no_way_goes_by_a_town_a_theme_or_a_document_unless_that_is_asked_for(graph: Graph) -> None:
    _circle(graph)
    answer = why(graph, "De Linde", "De Berk")
    assert (answer.paths, answer.only_weak) == ((), False)
    assert [near.by for near in answer.nearest] == ["theme", "place", "page"]
    for through, between in (("plaatsen", "Zutphen"), ("thema's", "Ontmoeten"), ("documents", "De film")):
        (path,) = why(graph, "De Linde", "De Berk", through=through).paths
        assert path.steps[0].other.name == between
    assert len(why(graph, "De Linde", "De Berk", through="places, themes, documents").paths) == 3
    with pytest.raises(BadQuestion, match="kies uit plaatsen"):
        why(graph, "De Linde", "De Berk", through="personen")


def test_a_theme_itself_is_linked_by_what_is_about_it(graph: Graph) -> None:
    _circle(graph)
    (path,) = why(graph, "Ontmoeten", "De Berk").paths
    assert path.words == "Ontmoeten is een onderwerp van De Berk."


def test_that_the_only_ways_are_weak_is_said_with_the_reason(graph: Graph) -> None:
    movement = End("Movement", "Beweging")
    load(graph, [
        said(initiative("De Linde"), "MEMBER_OF", movement), said(initiative("De Berk"), "MEMBER_OF", movement),
        said(initiative("De Es"), "PARTNER_OF", initiative("De Berk"), until="2020"),
    ])  # fmt: skip
    by_movement = why(graph, "De Linde", "De Berk")
    assert (by_movement.only_weak, by_movement.message) == (
        True, "1 weg van De Linde naar De Berk, maar zwak: via beweging Beweging, waar 2 verbanden op uitkomen.",
    )  # fmt: skip
    assert why(graph, "De Es", "De Berk").paths[0].weak == ("langs een verband dat voorbij is",)
    assert not why(graph, "De Linde", "Beweging").only_weak


def test_a_way_with_a_detour_is_no_different_way(graph: Graph) -> None:
    one, other, friend, guest = map(initiative, ("De Linde", "De Berk", "De Es", "De Iep"))
    load(graph, [
        said(one, "PARTNER_OF", friend), said(friend, "PARTNER_OF", other),
        said(friend, "PARTNER_OF", guest), said(guest, "PARTNER_OF", other), said(one, "PARTNER_OF", guest),
    ])  # fmt: skip
    ways = [[step.other.name for step in path.steps[:-1]] for path in why(graph, "De Linde", "De Berk", paths=9).paths]
    assert sorted(ways) == [["De Es"], ["De Iep"]]


def test_a_tie_that_is_over_is_no_shorter_way_than_one_that_holds(graph: Graph) -> None:
    one, other, past, present = map(initiative, ("De Linde", "De Berk", "De Es", "De Iep"))
    load(graph, [
        said(one, "PARTNER_OF", past, until="2020"), said(past, "PARTNER_OF", other),
        said(one, "PARTNER_OF", present), said(present, "PARTNER_OF", other),
        said(initiative("De Els"), "PARTNER_OF", present),
    ])  # fmt: skip
    first, second = why(graph, "De Linde", "De Berk").paths
    assert [path.steps[0].other.name for path in (first, second)] == ["De Iep", "De Es"]
    assert [path.steps[0].other.name for path in why(graph, "De Linde", "De Berk", as_of="2019-06-01").paths] == [
        "De Es", "De Iep",
    ]  # fmt: skip
    (only,) = why(graph, "De Linde", "De Berk", as_of="2024").paths
    assert only.steps[0].other.name == "De Iep"


def test_hubs_that_are_known_by_now_are_met_as_before(graph: Graph) -> None:
    movement = End("Movement", "Beweging")
    members = [said(initiative(f"Lid {n}"), "MEMBER_OF", movement) for n in range(HUB + 5)]
    load(graph, [*members, said(initiative("Lid 1"), "PARTNER_OF", initiative("De Berk"))])
    first = why(graph, "Lid 3", "De Berk")
    assert [step.other.name for step in first.paths[0].steps] == ["Beweging", "Lid 1", "De Berk"]
    assert why(graph, "Lid 3", "De Berk") == first
    assert not first.cut_off
    (direct,) = why(graph, "Beweging", "Lid 7").paths
    assert direct.length == 1
