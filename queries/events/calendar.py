"""Gatherings as a calendar (iCalendar, RFC 5545) that programs subscribe to.

- An event stands in it only when its day is known. A day without a clock time is an all-day event; what is known by
  its month or year stands in no day, and is told in the description of the calendar.
- A UID is the id by which the gathering was first known: of its title and date, never of people who take part. It
  stays when the gathering gets other details, is cancelled, or is moved to another day by the page that told of it.
  SEQUENCE rises with each other value that sources give of when, where or whether it is held; LAST-MODIFIED is when
  that was last seen.
- Only organisations are named, no people: a calendar that others keep cannot be erased from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, vText

from graph_model.dates import OPEN, PartialDate, in_words, is_date, parse
from queries.as_of import now as this_moment
from queries.engine.base import Graph, Reading
from queries.events.agenda import EVERYTHING, Selection, Wanted, select
from queries.events.found import Found, Row
from queries.events.moving import former_keys, uid_of
from queries.events.shown import said_of_keys, schedule_of
from queries.events.zone import ZONE, timezone
from queries.invented import invented_things
from queries.words import listed

_PRODUCT = "-//Samenspel//agenda//NL"
_STATUS = {"announced": "CONFIRMED", "held": "CONFIRMED", "moved": "TENTATIVE", "cancelled": "CANCELLED"}
# So many gatherings without a day are named; how many more there are is told.
_NAMED = 50


@dataclass(frozen=True, slots=True)
class ICalendar:
    """A calendar as text, and of which version of the graph; ``events`` stand in it, ``left_out`` do not."""

    text: str
    version: int
    events: int
    left_out: int


def calendar(graph: Graph, wanted: Wanted = EVERYTHING, *, now: datetime | None = None) -> ICalendar:
    """All gatherings that are wanted, as a calendar.

    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.events.agenda.agenda`.
    """
    span, at = wanted.span(), now or this_moment()
    invented = invented_things(graph)[0]

    def question(reading: Reading) -> ICalendar:
        chosen = select(reading, wanted, span, at)
        exact = sorted((one for one in chosen.found if one.has_day), key=lambda one: (one.start, one.id))
        made = _calendar(chosen, [one for one in chosen.found if not one.has_day])
        for event in _events(reading, exact, invented):
            made.add_component(event)
        text = made.to_ical().decode("utf-8")
        return ICalendar(text, reading.version, len(exact), len(chosen.found) - len(exact))

    return graph.answer(question)


def _calendar(chosen: Selection, inexact: Sequence[Found]) -> Calendar:
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", _name(chosen))
    made.add("x-wr-calname", vText(_name(chosen)))
    made.add("x-wr-timezone", str(ZONE))
    if inexact:
        made.add("description", _left_out(inexact))
        made.add("x-wr-caldesc", vText(_left_out(inexact)))
    made.add_component(timezone())
    return made


def _name(chosen: Selection) -> str:
    region = chosen.region.ref.words if chosen.region else ""
    named = [ref.name for ref in (chosen.organisation, chosen.theme, chosen.near) if ref]
    return " · ".join(["Samenspel", *named, *([region] if region else [])])


def _left_out(inexact: Sequence[Found]) -> str:
    named = [
        f"{one.row['name']} ({in_words(one.start) if one.start else 'datum onbekend'})" for one in inexact[:_NAMED]
    ]
    rest = len(inexact) - len(named)
    return f"Niet in deze agenda, want de dag is niet bekend: {'; '.join(named)}{f'; en nog {rest}' if rest else ''}."


def _events(reading: Reading, found: Sequence[Found], invented: Collection[str]) -> Iterable[Event]:
    said = schedule_of(reading, found)
    former = former_keys(reading, found, said)
    of_former = said_of_keys(reading, {key: id_ for id_, keys in former.items() for key in keys})
    for one in found:
        all_said = [*said.get(one.id, ()), *of_former.get(one.id, ())]
        made = _event(one, all_said, uid_of(one, former[one.id]))
        notes = [*_organisers(one), *_warnings(one, invented)]
        if notes:
            made.add("description", " ".join(notes))
        yield made


def _event(one: Found, said: Sequence[Row], uid: str) -> Event:
    made, row = Event(), one.row
    start, end = moments(one)
    made.add("uid", f"{uid}@samenspel")
    seen = _last_seen(said)
    made.add("dtstamp", seen)
    made.add("last-modified", seen)
    made.add("sequence", sequence(said))
    made.add("summary", row["name"])
    made.add("dtstart", start)
    if end is not None:
        made.add("dtend", end)
    if row.get("status") in _STATUS:
        made.add("status", _STATUS[row["status"]])
    for name, text in _details(one):
        made.add(name, text)
    return made


def _details(one: Found) -> Iterable[tuple[str, object]]:
    where = [one.row.get("venue"), one.row.get("address"), *(place.name for place in one.others("HELD_IN"))]
    location = ", ".join(dict.fromkeys(part for part in where if part))
    if location or one.row.get("mode") == "online":
        yield "location", location or "online"
    if str(one.row.get("url") or "").startswith(("https://", "http://")):
        yield "url", one.row["url"]
    themes = [theme.name for theme in one.others("HAS_THEME")]
    if themes:
        yield "categories", themes


def _organisers(one: Found) -> Iterable[str]:
    names = [ref.name for ref in one.others("ORGANISES") if ref.kind != "Person"]
    if names:
        yield f"Georganiseerd door {listed(names)}."


def _warnings(one: Found, invented: Collection[str]) -> Iterable[str]:
    if one.row.get("status") == "moved":
        yield "Deze bijeenkomst is verplaatst."
    if one.id in invented:
        yield "Verzonnen voorbeeld."


def moments(one: Found) -> tuple[date | datetime, date | datetime | None]:
    """When a gathering begins and ends, as a calendar writes it: both days, the end excluded, or both clock times.

    An end that is known less well than the beginning, or lies before it, is left out.
    """
    start, until = parse(one.start), one.row.get("end") or ""
    end = parse(until) if until and until != OPEN and is_date(until) else None
    if end is None or end.day is None or (start.hour is not None and end.hour is None):
        return _moment(start), None
    if start.hour is None:
        first, last = _day(start), _day(end)
        return first, last + timedelta(days=1) if last > first else None
    begins, ends = _clock(start), _clock(end)
    return begins, ends if ends > begins else None


def _moment(part: PartialDate) -> date | datetime:
    return _day(part) if part.hour is None else _clock(part)


def _day(part: PartialDate) -> date:
    return date(part.year, part.month or 1, part.day or 1)


def _clock(part: PartialDate) -> datetime:
    return datetime(part.year, part.month or 1, part.day or 1, part.hour or 0, part.minute or 0, tzinfo=ZONE)


def sequence(said: Sequence[Row]) -> int:
    """How often the schedule was told otherwise: a number that only rises, for what is withdrawn is never deleted."""
    return max(0, len({(row["predicate"], row["value"]) for row in said}) - 1)


def _last_seen(said: Sequence[Row]) -> datetime:
    moments_seen = [str(row["first_seen"]) for row in said if row["first_seen"]]
    moments_seen += [str(row["last_seen"]) for row in said if row["retired"] and row["last_seen"]]
    return datetime.fromisoformat(max(moments_seen, default="1970-01-01T00:00:00+00:00")).replace(microsecond=0)
