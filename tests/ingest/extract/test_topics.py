"""What a sentence leaves unsaid and those around it tell: whose office, who began what, which gathering."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page

_WAITS = 0.5


def told(page: str, predicate: str) -> set[tuple[str, str, str]]:
    """The statements of a page with this predicate: subject, object, role."""
    reading = read(read_page(page.encode(), "file:page.txt"))
    name = [thing.name for thing in reading.things]
    return {(name[s.subject], name[s.object], s.role) for s in reading.statements if s.predicate == predicate}


OURS = """Over Buurtkring De Beemd

Buurtkring De Beemd is er voor iedereen in Vaassen. In Buurtkring De Beemd helpen buren elkaar.

{}

Bij Buurtkring De Beemd kan iedereen terecht.
"""


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("Onze dorpsondersteuner, Gerda Wolterink, krijgt een baan bij Zorggroep Rietlanden.", "Gerda Wolterink",
         "dorpsondersteuner"),
        ("Anna Brinkhuis is nog altijd onze voorzitter.", "Anna Brinkhuis", "voorzitter"),
        ("Onze coach heet Marleen Haverkamp.", "Marleen Haverkamp", "coach"),
    ],
)  # fmt: skip
def test_ours_is_the_office_at_the_page_s_own_body(text: str, person: str, role: str) -> None:
    roles = told(OURS.format(text), "HAS_ROLE")
    assert (person, "Buurtkring De Beemd", role) in roles, roles


HOUSES = """Onze huizen

Zorggroep Rietlanden heeft huizen in de hele streek, en elk huis is anders.

### Woonzorgcentrum De Elzenkamp

Een oud klooster met veertig kamers en een tuin. Locatiemanager is Gerda Wolterink; u vindt haar bij de koffie.

### Woonzorgcentrum De Bleekhof

