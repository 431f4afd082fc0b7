"""Who founded what, over clauses and sentences."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page

PAGE = "Over ons\n\nBewonersinitiatief De Zandzakken helpt buren in Petten. {}\n"
NAME = "De Zandzakken"


def _founders(text: str) -> dict[str, str]:
    """The founders, each with the end of the link."""
    reading = read(read_page(PAGE.format(text).encode(), "file:page.txt"))
    return {
        reading.things[said.subject].name: said.valid_to
        for said in reading.statements
        if said.predicate == "FOUNDED" and NAME in reading.things[said.object].name
    }


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Marga Bos, die bewonersinitiatief De Zandzakken in het leven riep, stond op een krat.", ["Marga Bos"]),
        (
            "Marga Bos, die bewonersinitiatief De Zandzakken in 2015 met haar man Fokke Bijl begon, hield het kort.",
            ["Fokke Bijl", "Marga Bos"],
        ),
        ("Ria Hoek, een van de twee oprichters, las voor uit de notulen.", ["Ria Hoek"]),
        ("Anja Smit lachte. Zij is een van de oprichters van De Zandzakken, zei ze.", ["Anja Smit"]),
        (
            "Anja Smit had een plan. Samen met Mo Ouali en Henk Dekker richtte zij De Zandzakken op.",
            ["Anja Smit", "Henk Dekker", "Mo Ouali"],
        ),
        ("Mia Kok kookt. Zij en haar zus Tonnie Kok riepen De Zandzakken in het leven.", ["Mia Kok", "Tonnie Kok"]),
        ("Margriet Loos kent iedereen. In 2014 heeft zij De Zandzakken opgericht.", ["Margriet Loos"]),
        (
            "Lidy Steenhuis en Youssef Belhaj zijn buren. Samen stonden zij aan de wieg van De Zandzakken.",
            ["Lidy Steenhuis", "Youssef Belhaj"],
        ),
    ],
)
def test_who_began_it_founded_it(text: str, founders: list[str]) -> None:
    assert sorted(_founders(text)) == founders


@pytest.mark.parametrize(
    "text",
    [
        "Anja Smit hield vol. Later begon ze als vrijwilliger bij De Zandzakken.",
        "Anja Smit, die De Zandzakken niet heeft opgezet, kookt er graag.",
        "Anja Smit woont hier. Toen begon zij te werken voor De Zandzakken.",
    ],
)
def test_who_joined_what_was_there_did_not(text: str) -> None:
    assert not _founders(text)


def test_a_founding_of_those_days_is_not_over() -> None:
    text = "Marga Bos, die bewonersinitiatief De Zandzakken destijds in het leven riep, stond op een krat."
    assert _founders(text) == {"Marga Bos": ""}
