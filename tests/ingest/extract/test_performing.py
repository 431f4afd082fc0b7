"""Who has a part in a gathering by what is said of them, or by the row of the programme in which they stand."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page

PAGE = (
    "Dorpsdag Zorg dichtbij\n\nDatum: vrijdag 26 september 2025\nTijd: 10.00 - 15.30 uur\n"
    "Locatie: Dorpshuis De Spil, Almen\n\n{}\n"
)
PROGRAMME = (
    "10.00 uur    Inloop met koffie\n"
    "10.45 uur    Wat het dorp zelf kan, door Anneke Veldhorst (Zorgcoöperatie Het Veerhuis)\n"
    "11.30 uur    Lunch\n"
)
LOG = (
    "10.00 uur    Inloop met koffie\n"
    "10.45 uur    Het regent. De bus is laat. Wij wachten onder het afdak. Daar is het schooltje, ooit opgericht door "
    "Anneke Veldhorst.\n11.30 uur    Lunch\n"
)


def _parts(text: str) -> dict[str, str]:
    """Who has a part, each with the rule that says so; a link that the model is surer of bears no rule."""
    reading = read(read_page(PAGE.format(text).encode(), "file:page.txt"))
    said = [one for one in reading.statements if one.predicate == "TAKES_PART_IN"]
    return {reading.things[one.subject].name: one.why for one in said}


def test_who_stands_in_a_row_of_the_programme_has_a_part() -> None:
    assert _parts(PROGRAMME) == {"Anneke Veldhorst": "staat in het programma"}


def test_who_stands_in_a_log_has_none_by_that() -> None:
    assert "staat in het programma" not in _parts(LOG).values()


@pytest.mark.parametrize(
    "text",
    [
        "Anneke Veldhorst, bewoonster van De Spil, was gastvrouw.",
        "Anneke Veldhorst is gastvrouw van de dag.",
        "Gastvrouw was dit keer Anneke Veldhorst.",
    ],
)
def test_who_is_host_of_a_gathering_has_a_part(text: str) -> None:
    assert "Anneke Veldhorst" in _parts(text)


def test_who_works_somewhere_as_a_host_has_none_by_that() -> None:
    assert "heeft een aandeel" not in _parts("Anneke Veldhorst is gastvrouw van De Spil in Almen.").values()
