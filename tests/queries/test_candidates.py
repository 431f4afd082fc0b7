"""Claims that wait for a yes or no, and what a person's verdict makes of them."""

from __future__ import annotations

import pytest

from graph_model.errors import BadQuestion, NotFound
from graph_model.evidence import End
from queries import Graph
from queries.candidates import candidates
from queries.corrections import Signed, confirm, correct, undo_correction
from queries.ledger.pages import record
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import begin_run
from queries.links import links
from queries.overview import overview
from queries.show import show
from tests.ledgers import Say, reading_of
from tests.queries.pages import load_neighbourhood

AT = "2026-01-01T00:00:00+00:00"
ANNA = Signed("Anna", "2026-01-02T00:00:00+00:00")
LINDE, HUIS = End("Initiative", "De Linde"), End("Partner", "Het Dorpshuis")
WEAK = Say(LINDE, "PARTNER_OF", HUIS, "", "", 0.4, True, "")
SURE = Say(LINDE, "url", None, "https://x.example", "", 0.9, True, "")


def told(graph: Graph, *says: Say) -> str:
    """A graph in which one page says this; gives the id of what waits first."""
    record(graph, [reading_of("https://a.example/een", "tekst een", says, 1)], begin_run(graph, "read", (), AT))
    return candidates(graph).items[0].claim.id


def test_what_is_too_weak_waits_with_its_quote_and_its_sentence(graph: Graph) -> None:
    told(graph, WEAK, SURE)
    (item,) = candidates(graph).items
    assert item.words == "De Linde werkt samen met Het Dorpshuis"
    assert (item.claim.quote, item.claim.confidence) == ("…", 0.4)
    assert item.subject.id is not None


def test_as_much_waits_as_the_overview_counts(graph: Graph) -> None:
    load_neighbourhood(graph)
    assert candidates(graph, limit=1).total == overview(graph).counts.candidates > 0


def test_what_is_asked_about_one_thing_names_that_thing(graph: Graph) -> None:
    told(graph, WEAK, SURE)
    assert candidates(graph, "De Linde").total == 1
    other = Say(End("Initiative", "Anders"), "url", None, "https://y.example", "", 0.9, True, "")
    record(graph, [reading_of("https://b.example/een", "tekst twee", (other,), 1)], begin_run(graph, "read", (), AT))
    assert candidates(graph, "Anders").total == 0
    with pytest.raises(NotFound):
        candidates(graph, "wat er niet is")


def test_a_confirmed_claim_enters_the_graph_and_leaves_the_queue_until_that_is_taken_back(graph: Graph) -> None:
    claim = told(graph, WEAK, SURE)
    done = confirm(graph, claim, ANNA)
    assert (done.verdict, done.words) == ("confirmed", "De Linde werkt samen met Het Dorpshuis")
    assert [link.other.name for link in links(graph, "De Linde").links] == ["Het Dorpshuis"]
    assert candidates(graph).total == 0
    assert rebuild(graph, check=True).items == ()
    undo_correction(graph, claim)
    assert links(graph, "De Linde").links == ()
    assert candidates(graph).total == 1


def test_a_refused_claim_stays_away_whatever_other_pages_say(graph: Graph) -> None:
    claim = told(graph, WEAK, SURE)
    correct(graph, claim, Signed("Anna", AT, "dat was een ander huis"))
    assert candidates(graph).total == 0
    surer = Say(LINDE, "PARTNER_OF", HUIS, "", "", 0.9, True, "")
    record(graph, [reading_of("https://b.example/een", "tekst twee", (surer,), 2)], begin_run(graph, "read", (), AT))
    assert links(graph, "De Linde").links == ()
    assert rebuild(graph, check=True).items == ()


def test_a_value_can_be_replaced_and_put_back(graph: Graph) -> None:
    told(graph, WEAK, SURE, Say(LINDE, "address", None, "Kade 1", "", 0.9, True, ""))
    (entry,) = show(graph, "De Linde").fields["address"].values
    (claim,) = entry.claims
    correct(graph, claim.id, Signed("Anna", AT, "verhuisd"), to="Kade 2")
    assert show(graph, "De Linde").fields["address"].value == "Kade 2"
    assert undo_correction(graph, claim.id).verdict == "undone"
    assert show(graph, "De Linde").fields["address"].value == "Kade 1"


def test_what_makes_no_sense_is_refused_in_plain_words(graph: Graph) -> None:
    claim = told(graph, WEAK, SURE)
    with pytest.raises(BadQuestion, match="reden"):
        correct(graph, claim, ANNA)
    with pytest.raises(BadQuestion, match="verband"):
        correct(graph, claim, Signed("Anna", AT, "anders"), to="iets")
    with pytest.raises(NotFound):
        confirm(graph, "bestaat niet", ANNA)
    with pytest.raises(NotFound, match="niets besloten"):
        undo_correction(graph, claim)
