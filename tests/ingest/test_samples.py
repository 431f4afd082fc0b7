"""The sample pages: one of each kind, one neighbourhood, their own content alone, marked as invented."""

from __future__ import annotations

import re
from functools import cache

import pytest

from graph_model.evidence import Claim
from graph_model.keys import key_of
from graph_model.names import fold
from ingest.page import Page, read_page
from ingest.samples import SAMPLE_NAMES, sample_pages
from ingest.sources import load
from ingest.understand import Understood, understand
from queries.invented import is_invented

PAGES = {listed.name: listed for listed in sample_pages().pages}
FETCHED = "2025-07-01T09:00:00+00:00"
INVENTED = "Voorbeeldpagina van Samenspel: de mensen en organisaties zijn verzonnen, de plaatsen bestaan."
# Facts that must come out of a page: (subject, kind of link or field, object or value); no subject: of whatever it is.
FACTS = {
    "zomertafel.html": {
        ("Zomertafel in de Berkelpoort", "start", "2025-06-12T17:00"),
        ("Zomertafel in de Berkelpoort", "end", "2025-06-12T20:00"),
        ("Zomertafel in de Berkelpoort", "HELD_IN", "Zutphen"),
        ("Zomertafel in de Berkelpoort", "HAS_THEME", "Samen eten"),
        ("Marijke van den Oeverhof", "HAS_ROLE", "Buurtkring Berkelpoort"),
    },
    "oogstmiddag.txt": {
        ("Oogstmiddag op De Achtersteveld", "start", "2025-07-05T13:30"),
        ("Oogstmiddag op De Achtersteveld", "HELD_IN", "Almen"),
        ("Oogstmiddag op De Achtersteveld", "price", "Gratis."),
        ("Rinus Holterhoekman", "HAS_ROLE", "Zorgcoöperatie De Achtersteveld"),
    },
    "berkelberaad.txt": {
        ("", "start", "2025-09-26T10:00"),
        ("", "programme", "11:30\tVragenronde"),
        ("", "HELD_IN", "Zutphen"),
        ("Gerda Slotboomerink", "HAS_ROLE", "Netwerk Berkelbuurt"),
        ("Sietse Wolfswinkelaar", "HAS_ROLE", "gemeente Zutphen"),
    },
    "naoberhoes.txt": {
        ("Truus Enschedehof", "FOUNDED", "Naoberhoês"),
        ("Naoberhoês", "PARTNER_OF", "Zorggroep De Berkelbrug"),
        ("Hanneke Zwartkruisveld", "HAS_ROLE", "Zorggroep De Berkelbrug"),
    },
    "berkelontmoeting.md": {
        ("Gerda Slotboomerink", "HAS_ROLE", "Netwerk Berkelbuurt"),
        ("Joost Heuvelinkstra", "HAS_ROLE", "De Wilgenbeemd"),
        ("Rinus Holterhoekman", "HAS_ROLE", "Zorgcoöperatie De Achtersteveld"),
    },
    "nieuwsbrief.md": {
        ("Marijke van den Oeverhof", "HAS_ROLE", "Buurtkring Berkelpoort"),
        ("Buurtkring Berkelpoort", "PARTNER_OF", "Zorgcoöperatie De Achtersteveld"),
        ("Stichting De Zilverhoek", "BASED_IN", "Lochem"),
    },
    "agenda.html": {
        ("Berkelberaad: wie zorgt er straks voor wie?", "start", "2025-09-26T10:00"),
        ("Oogstmiddag op De Achtersteveld", "HELD_IN", "Almen"),
        ("Open dag van De Wilgenbeemd", "start", "2025-06-24T11:00"),
        ("Zomertafel in de Berkelpoort", "end", "2025-06-12T20:00"),
    },
    "clientenraad.txt": {
        ("Ineke Knoophuizing-Beltman", "HAS_ROLE", "Cliëntenraad De Wilgenbeemd"),
        ("De Wilgenbeemd", "BASED_IN", "Warnsveld"),
    },
    "over-ons.html": {
        ("Netwerk Berkelbuurt", "BASED_IN", "Zutphen"),
        ("Netwerk Berkelbuurt", "PARTNER_OF", "gemeente Lochem"),
        ("Netwerk Berkelbuurt", "PARTNER_OF", "Stichting Streekfonds Achterberkel"),
    },
    "dorpstaxi.html": {
        ("Dorpstaxi De Achterbank", "PARTNER_OF", "Zorggroep De Berkelbrug"),
        ("Yvonne Roggeveldman", "HAS_ROLE", "Stichting Streekfonds Achterberkel"),
        ("Evert Morsinkhofstede", "HAS_ROLE", "Dorpstaxi De Achterbank"),
    },
    "achtersteveld.html": {
        ("Zorgcoöperatie De Achtersteveld", "BASED_IN", "Almen"),
        ("Rinus Holterhoekman", "HAS_ROLE", "Zorgcoöperatie De Achtersteveld"),
    },
    "jaarverslag.txt": {
        ("Hanneke Zwartkruisveld", "HAS_ROLE", "Zorggroep De Berkelbrug"),
        ("Zorggroep De Berkelbrug", "MEMBER_OF", "Netwerk Berkelbuurt"),
        ("Zorggroep De Berkelbrug", "PARTNER_OF", "Zorgcoöperatie De Achtersteveld"),
    },
}
# Who stands only in the menu, the cookie bar, the column beside the page, its comments or its footer.
AROUND = {
    "zomertafel.html": ("Koektrommelmeting", "Roestige Spijker", "Lage Leuntje", "Pixelpolder"),
    "agenda.html": ("Berkelkraampje", "Telkens Bekeken", "Ronde Som", "Serverzolder"),
    "over-ons.html": ("Berkelkraampje", "Telkens Bekeken", "Ronde Som", "Serverzolder"),
    "dorpstaxi.html": ("Zetfout", "Familieberichten", "Klompenmakerij", "Achterwielen", "Valse Noot", "Inktpot"),
    "achtersteveld.html": ("Stokkenzeil", "Neuslang", "Schreeuwlelie"),
}


