"""What a text says of a time of day, and what that time is for."""

from __future__ import annotations

from enum import StrEnum

from graph_model.values import value


class TimeRole(StrEnum):
    """What a time is for."""

    PROGRAMME = "programme"
    WALK_IN = "walk_in"  # doors open, coffee is ready: not the start of the programme
    END = "end"  # only an end is given: "tot 17.00 uur", "sluit om half zes"
    OPENING_HOURS = "opening_hours"  # when somebody can be called or a desk is open: no event
    POSTED = "posted"  # when the page was made


@value(frozen=True, slots=True)
class TimeMention:
    """A time that stands at ``text[start:end]``; ``begins`` and ``ends`` are HH:MM, or empty when not given."""

    start: int
    end: int
    begins: str
    ends: str
    role: TimeRole
