"""iCalendar: each gathering of a calendar as an article, with what the calendar says of it as data beside the text.

A calendar is read as one page for each gathering and not as one long page, for all that is said then belongs to that
gathering, as on the event pages of a site, and a gathering that is taken out is withdrawn by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from graph_model.dates import in_words, local
from graph_model.errors import NotUnderstood
from ingest.formats.article import Article, Json, as_html, plain_line
from ingest.formats.recurrence import in_dutch

if TYPE_CHECKING:
    from icalendar import Component

MOST_LINES = 100_000  # about a second
_PRIVATE = frozenset(("PRIVATE", "CONFIDENTIAL"))
_STATUS = {"CANCELLED": ("gaat niet door", "EventCancelled"), "TENTATIVE": ("onder voorbehoud", "")}
_WEB = re.compile(r"https?://\S+")
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError, OSError)


def calendar_articles(source: str, address: str) -> Iterator[tuple[str, str, Article]]:
    """The gatherings of a calendar in its order: the name of each in the file, its link ("" without), the article.

    What is marked as private stays out; a gathering that is broken is passed over.

    :raises NotUnderstood: it is no calendar, or too big.
    """
    if source.count("\n") > MOST_LINES:
        raise NotUnderstood("Dit agendabestand is te groot om te lezen.", address)
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(source, multiple=True)
    except _BROKEN as error:
        raise NotUnderstood("Dit agendabestand is niet te lezen.", address) from error
    for calendar in calendars:
        for event in calendar.walk("VEVENT"):
            try:
                made = _article(event)
            except _BROKEN:
                continue
            if made is not None:
                yield made


def _article(event: Component) -> tuple[str, str, Article] | None:
    title = plain_line(_text(event, "SUMMARY"))
    if not title or _text(event, "CLASS").upper() in _PRIVATE:
        return None
    start, end = _moments(event)
    place = _place(event)
    host = _common_name(event)
    status, schema = _STATUS.get(_text(event, "STATUS").upper(), ("", ""))
    rule = event.get("RRULE")
    facts = (
        ("Datum", _days(start, end)), ("Tijd", _hours(start, end)), ("Locatie", place), ("Organisatie", host),
        ("Herhaling", in_dutch(rule) if isinstance(rule, dict) else ""), ("Status", status),
    )  # fmt: skip
    data: Json = {"@type": "Event", "name": title, "startDate": start, "endDate": end, "eventStatus": schema}
    data |= {"location": {"@type": "Place", "name": place}, "organizer": {"name": host}}
    article = Article(title, as_html(_text(event, "DESCRIPTION")), facts, keywords=_keywords(event), data=data)
    occurrence = _iso(event, "RECURRENCE-ID")
    return f"{_text(event, 'UID')}{occurrence and '/' + occurrence}", _text(event, "URL"), article


def _text(event: Component, name: str) -> str:
    """The value of a property, the first when it is given twice."""
    value = event.get(name)
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value).strip() if value is not None else ""


def _moments(event: Component) -> tuple[str, str]:
    """When it starts and ends, as EDTF in local time; an end on the same day without time is left out."""
    start, end = _iso(event, "DTSTART"), _iso(event, "DTEND")
    if end and "T" not in end:  # the day after the last one
        end = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    length = event.get("DURATION")
    if not end and length is not None and "T" in start:
        end = (datetime.fromisoformat(start) + length.dt).strftime("%Y-%m-%dT%H:%M")
    return start, end if end > start else ""


def _iso(event: Component, name: str) -> str:
    from icalendar import vDDDTypes

    prop = event.get(name)
    moment = prop.dt if isinstance(prop, vDDDTypes) else None  # a property that is broken is of another type
    if isinstance(moment, datetime):
        return local(moment) if moment.tzinfo else moment.strftime("%Y-%m-%dT%H:%M")
    return moment.isoformat() if isinstance(moment, date) else ""


def _days(start: str, end: str) -> str:
    first, last = start[:10], end[:10]
    if not first:
        return ""
    if last <= first:
        return in_words(first)
    begins = str(int(first[8:])) if first[:7] == last[:7] else in_words(first)
    return f"{begins} tot en met {in_words(last)}"


def _hours(start: str, end: str) -> str:
    begins, ends = start[11:], end[11:]
    return f"{begins} - {ends}" if ends and start[:10] == end[:10] else begins


def _place(event: Component) -> str:
    written = _text(event, "LOCATION")
    lines = [plain_line(line) for line in _WEB.sub("", written).splitlines()]
    place = ", ".join(line.strip(" ,;") for line in lines if line.strip(" ,;"))
    return place or ("Online" if written else "")


def _common_name(event: Component) -> str:
    """What the organiser is called; an address alone is no name."""
    organiser = event.get("ORGANIZER")
    organiser = organiser[0] if isinstance(organiser, list) else organiser
    name = plain_line(str(organiser.params.get("CN", ""))) if organiser is not None else ""
    return "" if "@" in name else name


def _keywords(event: Component) -> tuple[str, ...]:
    given = event.get("CATEGORIES")
    groups = given if isinstance(given, list) else [given] if given is not None else []
    words = (plain_line(str(word)) for group in groups for word in group.cats)
    return tuple(dict.fromkeys(word for word in words if word))
