"""What is near a thing, and why."""

from __future__ import annotations

from queries.results.claims import Claim
from queries.results.shapes import Page, Position, Ref, Shape
from queries.results.things import Thing


class OriginPoint(Shape):
    """From where distances are measured: a thing (itself or a location of it) and its position."""

    thing: Ref
    position: Position


class Reason(Shape):
    """Why an initiative is tied: a Dutch sentence, the things along the way, how much it weighs, the quotes."""

    words: str
    weight: float
    path: tuple[Ref, ...]
    claims: tuple[Claim, ...] = ()


class Neighbour(Shape):
    """An initiative that is near or tied. ``nearest`` is the origin that it is nearest to."""

    thing: Thing
    distance_km: float | None
    approximate: bool
    nearest: Ref | None
    score: float
    words: str
    reasons: tuple[Reason, ...]


class Coverage(Shape):
    """How many initiatives there are, and how many of them have a position."""

    initiatives: int
    with_position: int


class Near(Page):
    """Initiatives near a thing, by distance and ties; ``total`` counts those within the radius.

    ``beyond``: tied directly but farther. ``unplaced``: tied directly, position unknown. ``without_position``: how many
    initiatives no distance can be given of. ``message`` says in Dutch what stands in the way, if anything does.
    """

    thing: Thing
    origins: tuple[OriginPoint, ...]
    radius_km: float
    theme: Ref | None = None
    initiatives: tuple[Neighbour, ...]
    beyond: tuple[Neighbour, ...]
    unplaced: tuple[Neighbour, ...]
    without_position: int
    coverage: Coverage
    message: str | None = None
    as_of: str | None = None
