"""A report under a headline tells of one gathering, whatever noun it calls it by."""

from __future__ import annotations

from ingest.extract import read
from ingest.page import read_page
from ingest.reading import Reading

PAGE = (
    "Een avond vol lichtjes in Grashoek\n\n"
    "Op vrijdag 28 maart 2025 vierden we in dorpshuis De Ankerplaats in Grashoek onze {} met het hele dorp. "
    "Burgemeester Delia Vos opende de {} om acht uur.\n\n{}\n"
)


def _read(noun: str, more: str = "") -> Reading:
    return read(read_page(PAGE.format(noun, noun, more).encode(), "file:page.txt"))


def _events(reading: Reading) -> list[str]:
    return sorted(thing.name for thing in reading.things if thing.kind == "Event")


def test_the_headline_and_the_noun_of_the_same_day_are_one() -> None:
    reading = _read("jubileumavond")
    assert len(_events(reading)) == 1
    (event,) = (n for n, thing in enumerate(reading.things) if thing.kind == "Event")
    assert {"jubileumavond", "Een avond vol lichtjes in Grashoek"} & {*reading.things[event].aliases}
    assert all(said.subject != said.object for said in reading.statements)
    assert {said.predicate for said in reading.statements if said.subject == event} >= {"HELD_IN"}


def test_a_gathering_of_another_day_stays_apart() -> None:
    reading = _read(
        "jubileumavond", "Op dinsdag 8 april 2025 om 20.00 uur is de Themamiddag Samen aan tafel, in De Ankerplaats."
    )
    assert len(_events(reading)) == 2


REPORT = (
    "# Terugblik op de dorpsavond van 14 maart 2025\n\n"
    "Op vrijdag 14 maart 2025 kwamen ruim vijftig mensen bij elkaar in Almen voor de dorpsavond.\n\n"
    "## {}\n\n- 14 maart 2025: De achterdeur, Almen\n- 15 november 2024: Wie belt wie?, Lochem\n"
)


def _report(heading: str) -> Reading:
    return read(read_page(REPORT.format(heading).encode(), "file:page.md"))


def test_in_a_list_of_all_of_its_kind_the_row_of_its_day_is_the_gathering_of_the_page() -> None:
    reading = _report("Alle dorpsavonden")
    assert len(_events(reading)) == 2
    (event,) = (thing for thing in reading.things if "De achterdeur" in (thing.name, *thing.aliases))
    assert "Terugblik op de dorpsavond van 14 maart 2025" in (event.name, *event.aliases)


def test_below_another_heading_it_is_another_gathering() -> None:
    assert {"De achterdeur", "Wie belt wie?"} < {*_events(_report("Ook die dag"))}
