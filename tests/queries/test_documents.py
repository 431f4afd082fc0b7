"""A source with its text and what it says; what is invented; where a visitor may begin."""

from __future__ import annotations

import pytest

from graph_model.errors import NotFound
from graph_model.examples import PAGES
from graph_model.keys import id_of, key_of
from queries import Graph
from queries.documents import document
from queries.field_words import value_words
from queries.invented import invented_things, is_invented
from queries.ledger.pages import withdraw
from queries.ledger.runs import begin_run
from queries.links import links
from queries.well_known import most_linked
from tests.queries.pages import ADDRESS, AT, initiative, load, load_neighbourhood, said

TITLE = "Over Buurtkring Noord"
TEXT = next(page.text for page in PAGES if page.title == TITLE)


def test_every_quote_of_a_source_stands_in_its_text(neighbourhood: Graph) -> None:
    source = document(neighbourhood, TITLE)
    assert (source.title, source.text, source.gone) == (TITLE, TEXT, False)
    assert source.statements
    for statement in source.statements:
        claim = statement.claim
        if claim.start is not None:
            assert TEXT[claim.start : claim.end] == claim.quote
            assert claim.document.id == source.id


def test_statements_read_as_sentences_in_the_order_of_the_text(neighbourhood: Graph) -> None:
    told = [statement.words for statement in document(neighbourhood, TITLE).statements]
    assert "Buurtkring Noord werkt samen met 't Naoberhoês" in told
    assert "Buurtkring Noord – opgericht: 2016" in told
    assert told.index("Buurtkring Noord is gevestigd in Zutphen") < told.index(
        "Buurtkring Noord werkt samen met 't Naoberhoês"
    )


def test_a_source_tells_the_claims_behind_the_links_and_no_others(neighbourhood: Graph) -> None:
    drawn = {
        claim.id
        for link in links(neighbourhood, "Buurtkring Noord").links
        for claim in link.claims
        if claim.document.title == TITLE
    }
    told = {one.claim.id for one in document(neighbourhood, TITLE).statements if one.object}
    assert drawn <= told
    unsure = document(neighbourhood, "Hoe het Naoberhoes ontstond")
    assert not any("Molenzicht" in statement.words for statement in unsure.statements)
    assert "Huize Molenzicht" in {thing.name for thing in unsure.mentions}


def test_a_row_of_a_register_has_statements_but_no_text(neighbourhood: Graph) -> None:
    source = document(neighbourhood, "register:voorbeeld")
    assert (source.text, source.origin) == (None, "register")
    assert {statement.claim.note for statement in source.statements} == {"uit het register, niet letterlijk"}


def test_a_thing_that_is_no_source_is_not_found_as_one(neighbourhood: Graph) -> None:
    thing = links(neighbourhood, "Buurtkring Noord").thing
    with pytest.raises(NotFound, match="geen bron"):
        document(neighbourhood, thing.id)


def test_whom_only_invented_pages_name_is_invented_but_no_town_is(neighbourhood: Graph) -> None:
    invented, version = invented_things(neighbourhood)
    names = {name: links(neighbourhood, name).thing.id for name in ("Buurtkring Noord", "Zutphen", "Zeggenschap")}
    assert names["Buurtkring Noord"] in invented
    assert not invented & {names["Zutphen"], names["Zeggenschap"]}
    assert version == neighbourhood.answer(lambda reading: reading.version)


def test_whom_a_page_that_can_exist_names_too_is_not_invented(graph: Graph) -> None:
    load_neighbourhood(graph)
    assert links(graph, "Dorpstafel Ampsen").thing.id not in invented_things(graph)[0]  # the register names it
    load(graph, [said(initiative("De Linde"), "form", "kring")])
    assert links(graph, "De Linde").thing.id in invented_things(graph)[0]
    withdraw(graph, ADDRESS, begin_run(graph, "withdraw", [], AT), AT)
    with pytest.raises(NotFound):
        links(graph, "De Linde")


@pytest.mark.parametrize(
    ("address", "invented"),
    [
        ("urn:samenspel:voorbeeld:nieuwsbrief.md", True),
        ("https://www.dorp.example/over", True),
        ("https://example.nl/over", False),
        ("https://voorbeeld.nl/x.example", False),
        ("register:beweging", False),
    ],
)
def test_an_address_where_no_page_can_stand_is_invented(address: str, invented: bool) -> None:
    assert is_invented(address) is invented


def test_the_most_linked_things_come_first_kind_by_kind(neighbourhood: Graph) -> None:
    found, _ = most_linked(neighbourhood, ("Initiative", "CareOrganisation"), 2)
    assert [thing.kind for thing in found] == ["Initiative", "Initiative", "CareOrganisation", "CareOrganisation"]
    assert found[0].name == "Buurtkring Noord"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("start", "2025-03-18T19:30", "18 maart 2025, 19.30 uur"),
        ("mode", "in_person", "op locatie"),
        ("status", "cancelled", "afgelast"),
        ("position", "52.1383,6.2014,place", "52.1383, 6.2014 (midden van de plaats)"),
        ("programme", "17:00\tInloop", "17:00 Inloop"),
        ("founded", "lang geleden", "lang geleden"),
        ("form", "kring", "kring"),
    ],
)
def test_a_value_reads_as_a_dutch_reader_expects(field: str, value: str, words: str) -> None:
    assert value_words(field, value) == words


def test_a_source_that_was_withdrawn_is_told_as_such(graph: Graph) -> None:
    load_neighbourhood(graph)
    address = PAGES[0].address
    source = document(graph, id_of(key_of("Document", address)))
    run = begin_run(graph, "withdraw", [address], "2025-07-02T09:00:00+00:00")
    withdraw(graph, address, run, "2025-07-02T09:00:00+00:00")
    for asked in (source.id, address):
        with pytest.raises(NotFound, match=r"is er niet meer .* op 2 juli 2025"):
            document(graph, asked)
    with pytest.raises(NotFound, match="Niets gevonden"):
        document(graph, "daaaaaaaaaaaa")
