"""How two things are linked."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from queries.results.claims import Claim
from queries.results.shapes import Ref, Shape
from queries.results.things import Link


class Step(Link):
    """A step of a path: ``here`` is where it leaves from, ``other`` where it arrives."""

    here: Ref


class Path(Shape):
    """A way from the one thing to the other; ``score`` between 0 and 1, higher when its ties are closer."""

    length: int
    score: float
    words: str
    steps: tuple[Step, ...]


class Nearest(Shape):
    """What two things share though no tie joins them: a place, a page that names both, or a distance."""

    by: Literal["place", "page", "distance", "other"]
    words: str
    through: Ref | None = None
    distance_km: float | None = None
    claims: tuple[Claim, ...] = ()


class Why(Shape):
    """How two things are linked; without a path ``message`` says so and ``nearest`` what comes closest."""

    origin: Ref = Field(alias="from")
    target: Ref = Field(alias="to")
    paths: tuple[Path, ...]
    message: str
    nearest: tuple[Nearest, ...] = ()
    as_of: str | None = None
    version: int
