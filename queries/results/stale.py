"""What nobody saw or confirmed for long."""

from __future__ import annotations

from queries.results.shapes import Page, Ref, Shape
from queries.results.things import Link


class StaleLink(Shape):
    """A link that was not seen or confirmed for long, from ``here``; its ``last_seen`` says since when."""

    here: Ref
    link: Link


class Stale(Page):
    """Links not seen or confirmed since a moment (``months`` ago), longest ago first."""

    months: int
    since: str
    items: tuple[StaleLink, ...]
