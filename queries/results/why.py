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
    """A way from the one thing to the other; ``score`` between 0 and 1, higher when its ties are closer.

    ``weak`` says in Dutch why the way says little, the worst first; empty when it says enough.
    """

    length: int
    score: float
    words: str
    weak: tuple[str, ...] = ()
    steps: tuple[Step, ...]


class Nearest(Shape):
    """What two things share though no tie joins them: a subject, a place, a page that names both, or a distance."""

    by: Literal["theme", "place", "page", "distance", "other"]
    words: str
    through: Ref | None = None
    distance_km: float | None = None
    claims: tuple[Claim, ...] = ()


class Why(Shape):
    """How two things are linked; without a path ``message`` says so and ``nearest`` what comes closest.

    ``through``: the kinds that ways were allowed to go through although they tie nothing. ``only_weak``: there are
    ways, and each says little. ``cut_off``: there was more than is looked at, so a closer way may be missing.
    """

    origin: Ref = Field(alias="from")
    target: Ref = Field(alias="to")
    paths: tuple[Path, ...]
    message: str
    through: tuple[str, ...] = ()
    only_weak: bool = False
    cut_off: bool = False
    nearest: tuple[Nearest, ...] = ()
    as_of: str | None = None
    version: int
