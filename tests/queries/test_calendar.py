"""The agenda as a calendar: what RFC 5545 asks, honest dates, and events that stay the same when they move."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from graph_model.evidence import Claim, End, Evidence
from graph_model.keys import fingerprint, host_of, id_of, key_of
from queries import Graph
from queries.events import Wanted
from queries.events.calendar import ICalendar, calendar, moments, sequence
from queries.events.found import Found
from queries.events.zone import ZONE, timezone
from queries.ledger.pages import PageReading, PageRecord, record
from queries.ledger.runs import begin_run
from tests.queries.pages import initiative, load, said
from tests.queries.test_events import meeting

PAGE = "https://dorp.example/maaltijd"


def events(made: ICalendar) -> dict[str, Event]:
    """The events by their title, read back by the library's own reader."""
    found = Calendar.from_ical(made.text)
    return {str(event["SUMMARY"]): event for event in found.walk("VEVENT")}


def test_only_what_has_a_day_stands_in_it_and_the_rest_is_told(graph: Graph) -> None:
    load(graph, [
        *meeting("Maaltijd", "2025-09-12T17:00", ("end", "2025-09-12T20:00")), *meeting("Wandeling", "2025-08-02"),
        *meeting("Week", "2025-10-05", ("end", "2025-10-09")), *meeting("Markt", "2025-05"), *meeting("Borrel", ""),
    ])  # fmt: skip
    made = calendar(graph)
    found = events(made)
    assert (made.events, made.left_out, set(found)) == (3, 2, {"Maaltijd", "Wandeling", "Week"})
    assert found["Maaltijd"]["DTSTART"].dt == datetime(2025, 9, 12, 17, tzinfo=ZONE)
    assert found["Maaltijd"]["DTEND"].dt == datetime(2025, 9, 12, 20, tzinfo=ZONE)
    assert (found["Wandeling"]["DTSTART"].dt, "DTEND" in found["Wandeling"]) == (date(2025, 8, 2), False)
    assert (found["Week"]["DTSTART"].dt, found["Week"]["DTEND"].dt) == (date(2025, 10, 5), date(2025, 10, 10))
    told = str(Calendar.from_ical(made.text)["DESCRIPTION"])
    assert told == "Niet in deze agenda, want de dag is niet bekend: Markt (mei 2025); Borrel (datum onbekend)."


