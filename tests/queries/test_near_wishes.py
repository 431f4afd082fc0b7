"""Near from places and addresses, by form and freshness, and a score taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import Ambiguous, BadQuestion, NotFound
from graph_model.evidence import Claim, End
from ingest.gazetteer.finding import spots
from queries import Graph
from queries.near import near
from queries.near.addresses import Address, address_in
from queries.near.explaining import rounded_to
from queries.near.score import Tie, nearness, score_of, shares
from tests.queries.pages import at_home, initiative, load, said

HOME = End("CareOrganisation", "De Wilg")
VENEN = End("Place", "De Ronde Venen", "De Ronde Venen")
MIJDRECHT = End("Place", "Mijdrecht", "gn2750637")


def _venen() -> Sequence[Claim]:
    """A municipality of which only the middle is known, and a town in it, seven kilometres away."""
    return (
        said(VENEN, "position", "52.2263,4.8997,municipality"), said(VENEN, "municipality", "De Ronde Venen"),
        said(VENEN, "province", "Utrecht"), said(MIJDRECHT, "position", "52.2067,4.8625,place"),
        said(MIJDRECHT, "municipality", "De Ronde Venen"), said(MIJDRECHT, "province", "Utrecht"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Dorpsstraat 3, Nuenen", Address("Dorpsstraat 3", "", "Nuenen")),
        ("Dorpsstraat 3a 5671 CG Nuenen", Address("Dorpsstraat 3a", "5671 CG", "Nuenen")),
        ("2e Oude Heselaan 386-12, 6542 VH, Nijmegen", Address("2e Oude Heselaan 386-12", "6542 VH", "Nijmegen")),
        ("5671CG Nuenen", Address("", "5671 CG", "Nuenen")),
        ("5671 Nuenen", Address("", "5671", "Nuenen")),
        ("5671 CG", Address("", "5671 CG", "")),
        ("Kerkweg 2, Beek, Laarbeek", Address("Kerkweg 2", "", "Beek, Laarbeek")),
        ("Het 8ste Werk", None),
        ("De Wilgenhof", None),
        ("Bergen, Limburg", None),
        ("Radicale vernieuwing 2024", Address("Radicale vernieuwing 2024", "", "")),
        ("", None),
    ],
)
def test_an_address_is_told_from_a_name(line: str, address: Address | None) -> None:
    assert address_in(line) == address


@given(st.text(max_size=200))
def test_any_line_is_an_address_or_none(line: str) -> None:
    found = address_in(line)
    assert found is None or found.street or found.postcode


def test_an_address_is_measured_from_its_town_and_that_is_said(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "Hoofdstraat 12, Gorssel", km=3)
    town = "is alleen Gorssel bekend; gemeten vanaf het midden van de plaats."
    assert answer.heard == f"Van het adres Hoofdstraat 12 {town}"
    assert [n.words for n in answer.initiatives] == ["in Gorssel"]
    assert near(neighbourhood, "7213 AA Gorssel", km=3).heard == f"Van de postcode 7213 AA {town}"
    assert near(neighbourhood, "Hoofdstraat 12 Gorssel", km=3).heard == answer.heard
    with pytest.raises(BadQuestion, match="plaatsnaam"):
        near(neighbourhood, "7213 AA")
    with pytest.raises(NotFound):
        near(neighbourhood, "Hoofdstraat 12, Xyzzyburg", places=spots)


def test_a_place_that_the_graph_does_not_hold_is_found_in_the_list_of_places(neighbourhood: Graph) -> None:
    answer = near(neighbourhood, "Eefde", km=5, places=spots)
    assert (answer.thing.kind, answer.heard) == (
        "Place", "Eefde staat niet in de graaf; de plaatsenlijst kent de plaats wel.",
    )  # fmt: skip
    assert {n.thing.name for n in answer.initiatives} == {
        "Buurtkring Noord", "Voorzorgcirkel Deventerweg", "'t Naoberhoês",
    }  # fmt: skip
    with pytest.raises(Ambiguous) as several:
        near(neighbourhood, "Beek", places=spots)
    towns = [candidate.id for candidate in several.value.candidates]
    assert "Beek, Laarbeek" in towns
    assert {near(neighbourhood, town, places=spots).thing.name for town in towns} == {"Beek"}


def test_from_a_municipality_all_that_lies_in_it_is_equally_near_and_the_best_known_first(graph: Graph) -> None:
    load(graph, [
        *_venen(), said(initiative("In Mijdrecht"), "BASED_IN", MIJDRECHT),
        said(initiative("Ergens"), "BASED_IN", VENEN), *at_home("Vlak bij het midden", 52.2264, 4.8998),
    ])  # fmt: skip
    answer = near(graph, "De Ronde Venen", km=2)
    assert [(n.thing.name, n.score, n.words) for n in answer.initiatives] == [
        ("In Mijdrecht", 0.25, "in de gemeente De Ronde Venen, in Mijdrecht"),
        ("Ergens", 0.25, "in de gemeente De Ronde Venen, waar precies is niet bekend"),
    ]  # fmt: skip
    # An address in the middle of nowhere known: within 5 km of it, but perhaps not within 2 km of anything.
    assert [n.thing.name for n in answer.perhaps] == ["Vlak bij het midden"]


def test_where_only_a_municipality_is_known_a_small_radius_holds_it_perhaps(graph: Graph) -> None:
    load(graph, [
        said(HOME, "position", "52.2263,4.8997,address"), *_venen(), said(initiative("Ergens"), "BASED_IN", VENEN),
    ])  # fmt: skip
    small, large = near(graph, "De Wilg", km=4), near(graph, "De Wilg", km=5)
    assert ([n.thing.name for n in small.initiatives], [n.thing.name for n in small.perhaps]) == ([], ["Ergens"])
    assert [(n.thing.name, n.distance_km, n.score) for n in large.initiatives] == [("Ergens", 0.0, 0.25)]
    assert [n.precision for n in large.initiatives] == ["municipality"]
    assert large.coverage.precision == {"address": 0, "place": 0, "municipality": 1}


def test_a_form_is_asked_for_by_its_word_or_a_part_of_it(graph: Graph) -> None:
    load(graph, [
        said(HOME, "position", "52.0,5.0,address"), *at_home("Een", 52.0, 5.0), *at_home("Twee", 52.0, 5.0),
        *at_home("Drie", 52.0, 5.0), said(initiative("Een"), "form", "zorgcoöperatie"),
        said(initiative("Twee"), "form", "voorzorgcirkel"),
    ])  # fmt: skip

    def names(form: str) -> list[str]:
        return [n.thing.name for n in near(graph, "De Wilg", form=form).initiatives]

    assert (names("Cooperatie"), names("voorzorgcirkel"), names("")) == (["Een"], ["Twee"], ["Drie", "Een", "Twee"])
    answer = near(graph, "De Wilg", form="stadsdorp")
    assert answer.forms == {"": 1, "voorzorgcirkel": 1, "zorgcoöperatie": 1}
    assert answer.message == "Binnen 15 km is geen initiatief met de vorm “stadsdorp” bekend."


def test_only_what_was_seen_of_late_is_told_when_that_is_asked_for(neighbourhood: Graph) -> None:
    late = datetime(2025, 9, 1, tzinfo=UTC)
    answer = near(neighbourhood, "De Wilgenhof", fresh=3, now=late)
    assert answer.total == near(neighbourhood, "De Wilgenhof", now=late).total
    assert {n.last_seen and n.last_seen[:10] for n in answer.initiatives} == {"2025-07-01"}
    nothing = near(neighbourhood, "De Wilgenhof", fresh=1, now=late)
    assert nothing.initiatives == ()
    assert nothing.message is not None
    assert "de laatste maand " in nothing.message
    with pytest.raises(BadQuestion):
        near(neighbourhood, "De Wilgenhof", fresh=-1)


def test_a_score_is_taken_apart_into_parts_that_add_up_to_it(neighbourhood: Graph) -> None:
    for found in near(neighbourhood, "De Wilgenhof", explain=True).initiatives:
        told = found.explanation
        assert told is not None
        parts = [told.distance.value, *(tie.value for tie in told.ties)]
        assert round(sum(parts), 4) == told.score == found.score
    assert near(neighbourhood, "De Wilgenhof").initiatives[0].explanation is None


def test_each_part_of_a_score_says_in_dutch_where_it_comes_from(neighbourhood: Graph) -> None:
    told = near(neighbourhood, "De Wilgenhof", explain=True, limit=1).initiatives[0].explanation
    assert told is not None
    assert told.distance.words == "afstand: 0,8 km (de helft bij 0 km, en de helft daarvan bij elke 5 km meer)"
    assert [tie.words.rpartition(": ")[2] for tie in told.ties] == [
        "rechtstreeks verband, gewicht 0,9 (telt één keer)",
        "samen persoon met 2 verbanden, gewicht 0,6 / log2(2 + 2) = 0,3",
        "samen bijeenkomst met 5 verbanden, gewicht 0,4 / log2(2 + 5) = 0,14",
        "samen beweging met 2 verbanden, gewicht 0,05 / log2(2 + 2) = 0,03, 0,5 keer omdat het voorbij is",
    ]
    assert told.ties[0].value == 0.45


weights = st.floats(0, 0.9)
ties = st.lists(st.builds(Tie, st.booleans(), weights, st.just(""), st.just(()), st.just(())), max_size=8)


@given(st.one_of(st.none(), st.floats(0, 400)), ties)
def test_what_distance_and_ties_add_is_the_score(km: float | None, told: list[Tie]) -> None:
    score = round(score_of(km, told), 4)
    parts = [nearness(km), *(share for _, share in shares(told))]
    assert sum(parts) == pytest.approx(score_of(km, told))
    rounded = rounded_to(parts, score)
    assert round(sum(rounded), 4) == score
    assert all(abs(a - b) < 2e-4 for a, b in zip(parts, rounded, strict=True))


# Worked out by hand: half by distance, halved at each 5 km; half by what the ties leave no doubt of.
@pytest.mark.parametrize(
    ("km", "told", "score"),
    [
        (0.0, [], 0.5),
        (5.0, [], 0.25),
        (10.0, [(True, 0.9)], 0.125 + 0.45),
        (None, [(False, 0.3), (False, 0.1)], 0.5 * (1 - 0.7 * 0.9)),
        (0.0, [(True, 0.9), (True, 0.45), (False, 0.2)], 0.5 + 0.5 * (1 - 0.1 * 0.8)),
        (2.5, [(False, 0.5)], 0.5 * 0.7071 + 0.25),
    ],
)
def test_scores_worked_out_by_hand(km: float | None, told: list[tuple[bool, float]], score: float) -> None:
    found = score_of(km, [Tie(direct, weight, "", (), ()) for direct, weight in told])
    assert found == pytest.approx(score, abs=1e-4)


def test_how_exactly_each_initiative_is_known_is_counted_by_the_best_that_is_known(graph: Graph) -> None:
    town, far = End("Place", "Zutphen", "Zutphen"), End("Place", "Lochem", "Lochem")
    load(graph, [
        said(town, "position", "52.1,6.2,place"), said(far, "position", "52.2,6.4,municipality"),
        *at_home("Met adres", 52.1, 6.2), said(initiative("Met adres"), "BASED_IN", town),
        said(initiative("In het dorp"), "BASED_IN", town), said(initiative("In het dorp"), "BASED_IN", far),
        said(initiative("In de gemeente"), "BASED_IN", far), *at_home("Ook in een gemeente", 52.2, 6.4, "municipality"),
        *at_home("Toch precies", 52.2, 6.4, "municipality"), said(initiative("Toch precies"), "BASED_IN", town),
        said(initiative("Nergens"), "form", "kring"),
    ])  # fmt: skip
    coverage = near(graph, "Zutphen").coverage
    assert (coverage.initiatives, coverage.with_position) == (6, 5)
    assert coverage.precision == {"address": 1, "place": 2, "municipality": 2}
