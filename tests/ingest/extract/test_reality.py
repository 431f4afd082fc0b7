"""Relations that are denied, planned or over: only what holds now is said of the present."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page


def _members(sentence: str) -> dict[tuple[str, str, str], str]:
    """The links between organisations that a sentence gives, with the end of each."""
    page = read_page(f"Nieuws uit de streek\n\n{sentence}\n".encode(), "file:page.txt")
    reading = read(page)
    name = [thing.name for thing in reading.things]
    return {(name[s.subject], s.predicate, name[s.object]): s.valid_to for s in reading.statements}


def test_a_member_is_a_member() -> None:
    told = _members("Stichting De Brug is lid van Vereniging Buurtkracht.")
    assert told[("Stichting De Brug", "MEMBER_OF", "Vereniging Buurtkracht")] == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Zorgcentrum Het Baken is niet aangesloten bij Vereniging Zorgland.",
        "Zorgcentrum Het Baken is geen lid van Vereniging Zorgland.",
        "Zorgcentrum Het Baken overweegt deelname aan Vereniging Zorgland.",
        "Zorgcentrum Het Baken wil lid worden van Vereniging Zorgland.",
        "Zorgcentrum Het Baken hoort niet bij Vereniging Zorgland.",
    ],
)
def test_what_is_denied_or_planned_is_no_claim(sentence: str) -> None:
    assert {p for _, p, _ in _members(sentence)}.isdisjoint({"MEMBER_OF", "PARTNER_OF", "PART_OF"})


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Zorggroep Veldzicht was tot 2022 lid van Vereniging Samenkracht.", "2022"),
        ("Zorggroep Veldzicht is geen lid meer van Vereniging Samenkracht.", ".."),
        (
            "Zorggroep Veldzicht zegde in 2020 het lidmaatschap van Vereniging Samenkracht op.",
            "..",
        ),
    ],
)
def test_a_membership_that_is_over_carries_its_end(sentence: str, end: str) -> None:
    assert _members(sentence)[("Zorggroep Veldzicht", "MEMBER_OF", "Vereniging Samenkracht")] == end


def test_what_another_clause_denies_does_not_count() -> None:
    told = _members("Zorggroep Zonneveld is aangesloten bij Netwerk West, maar doet niet mee met Netwerk Dementie.")
    assert told[("Zorggroep Zonneveld", "MEMBER_OF", "Netwerk West")] == ""
    assert ("Zorggroep Zonneveld", "MEMBER_OF", "Netwerk Dementie") not in told