def test_every_line_is_as_the_standard_asks(graph: Graph) -> None:
    title = 'Lezing; over "zorg", wonen en ' + "ë" * 90
    load(graph, [
        *meeting(title, "2025-09-12T17:00", ("venue", "Zaal 1, boven"), ("HAS_THEME", End("Theme", "Wonen, zorg"))),
        said(initiative("De Linde"), "ORGANISES", End("Event", title, "2025-09-12T17:00")),
    ])  # fmt: skip
    made = calendar(graph)
    lines = made.text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in made.text.replace("\r\n", "")
    ((name, event),) = events(made).items()
    assert (name, str(event["LOCATION"])) == (title, "Zaal 1, boven")
    assert event["CATEGORIES"].cats == ["Wonen, zorg"]
    assert str(event["DESCRIPTION"]) == "Georganiseerd door De Linde. Verzonnen voorbeeld."
    assert "DTSTART;TZID=Europe/Amsterdam:20250912T170000" in lines
    whole = Calendar.from_ical(made.text)
    assert [str(zone["TZID"]) for zone in whole.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    assert not whole.walk("VEVENT")[0].errors


def test_people_are_not_named_and_an_uid_holds_no_name(graph: Graph) -> None:
    who = End("Person", "Truus Zeldenthuis", "De Linde")
    load(graph, [
        *meeting("Lezing", "2025-09-12"), said(who, "TAKES_PART_IN", End("Event", "Lezing", "2025-09-12"), "spreker"),
    ])  # fmt: skip
    made = calendar(graph)
    assert "Zeldenthuis" not in made.text
    (event,) = events(made).values()
    assert str(event["UID"]) == f"{_id('Lezing', '2025-09-12')}@samenspel"


def _id(name: str, start: str) -> str:
    return id_of(key_of("Event", name, start))


def _page(start: str, day: str, **fields: str) -> PageReading:
    """One page that tells of one meal, as it was on a day."""
    meal = End("Event", "Maaltijd", start)
    text = f"Maaltijd op {start} {fields}"
    told = [("start", start), *fields.items()]
    page = PageRecord(PAGE, "Maaltijd", text, fingerprint(text), host_of(PAGE), f"{day}T09:00:00+00:00")
    claims = tuple(
        Claim(
            page=key_of("Document", PAGE), subject=meal, predicate=field, value=value, host=host_of(PAGE),
            evidence=(Evidence("proef", "1", text, 0, len(text), 0.9),), fetched=page.fetched, first_seen=page.fetched,
        )
        for field, value in told
    )  # fmt: skip
    return PageReading(page, "proef", "1", claims)


def _read(graph: Graph, *pages: PageReading) -> Event:
    record(graph, pages, begin_run(graph, "read", [], pages[0].page.fetched))
    (event,) = events(calendar(graph)).values()
    return event


def test_an_event_that_is_moved_and_then_cancelled_stays_the_same_event(graph: Graph) -> None:
    first = _read(graph, _page("2025-09-12T17:00", "2025-03-01"))
    moved = _read(graph, _page("2025-10-03T17:00", "2025-04-01"))
    later = _read(graph, _page("2025-11-07T17:00", "2025-05-01", end="2025-11-07T19:00"))
    cancelled = _read(graph, _page("2025-11-07T17:00", "2025-06-01", end="2025-11-07T19:00", status="cancelled"))
    stages = (first, moved, later, cancelled)
    assert {str(event["UID"]) for event in stages} == {f"{_id('Maaltijd', '2025-09-12T17:00')}@samenspel"}
    assert [int(event["SEQUENCE"]) for event in stages] == [0, 1, 3, 4]
    assert [event["DTSTART"].dt.month for event in stages] == [9, 10, 11, 11]
    assert str(cancelled["STATUS"]) == "CANCELLED"
    seen = [event["LAST-MODIFIED"].dt for event in stages]
    assert seen == sorted(seen)


def test_of_two_with_one_title_on_one_page_nobody_knows_which_was_moved(graph: Graph) -> None:
    both = _page("2025-09-12", "2025-03-01"), _page("2025-10-03", "2025-03-01")
    twice = PageReading(both[0].page, "proef", "1", (*both[0].claims, *both[1].claims))
    record(graph, [twice], begin_run(graph, "read", [], twice.page.fetched))
    other, third = _page("2025-10-03", "2025-04-01"), _page("2025-11-07", "2025-04-01")
    again = PageReading(other.page, "proef", "1", (*other.claims, *third.claims))
    record(graph, [again], begin_run(graph, "read", [], again.page.fetched))
    found = Calendar.from_ical(calendar(graph).text).walk("VEVENT")
    assert {str(event["UID"]) for event in found} == {
        f"{_id('Maaltijd', day)}@samenspel" for day in ("2025-10-03", "2025-11-07")
    }


def test_a_calendar_is_of_whatever_was_asked_and_says_so_in_its_name(graph: Graph) -> None:
    load(graph, [
        *meeting("Maaltijd", "2025-09-12", ("HAS_THEME", End("Theme", "Samen eten"))),
        *meeting("Wandeling", "2025-08-02"),
    ])  # fmt: skip
    made = calendar(graph, Wanted(theme="samen eten"))
    assert set(events(made)) == {"Maaltijd"}
    assert str(Calendar.from_ical(made.text)["NAME"]) == "Samenspel · Samen eten"
    assert calendar(graph, Wanted(theme="samen eten")) == made


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2025-09-12", "", (date(2025, 9, 12), None)),
        ("2025-09-12", "2025-09-12", (date(2025, 9, 12), None)),
        ("2025-09-12", "2025-09", (date(2025, 9, 12), None)),
        ("2025-09-12", "2025-09-10", (date(2025, 9, 12), None)),
        ("2025-09-12", "2025-09-13T12:00", (date(2025, 9, 12), date(2025, 9, 14))),
        ("2025-09-12T17:00", "2025-09-12", (datetime(2025, 9, 12, 17, tzinfo=ZONE), None)),
        ("2025-09-12T17:00", "..", (datetime(2025, 9, 12, 17, tzinfo=ZONE), None)),
        ("2025-09-12T17:00", "2025-09-12T16:00", (datetime(2025, 9, 12, 17, tzinfo=ZONE), None)),
    ],
)
def test_an_end_that_is_known_less_well_or_makes_no_sense_is_left_out(
    start: str, end: str, wanted: tuple[date, date | None]
) -> None:
    assert moments(Found({"id": "e1", "start": start, "end": end}, ())) == wanted


@given(st.datetimes(datetime(1982, 1, 1), datetime(2037, 12, 31)))
def test_the_zone_that_is_sent_is_that_of_the_netherlands(moment: datetime) -> None:
    local = moment.replace(tzinfo=ZONE)
    if local.astimezone(UTC).astimezone(ZONE).replace(tzinfo=None) != moment or local.replace(fold=1) != local:
        return  # a clock time that does not exist, or that comes twice
    sent = timezone().to_tz()
    assert moment.replace(tzinfo=sent).utcoffset() == local.utcoffset()


values = st.lists(st.tuples(st.sampled_from(("start", "status")), st.sampled_from("abc"), st.booleans()), max_size=8)


@given(values, st.tuples(st.sampled_from(("start", "end")), st.sampled_from("abcd"), st.booleans()))
def test_a_sequence_only_rises(told: list[tuple[str, str, bool]], one_more: tuple[str, str, bool]) -> None:
    def rows(some: list[tuple[str, str, bool]]) -> list[dict[str, object]]:
        return [{"predicate": field, "value": value, "retired": retired} for field, value, retired in some]

    assert 0 <= sequence(rows(told)) <= sequence(rows([*told, one_more])) <= sequence(rows(told)) + 1
    assert sequence(rows([(field, value, True) for field, value, _ in told])) == sequence(rows(told))
