"""Gatherings in time: when and where, who has a part in them, and who meets whom."""

from __future__ import annotations

from typing import Literal

from queries.results.claims import Claim
from queries.results.regions import Period, RegionRef
from queries.results.shapes import Page, Ref, Shape


class Part(Shape):
    """Who or what has a part in a gathering, and how: ``words`` read from the gathering (georganiseerd door)."""

    thing: Ref
    kind: str
    words: str
    role: str


class Gathering(Ref):
    """A gathering. ``start`` and ``end`` are EDTF as far as they are known, null where they are not at all.

    ``precision`` says how well the start is known; ``when`` is the same in Dutch words. ``claims`` hold the quotes that
    say when it is, or else that it is.
    """

    start: str | None
    end: str | None
    precision: Literal["minute", "day", "month", "season", "year", "unknown"]
    when: str
    status: Literal["announced", "held", "moved", "cancelled"] | None
    mode: Literal["online", "in_person", "hybrid", "unknown"] | None
    past: bool
    venue: str | None
    address: str | None
    url: str | None
    places: tuple[Ref, ...]
    distance_km: float | None
    parts: tuple[Part, ...]
    themes: tuple[Ref, ...]
    series: tuple[Ref, ...]
    claims: tuple[Claim, ...]


class Meeting(Shape):
    """Two that had a part in the same gatherings: how often, at which, and the same in a Dutch sentence."""

    a: Ref
    b: Ref
    times: int
    gatherings: tuple[Ref, ...]
    words: str


class Agenda(Page):
    """Gatherings: those to come first, soonest first, then those past, latest first, then those without any date.

    ``meetings`` are the pairs that meet most at the gatherings that were asked for; ``meetings_total`` counts all.
    ``undated`` is how many of them have no date at all, and ``inexact`` how many have no day, so that neither stands
    in a calendar.
    """

    items: tuple[Gathering, ...]
    meetings: tuple[Meeting, ...]
    meetings_total: int
    undated: int
    inexact: int
    period: Period | None = None
    theme: Ref | None = None
    organisation: Ref | None = None
    region: RegionRef | None = None
    near: Ref | None = None
    radius_km: float | None = None
    message: str
