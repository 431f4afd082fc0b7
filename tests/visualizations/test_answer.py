"""What a map asks of the graph: the most linked things, what is around one, and what the links rest on."""

from __future__ import annotations

import re

import pytest

from graph_model.errors import BadQuestion, NotFound
from graph_model.evidence import End
from graph_model.examples import PAGES
from graph_model.schema import LINK_KINDS, WEAK_LINKS
from queries import Graph
from queries.layout_store import Layout, keep, stored
from queries.library import question
from queries.map import MOST, Map, map_of
from tests.queries.pages import initiative, load, said
from visualizations.drawing import draw
from visualizations.served import WholeMap

SHOWN = set(LINK_KINDS) - set(WEAK_LINKS)


def _links(found: Map) -> set[tuple[str, str, str]]:
    names = {thing.id: thing.name for thing in found.things}
    return {(names[link.origin], link.kind, names[link.target]) for link in found.links}


def test_the_whole_has_every_thing_but_pages_and_every_link_but_mentions(neighbourhood: Graph) -> None:
    found = map_of(neighbourhood)
    assert "Document" not in {thing.kind for thing in found.things}
    assert {link.kind for link in found.links} <= SHOWN
    assert {
        ("Buurtkring Noord", "STARTED", "Voorzorgcirkel Deventerweg"),
        ("Anna de Jong", "HAS_ROLE", "Cliëntenraad De Wilgenhof"),
        ("Dorpstafel Ampsen", "BASED_IN", "Lochem"),
    } <= _links(found)
    assert found.total == len(found.things)


def test_a_link_that_is_too_weak_is_not_on_the_map(neighbourhood: Graph) -> None:
    assert not any(
        "Huize Molenzicht" in (a, b) and kind == "PARTNER_OF" for a, kind, b in _links(map_of(neighbourhood))
    )


def test_a_smaller_map_holds_the_most_linked_things_and_only_links_among_them(neighbourhood: Graph) -> None:
    found = map_of(neighbourhood, limit=5)
    whole = map_of(neighbourhood)
    assert len(found.things) == 5
    assert min(t.degree for t in found.things) >= max(t.degree for t in whole.things if t not in found.things)
    ids = {thing.id for thing in found.things}
    assert all({link.origin, link.target} <= ids for link in found.links)
    assert found.total == whole.total


def test_around_a_thing_one_step_is_what_it_is_linked_with(neighbourhood: Graph) -> None:
    found = map_of(neighbourhood, "'t Naoberhoês", steps=1)
    assert found.thing is not None
    assert {thing.name for thing in found.things} == {
        "'t Naoberhoês", "Buurtkring Noord", "Truus Enschedehof", "Gorssel", "Opening van het Naoberhoes",
        "Zorgcoöperatie De Achtersteveld", "Buurttafel Noord", "Zorgzame buurten", "Langer thuis wonen",
    }  # fmt: skip


def test_two_steps_hold_one_step(neighbourhood: Graph) -> None:
    near, far = (map_of(neighbourhood, "Zorgcoöperatie De Achtersteveld", steps=steps) for steps in (1, 2))
    assert {thing.id for thing in near.things} < {thing.id for thing in far.things}
    assert "Buurtkring Noord" in {thing.name for thing in far.things}


def test_a_second_step_does_not_lead_through_a_hub(graph: Graph) -> None:
    town = End("Place", "Utrecht", "Utrecht")
    load(graph, [said(initiative(f"Initiatief nummer {i}"), "BASED_IN", town) for i in range(60)])
    found = map_of(graph, "Initiatief nummer 1")
    assert {thing.name for thing in found.things} == {"Initiatief nummer 1", "Utrecht"}


def test_every_link_comes_with_quotes_of_its_sources_when_asked(neighbourhood: Graph) -> None:
    found = map_of(neighbourhood, quotes=True)
    assert found.quotes.keys() == {link.id for link in found.links}
    titles = {page.title for page in PAGES}
    assert all(quotes and {quote.document.title for quote in quotes} <= titles for quotes in found.quotes.values())
    assert map_of(neighbourhood).quotes == {}


