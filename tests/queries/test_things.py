"""Which thing is meant, and what is known of it."""

from __future__ import annotations

import pytest

from graph_model.decisions import Decision, Verdict
from graph_model.errors import Ambiguous, BadQuestion, NotFound
from graph_model.examples import PAGES
from graph_model.keys import id_of, key_of
from queries import Graph
from queries.ledger.deciding import decide
from queries.resolve import resolve
from queries.results import Ref
from queries.show import show
from tests.queries.pages import initiative, load, load_neighbourhood, said


def _meant(graph: Graph, thing: str) -> Ref:
    return graph.answer(lambda reading: resolve(reading, thing))


@pytest.mark.parametrize("spelling", ["'t Naoberhoês", "HET NAOBERHOES", "naoberhoes", "naober", " 't  Naoberhoes "])
def test_a_name_in_any_spelling_and_its_beginning_mean_one_thing(neighbourhood: Graph, spelling: str) -> None:
    assert _meant(neighbourhood, spelling).name == "'t Naoberhoês"


def test_an_id_means_its_thing(neighbourhood: Graph) -> None:
    found = _meant(neighbourhood, "Buurtkring Noord")
    assert _meant(neighbourhood, found.id) == found


def test_namesakes_are_shown_and_not_guessed(neighbourhood: Graph) -> None:
    with pytest.raises(Ambiguous) as told:
        _meant(neighbourhood, "anna de jong")
    assert {(c.kind, c.name, c.hint) for c in told.value.candidates} == {
        ("Person", "Anna de Jong", "Cliëntenraad De Wilgenhof"),
        ("Person", "Anna de Jong", "Zorgcoöperatie De Achtersteveld"),
    }
    assert {_meant(neighbourhood, c.id).id for c in told.value.candidates} == {c.id for c in told.value.candidates}


def test_words_that_several_names_hold_are_not_guessed_either(neighbourhood: Graph) -> None:
    with pytest.raises(Ambiguous) as told:
        _meant(neighbourhood, "noord")
    assert "Buurtkring Noord" in {c.name for c in told.value.candidates}


def test_an_unknown_name_is_told_with_names_that_come_close(neighbourhood: Graph) -> None:
    with pytest.raises(NotFound, match="Bedoelt u") as told:
        _meant(neighbourhood, "Naoberhoos")
    assert told.value.suggestions[0] == "'t Naoberhoês"
    with pytest.raises(NotFound) as told:
        _meant(neighbourhood, "xyzzy")
    assert told.value.suggestions == ()


def test_an_id_that_never_was_is_not_found(neighbourhood: Graph) -> None:
    with pytest.raises(NotFound):
        _meant(neighbourhood, "oaaaaaaaaaaaa")


@pytest.mark.parametrize("nonsense", ["", "…", "a" * 301])
def test_no_words_or_too_many_are_refused(neighbourhood: Graph, nonsense: str) -> None:
    with pytest.raises(BadQuestion):
        _meant(neighbourhood, nonsense)


def test_a_thing_is_preferred_to_a_keyword_or_document_of_its_name(neighbourhood: Graph) -> None:
    assert _meant(neighbourhood, "ontmoetingsavond de wilgenhof").kind == "Event"


def test_a_field_shows_all_that_was_said_and_that_sources_contradict_each_other(neighbourhood: Graph) -> None:
    founded = show(neighbourhood, "naoberhoes").fields["founded"]
    assert (founded.value, founded.conflict) == ("2018", True)
    assert {(e.value, e.shown, *(c.document.title for c in e.claims)) for e in founded.values} == {
        ("2018", True, "Buurttafel Noord trekt volle zaal"),
        ("2017", False, "Hoe het Naoberhoes ontstond"),
    }


def test_every_quote_stands_in_the_text_of_its_page(neighbourhood: Graph) -> None:
    texts = {page.address: page.text for page in PAGES}
    shown = show(neighbourhood, "buurtkring noord")
    claims = [c for link in shown.links for c in link.claims]
    claims += [c for field in shown.fields.values() for entry in field.values for c in entry.claims]
    assert len(claims) > 10
    for claim in claims:
        assert texts[claim.document.url][claim.start : claim.end] == claim.quote
        assert claim.by == "voorbeeld 1"


def test_a_thing_has_a_position_of_its_own_or_that_of_its_place(neighbourhood: Graph) -> None:
    own, of_place = show(neighbourhood, "de wilgenhof").position, show(neighbourhood, "naoberhoes").position
    assert own is not None
    assert (own.lat, own.lon, own.precision, own.via) == (52.1452, 6.1969, "address", None)
    assert of_place is not None
    assert (of_place.precision, of_place.via and of_place.via.name) == ("place", "Gorssel")
    assert show(neighbourhood, "Zeggenschap").position is None


def test_a_document_that_is_a_page_leads_to_its_text(neighbourhood: Graph) -> None:
    assert show(neighbourhood, "Over Buurtkring Noord").page == "document|buurtkringnoord.example/over-ons|"
    assert show(neighbourhood, "Buurtkring Noord").page is None


def test_bookkeeping_is_not_shown(neighbourhood: Graph) -> None:
    assert set(show(neighbourhood, "Over Buurtkring Noord").fields) == {"published"}


def test_the_json_has_the_keys_that_users_were_promised(neighbourhood: Graph) -> None:
    answer = show(neighbourhood, "naoberhoes").model_dump()
    assert {"id", "kind", "name", "aliases", "url", "fields", "position", "links"} <= answer.keys()
    assert set(answer["fields"]["founded"]) >= {"value", "values", "conflict"}
    assert set(answer["fields"]["founded"]["values"][0]) == {"value", "shown", "claims"}
    assert set(answer["position"]) >= {"lat", "lon", "precision"}


def test_an_old_id_leads_to_the_thing_it_was_joined_with(graph: Graph) -> None:
    old, new = key_of("Initiative", "Zorgkring Oost"), key_of("Initiative", "Buurtzorg Oost")
    load(graph, (said(initiative(name), "form", "kring") for name in ("Zorgkring Oost", "Buurtzorg Oost")))
    decide(graph, Decision(Verdict.SAME, old, new, by="wij", at="2025-07-02T00:00:00+00:00"))
    assert _meant(graph, id_of(old)) == _meant(graph, id_of(new))


def test_a_date_that_is_only_known_less_well_is_no_contradiction(graph: Graph) -> None:
    load(graph, [said(initiative("De Linde"), "founded", "2017"), said(initiative("De Linde"), "founded", "2017-05")])
    founded = show(graph, "De Linde").fields["founded"]
    assert {entry.value for entry in founded.values} == {"2017", "2017-05"}
    assert founded.conflict is False


def test_a_value_that_a_person_refused_is_no_longer_told(graph: Graph) -> None:
    load_neighbourhood(graph)
    key = key_of("Initiative", "'t Naoberhoês")
    decide(
        graph,
        Decision(Verdict.REPLACED, key, predicate="founded", value="2018", replacement="2016", by="wij", at="2025"),
    )
    founded = show(graph, "naoberhoes").fields["founded"]
    assert founded.value == "2016"
    assert {(entry.value, entry.shown) for entry in founded.values} == {("2016", True), ("2017", False)}
