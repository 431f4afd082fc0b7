"""The agenda: which gatherings there are, in a period, about a theme, in a region, near a thing, of somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph_model.errors import BadQuestion
from queries.as_of import now as this_moment
from queries.engine.base import Graph, Reading
from queries.events.found import WHO, Found, about, gatherings, in_order, inside, with_part, within
from queries.events.meetings import meetings
from queries.events.shown import shown
from queries.near.circle import circle_of
from queries.paging import check_page, next_page
from queries.period import Span, span_of
from queries.regions import Region, atlas_of, region_of
from queries.resolve import resolve
from queries.results.events import Agenda
from queries.results.shapes import Ref

DEFAULT_LIMIT = 50
DEFAULT_KM = 15.0
MAX_KM = 400.0
SHOWN_MEETINGS = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which gatherings are wanted; empty is no condition.

    :param since, until: EDTF dates, both included; what may have taken place within them counts.
    :param theme: what they, or the series that they belong to, are about.
    :param region: a province, a municipality or a place.
    :param near: a thing, and ``km`` the radius around it.
    :param organisation: an organisation (with its locations) or a person that has a part in them.
    """

    since: str = ""
    until: str = ""
    theme: str = ""
    region: str = ""
    near: str = ""
    km: float = DEFAULT_KM
    organisation: str = ""

    def span(self) -> Span:
        """The period; :raises BadQuestion: it makes no sense, or the radius does not."""
        if not 0 < self.km <= MAX_KM:
            raise BadQuestion(f"Kies een straal van meer dan 0 en hoogstens {MAX_KM:.0f} km.")
        return span_of(self.since, self.until)


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Selection:
    """The gatherings that are wanted, in their order, and what was meant by the words that asked for them."""

    found: tuple[Found, ...]
    span: Span
    theme: Ref | None
    region: Region | None
    near: Ref | None
    organisation: Ref | None


def agenda(
    graph: Graph,
    wanted: Wanted = EVERYTHING,
    *,
    after: int = 0,
    limit: int = DEFAULT_LIMIT,
    now: datetime | None = None,
) -> Agenda:
    """The gatherings that are wanted, and who meets whom there.

    :param now: what is past by then; the present moment by default.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`, of every thing that is named.
    :raises BadQuestion: a date, radius or number that makes no sense.
    """
    check_page(after, limit)
    span, at = wanted.span(), now or this_moment()

    def question(reading: Reading) -> Agenda:
        chosen = select(reading, wanted, span, at)
        return _answer(reading, chosen, wanted, at, after, limit)

    return graph.answer(question)


def select(reading: Reading, wanted: Wanted, span: Span, at: datetime) -> Selection:
    """The gatherings that are wanted: by date when a period was asked for, else those to come first."""
    theme = resolve(reading, wanted.theme, ("Theme",)) if wanted.theme else None
    region = region_of(reading, atlas_of(reading), wanted.region) if wanted.region else None
    near = resolve(reading, wanted.near) if wanted.near else None
    organisation = resolve(reading, wanted.organisation, WHO) if wanted.organisation else None
    found = gatherings(reading, span)
    if theme:
        found = about(reading, found, theme.id)
    if organisation:
        found = with_part(reading, found, organisation)
    if region:
        found = inside(reading, found, region)
    if near:
        found = within(reading, found, circle_of(reading, near), wanted.km)
    return Selection(tuple(in_order(found, at, not span.is_open)), span, theme, region, near, organisation)


def _answer(reading: Reading, chosen: Selection, wanted: Wanted, at: datetime, after: int, limit: int) -> Agenda:
    found = chosen.found
    met = meetings(found, chosen.organisation.id if chosen.organisation else "")
    return Agenda(
        items=shown(reading, found[after : after + limit], at),
        meetings=tuple(met[:SHOWN_MEETINGS]),
        meetings_total=len(met),
        undated=sum(not one.start for one in found),
        inexact=sum(bool(one.start) and not one.has_day for one in found),
        period=chosen.span.shown,
        theme=chosen.theme,
        organisation=chosen.organisation,
        region=chosen.region.ref if chosen.region else None,
        near=chosen.near,
        radius_km=wanted.km if chosen.near else None,
        message=_message(found, chosen),
        total=len(found),
        next=next_page(after, limit, len(found)),
        version=reading.version,
    )


def _message(found: Sequence[Found], chosen: Selection) -> str:
    if not found:
        warning = chosen.region.warning if chosen.region else ""
        return f"Er is geen bijeenkomst bekend die hieraan voldoet{warning}."
    inexact = sum(not one.has_day for one in found)
    many = "1 bijeenkomst" if len(found) == 1 else f"{len(found)} bijeenkomsten"
    return f"{many}; van {inexact} is de dag niet bekend." if inexact else f"{many}."