def test_every_link_can_be_read_from_both_ends(neighbourhood: Graph) -> None:
    found = map_of(neighbourhood)
    words = {(word.kind, word.role): (word.out, word.back) for word in found.words}
    assert words["HAS_ROLE", "bestuurslid"] == ("is bestuurslid bij", "heeft als bestuurslid")
    assert {(link.kind, link.role) for link in found.links} == words.keys()


def test_things_carry_what_the_filters_ask(neighbourhood: Graph) -> None:
    by_name = {thing.name: thing for thing in map_of(neighbourhood).things}
    assert by_name["Buurttafel Noord"].years == (2025,)
    assert by_name["Buurttafel Noord"].place == "Zutphen"
    assert dict(by_name["Buurtkring Noord"].facts)["opgericht"] == "2016"
    ended = next(link for link in map_of(neighbourhood).links if link.until == 2022)
    assert ended.when == "tot 2022"


@pytest.mark.parametrize(("steps", "limit"), [(0, None), (3, None), (2, 0), (2, MOST + 1)])
def test_steps_and_limits_that_make_no_sense_are_told(graph: Graph, steps: int, limit: int | None) -> None:
    with pytest.raises(BadQuestion, match="Een kaart toont"):
        map_of(graph, "iets", steps=steps, limit=limit)


def test_an_unknown_thing_is_told(neighbourhood: Graph) -> None:
    with pytest.raises(NotFound):
        map_of(neighbourhood, "Kasteel Nergenshuizen")


def test_an_empty_graph_gives_an_empty_map(graph: Graph) -> None:
    drawn = draw(graph)
    assert (drawn.things, drawn.links, drawn.total) == ((), (), 0)


@pytest.mark.parametrize("name", ["most_linked", "number", "links", "claims", "neighbours"])
def test_the_questions_of_a_map_know_every_kind_of_link(name: str) -> None:
    found = re.findall(r"\[\w*:([A-Z_|]+)\]", question(f"map/{name}").text)
    assert found
    assert all(set(kinds.split("|")) == SHOWN for kinds in found)


def test_a_layout_is_kept_until_the_next(graph: Graph) -> None:
    assert stored(graph) is None
    keep(graph, Layout({"a": (1.5, 2.0), "b": (-3.0, 0.0)}))
    keep(graph, Layout({"b": (4.0, 5.0)}))
    assert stored(graph) == Layout({"b": (4.0, 5.0)})


def test_the_map_of_everything_lies_still_while_the_graph_grows(neighbourhood: Graph) -> None:
    before = {thing.id: (thing.x, thing.y) for thing in draw(neighbourhood).things}
    load(neighbourhood, [said(initiative("Nieuw Initiatief"), "STARTED", initiative("Buurtkring Noord"))])
    after = {thing.id: (thing.x, thing.y) for thing in draw(neighbourhood).things}
    assert after.keys() > before.keys()
    width = max(x for x, _ in before.values()) - min(x for x, _ in before.values())
    assert all(abs(after[i][0] - x) + abs(after[i][1] - y) <= 0.03 * width for i, (x, y) in before.items())


def test_what_only_invented_pages_speak_of_is_marked(neighbourhood: Graph) -> None:
    invented = {thing.name: thing.invented for thing in draw(neighbourhood).things}
    assert invented["Buurtkring Noord"]
    assert not invented["Zutphen"]


def test_a_server_draws_once_a_version(neighbourhood: Graph) -> None:
    whole = WholeMap()
    whole.text(neighbourhood)
    version, text = whole.text(neighbourhood)
    again, same = whole.text(neighbourhood)
    assert (again, same) == (version, text)
    assert same is text
    load(neighbourhood, [said(initiative("Nieuw Initiatief"), "STARTED", initiative("Buurtkring Noord"))])
    assert "Nieuw Initiatief" in whole.text(neighbourhood)[1]
