"""Who enters the graph."""

from __future__ import annotations

import pytest

from ingest.policy import ENTRY, Verdict, admit, part_in_gathering, role_at
from ingest.reading import Found, Quote, Reading, Statement

_QUOTE = Quote(0, 1)
_HOUSE = Found("CareOrganisation", "De Wilgenbeemd", (_QUOTE,), 0.9)
_COUNCIL = Found("ClientCouncil", "Cliëntenraad De Wilgenbeemd", (_QUOTE,), 0.9)
_EVENT = Found("Event", "Zomertafel", (_QUOTE,), 0.9)
_PAGE = Found("Document", "Een pagina", (_QUOTE,), 0.9, is_page=True)
_ANNA = Found("Person", "Anna de Vries", (_QUOTE,), 0.9)


def _says(predicate: str, target: Found, role: str = "", confidence: float = 0.9) -> Reading:
    """A page on which Anna is in one statement with the target."""
    subject, object = (1, 0) if predicate == "FEATURES" else (0, 1)
    statement = Statement(subject, predicate, object, _QUOTE, confidence, role)
    return Reading("lezer", "1", (_ANNA, target), (statement,))


@pytest.mark.parametrize(
    "role",
    [
        "voorzitter", "oud-voorzitter", "bestuurder", "wijkverpleegkundige", "lid van de raad van toezicht",
        "lid van de werkgroep", "lid raad van bestuur", "gemeenteraadslid", "huisarts en initiatiefnemer",
        "bewoner en voorzitter", "vrijwilligerscoördinator", "adviseur cliëntenraden", "bewonersondersteuner",
        "directeur Patiëntenfederatie", "namens de werkgroep Zorg", "",
    ],
)  # fmt: skip
def test_a_public_or_professional_role_lets_somebody_in(role: str) -> None:
    assert role_at(role, _HOUSE) is Verdict.PUBLIC
    assert admit(_says("HAS_ROLE", _HOUSE, role)).left_out == ()


@pytest.mark.parametrize(
    "role",
    [
        "bewoner", "Bewoonster", "buurtbewoner", "actieve inwoner", "cliënt", "cliënte", "oud-patiënt", "mantelzorger",
        "familielid", "dochter van een bewoner", "moeder", "vrijwilliger", "hospicevrijwilliger", "deelnemer", "lid",
        "nieuw lid", "lid van de cliëntenraad", "lid cliëntenraad", "cliëntenraadslid", "voormalig cliëntenraadslid",
        "lid van de familieraad", "CCR-lid", "lid van de CCR", "ervaringsdeskundige", "taalmaatje",
    ],
)  # fmt: skip
def test_residents_clients_relatives_and_ordinary_members_stay_out(role: str) -> None:
    assert role_at(role, _HOUSE) is Verdict.PRIVATE
    assert admit(_says("HAS_ROLE", _HOUSE, role)).left_out == ("Anna de Vries",)


@pytest.mark.parametrize(
    "role", ["voorzitter", "vicevoorzitter", "ambtelijk secretaris", "ondersteuner", "voorzitter a.i."]
)
def test_chairs_and_officers_of_a_client_council_come_in(role: str) -> None:
    assert admit(_says("HAS_ROLE", _COUNCIL, role)).left_out == ()


@pytest.mark.parametrize("role", ["", "lid", "afgevaardigde", "vertegenwoordiger"])
def test_everybody_else_in_a_client_council_stays_out(role: str) -> None:
    assert admit(_says("HAS_ROLE", _COUNCIL, role)).left_out == ("Anna de Vries",)


@pytest.mark.parametrize(
    ("role", "verdict"),
    [
        ("spreker", Verdict.PUBLIC),
        ("dagvoorzitter", Verdict.PUBLIC),
        ("gastvrouw", Verdict.PUBLIC),
        ("", Verdict.NOTHING),
        ("deelnemer", Verdict.NOTHING),
        ("aanwezig", Verdict.NOTHING),
        ("bewoner", Verdict.PRIVATE),
    ],
)
def test_speaking_at_a_gathering_is_public_and_being_there_says_nothing(role: str, verdict: Verdict) -> None:
    assert part_in_gathering(role) is verdict
    assert bool(admit(_says("TAKES_PART_IN", _EVENT, role)).left_out) is (verdict is not Verdict.PUBLIC)


def test_founding_and_writing_are_public_and_being_portrayed_is_not() -> None:
    assert admit(_says("FOUNDED", _HOUSE)).left_out == ()
    assert admit(_says("MADE", _PAGE)).left_out == ()
    assert admit(_says("FEATURES", _PAGE)).left_out == ("Anna de Vries",)


def test_somebody_who_is_only_named_stays_out() -> None:
    assert admit(Reading("lezer", "1", (_ANNA, _HOUSE), ())).left_out == ("Anna de Vries",)


def test_a_far_guess_at_a_role_lets_nobody_in() -> None:
    assert admit(_says("HAS_ROLE", _HOUSE, "voorzitter", ENTRY - 0.01)).left_out == ("Anna de Vries",)
    assert admit(_says("HAS_ROLE", _HOUSE, "voorzitter", ENTRY)).left_out == ()


def test_a_chair_who_is_also_a_patient_comes_in_but_not_as_a_patient() -> None:
    statements = (
        Statement(0, "HAS_ROLE", 1, _QUOTE, 0.9, "voorzitter"),
        Statement(0, "HAS_ROLE", 1, _QUOTE, 0.9, "patiënt"),
    )
    admission = admit(Reading("lezer", "1", (_ANNA, _HOUSE), statements))
    assert admission.left_out == ()
    assert [statement.role for statement in admission.reading.statements] == ["voorzitter"]


def test_what_is_said_of_others_stays_when_somebody_is_left_out() -> None:
    things = (_ANNA, _HOUSE, _EVENT)
    statements = (Statement(0, "HAS_ROLE", 1, _QUOTE, 0.9, "cliënt"), Statement(1, "ORGANISES", 2, _QUOTE, 0.8))
    kept = admit(Reading("lezer", "1", things, statements)).reading
    assert kept.things == (_HOUSE, _EVENT)
    assert [(kept.things[s.subject].name, s.predicate, kept.things[s.object].name) for s in kept.statements] == [
        ("De Wilgenbeemd", "ORGANISES", "Zomertafel")
    ]


def test_admitting_twice_is_admitting_once() -> None:
    once = admit(_says("HAS_ROLE", _HOUSE, "voorzitter"))
    assert admit(once.reading) == once
