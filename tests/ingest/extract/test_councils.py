"""Client councils by their nouns and their abbreviations, and whose they are."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page


def councils(sentence: str) -> dict[str, str]:
    """The client councils of a page with this sentence, each with what it is part of, or nothing."""
    reading = read(read_page(f"Nieuws uit de huizen\n\n{sentence}\n".encode(), "https://beemdoord.example/nieuws"))
    things = reading.things
    whole = {s.subject: things[s.object].name for s in reading.statements if s.predicate == "PART_OF"}
    return {t.name: whole.get(n, "") for n, t in enumerate(things) if t.kind == "ClientCouncil"}


@pytest.mark.parametrize(
    ("sentence", "council", "whose"),
    [
        ("Ook de LCR De Elzenkamp was er, en dat was gezellig.", "LCR De Elzenkamp", "De Elzenkamp"),
        ("De CPG Rietoord vergaderde vorige week in de serre.", "CPG Rietoord", "Rietoord"),
        ("De Lokale Cliëntenraad (LCR) De Bleekhof kwam bijeen.", "Lokale Cliëntenraad (LCR) De Bleekhof",
         "De Bleekhof"),
        ("De cliëntenraad van Zorggroep Beemdoord schreef een brief.", "cliëntenraad van Zorggroep Beemdoord",
         "Zorggroep Beemdoord"),
        ("De cliëntenraad van Gerard van Weideveen schreef een brief aan Gerard van Weideveen.",
         "cliëntenraad van Gerard van Weideveen", "Gerard van Weideveen"),
        ("Cliëntenraad Gerard van Weideveen schreef een brief.", "Cliëntenraad Gerard van Weideveen",
         "Gerard van Weideveen"),
    ],
)  # fmt: skip
def test_a_council_is_of_the_house_behind_it(sentence: str, council: str, whose: str) -> None:
    assert councils(sentence) == {council: whose}


def test_a_council_is_not_of_the_one_it_works_with() -> None:
    told = councils("De familieraad werkt samen met de cliëntenraad van Zorggroep Beemdoord.")
    assert told == {"cliëntenraad van Zorggroep Beemdoord": "Zorggroep Beemdoord"}


def test_an_abbreviation_in_brackets_is_no_house() -> None:
    told = councils("Wij zijn lid van de Landelijke Cliëntenraad (LCR), de koepel in Den Haag.")
    assert not any("(" in name for name in told)


def test_a_council_of_a_town_is_of_no_care_organisation() -> None:
    assert councils("De Cliëntenraad Groningen zoekt nieuwe leden.").get("Cliëntenraad Groningen") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Zorggroep Beemdoord heeft een eigen cliëntenraad.",
        "Daarom heeft Zorggroep Beemdoord een cliëntenraad, en die vraagt veel.",
    ],
)
def test_who_has_a_council_is_whose_it_is(sentence: str) -> None:
    assert councils(sentence) == {"cliëntenraad van Zorggroep Beemdoord": "Zorggroep Beemdoord"}