@cache
def read(name: str) -> tuple[Page, Understood]:
    address, raw = load(PAGES[name])
    page = read_page(raw, address)
    return page, understand(page, FETCHED)


def fact(claim: Claim) -> tuple[str, str, str]:
    return claim.subject.name, claim.predicate, claim.object.name if claim.object else claim.value


def folded(one: tuple[str, str, str]) -> tuple[str, str, str]:
    """A fact whatever the spelling of its names: the article of a name comes and goes."""
    return fold(one[0]), one[1], fold(one[2])


def test_there_are_twelve_sample_pages_of_which_each_is_tried() -> None:
    assert set(SAMPLE_NAMES) == set(PAGES) == set(FACTS)
    assert len(PAGES) == 12
    assert {name for name in PAGES if name.endswith(".html")} == set(AROUND)


@pytest.mark.parametrize("name", PAGES)
def test_a_sample_page_says_that_it_is_invented(name: str) -> None:
    page, _ = read(name)
    assert page.address == f"urn:samenspel:voorbeeld:{name}"
    assert is_invented(page.address)
    assert INVENTED in " ".join(page.text.split())


@pytest.mark.parametrize("name", PAGES)
def test_a_sample_page_says_what_it_must_and_nothing_that_has_no_place(name: str) -> None:
    _, understood = read(name)
    assert understood.rejected == ()
    told = {folded(fact(claim)) for claim in understood.reading.claims}
    wanted = {folded(one) for one in FACTS[name]}
    assert wanted - told - {("", kind, value) for _, kind, value in told} == set()


@pytest.mark.parametrize("name", AROUND)
def test_what_stands_around_a_page_says_nothing(name: str) -> None:
    _, raw = load(PAGES[name])
    assert [text for text in AROUND[name] if text not in raw.decode()] == []
    page, understood = read(name)
    around = re.compile("|".join((*AROUND[name], "cookies", "Geef een reactie")), re.IGNORECASE)
    told = [page.text, *(part for claim in understood.reading.claims for part in fact(claim))]
    told += [proof.quote for claim in understood.reading.claims for proof in claim.evidence]
    assert [text for text in told if around.search(text)] == []


@pytest.mark.parametrize("name", ["'t Naoberhoês", "Zorggroep De Berkelbrug", "Netwerk Berkelbuurt"])
def test_the_same_organisation_returns_on_other_pages(name: str) -> None:
    key = key_of("Initiative", name)  # a page that tells the town has it behind the last bar
    claims = {page: read(page)[1].reading.claims for page in PAGES}
    named = {page for page, found in claims.items() if any(one.subject_key.startswith(key) for one in found)}
    assert len(named) >= 4, named
