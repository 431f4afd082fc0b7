"""From a reading to claims, on real pages with readings made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_model.errors import Fault
from graph_model.evidence import Claim
from ingest.claims import claims_of
from ingest.page import Page, read_page
from ingest.reading import Found, Property, Quote, Reading, Statement

FETCHED = "2025-07-01T10:00:00+00:00"
ADDRESS = "https://buurt.example/zomertafel"
TEXT = """Zomertafel in de wijk

Geplaatst op 3 april 2025

Buurtkring Noord (ook wel: De Kring) organiseert de Zomertafel in Zutphen. Marijke van den Oeverhof is voorzitter.
De Zomertafel is weer van Buurtkring Noord. Lees [het verslag](https://www.krant.example/verslag/?utm_source=x),
[meer](#meer), [mail](mailto:info@buurt.example) of [ons bericht](https://buurt.example/zomertafel#reacties).
"""


def page(text: str = TEXT, address: str = ADDRESS) -> Page:
    return read_page(text.encode(), address)


def quote(on: Page, words: str, occurrence: int = 0) -> Quote:
    start = -1
    for _ in range(occurrence + 1):
        start = on.text.index(words, start + 1)
    return Quote(start, start + len(words))


def found(on: Page, kind: str, name: str, **more: object) -> Found:
    return replace(Found(kind, name, (quote(on, name),), 0.8), **more)  # type: ignore[arg-type]


def reading(*things: Found, statements: tuple[Statement, ...] = ()) -> Reading:
    return Reading("lezer", "7", things, statements)


def made(on: Page, read: Reading) -> set[tuple[str, str, str, str]]:
    return {_short(claim) for claim in claims_of(on, read, FETCHED).claims}


def _short(claim: Claim) -> tuple[str, str, str, str]:
    target = claim.object.name if claim.object else claim.value
    return claim.subject.name, claim.predicate, target, claim.role


def test_a_page_tells_its_fingerprint_title_and_date() -> None:
    on = page()
    told = {(predicate, value) for subject, predicate, value, _ in made(on, reading()) if subject == ADDRESS}
    assert {
        ("fingerprint", on.fingerprint),
        ("name", "Zomertafel in de wijk"),
        ("published", "2025-04-03"),
    } <= told


def test_a_page_that_names_its_language_claims_it() -> None:
    on = page('<!doctype html><html lang="nl"><title>Dag</title><p>Zomertafel in Zutphen.</p></html>')
    assert (ADDRESS, "language", "nl", "") in made(on, reading())


def test_a_thing_gives_a_mention_its_fields_and_its_stated_aliases() -> None:
    on = page()
    circle = found(
        on, "Initiative", "Buurtkring Noord",
        properties=(Property("form", "buurtkring", quote(on, "Buurtkring Noord")),),
        states_alias=(Property("alias", "De Kring", quote(on, "ook wel: De Kring")),),
    )  # fmt: skip
    claims = made(on, reading(circle))
    assert {
        (ADDRESS, "MENTIONS", "Buurtkring Noord", ""),
        ("Buurtkring Noord", "form", "buurtkring", ""),
        ("Buurtkring Noord", "alias", "De Kring", ""),
    } <= claims


def test_a_statement_gives_a_link_with_its_quote_its_dates_and_its_role() -> None:
    on = page()
    person, circle = found(on, "Person", "Marijke van den Oeverhof"), found(on, "Initiative", "Buurtkring Noord")
    words = quote(on, "Marijke van den Oeverhof is voorzitter")
    statement = Statement(0, "HAS_ROLE", 1, words, 0.7, "voorzitter", valid_from="2024", valid_to="..")
    claims = claims_of(on, reading(person, circle, statements=(statement,)), FETCHED).claims
    claim = next(c for c in claims if c.predicate == "HAS_ROLE")
    assert _short(claim) == ("Marijke van den Oeverhof", "HAS_ROLE", "Buurtkring Noord", "voorzitter")
    assert (claim.best.quote, claim.best.confidence) == ("Marijke van den Oeverhof is voorzitter", 0.7)
    assert (claim.best.valid_from, claim.best.valid_to) == ("2024", "..")
    assert (claim.best.reader, claim.best.version) == ("lezer", "7")


def test_every_quote_stands_on_the_page_and_every_claim_says_where_it_comes_from() -> None:
    on = page()
    claims = claims_of(on, reading(found(on, "Place", "Zutphen", qualifier="gn2743977")), FETCHED).claims
    assert claims
    for claim in claims:
        assert on.text[claim.best.start : claim.best.end] == claim.best.quote != ""
        assert (claim.page, claim.host, claim.fetched) == (
            "document|buurt.example/zomertafel|",
            "buurt.example",
            FETCHED,
        )
        assert claim.fingerprint == on.fingerprint
    assert "place|zutphen|gn2743977" in {claim.object_key for claim in claims}


def test_hyperlinks_lead_to_other_web_addresses_only() -> None:
    links = {target for _, predicate, target, _ in made(page(), reading()) if predicate == "LINKS_TO"}
    assert links == {"https://www.krant.example/verslag/?utm_source=x"}


def test_a_statement_made_twice_is_one_claim_with_the_surest_of_its_quotes() -> None:
    on = page()
    circle, event = found(on, "Initiative", "Buurtkring Noord"), found(on, "Event", "Zomertafel")
    said = (
        Statement(0, "ORGANISES", 1, quote(on, "De Zomertafel is weer van Buurtkring Noord"), 0.6),
        Statement(0, "ORGANISES", 1, quote(on, "organiseert de Zomertafel"), 0.8),
        Statement(0, "ORGANISES", 1, quote(on, "Zomertafel in Zutphen"), 0.8),
    )
    claims = [c for c in claims_of(on, reading(circle, event, statements=said), FETCHED).claims if c.object]
    organises = [c for c in claims if c.predicate == "ORGANISES"]
    assert [c.best.quote for c in organises] == ["organiseert de Zomertafel"]
    assert len(organises[0].evidence) == 1


def test_what_the_schema_has_no_place_for_is_reported_and_the_rest_is_kept() -> None:
    on = page()
    place, event = found(on, "Place", "Zutphen"), found(on, "Event", "Zomertafel")
    stranger = found(on, "Unicorn", "Buurtkring Noord")
    strange = found(
        on, "Person", "Marijke van den Oeverhof", properties=(Property("shoe", "39", quote(on, "Zutphen")),)
    )
    words = quote(on, "Zutphen")
    said = (
        Statement(0, "HELD_IN", 1, words, 0.9),
        Statement(1, "HATES", 0, words, 0.9),
        Statement(2, "ORGANISES", 1, words, 0.9),
        Statement(1, "HELD_IN", 0, words, 0.9),
    )
    result = claims_of(on, reading(place, event, stranger, strange, statements=said), FETCHED)
    links = {
        _short(c)[:3] for c in result.claims if c.object and c.predicate != "MENTIONS" and c.predicate != "LINKS_TO"
    }
    assert links == {("Zomertafel", "HELD_IN", "Zutphen")}
    assert len(result.rejected) == 4
    assert any("Unicorn" in sentence for sentence in result.rejected)
    assert any("HATES" in sentence for sentence in result.rejected)
    assert any("kan niet" in sentence for sentence in result.rejected)
    assert any("shoe" in sentence for sentence in result.rejected)


def test_a_name_of_punctuation_alone_is_reported() -> None:
    on = page("Zomertafel\n\nWij vieren *** feest.\n")
    result = claims_of(on, reading(found(on, "Event", "***")), FETCHED)
    assert len(result.rejected) == 1
    assert all(claim.predicate != "MENTIONS" for claim in result.claims)


def test_a_thing_is_never_linked_with_itself() -> None:
    on = page()
    circle, again = found(on, "Initiative", "Buurtkring Noord"), found(on, "Partner", "Buurtkring Noord")
    said = (Statement(0, "PARTNER_OF", 1, quote(on, "Buurtkring Noord"), 0.9),)
    result = claims_of(on, reading(circle, again, statements=said), FETCHED)
    assert all(claim.predicate != "PARTNER_OF" for claim in result.claims)
    assert len(result.rejected) == 1


def test_the_document_that_is_the_page_goes_by_its_address() -> None:
    on = page()
    document = found(on, "Document", "Zomertafel in de wijk", is_page=True)
    theme = found(on, "Theme", "Zomertafel")
    said = (Statement(0, "HAS_THEME", 1, quote(on, "Zomertafel"), 0.9),)
    claims = made(on, reading(document, theme, statements=said))
    assert (ADDRESS, "HAS_THEME", "Zomertafel", "") in claims
    assert (ADDRESS, "MENTIONS", "Zomertafel in de wijk", "") not in claims


@pytest.mark.parametrize("span", [Quote(3, 3), Quote(-1, 4), Quote(0, 10_000), Quote(9, 2)])
def test_a_quote_that_is_not_on_the_page_is_a_fault_of_ours(span: Quote) -> None:
    with pytest.raises(Fault):
        claims_of(page(), reading(Found("Place", "Zutphen", (span,), 0.9)), FETCHED)


def test_a_page_at_a_file_address_and_one_without_a_title_make_claims_too() -> None:
    on = page("zutphen\n", "file:///tmp/map/p%C3%A1gina.txt")
    claims = claims_of(on, reading(), FETCHED).claims
    assert {claim.page for claim in claims} == {"document|file:///tmp/map/página.txt|"}
    assert {claim.host for claim in claims} == {"file"}