Een nieuw huis aan het water, met een werkplaats. Vragen? Bel Joost Haverkamp, de teamleider.
"""


def test_an_office_is_held_at_the_house_that_the_heading_names() -> None:
    roles = told(HOUSES, "HAS_ROLE")
    assert ("Gerda Wolterink", "Woonzorgcentrum De Elzenkamp", "Locatiemanager") in roles
    assert ("Joost Haverkamp", "Woonzorgcentrum De Bleekhof", "teamleider") in roles


def test_a_body_that_is_only_mentioned_is_not_the_one_whose_office_it_is() -> None:
    page = (
        "Nieuws uit de streek\n\nWe aten samen in een zaaltje van Zorggroep Rietlanden. Het was gezellig en lekker. "
        "Volgens voorzitter Gerda Wolterink komt er een vervolg.\n"
    )
    reading = read(read_page(page.encode(), "file:page.txt"))
    assert all(s.confidence < _WAITS for s in reading.statements if s.predicate == "HAS_ROLE")


def test_a_moderator_is_at_the_body_what_is_said_behind_the_name() -> None:
    roles = told(
        "Nieuws uit de streek\n\nDagvoorzitter is Marijke Haverkamp, secretaris van Buurtkring De Beemd.\n", "HAS_ROLE"
    )
    assert ("Marijke Haverkamp", "Buurtkring De Beemd", "secretaris") in roles


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Gerda Wolterink en Anna Brinkhuis kwamen elkaar tegen bij de bus. Zij richtten in 2019 Buurtkring De Beemd "
         "op.", {"Gerda Wolterink", "Anna Brinkhuis"}),
        ("Gerda Wolterink nodigde de straat uit. Een jaar later richtte zij, samen met huisarts Joost Haverkamp, "
         "Buurtkring De Beemd op.", {"Gerda Wolterink", "Joost Haverkamp"}),
        ("Oprichter Gerda Wolterink zal kort spreken.", {"Gerda Wolterink"}),
        ("Dat was het idee van Gerda Wolterink, die elke ochtend tien mensen belde.", {"Gerda Wolterink"}),
        ("Gerda Wolterink en haar zus Anna Brinkhuis begonnen het in 2021, in een schuur.",
         {"Gerda Wolterink", "Anna Brinkhuis"}),
    ],
)  # fmt: skip
def test_who_began_it_is_told_over_sentence_borders(text: str, founders: set[str]) -> None:
    found = {person for person, body, _ in told(OURS.format(text), "FOUNDED") if body == "Buurtkring De Beemd"}
    assert found == founders


def test_what_is_told_of_the_gathering_named_right_before_is_told_of_that() -> None:
    page = (
        "Nieuws uit de streek\n\nOp donderdag 12 juni 2025 gaan we naar de Dag van de Zeggenschap. Die wordt dit jaar "
        "gehouden in Nieuwegein, in congrescentrum De Beemdhoeve, en is georganiseerd door Zorgbelang Beemd.\n"
    )
    assert ("Zorgbelang Beemd", "Dag van de Zeggenschap", "") in told(page, "ORGANISES")
    assert ("Dag van de Zeggenschap", "Nieuwegein", "") in told(page, "HELD_IN")
    assert ("Dag van de Zeggenschap", "De Beemdhoeve", "") in told(page, "HELD_AT")


def test_a_surname_or_first_name_with_a_hyphen_is_a_form_of_the_full_name() -> None:
    page = (
        "Nieuws uit de streek\n\nAnny Verlaan-Kuipers en Klaas-Jan Haverkamp zijn van Buurtkring De Beemd. "
        "Volgens Verlaan-Kuipers gaat het goed. Klaas-Jan zong een lied.\n"
    )
    people = [t.name for t in read(read_page(page.encode(), "file:page.txt")).things if t.kind == "Person"]
    assert sorted(people) == ["Anny Verlaan-Kuipers", "Klaas-Jan Haverkamp"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("De avond is in congrescentrum De Beemdhoeve in Vaassen.", "De Beemdhoeve", "Partner"),
        ("Buurtcoöperatie Op ’e Dyk is sinds vrijdag eigenaar van het huis.", "Buurtcoöperatie Op ’e Dyk",
         "Initiative"),
        ("Op 20 april troffen bestuurders van Radicale vernieuwing zorg elkaar in Utrecht.",
         "Radicale vernieuwing zorg", "Movement"),
    ],
)  # fmt: skip
def test_a_name_ends_where_it_ends_and_the_noun_before_says_what_it_is(text: str, name: str, kind: str) -> None:
    things = read(read_page(f"Nieuws uit de streek\n\n{text}\n".encode(), "file:page.txt")).things
    assert (name, kind) in {(t.name, t.kind) for t in things}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Gerda Wolterink en haar zus Anna Brinkhuis begonnen het gesprek met koffie.", "FOUNDED"),
        ("Gerda Wolterink woont in Vaassen. In 2019 begon ze bij Buurtkring De Beemd als vrijwilliger.", "FOUNDED"),
        ("We houden rekening met de Week van de Zorg.", "ORGANISES"),
        ("We gaan naar de Dag van de Zeggenschap. Die wordt gehouden in samenwerking met Zorgbelang Beemd.", "HELD_AT"),
        ("We gaan naar de Dag van de Zeggenschap. Het was een mooie plaats in Ede.", "HELD_IN"),
    ],
)
def test_what_only_looks_like_it_states_nothing(text: str, predicate: str) -> None:
    reading = read(read_page(OURS.format(text).encode(), "file:page.txt"))
    assert [s for s in reading.statements if s.predicate == predicate and s.confidence >= _WAITS] == []


def test_whom_we_work_with_is_our_partner() -> None:
    text = "Met Zorggroep Rietlanden en Welzijn Oost hebben we afgesproken drie jaar samen te werken."
    ends = {frozenset((a, b)) for a, b, _ in told(OURS.format(text), "PARTNER_OF")}
    assert frozenset(("Buurtkring De Beemd", "Zorggroep Rietlanden")) in ends
    assert frozenset(("Buurtkring De Beemd", "Welzijn Oost")) in ends


def test_below_who_we_are_stands_who_we_are() -> None:
    page = (
        "Wij zoeken een kwartiermaker\n\nWie ben jij?\n\nIemand die bij een vreemde aan tafel kan gaan zitten.\n\n"
        "Wie zijn wij?\n\nBuurtkring De Beemd begon in 2016 met een ketting van bellers. We zijn aangesloten bij "
        "Nederland Zorgt Voor Elkaar.\n\nZorggroep Rietlanden levert een ruimte. Zorggroep Rietlanden betaalt mee.\n"
    )
    assert ("Buurtkring De Beemd", "Nederland Zorgt Voor Elkaar", "") in told(page, "MEMBER_OF")
