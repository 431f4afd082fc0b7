"""What is missing between initiatives, and where the network hangs on one person, organisation or link."""

from __future__ import annotations

from queries.results.claims import Claim
from queries.results.regions import RegionRef
from queries.results.shapes import Ref, Shape
from queries.results.things import Link


class Gap(Shape):
    """Two initiatives with the same themes and in the same area, and no link between them.

    ``area`` is the municipality or place that they share; ``through`` are people, organisations and gatherings that
    both are linked to all the same. ``claims`` hold the quotes that say of either which theme it is about.
    """

    a: Ref
    b: Ref
    themes: tuple[Ref, ...]
    area: str
    through: tuple[Ref, ...]
    words: str
    claims: tuple[Claim, ...]


class MissingTheme(Shape):
    """A theme without initiatives; ``elsewhere`` counts those outside the region, ``subjects`` what is about it."""

    theme: Ref
    elsewhere: int
    subjects: int
    words: str


class Part(Shape):
    """What would hang together still: how many things, and the best linked of them."""

    size: int
    members: tuple[Ref, ...]


class CutPoint(Shape):
    """A person or organisation whose loss would cut the network; ``loose`` things would lose touch with the rest.

    ``parts`` are what it falls apart into, the largest first; ``links`` are its links to each of them, with quotes.
    """

    thing: Ref
    loose: int
    parts: tuple[Part, ...]
    links: tuple[Link, ...]
    words: str


class Bridge(Shape):
    """Two things of which the links alone join two parts of the network, with quotes."""

    a: Ref
    b: Ref
    loose: int
    parts: tuple[Part, ...]
    links: tuple[Link, ...]
    words: str


class GapCoverage(Shape):
    """Of how many initiatives both a theme and a place is known: of the others no pair can be told."""

    initiatives: int
    with_theme: int
    with_theme_and_place: int


class Gaps(Shape):
    """What is missing and who bridges; each list with how many there are in all."""

    pairs: tuple[Gap, ...]
    pairs_total: int
    themes: tuple[MissingTheme, ...]
    themes_total: int
    cut_points: tuple[CutPoint, ...]
    cut_points_total: int
    bridges: tuple[Bridge, ...]
    bridges_total: int
    coverage: GapCoverage
    region: RegionRef | None = None
    as_of: str | None = None
    message: str
    version: int
