"""Links that turns of phrase state: each phrase with invented names gives its link, and only between its own ends."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page
from tests.ingest.extract.news import news


def _links(text: str) -> set[tuple[str, str, str]]:
    reading = news(text)
    name = [thing.name for thing in reading.things]
    return {(name[s.subject], s.predicate, name[s.object]) for s in reading.statements}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Zorgcoöperatie Het Veerhuis is in 2016 opgericht door Anneke Veldhorst.",
            ("Anneke Veldhorst", "FOUNDED", "Zorgcoöperatie Het Veerhuis"),
        ),
        (
            "De gemeente Zeist riep in 2019 Zorgcoöperatie Het Veerhuis in het leven.",
            ("gemeente Zeist", "STARTED", "Zorgcoöperatie Het Veerhuis"),
        ),
        (
            "Anneke Veldhorst richtte Zorgcoöperatie Het Veerhuis op nadat de winkel dichtging.",
            ("Anneke Veldhorst", "FOUNDED", "Zorgcoöperatie Het Veerhuis"),
        ),
        (
            "Zorgcoöperatie Het Veerhuis heeft inmiddels Voorzorgcirkel Almen opgeleverd.",
            ("Zorgcoöperatie Het Veerhuis", "STARTED", "Voorzorgcirkel Almen"),
        ),
        (
            "Zorggroep Rietlanden werkt hierin samen met de gemeente Zeist.",
            ("Zorggroep Rietlanden", "PARTNER_OF", "gemeente Zeist"),
        ),
        (
            "Zorgcoöperatie Het Veerhuis kookt elke dag. Ook de gemeente Zeist doet mee.",
            ("gemeente Zeist", "PARTNER_OF", "Zorgcoöperatie Het Veerhuis"),
        ),
        (
            "Zorgcoöperatie Het Veerhuis kookt elke dag. Ook Zorggroep Rietlanden heeft zich aangesloten.",
            ("Zorggroep Rietlanden", "PARTNER_OF", "Zorgcoöperatie Het Veerhuis"),
        ),
        (
            "Zorgpunt Beemdstreek is een samenwerking van Zorggroep Rietlanden, de gemeente Zeist en Stichting Welzijn "
            "Beemdoord.",
            ("Zorgpunt Beemdstreek", "PARTNER_OF", "gemeente Zeist"),
        ),
        (
            "Buurtcirkel Rivierenwijk heeft een hechte samenwerking met Zorggroep Rietlanden en met de gemeente Zeist.",
            ("Buurtcirkel Rivierenwijk", "PARTNER_OF", "gemeente Zeist"),
        ),
        (
            "Zorggroep Rietlanden, Zorggroep Weidezicht en de gemeente Zeist werken al jaren samen.",
            ("Zorggroep Rietlanden", "PARTNER_OF", "gemeente Zeist"),
        ),
        (
            "Op het plein sprak Femke Dijkgraaf. Zij is bestuurder van Zorggroep Rietlanden.",
            ("Femke Dijkgraaf", "HAS_ROLE", "Zorggroep Rietlanden"),
        ),
        (
            "Zorgcentrum De Beemd, een van de locaties van Zorggroep Rietlanden, is verbouwd.",
            ("Zorgcentrum De Beemd", "PART_OF", "Zorggroep Rietlanden"),
        ),
        (
            "Zorgcentrum De Beemd en Zorgcentrum De Haag zijn opgegaan in Zorggroep Rietlanden.",
            ("Zorgcentrum De Beemd", "PART_OF", "Zorggroep Rietlanden"),
        ),
        (
            "Zorggroep Rietlanden en Zorggroep Weidezicht zijn lid van Vereniging Zorgland.",
            ("Zorggroep Rietlanden", "MEMBER_OF", "Vereniging Zorgland"),
        ),
        (
            "Dat zei Femke Dijkgraaf, mede-initiatiefneemster van de sociale coöperatie De Blauwe Steen.",
            ("Femke Dijkgraaf", "HAS_ROLE", "De Blauwe Steen"),
        ),
        (
            "Femke Dijkgraaf is een van de begeleiders van Zorgcoöperatie Het Veerhuis.",
            ("Femke Dijkgraaf", "HAS_ROLE", "Zorgcoöperatie Het Veerhuis"),
        ),
        (
            "Zorggroep Rietlanden en Zorggroep Weidezicht kregen bezoek van Femke Dijkgraaf en Henk Haverkamp, "
            "bestuurders van respectievelijk Zorggroep Rietlanden en Zorggroep Weidezicht.",
            ("Henk Haverkamp", "HAS_ROLE", "Zorggroep Weidezicht"),
        ),
        (
            "Anneke Veldhorst is voorzitter van het bestuur van Zorgcoöperatie Het Veerhuis. "
            "Met haar vormen Femke Dijkgraaf, Henk Haverkamp en Gerda Wolterink dat bestuur.",
            ("Henk Haverkamp", "HAS_ROLE", "Zorgcoöperatie Het Veerhuis"),
        ),
        (
            "In het oude schooltje van Almen brandt weer licht. "
            "Sinds 2019 is Zorgcoöperatie Het Veerhuis hier gevestigd.",
            ("Zorgcoöperatie Het Veerhuis", "BASED_IN", "Almen"),
        ),
        (
            "Zorgcoöperatie Het Veerhuis zoekt leden. Ook is het gestart met Voorzorgcirkel Almen.",
            ("Zorgcoöperatie Het Veerhuis", "STARTED", "Voorzorgcirkel Almen"),
        ),
        (
            "De beweging Radicale vernieuwing langdurige zorg groeit. Er komen vier stoelen bij, voor de deelnemende "
            "organisaties Zorggroep Rietlanden, Zorggroep Weidezicht en Thuiszorg De Waard.",
            ("Thuiszorg De Waard", "MEMBER_OF", "Radicale vernieuwing langdurige zorg"),
        ),
    ],
)
def test_a_phrase_states_its_link(text: str, link: tuple[str, str, str]) -> None:
    kind, ends = link[1], {link[0], link[2]}
    assert any(p == kind and {a, c} == ends for a, p, c in _links(text))


def test_the_council_of_a_part_is_no_part_of_the_whole() -> None:
    links = _links(
        "De cliëntenraad van Zorgcentrum De Beemd kwam kijken en vroeg wat het kost. "
        "Zorgcentrum De Beemd in Warnsveld, onderdeel van Zorggroep Rietlanden, wil ook zo'n tafel."
    )
    parts = {(a, c) for a, p, c in links if p == "PART_OF"}
    assert ("Zorgcentrum De Beemd", "Zorggroep Rietlanden") in parts
    assert [c for a, c in parts if "raad" in a] == ["Zorgcentrum De Beemd"]


def test_people_on_cards_belong_to_the_organisation_of_the_page() -> None:
    page = (
        "<html><head><title>Team - Thuiszorg De Waard</title></head><body><h1>Team van Thuiszorg De Waard</h1>"
        "<p>Thuiszorg De Waard werkt vanuit Sliedrecht. Dit zijn de mensen van Thuiszorg De Waard.</p>"
        "<h3>Corrie Bakkenes</h3><p>Directeur</p><h3>Joost Verhulst</h3><p>Teammanager</p></body></html>"
    )
    reading = read(read_page(page.encode(), "file:team.html"))
    name = [thing.name for thing in reading.things]
    roles = {(name[s.subject], s.role, name[s.object]) for s in reading.statements if s.predicate == "HAS_ROLE"}
    assert {who for who, _, where in roles if where == "Thuiszorg De Waard"} == {"Corrie Bakkenes", "Joost Verhulst"}


def test_a_noun_means_whom_the_page_calls_by_it_not_whom_it_named_last() -> None:
    told = _links(
        "We waren te gast bij het burgerinitiatief De Wilgen. De Wilgen begon met Voorzorgcirkel Berkel. "
        "Ook is het burgerinitiatief trekker van het pact Goed Gezorgd in Zutphen."
    )
    assert ("De Wilgen", "PARTNER_OF", "Goed Gezorgd") in told


def test_a_short_form_stands_for_the_name_with_which_it_is_given() -> None:
    links = _links(
        "Daarboven staat de Centrale Cliëntenraad (CCR) van Zorggroep Rietlanden. "
        "De CCR heeft zich in 2016 aangesloten bij Vereniging Zorgland. Femke Dijkgraaf is secretaris van de CCR."
    )
    assert any(a.startswith("Centrale Cliëntenraad") and p == "MEMBER_OF" for a, p, _ in links)
    assert any(a == "Femke Dijkgraaf" and p == "HAS_ROLE" and c.startswith("Centrale") for a, p, c in links)
    assert not any(end == "CCR" for link in links for end in (link[0], link[2]))


def test_a_municipality_that_only_tells_where_is_a_place() -> None:
    text = "Nieuws\n\nWij werken in de gemeenten Meppel, Staphorst en De Wolden. De gemeente Zeist betaalt mee.\n"
    kinds = {thing.name: thing.kind for thing in read(read_page(text.encode(), "file:page.txt")).things}
    assert kinds["Staphorst"] == "Place"
    assert kinds["gemeente Zeist"] == "Partner"
    assert not {"gemeente Meppel", "gemeente Staphorst"} & kinds.keys()


@pytest.mark.parametrize("where", ["in Lierop, gemeente Someren, en omgeving", "uit Lierop (gemeente Someren)"])
def test_the_municipality_behind_a_place_tells_where_that_is(where: str) -> None:
    text = f"Nieuws\n\nZorgcoöperatie Het Veerhuis is een initiatief van inwoners {where}.\n"
    kinds = {thing.name: thing.kind for thing in read(read_page(text.encode(), "file:page.txt")).things}
    assert kinds["Someren"] == "Place"
    assert "gemeente Someren" not in kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeente Zeist doet niet mee.",
        "Misschien doet de gemeente Zeist ook mee.",
        "De gemeente Zeist wil graag meedoen.",
        "Doet de gemeente Zeist ook mee?",
        "De gemeente Zeist doet mee aan een proef van het rijk.",
        "De gemeente Zeist doet mee met Zorggroep Rietlanden.",
        "Volgend jaar doet de gemeente Zeist ook mee.",
        "Als er geld is, doet de gemeente Zeist ook mee.",
    ],
)
def test_who_does_not_join_in_or_joins_another_is_no_partner(sentence: str) -> None:
    told = _links(f"Zorgcoöperatie Het Veerhuis kookt elke dag. {sentence}")
    assert not [link for link in told if link[1] == "PARTNER_OF" and "Zorgcoöperatie Het Veerhuis" in link]


@pytest.mark.parametrize(
    "sentence",
    [
        "Buurtcirkel Rivierenwijk wil een samenwerking met Zorggroep Rietlanden.",
        "Buurtcirkel Rivierenwijk zoekt nog samenwerking met Zorggroep Rietlanden.",
        "Buurtcirkel Rivierenwijk heeft geen samenwerking met Zorggroep Rietlanden.",
        "Zorggroep Rietlanden doet een verkenning met Buurtcirkel Rivierenwijk.",
        "Anneke Veldhorst meldt dat Zorggroep Rietlanden een verkenning doet met Buurtcirkel Rivierenwijk.",
    ],
)
def test_working_together_that_is_sought_wished_for_or_denied_is_none(sentence: str) -> None:
    assert not [link for link in _links(sentence) if link[1] == "PARTNER_OF"]


def test_the_noun_of_several_is_no_part_of_a_name() -> None:
    text = "Samen verder\n\nENSCHEDE – Zorgorganisaties De Posten en Livio fuseren. De Posten en Livio zijn blij.\n"
    names = {thing.name for thing in read(read_page(text.encode(), "file:page.txt")).things}
    assert {"De Posten", "Livio"} <= names
    assert not any(name.startswith("Zorgorganisaties") for name in names)


def test_two_names_that_are_put_together_are_two() -> None:
    text = "Verder kijken\n\nKijk ook eens bij Stadsdorp Elinkwijk of bij Stadsdorp Westerveen in Twente.\n"
    names = {thing.name for thing in read(read_page(text.encode(), "file:page.txt")).things}
    assert "Stadsdorp Elinkwijk" in names
    assert not any(" of " in name for name in names)


def test_a_cooperative_is_named_wholly() -> None:
    links = _links("Coöperatie Zorg om het Dorp Lierop is een initiatief van inwoners uit Lierop, gemeente Someren.")
    assert ("Coöperatie Zorg om het Dorp Lierop", "BASED_IN", "Lierop") in links


def test_a_labelled_line_speaks_of_the_page_s_own_organisation() -> None:
    page = (
        "<html><head><title>Contact</title></head><body><main><h1>Zorgcoöperatie Het Veerhuis</h1><p>Zorgcoöperatie "
        "Het Veerhuis zorgt voor iedereen in Almen.</p><dl><dt>Lid van</dt><dd>NLZVE en Vereniging Zorgland</dd>"
        "<dt>Partners</dt><dd>Zorggroep Rietlanden, gemeente Lochem</dd><dt>Voorzitter</dt><dd>Anneke Veldhorst</dd>"
        "<dt>Auteur</dt><dd>Femke Dijkgraaf</dd></dl></main></body></html>"
    )
    reading = read(read_page(page.encode(), "file:contact.html"))
    name = [thing.name for thing in reading.things]
    told = {(name[s.subject], s.predicate, name[s.object], s.role) for s in reading.statements}
    own = "Zorgcoöperatie Het Veerhuis"
    assert {(own, "MEMBER_OF", "NLZVE", ""), (own, "MEMBER_OF", "Vereniging Zorgland", "")} <= told
    assert {("Anneke Veldhorst", "HAS_ROLE", own, "voorzitter"), (own, "PARTNER_OF", "gemeente Lochem", "")} <= told
    assert not any(who == "Femke Dijkgraaf" for who, *_ in told)
