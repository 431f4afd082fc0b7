"""What is near a thing, and why."""

from __future__ import annotations

from pydantic import Field

from queries.results.claims import Claim
from queries.results.shapes import Echo, Page, Position, Precision, Ref, Shape
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


class DistancePart(Shape):
    """What distance adds to a score; ``counted_km`` is the distance that it was reckoned by, null when unknown."""

    words: str
    value: float
    counted_km: float | None


class TiePart(Shape):
    """What a tie adds to a score: its part of the doubt that heavier ties leave.

    ``weight``: 0 to 1 by itself. ``degree``: how many links what is shared has, null for a direct link, of which only
    the heaviest adds anything.
    """

    words: str
    value: float
    weight: float
    degree: int | None
    direct: bool
    ended: bool


class Explanation(Shape):
    """A score taken apart: the values of ``distance`` and ``ties`` (heaviest first) add up to ``score`` exactly."""

    score: float
    distance: DistancePart
    ties: tuple[TiePart, ...]


class Neighbour(Shape):
    """An initiative that is near or tied. ``nearest`` is the origin that it is nearest to.

    ``precision``: how exactly the distance is known, by the less exact of its two ends; null when it is not known.
    ``last_seen``: when a source that speaks of it was last looked at, null when the question did not ask.
    ``explanation`` is null unless the question asked for it.
    """

    thing: Thing
    distance_km: float | None
    approximate: bool
    precision: Precision | None
    nearest: Ref | None
    score: float
    words: str
    form: str | None
    last_seen: str | None = None
    reasons: tuple[Reason, ...]
    explanation: Explanation | None = None


class Coverage(Shape):
    """How many initiatives there are, how many of them have a position, and how exact those positions are.

    ``precision`` counts the initiatives of which an address is known, no more than a place, or no more than a
    municipality.
    """

    initiatives: int
    with_position: int
    precision: dict[Precision, int] = Field(default_factory=dict)


class Near(Page):
    """Initiatives near a thing, by distance and ties; ``total`` counts those within the radius.

    ``beyond``: tied directly but farther. ``unplaced``: tied directly, position unknown. ``perhaps``: only the
    municipality is known, and it reaches farther than the radius. ``without_position``: how many initiatives no
    distance can be given of. ``forms`` counts the forms within the radius, "" for those of which none is known.
    ``heard`` says how an address, or a place that the graph does not hold, was understood; ``thing`` then is that
    place. ``message`` says in Dutch what stands in the way, if anything does.
    """

    thing: Thing
    origins: tuple[OriginPoint, ...]
    radius_km: float
    theme: Ref | None = None
    form: Echo | None = None
    fresh_since: str | None = None
    heard: Echo | None = None
    initiatives: tuple[Neighbour, ...]
    perhaps: tuple[Neighbour, ...] = ()
    beyond: tuple[Neighbour, ...]
    unplaced: tuple[Neighbour, ...]
    forms: dict[str, int] = Field(default_factory=dict)
    without_position: int
    coverage: Coverage
    message: Echo | None = None
    as_of: str | None = None
