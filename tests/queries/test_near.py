"""Initiatives near a thing: by distance, by ties, with reasons."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadQuestion, NotFound
from graph_model.evidence import End
from queries import Graph
from queries.near import near
from queries.near.score import Tie, score_of
from queries.results import Neighbour
from queries.ties import shared_weight
from tests.queries.pages import at_home, initiative, load, said

NOW = datetime(2025, 7, 1, tzinfo=UTC)
HOME = End("CareOrganisation", "De Wilg")


def _by_name(found: tuple[Neighbour, ...]) -> dict[str, Neighbour]:
    return {neighbour.thing.name: neighbour for neighbour in found}


def _wilg(*, lat: float = 52.0, lon: float = 5.0) -> list[object]:
    return [said(HOME, "position", f"{lat},{lon},address")]


def test_initiatives_are_ranked_by_distance_and_by_ties(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "De Wilgenhof", km=15)
    assert [n.thing.name for n in answer.initiatives] == [
        "Buurtkring Noord", "Voorzorgcirkel Deventerweg", "'t Naoberhoês", "Dorpstafel Ampsen",
    ]  # fmt: skip
    assert answer.total == 4
    assert [n.words.removesuffix(" van De Wilgenhof") for n in answer.initiatives] == [
        "0,8 km", "0,8 km", "6,3 km", "ongeveer 15 km",
    ]  # fmt: skip


def test_the_score_is_the_one_that_is_promised(neighbourhood: Graph) -> None:
    found = _by_name(near(neighbourhood, "De Wilgenhof").initiatives)["'t Naoberhoês"]
    assert found.distance_km is not None
    event, organisation = 0.4 / math.log2(2 + 5), 0.3 / math.log2(2 + 9)
    tied = 1 - (1 - event) * (1 - organisation)
    assert found.score == pytest.approx(0.5 * 2 ** (-found.distance_km / 5) + 0.5 * tied, abs=2e-4)
    assert {reason.weight for reason in found.reasons} == {round(event, 4), round(organisation, 4)}


def test_reasons_are_sentences_with_the_way_and_the_quotes(neighbourhood: Graph) -> None:
    reasons = _by_name(near(neighbourhood, "De Wilgenhof").initiatives)["Buurtkring Noord"].reasons
    assert [reason.words for reason in reasons] == [
        "De Wilgenhof werkt samen met Buurtkring Noord",
        "Joost Heuvelinkstra is locatiemanager bij De Wilgenhof en bestuurslid bij Buurtkring Noord",
        "Buurttafel Noord wordt georganiseerd door De Wilgenhof en Buurtkring Noord",
        "Samen Sterker in Zorg heeft als deelnemer Zorggroep De Berkelbrug en Buurtkring Noord",
    ]
    assert [[ref.name for ref in reason.path] for reason in reasons[:2]] == [
        ["De Wilgenhof", "Buurtkring Noord"],
        ["De Wilgenhof", "Joost Heuvelinkstra", "Buurtkring Noord"],
    ]
    assert all(claim.quote for reason in reasons for claim in reason.claims)
    assert all(reason.claims for reason in reasons)


def test_distances_are_measured_from_the_locations_of_an_organisation_and_name_them(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "Zorggroep De Berkelbrug")
    assert [(o.thing.name, o.position.precision) for o in answer.origins] == [("De Wilgenhof", "address")]
    first = answer.initiatives[0]
    assert (first.thing.name, first.nearest and first.nearest.name) == ("Buurtkring Noord", "De Wilgenhof")
    assert [ref.name for ref in first.reasons[0].path] == [
        "Zorggroep De Berkelbrug", "De Wilgenhof", "Buurtkring Noord",
    ]  # fmt: skip


def test_only_what_is_linked_directly_is_told_beyond_the_radius(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "'t Naoberhoês", km=10)
    assert {n.thing.name for n in answer.initiatives} == {"Buurtkring Noord", "Voorzorgcirkel Deventerweg"}
    (far,) = answer.beyond
    assert (far.thing.name, far.distance_km and round(far.distance_km)) == ("Zorgcoöperatie De Achtersteveld", 44)
    assert far.reasons[0].words == "'t Naoberhoês bracht Zorgcoöperatie De Achtersteveld voort"


def test_only_initiatives_about_a_theme_are_told_when_it_is_asked_for(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "De Wilgenhof", theme="langer thuis wonen")
    assert {n.thing.name for n in answer.initiatives} == {"'t Naoberhoês"}
    assert answer.theme is not None
    nothing = near(neighbourhood, "De Wilgenhof", theme="zeggenschap")
    assert nothing.message == "Binnen 15 km is geen initiatief over Zeggenschap bekend."
    with pytest.raises(NotFound):
        near(neighbourhood, "De Wilgenhof", theme="Buurtkring Noord")


def test_without_a_place_only_ties_are_told_and_why(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "Joost Heuvelinkstra")
    assert (answer.origins, answer.initiatives) == ((), ())
    assert answer.message is not None
    assert "geen plaats bekend" in answer.message
    (tied,) = answer.unplaced
    assert (tied.thing.name, tied.distance_km, tied.words) == ("Buurtkring Noord", None, "afstand onbekend")


def test_a_place_itself_may_be_asked_for(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "Gorssel", km=3)
    assert [(n.thing.name, n.words) for n in answer.initiatives] == [("'t Naoberhoês", "in Gorssel")]


def test_an_initiative_is_not_near_itself(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "Buurtkring Noord")
    assert "Buurtkring Noord" not in _by_name((*answer.initiatives, *answer.beyond, *answer.unplaced))
    assert _by_name(answer.initiatives)["Voorzorgcirkel Deventerweg"].words == "ook in Zutphen"


def test_pages_of_neighbours_follow_on_each_other(neighbourhood: Graph) -> None:
    first = near(neighbourhood, "De Wilgenhof", limit=3)
    rest = near(neighbourhood, "De Wilgenhof", after=first.next or 0, limit=3)
    assert (first.next, rest.next, first.total) == (3, None, 4)
    assert [n.thing.name for n in rest.initiatives] == ["Dorpstafel Ampsen"]


@pytest.mark.parametrize("wrong", [{"km": 0.0}, {"km": -1.0}, {"km": 401.0}, {"km": math.nan}, {"limit": 0}])
def test_a_radius_that_makes_no_sense_is_refused(neighbourhood: Graph, wrong: dict[str, float]) -> None:
    with pytest.raises(BadQuestion):
        near(neighbourhood, "De Wilgenhof", **wrong)  # type: ignore[arg-type]


def test_the_json_has_the_keys_that_users_were_promised(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "De Wilgenhof").model_dump()
    assert answer.keys() >= {
        "thing", "origins", "radius_km", "initiatives", "beyond", "without_position", "coverage", "next", "total",
        "version",
    }  # fmt: skip
    assert answer["thing"].keys() >= {"id", "kind", "name", "aliases", "url", "fields", "position"}
    assert answer["origins"][0].keys() == {"thing", "position"}
    assert answer["coverage"].keys() >= {"initiatives", "with_position"}
    assert answer["initiatives"][0].keys() >= {"thing", "distance_km", "approximate", "score", "reasons"}
    assert answer["initiatives"][0]["reasons"][0].keys() >= {"words", "path", "claims"}


weights = st.floats(0, 0.9)
ties = st.lists(st.builds(Tie, st.booleans(), weights, st.just(""), st.just(()), st.just(())), max_size=8)
distances = st.one_of(st.none(), st.floats(0, 400))


@given(distances, ties)
def test_a_score_lies_between_0_and_1_and_does_not_depend_on_the_order_of_ties(
    km: float | None, told: list[Tie]
) -> None:
    assert 0 <= score_of(km, told) <= 1
    assert score_of(km, told) == pytest.approx(score_of(km, reversed(told)))


@given(st.floats(0, 400), st.floats(0, 400), ties)
def test_nearer_is_never_less(a: float, b: float, told: list[Tie]) -> None:
    assert score_of(min(a, b), told) >= score_of(max(a, b), told) >= score_of(None, told)


@given(distances, ties, weights)
def test_one_tie_more_is_never_less(km: float | None, told: list[Tie], weight: float) -> None:
    assert score_of(km, [*told, Tie(False, weight, "", (), ())]) >= score_of(km, told) - 1e-12


def test_direct_links_count_once() -> None:
    one = Tie(True, 0.9, "", (), ())
    assert score_of(None, [one, one]) == score_of(None, [one]) == pytest.approx(0.45)


@given(st.sampled_from(["Person", "Event", "Partner", "Theme", "Movement"]), st.integers(2, 10_000))
def test_what_is_linked_more_says_less(kind: str, degree: int) -> None:
    assert 0 < shared_weight(kind, degree + 1) < shared_weight(kind, degree) < 1


def test_the_ties_of_the_whole_count_for_its_location(graph: Graph) -> None:
    whole = End("CareOrganisation", "Het Bos")
    load(graph, [
        *_wilg(), *at_home("De Kring", 52.01, 5.0),
        said(HOME, "PART_OF", whole), said(whole, "PARTNER_OF", initiative("De Kring")),
    ])  # fmt: skip
    (found,) = near(graph, "De Wilg").initiatives
    assert found.reasons[0].words == "Het Bos werkt samen met De Kring"
    assert [ref.name for ref in found.reasons[0].path] == ["De Wilg", "Het Bos", "De Kring"]


def test_a_movement_is_no_whole_that_lends_its_ties(graph: Graph) -> None:
    movement = End("Movement", "Beweging")
    load(graph, [
        *_wilg(), *at_home("De Kring", 52.01, 5.0),
        said(HOME, "PART_OF", movement), said(initiative("De Kring"), "PART_OF", movement),
    ])  # fmt: skip
    (found,) = near(graph, "De Wilg").initiatives
    assert [round(reason.weight, 4) for reason in found.reasons] == [round(shared_weight("Movement", 2), 4)]


def test_a_place_known_only_by_its_municipality_is_approximate_and_never_next_door(graph: Graph) -> None:
    load(graph, [
        *_wilg(), *at_home("Twee kilometer", 52.018, 5.0), *at_home("Ergens in de gemeente", 52.0, 5.0, "municipality"),
    ])  # fmt: skip
    near_by, somewhere = near(graph, "De Wilg").initiatives
    assert (near_by.thing.name, near_by.approximate) == ("Twee kilometer", False)
    assert (somewhere.distance_km, somewhere.approximate) == (0, True)
    assert somewhere.score == pytest.approx(0.5 * 2 ** (-5 / 5))
    assert somewhere.words.startswith("ongeveer ")


def test_a_tie_that_has_ended_counts_half(graph: Graph) -> None:
    ended = said(HOME, "PARTNER_OF", initiative("Toen"), until="2020")
    load(graph, [
        *_wilg(), *at_home("Toen", 52.01, 5.0), *at_home("Nu", 52.01, 5.0),
        ended, said(HOME, "PARTNER_OF", initiative("Nu"), until="2030"),
    ])  # fmt: skip
    found = near(graph, "De Wilg", now=NOW).initiatives
    assert [(n.thing.name, n.reasons[0].weight) for n in found] == [("Nu", 0.9), ("Toen", 0.45)]
    assert found[1].reasons[0].words == "De Wilg werkt samen met Toen (tot 2020)"


def test_sharing_a_person_says_more_than_sharing_what_everybody_shares(graph: Graph) -> None:
    person, theme = End("Person", "Truus Zeldenthuis", "De Wilg"), End("Theme", "Ontmoeten")
    load(graph, [
        *_wilg(), *at_home("Met Truus", 52.01, 5.0), *at_home("Met thema", 52.01, 5.0),
        said(person, "HAS_ROLE", HOME, "lid"), said(person, "HAS_ROLE", initiative("Met Truus"), "lid"),
        said(HOME, "HAS_THEME", theme), said(initiative("Met thema"), "HAS_THEME", theme),
    ])  # fmt: skip
    assert [n.thing.name for n in near(graph, "De Wilg").initiatives] == ["Met Truus", "Met thema"]


def test_initiatives_without_a_place_are_counted_and_if_linked_told(graph: Graph) -> None:
    load(graph, [
        *_wilg(), *at_home("Hier", 52.01, 5.0), said(initiative("Nergens"), "form", "kring"),
        said(HOME, "PARTNER_OF", initiative("Ergens")),
    ])  # fmt: skip
    answer = near(graph, "De Wilg")
    assert (answer.coverage.initiatives, answer.coverage.with_position, answer.without_position) == (3, 1, 2)
    assert [n.thing.name for n in answer.unplaced] == ["Ergens"]
