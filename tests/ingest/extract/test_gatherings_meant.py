"""What sentences say of a gathering that they do not name, of its place, and of who has a part in it."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.page import read_page

Said = set[tuple[str, str, str]]
PUBLISHED = 0.5


def _said(text: str) -> Said:
    """What is sure enough to be published."""
    reading = read(read_page(text.encode(), "file:page.txt"))
    name = [thing.name for thing in reading.things]
    sure = [s for s in reading.statements if s.confidence >= PUBLISHED]
    return {(s.predicate, name[s.subject], name[s.object]) for s in sure}


PAGE = (
    "Themamiddag Samen aan tafel\n\nDonderdag 4 juni 2026, 14.00 - 16.30 uur\n\n"
    "Op donderdag 4 juni 2026 is de Themamiddag Samen aan tafel. {} Neem gerust iemand mee.\n"
)
TITLE = "Themamiddag Samen aan tafel"


@pytest.mark.parametrize(
    "sentence",
    [
        "Zorggroep Oelbroek organiseert de middag in samenwerking met Stichting Buurtkracht.",
        "De middag wordt georganiseerd door Zorggroep Oelbroek.",
        "Zorggroep Oelbroek zet deze middag op.",
    ],
)
def test_who_organises_the_afternoon_organises_what_was_named_before(sentence: str) -> None:
    assert ("ORGANISES", "Zorggroep Oelbroek", TITLE) in _said(PAGE.format(sentence))


def test_with_whom_it_is_organised_is_no_host() -> None:
    said = _said(PAGE.format("Zorggroep Oelbroek organiseert de middag in samenwerking met Stichting Buurtkracht."))
    assert ("HELD_AT", TITLE, "Stichting Buurtkracht") not in said
    assert ("ORGANISES", "Stichting Buurtkracht", TITLE) not in said


@pytest.mark.parametrize(
    "sentence",
    ["De middag vindt plaats in dorpshuis De Schakel te Beilen.", "Het is in dorpshuis De Schakel in Beilen."],
)
def test_where_the_afternoon_is_it_is_held(sentence: str) -> None:
    said = _said(PAGE.format(sentence))
    assert {kind for kind, _, where in said if "De Schakel" in where} >= {"HELD_AT"}
    assert ("HELD_IN", TITLE, "Beilen") in said


@pytest.mark.parametrize(
    "sentence",
    [
        "Jan Veenstra, oud-huisarts in Assen, houdt een inleiding.",
        "De middag wordt geleid door Jan Veenstra.",
        "Jan Veenstra neemt ons mee langs zes keukentafels.",
    ],
)
def test_who_speaks_or_leads_has_a_part(sentence: str) -> None:
    assert ("TAKES_PART_IN", "Jan Veenstra", TITLE) in _said(PAGE.format(sentence))


def test_what_is_done_for_the_page_is_no_part() -> None:
    said = _said(PAGE.format("Aanmelden kan bij Jan Veenstra."))
    assert not [x for x in said if x[0] == "TAKES_PART_IN"]


def test_roles_of_a_list_are_those_in_the_brackets_behind_each() -> None:
    page = (
        "Dorpscoöperatie De Brink\n\nBestuur: Albert Wanders (voorzitter), Geesje Hadders (penningmeester), Jan Kok.\n"
    )
    reading = read(read_page(page.encode(), "file:page.txt"))
    roles = {reading.things[s.subject].name: s.role for s in reading.statements if s.predicate == "HAS_ROLE"}
    assert roles == {"Albert Wanders": "voorzitter", "Geesje Hadders": "penningmeester", "Jan Kok": ""}


def test_where_we_belong_we_are_a_part_and_where_we_are_a_member() -> None:
    page = (
        "Huize De Wilgen\n\nHuize De Wilgen is een woonzorgcentrum in Beilen. Zorggroep Oelbroek, waar ons huis bij "
        "hoort, heeft nog vier huizen. Wij zijn trots op Netwerk Samen Wonen, waar wij sinds 2020 lid van zijn.\n"
    )
    said = _said(page)
    assert ("PART_OF", "Huize De Wilgen", "Zorggroep Oelbroek") in said
    assert ("MEMBER_OF", "Huize De Wilgen", "Netwerk Samen Wonen") in said


def test_a_moved_gathering_has_its_new_day() -> None:
    page = (
        "Buurtnieuws, mei 2024\n\nBuurtdiner De Lange Tafel stond op 14 mei en wordt woensdag 22 mei 2024, in Beilen.\n"
    )
    reading = read(read_page(page.encode(), "file:page.txt"))
    days = {p.value for t in reading.things if t.kind == "Event" for p in t.properties if p.field == "start"}
    assert days <= {"2024-05-22"}
