"""What lists, labels and enumerations say of their items, and what the page leaves unsaid because it is its own."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page

COUNCIL = "Notulen Seniorenraad Beemdoord\n\nDe Seniorenraad Beemdoord kwam bijeen in het gemeentehuis.\n\n"
BOARD = "Bestuur en toezicht\n\nStichting Zorggroep Beemdoord heeft een kleine top, die iedereen bij naam kent.\n\n"
NEWS = "Nieuwsbrief van Netwerk Thuisnabij\n\nNetwerk Thuisnabij groeit nog steeds, en dat is te merken.\n\n"


def links(text: str) -> set[tuple[str, str, str]]:
    """The links of a page: from, kind, to."""
    reading = read(read_page(text.encode(), "https://beemdoord.example/over"))
    name = [thing.name.removeprefix("De ") for thing in reading.things]
    return {(name[s.subject], s.predicate, name[s.object]) for s in reading.statements}


def test_who_was_there_and_who_was_not_is_of_the_council_that_met_and_had_no_part() -> None:
    told = links(f"{COUNCIL}Aanwezig: Gerda Wolterink (voorzitter), Henk Haverkamp en Annie Pieterzoon\n"
                 "Afwezig: mw. Tineke Roelofs\n\n1. Opening\nIedereen is op tijd.\n")  # fmt: skip
    people = ("Gerda Wolterink", "Henk Haverkamp", "Annie Pieterzoon", "Tineke Roelofs")
    assert {(person, "HAS_ROLE", "Seniorenraad Beemdoord") for person in people} <= told
    assert not [link for link in told if link[0] in people[1:] and link[1] == "TAKES_PART_IN"]


def test_who_is_present_for_another_body_is_of_that_body() -> None:
    told = links(f"{COUNCIL}Aanwezig namens Stichting Welzijn Beemdoord: Gerda Wolterink en Henk Haverkamp\n")
    assert ("Gerda Wolterink", "HAS_ROLE", "Stichting Welzijn Beemdoord") in told
    assert ("Henk Haverkamp", "HAS_ROLE", "Stichting Welzijn Beemdoord") in told


def test_a_board_in_a_list_is_that_of_the_page_s_own_organisation() -> None:
    told = links(f"{BOARD}## Raad van Toezicht\n\n- Gerda Wolterink, voorzitter\n- Henk Haverkamp\n")
    owners = {subject: owner for subject, kind, owner in told if kind == "HAS_ROLE"}
    assert owners.keys() >= {"Gerda Wolterink", "Henk Haverkamp"}
    assert {owners["Gerda Wolterink"], owners["Henk Haverkamp"]} == {"Stichting Zorggroep Beemdoord"}


@pytest.mark.parametrize(
    ("sentence", "people", "owner"),
    [
        ("Gerda Wolterink en Henk Haverkamp, beiden bestuurslid van Stichting De Beemden, vertelden hoe het begon.",
         ("Gerda Wolterink", "Henk Haverkamp"), "Stichting De Beemden"),
        ("Stichting De Beemden helpt nieuwe groepen op weg, met Gerda Wolterink als projectleider.",
         ("Gerda Wolterink",), "Stichting De Beemden"),
        ("Gerda Wolterink, Henk Haverkamp en Annie Pieterzoon van de gemeente Zeist leggen graag uit hoe het gaat.",
         ("Gerda Wolterink", "Henk Haverkamp", "Annie Pieterzoon"), "gemeente Zeist"),
    ],
)  # fmt: skip
def test_an_enumeration_of_people_shares_its_organisation(sentence: str, people: tuple[str, ...], owner: str) -> None:
    told = links(f"Verhalen\n\nWij vertellen hier wat er in de regio gebeurt.\n\n{sentence}\n")
    assert {(person, "HAS_ROLE", owner) for person in people} <= told


def test_new_members_are_members_of_the_network_that_welcomes_them() -> None:
    told = links(f"{NEWS}## Nieuwe leden\n\nWe verwelkomen twee nieuwe leden: Stichting De Beemden en "
                 "Zorgcoöperatie De Linde.\n")  # fmt: skip
    assert ("Zorgcoöperatie De Linde", "MEMBER_OF", "Netwerk Thuisnabij") in told


def test_who_takes_part_in_a_network_is_a_member_of_it() -> None:
    told = links(f"{NEWS}Sinds kort doet Zorgcoöperatie De Linde uit Almen mee met Netwerk Thuisnabij.\n")
    assert ("Zorgcoöperatie De Linde", "MEMBER_OF", "Netwerk Thuisnabij") in told


def test_bodies_that_lie_together_are_each_based_there() -> None:
    told = links("Verhalen\n\nWij vertellen wat er in de regio gebeurt.\n\nZorggroep De Beemden en Zorggroep "
                 "De Linde, allebei uit Zwolle, werken nauw samen.\n")  # fmt: skip
    assert {("Zorggroep De Beemden", "BASED_IN", "Zwolle"), ("Zorggroep De Linde", "BASED_IN", "Zwolle")} <= told
