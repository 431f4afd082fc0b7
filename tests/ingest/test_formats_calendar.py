"""A calendar is a page for each gathering; what is private stays out of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import NotUnderstood
from ingest.extract import read as read_claims
from ingest.extract.gold_shape import as_line
from ingest.formats import pages_in
from ingest.page import Page, read_page
from tests.ingest.test_page_laws import check

CALENDAR = (Path(__file__).parents[1] / "pages" / "afspraken.ics").read_bytes()
AT = "https://debrug.example/agenda.ics"


def read(raw: bytes, address: str = AT) -> list[Page]:
    pages = list(pages_in(raw, address))
    for page in pages:
        check(page)
        assert page.format == "calendar"
    return pages


def one(*lines: str) -> Page:
    event = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Koffie", *lines, "END:VEVENT", "END:VCALENDAR")
    return read("\r\n".join(event).encode())[0]


def facts(page: Page) -> dict[str, str]:
    return {block.label: block.text for block in page.blocks if block.kind == "label"}


def test_each_gathering_is_a_page() -> None:
    first, second, third = read(CALENDAR)
    assert [page.address for page in (first, second, third)] == [
        "https://debrug.example/agenda/koffie", f"{AT}#2%40debrug.example", f"{AT}#4",
    ]  # fmt: skip
    assert first.title == "Koffie en kringen: wat kan er in de straat?"
    assert facts(first) == {
        "Datum": "14 november 2026", "Tijd": "13:30 - 16:00", "Locatie": "Dorpshuis De Linde, Kerkweg 12, Oegstgeest",
        "Organisatie": "Buurtkring De Brug", "Voor wie": "Iedereen in Oegstgeest.",
    }  # fmt: skip
    assert facts(second) == {
        "Datum": "1 tot en met 3 december 2026", "Locatie": "Online", "Status": "gaat niet door",
        "Herhaling": "elke vierde maandag van de maand tot en met 31 december 2027",
    }  # fmt: skip
    assert third.title == "Kapotte datum"


def test_what_is_private_stays_out() -> None:
    text = "".join(page.text for page in read(CALENDAR))
    assert "Van Dam" not in text
    assert "jan@" not in text


def test_a_gathering_gives_claims() -> None:
    page = read(CALENDAR)[0]
    line = as_line(page, read_claims(page))
    event = next(entity for entity in line["entities"] if entity["type"] == "Event")
    assert event["attributes"] == {
        "start_date": "2026-11-14", "start_time": "13:30", "end_time": "16:00", "mode": "in_person",
    }  # fmt: skip
    links = {(claim["subject"], claim["type"], claim["object"]) for claim in line["relations"] if claim["published"]}
    title = page.title
    assert {
        ("Buurtkring De Brug", "ORGANISES", title), (title, "HELD_IN", "Oegstgeest"),
        (title, "HELD_AT", "Dorpshuis De Linde"),
        (title, "HAS_KEYWORD", "buurtkring"), ("Marjolein Aardenburg", "HAS_ROLE", "Buurtkring De Brug"),
    } <= links  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "day", "hours"),
    [
        (["DTSTART:20261114T233000Z"], "15 november 2026", "00:30"),
        (["DTSTART;TZID=Europe/Amsterdam:20260701T190000", "DURATION:PT1H30M"], "1 juli 2026", "19:00 - 20:30"),
        (["DTSTART;TZID=Nergens/Nooit:20260701T190000"], "1 juli 2026", "19:00"),
        (["DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260702"], "1 juli 2026", ""),
        (
            ["DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270102"],
            "30 december 2026 tot en met 1 januari 2027",
            "",
        ),
        (["DTSTART:20260701T220000", "DTEND:20260702T020000"], "1 tot en met 2 juli 2026", "22:00"),
        (["DTSTART:20260701T190000", "DTEND:20260630T190000"], "1 juli 2026", "19:00"),
        (["DTSTART:morgen"], "", ""),
        ([], "", ""),
    ],
)
def test_when_a_gathering_is(lines: list[str], day: str, hours: str) -> None:
    told = facts(one(*lines))
    assert (told.get("Datum", ""), told.get("Tijd", "")) == (day, hours)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TH", "elke maandag en donderdag"), ("FREQ=WEEKLY;INTERVAL=2", "om de 2 weken"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "elke laatste vrijdag van de maand"), ("FREQ=DAILY", "elke dag"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", "elke eerste dinsdag, om de 3 maanden"), ("FREQ=YEARLY", "elk jaar"),
        ("FREQ=HOURLY", ""), ("FREQ=ONZIN", ""), ("", ""),
    ],
)  # fmt: skip
def test_how_frequently_a_gathering_is(rule: str, words: str) -> None:
    assert facts(one("DTSTART:20260701T190000", f"RRULE:{rule}")).get("Herhaling", "") == words


def test_a_description_in_html_is_read_as_html() -> None:
    page = one("DESCRIPTION:<b>Kom je ook?</b><ul><li>Soep\\, en brood</li></ul><script>alert(1)</script>")
    assert [(b.kind, b.text) for b in page.blocks[1:]] == [("heading", "Kom je ook?"), ("item", "Soep, en brood")]
    assert "alert" not in page.text


def test_an_organiser_without_a_name_is_not_named_and_odd_values_do_no_harm() -> None:
    odd = ("LOCATION:</script><b>Zaal 3</b>", "URL:geen adres", "CATEGORIES:", "CATEGORIES:soep,soep")
    page = one("ORGANIZER;CN=jan@debrug.example:mailto:jan@debrug.example", *odd)
    assert facts(page) == {"Locatie": "Zaal 3"}
    assert page.address == f"{AT}#1"


def test_repeated_moments_of_one_gathering_are_pages_of_their_own() -> None:
    event = "BEGIN:VEVENT\r\nUID:7\r\nSUMMARY:Koffie\r\n{}END:VEVENT\r\n"
    again = event.format("RECURRENCE-ID:20260708T190000\r\n")
    raw = f"BEGIN:VCALENDAR\r\n{event.format('')}{again}END:VCALENDAR"
    assert [page.address for page in read(raw.encode())] == [f"{AT}#7", f"{AT}#7%2F2026-07-08T19%3A00"]


def test_what_cannot_be_read_is_said_in_one_sentence() -> None:
    for raw, sentence in (
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "geen enkel bericht of evenement"),
        (b"BEGIN:VCALENDAR\r\n" + b":" * 1000, "Dit agendabestand is niet te lezen."),
        (b"BEGIN:VCALENDAR\r\n" + b"X:y\r\n" * 110_000, "Dit agendabestand is te groot om te lezen."),
    ):
        with pytest.raises(NotUnderstood, match=sentence):
            list(pages_in(raw, AT))
    with pytest.raises(NotUnderstood, match="geen pagina"):
        read_page(CALENDAR, AT)


_LINES = st.sampled_from(
    """BEGIN:VEVENT|END:VEVENT|SUMMARY:Koffie|SUMMARY;LANGUAGE=nl:|DTSTART:2026|DTSTART;TZID=Europe/Amsterdam:20260701T190000
    DTEND;VALUE=DATE:20260702|DURATION:P-1D|DURATION:PT99999999999H|RRULE:FREQ=WEEKLY;UNTIL=onzin|LOCATION:Zeist\\n|X;;=:
    ORGANIZER;CN="De Brug":mailto:x|CATEGORIES:a,b|UID:1|URL:https://debrug.example/a|STATUS:CANCELLED| vervolg
    BEGIN:VTIMEZONE|END:VTIMEZONE|DTSTART:00010101T000000Z|DTSTART:99991231T235900Z|END:VCALENDAR""".replace(
        "\n    ", "|"
    ).split("|")
) | st.text(max_size=6)


@given(st.lists(_LINES, max_size=12))
def test_any_calendar_is_read_or_refused(lines: list[str]) -> None:
    with suppress(NotUnderstood):
        read("\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines]).encode("utf-8", "replace"))
