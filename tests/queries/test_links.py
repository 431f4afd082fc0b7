"""Who links to a thing."""

from __future__ import annotations

import pytest

from graph_model.errors import BadQuestion, NotFound
from graph_model.evidence import End
from graph_model.schema import LINK_KINDS
from queries import Graph
from queries import links as links_module
from queries.evidence import claim
from queries.links import links
from tests.queries.pages import initiative, load, load_neighbourhood, said


def _told(graph: Graph, thing: str, **wanted: str) -> set[str]:
    return {link.sentence for link in links(graph, thing, **wanted).links}  # type: ignore[arg-type]


def test_links_are_told_in_both_directions(neighbourhood: Graph) -> None:
    assert _told(neighbourhood, "'t Naoberhoês") == {
        "'t Naoberhoês bracht Zorgcoöperatie De Achtersteveld voort",
        "'t Naoberhoês is opgericht door Truus Enschedehof",
        "'t Naoberhoês werkt samen met Buurtkring Noord",
        "'t Naoberhoês organiseert Opening van het Naoberhoes",
        "'t Naoberhoês wordt belicht in Buurttafel Noord",
        "'t Naoberhoês is gevestigd in Gorssel",
        "'t Naoberhoês houdt zich bezig met Langer thuis wonen",
        "'t Naoberhoês houdt zich bezig met Zorgzame buurten",
    }
    assert "Zorgcoöperatie De Achtersteveld is voortgekomen uit 't Naoberhoês" in _told(neighbourhood, "achtersteveld")


def test_links_are_grouped_and_counted(neighbourhood: Graph) -> None:
    answer = links(neighbourhood, "buurtkring noord")
    kinds = [link.kind for link in answer.links]
    assert list(dict.fromkeys(kinds)) == list(answer.counts)
    assert {kind: kinds.count(kind) for kind in kinds} == answer.counts
    assert answer.total == len(kinds)


def test_every_link_carries_its_claims_with_quote_and_document(neighbourhood: Graph) -> None:
    for link in links(neighbourhood, "buurtkring noord").links:
        assert link.claims
        assert link.claim_count == len(link.claims)
        for one in link.claims:
            assert one.quote
            assert one.document.title
            assert one.document.url.startswith("https://")
            assert one.first_seen
            assert one.last_seen


def test_documents_that_only_name_a_thing_are_left_out_unless_asked_for(neighbourhood: Graph) -> None:
    assert "MENTIONS" not in links(neighbourhood, "naoberhoes").counts
    assert _told(neighbourhood, "naoberhoes", kind="MENTIONS") == {
        "'t Naoberhoês wordt genoemd in “Hoe het Naoberhoes ontstond”",
        "'t Naoberhoês wordt genoemd in “Over Buurtkring Noord”",
        "'t Naoberhoês wordt genoemd in “Buurttafel Noord trekt volle zaal”",
    }


@pytest.mark.parametrize("kind", ["STARTED", "started", "bracht voort", "voortgekomen uit"])
def test_a_kind_of_link_is_asked_for_by_its_name_or_its_words(neighbourhood: Graph, kind: str) -> None:
    told = _told(neighbourhood, "naoberhoes", kind=kind)
    assert told == {"'t Naoberhoês bracht Zorgcoöperatie De Achtersteveld voort"}


def test_a_kind_of_thing_may_be_asked_for_too(neighbourhood: Graph) -> None:
    assert _told(neighbourhood, "buurtkring noord", kind="personen") == {
        "Buurtkring Noord heeft als voorzitter Marijke van den Oeverhof",
        "Buurtkring Noord heeft als bestuurslid Joost Heuvelinkstra",
    }


