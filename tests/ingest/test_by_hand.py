"""Facts by hand: checked, masked, signed, taken back, and standing through every reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_model.errors import BadQuestion, NotAllowed, NotFound, SamenspelError
from ingest.by_hand import Fact, add, take_back
from ingest.pipeline import read_into
from ingest.sources import list_sources
from queries import Graph
from queries.corrections import Signed
from queries.ledger.rebuild import rebuild
from queries.links import links
from queries.show import show

ANNA = Signed("Anna", "2026-01-02T10:00:00+00:00", "Zij zei het zelf, bel 06-12345678.")
BO = Signed("Bo", "2026-01-03T10:00:00+00:00")
HOUSE, RING = "'t Naoberhoês", "Buurtkring Noord"


def _joined(graph: Graph, thing: str = HOUSE) -> list[tuple[str, str | None, str]]:
    found = links(graph, thing, kind="MEMBER_OF").links
    return [(link.other.name, link.valid_from, link.claims[0].by) for link in found]


def test_a_link_is_told_with_who_said_so_when_and_why_and_private_data_covered(neighbourhood: Graph) -> None:
    fact = Fact("naoberhoes", "doet mee met", "Zorgzame Dorpen", since="2024-03", new=("beweging",))
    told = add(neighbourhood, fact, ANNA)
    assert (told.verdict, told.words) == ("added", "'t Naoberhoês doet mee met Zorgzame Dorpen")
    assert _joined(neighbourhood) == [("Zorgzame Dorpen", "2024-03", "Anna")]
    (claim,) = links(neighbourhood, HOUSE, kind="MEMBER_OF").links[0].claims
    assert (claim.document.title, claim.origin, claim.first_seen) == ("eigen waarneming van Anna", "person", ANNA.at)
    assert "sinds maart 2024" in claim.quote
    assert "bel ███████████" in claim.quote
    assert rebuild(neighbourhood, check=True).items == ()


def test_it_can_be_told_from_either_end_and_from_a_source(neighbourhood: Graph) -> None:
    fact = Fact("Zorgzame Dorpen", "deelnemers", HOUSE, source="https://bron.example/a", new=("Movement",))
    add(neighbourhood, fact, ANNA)
    (link,) = links(neighbourhood, HOUSE, kind="MEMBER_OF").links
    assert (link.direction, link.claims[0].document.url) == ("out", "https://bron.example/a")


def test_who_said_it_takes_it_back_and_nobody_else(neighbourhood: Graph) -> None:
    fact = Fact(HOUSE, "MEMBER_OF", "Zorgzame Dorpen", new=("beweging",))
    add(neighbourhood, fact, ANNA)
    add(neighbourhood, Fact(HOUSE, "MEMBER_OF", "Zorgzame Dorpen"), BO)
    with pytest.raises(NotFound, match="Wel door Anna, Bo"):
        take_back(neighbourhood, fact, Signed("Cees", BO.at))
    take_back(neighbourhood, fact, ANNA)
    assert _joined(neighbourhood) == [("Zorgzame Dorpen", None, "Bo")]
    take_back(neighbourhood, fact, BO)
    assert _joined(neighbourhood) == []
    with pytest.raises(NotFound):
        take_back(neighbourhood, Fact(HOUSE, "PARTNER_OF", RING), BO)
    add(neighbourhood, fact, ANNA)
    assert _joined(neighbourhood) == [("Zorgzame Dorpen", None, "Anna")]
    assert rebuild(neighbourhood, check=True).items == ()


def test_it_stands_when_pages_are_read_again_and_outranks_what_they_say(graph: Graph, tmp_path: Path) -> None:
    page = tmp_path / "linde.txt"
    page.write_text("Zorgcoöperatie De Linde\n\nZorgcoöperatie De Linde is een initiatief in Zutphen.\n")
    read_into(graph, list_sources([str(page)]))
    add(graph, Fact("de linde", "opgericht", "2019"), ANNA)
    add(graph, Fact("de linde", "opgericht", "2018", source="https://oud.example"), BO)
    page.write_text("Zorgcoöperatie De Linde\n\nZorgcoöperatie De Linde is een initiatief in Lochem.\n")
    read_into(graph, list_sources([str(page)]))
    founded = show(graph, "de linde").fields["founded"]
    assert (founded.value, founded.conflict) == ("2018", True)  # of two people, who spoke last
    assert [(entry.value, entry.shown, entry.claims[0].by) for entry in founded.values] == [
        ("2018", True, "Bo"), ("2019", False, "Anna"),
    ]  # fmt: skip
    assert rebuild(graph, check=True).items == ()


@pytest.mark.parametrize(
    ("fact", "error", "words"),
    [
        (Fact("Buurtkring Nord", "PARTNER_OF", HOUSE), NotFound, "--new"),
        (Fact("Iets Heel Anders", "PARTNER_OF", HOUSE), NotFound, "--new"),
        (Fact("Iets Heel Anders", "PARTNER_OF", HOUSE, new=("organisatie",)), BadQuestion, "geen enkele soort"),
        (Fact(HOUSE, "BEMINT", RING), BadQuestion, "Verbanden: "),
        (Fact(HOUSE, "PARTNER_OF", HOUSE), BadQuestion, "hetzelfde"),
        (Fact(HOUSE, "opgericht", "ooit"), BadQuestion, "geen datum"),
        (Fact(HOUSE, "url", "naoberhoes.nl"), BadQuestion, "webadres"),
        (Fact(HOUSE, "PARTNER_OF", RING, role="voorzitter"), BadQuestion, "geen rol"),
        (Fact(HOUSE, "PARTNER_OF", RING, since="2024", until="2020"), BadQuestion, "einde"),
        (Fact("Joke Pietersen", "HAS_ROLE", HOUSE, role="bewoner", new=("persoon",)), NotAllowed, "geen openbare"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_changes(
    neighbourhood: Graph, fact: Fact, error: type[SamenspelError], words: str
) -> None:
    with pytest.raises(error, match=words):
        add(neighbourhood, fact, ANNA)
    assert neighbourhood.answer(lambda reading: reading.ask("ledger/runs", limit=2))[0]["run"]["command"] == "demo"
