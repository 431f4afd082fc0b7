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