def test_a_link_holds_from_the_end_of_its_first_date_to_the_beginning_of_its_last(neighbourhood: Graph) -> None:
    member = "Zorggroep De Berkelbrug doet mee met Samen Sterker in Zorg (tot 2022)"
    assert member in _told(neighbourhood, "berkelbrug", as_of="2021-12-31")
    assert member not in _told(neighbourhood, "berkelbrug", as_of="2022-01-01")
    joined = "Buurtkring Noord doet mee met Samen Sterker in Zorg (sinds 2021)"
    assert joined not in _told(neighbourhood, "buurtkring noord", as_of="2021-12-30")
    assert joined in _told(neighbourhood, "buurtkring noord", as_of="2021-12-31")


def test_links_without_dates_are_kept_and_marked(neighbourhood: Graph) -> None:
    answer = links(neighbourhood, "buurtkring noord", as_of="1990")
    assert answer.as_of == "1990"
    assert answer.links
    assert {link.note for link in answer.links} == {"datum onbekend"}
    dated = links(neighbourhood, "buurtkring noord", kind="MEMBER_OF").links[0]
    assert (dated.dated, dated.note, dated.valid_from, dated.valid_to) == (True, None, "2021", None)


def test_a_link_of_a_register_says_that_its_quote_is_not_literal(neighbourhood: Graph) -> None:
    (link,) = links(neighbourhood, "achtersteveld", kind="BASED_IN").links
    (one,) = link.claims
    assert (one.start, one.end, one.note) == (None, None, "uit het register, niet letterlijk")


def test_a_claim_is_found_by_its_id(neighbourhood: Graph) -> None:
    (link,) = links(neighbourhood, "naoberhoes", kind="STARTED").links
    assert claim(neighbourhood, link.claims[0].id) == link.claims[0]
    with pytest.raises(NotFound):
        claim(neighbourhood, "nee")


@pytest.mark.parametrize("wrong", [{"kind": "BEMINT"}, {"as_of": "gisteren"}, {"as_of": "2024-02-31"}, {"limit": 0}])
def test_questions_that_make_no_sense_are_refused(neighbourhood: Graph, wrong: dict[str, str]) -> None:
    with pytest.raises(BadQuestion):
        links(neighbourhood, "naoberhoes", **wrong)  # type: ignore[arg-type]


def test_the_order_of_links_knows_every_kind() -> None:
    assert set(links_module._ORDER) == set(LINK_KINDS)


def test_the_json_has_the_keys_that_users_were_promised(neighbourhood: Graph) -> None:
    answer = links(neighbourhood, "naoberhoes").model_dump()
    assert answer.keys() >= {"thing", "links", "counts", "as_of", "next", "total", "version"}
    link = answer["links"][0]
    assert link.keys() >= {
        "kind", "words", "direction", "role", "other", "stated", "confidence", "valid_from", "valid_to",
        "sources", "claims",
    }  # fmt: skip
    assert link["other"].keys() == {"id", "kind", "name"}
    assert link["claims"][0].keys() >= {
        "id", "quote", "start", "end", "document", "by", "stated", "confidence", "first_seen", "last_seen",
    }  # fmt: skip
    assert link["claims"][0]["document"].keys() == {"id", "title", "url", "published", "fetched"}


def test_a_link_told_by_two_pages_has_two_sources(graph: Graph) -> None:
    load_neighbourhood(graph)
    load(graph, [said(initiative("Het Naoberhoes"), "STARTED", initiative("Zorgcoöperatie De Achtersteveld"))])
    (link,) = links(graph, "naoberhoes", kind="STARTED").links
    assert (link.sources, len(link.claims)) == (2, 2)


def test_pages_of_many_links_hold_each_link_once(graph: Graph) -> None:
    hub = End("Movement", "Beweging")
    load(graph, [said(initiative(f"Initiatief {n}"), "MEMBER_OF", hub) for n in range(120)])
    seen: list[str] = []
    after: int | None = 0
    while after is not None:
        answer = links(graph, "Beweging", after=after, limit=50)
        seen += [link.other.name for link in answer.links]
        after = answer.next
        assert (answer.total, answer.counts) == (120, {"MEMBER_OF": 120})
    assert sorted(seen) == sorted(f"Initiatief {n}" for n in range(120))
