"""How much there is, how fresh, how well read."""

from __future__ import annotations

from graph_model.examples import PAGES
from graph_model.schema import LINK_KINDS, NODE_KINDS
from queries import Graph
from queries.ledger.pages import withdraw
from queries.ledger.runs import begin_run
from queries.overview import overview
from tests.queries.pages import AT, initiative, load, load_neighbourhood, said


def test_things_and_links_are_counted_by_kind(neighbourhood: Graph) -> None:
    counts = overview(neighbourhood).counts
    assert counts.things.keys() == NODE_KINDS.keys()
    assert counts.links.keys() == LINK_KINDS.keys()
    assert (counts.things["Initiative"], counts.things["Event"], counts.things["Keyword"]) == (5, 4, 0)
    assert (counts.links["STARTED"], counts.links["BASED_IN"], counts.links["SUCCEEDS"]) == (2, 7, 0)


def test_pages_claims_and_candidates_are_counted(neighbourhood: Graph) -> None:
    counts = overview(neighbourhood).counts
    assert (counts.pages, counts.sources) == (4, 6)
    assert counts.claims == sum(len(page.claims) for page in PAGES)
    assert counts.candidates == 1


def test_it_says_how_fresh_the_graph_is(neighbourhood: Graph) -> None:
    freshness = overview(neighbourhood).freshness
    assert freshness.last_read == "2025-07-01T08:15:00+00:00"
    assert (freshness.oldest_published, freshness.newest_published) == ("2024-10", "2025-06-14")


def test_a_claim_that_is_lifted_between_confirmed_ends_no_longer_waits(graph: Graph) -> None:
    one, other = initiative("De Linde"), initiative("De Berk")
    weak = said(one, "PARTNER_OF", other, sure=0.4)
    load(graph, [said(one, "form", "kring"), said(other, "form", "kring"), weak])
    counts = overview(graph).counts
    assert (counts.links["PARTNER_OF"], counts.candidates) == (1, 0)


def test_a_page_that_is_gone_counts_as_gone(graph: Graph) -> None:
    load_neighbourhood(graph)
    withdraw(graph, PAGES[0].address, begin_run(graph, "withdraw", [], AT), "2025-07-02T00:00:00+00:00")
    told = overview(graph)
    assert (told.counts.pages, told.reading.pages_gone) == (3, 1)


def test_an_empty_graph_has_nothing_of_everything(graph: Graph) -> None:
    told = overview(graph)
    assert set(told.counts.things.values()) == set(told.counts.links.values()) == {0}
    assert (told.counts.pages, told.counts.claims, told.freshness.last_read) == (0, 0, None)
