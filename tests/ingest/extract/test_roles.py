"""The words of a role are those of this person, at this body; of several people each is one."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page
from tests.ingest.extract.news import news


def _roles(text: str) -> dict[tuple[str, str], str]:
    reading = news(text)
    name = [thing.name for thing in reading.things]
    return {(name[s.subject], name[s.object]): s.role for s in reading.statements if s.predicate == "HAS_ROLE"}


@pytest.mark.parametrize(
    ("text", "person", "body", "role"),
    [
        ("Dat zeggen bestuurders Anouk Pasman en Joost Brinkhuis van Zorggroep Rietlanden.",
         "Joost Brinkhuis", "Zorggroep Rietlanden", "bestuurder"),
        ("Henk Haverkamp van Zorggroep Rietlanden en Gerda Wolterink, wijkverpleegkundige bij Thuiszorg De Waard.",
         "Gerda Wolterink", "Thuiszorg De Waard", "wijkverpleegkundige"),
        ("Henk Haverkamp (Zorggroep Rietlanden) en Gerda Wolterink, directeur van Thuiszorg De Waard, waren er.",
         "Henk Haverkamp", "Zorggroep Rietlanden", ""),
        ("Tien jaar geleden belde Gerda Wolterink bij haar buurman aan. Gerda Wolterink is van Buurtkring Noord.",
         "Gerda Wolterink", "Buurtkring Noord", ""),
        ("Coördinator is Gerda Wolterink, die hiervoor bij Thuiszorg De Waard werkte.",
         "Gerda Wolterink", "Thuiszorg De Waard", ""),
        ("Henk Haverkamp van Woonzorg Partners sprak lang.", "Henk Haverkamp", "Woonzorg Partners", ""),
        ("Henk Haverkamp is directeur van Zorggroep Rietlanden. Eerder werkte Haverkamp bij Thuiszorg De Waard.",
         "Henk Haverkamp", "Zorggroep Rietlanden", "directeur"),
        ("Henk Haverkamp is directeur van Zorggroep Rietlanden. Eerder werkte Haverkamp bij Thuiszorg De Waard.",
         "Henk Haverkamp", "Thuiszorg De Waard", ""),
    ],
)  # fmt: skip
def test_a_role_is_of_the_person_at_the_body_of_which_it_is_told(text: str, person: str, body: str, role: str) -> None:
    roles = _roles(text)
    assert roles.get((person, body), "nothing") == role, roles


def test_a_role_in_brackets_is_of_the_one_right_before_them() -> None:
    roles = _roles(
        "In de cliëntenraad van Zorggroep Rietlanden zitten Anna Pasman, mevrouw Wolterink en Joost "
        "Brinkhuis (voorzitter)."
    )
    council = "cliëntenraad van Zorggroep Rietlanden"
    assert roles[("Joost Brinkhuis", council)] == "voorzitter"
    assert roles.get(("Anna Pasman", council), "") != "voorzitter"
    assert roles.get(("Wolterink", council), "") != "voorzitter"
    several = _roles("Anna Pasman en Joost Brinkhuis (dorpsondersteuners van Buurtkring Noord) zoeken iemand.")
    assert several[("Anna Pasman", "Buurtkring Noord")] == "dorpsondersteuner"


def test_a_mayor_whose_name_is_van_beek_is_of_no_town_by_that() -> None:
    text = "Feest in het dorp\n\nBurgemeester Marijke van Beek houdt een toespraak.\n"
    things = read(read_page(text.encode(), "file:page.txt")).things
    assert not [t.name for t in things if t.name.startswith("gemeente")]
