"""Gatherings in time: the agenda, the same as a calendar (iCal), and who meets whom there."""

from queries.events.agenda import DEFAULT_LIMIT, Wanted, agenda

__all__ = ["DEFAULT_LIMIT", "Wanted", "agenda"]
