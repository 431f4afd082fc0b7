"""Initiatives by themes: the table, how much of it is known, and which themes go together."""

from __future__ import annotations

from queries.results.claims import Claim
from queries.results.regions import Period, RegionRef
from queries.results.shapes import Ref, Shape


class ThemeCount(Ref):
    """A theme: how many initiatives within what was asked, by how many documents and claims.

    ``elsewhere`` counts the initiatives outside the region.
    """

    initiatives: int
    documents: int
    claims: int
    elsewhere: int


class ThemedInitiative(Ref):
    """An initiative, where it is at home, and how many themes; ``known`` is false where no source names any.

    That is not the same as none: a source that names themes of it, but not this one, leaves a square out of ``cells``
    while ``known`` is true.
    """

    places: tuple[str, ...]
    themes: int
    known: bool


class Cell(Shape):
    """One square of the table, by ids. ``documents`` are the different pages and register rows that say it.

    ``own``: said of the initiative itself, and not only of a gathering or document in which it has a part.
    """

    theme: str
    initiative: str
    documents: int
    claims: int
    own: bool


class ThemeCoverage(Shape):
    """What the table rests on: ``pages`` were read, ``sources`` are all that count, rows of registers too.

    ``initiatives_without_theme`` are unknown, not without themes. ``initiatives_without_place`` lie in no region as
    far as is known; ``undated`` is what a period leaves out because nobody says when it was.
    """

    pages: int
    sources: int
    initiatives_without_theme: int
    initiatives_without_place: int
    undated: int


class Lift(Shape):
    """Two themes that go together; ``trusted`` is false where fewer than five would be expected by chance."""

    a: Ref
    b: Ref
    together: int
    expected: float
    lift: float
    trusted: bool
    words: str


class ThemeEvidence(Shape):
    """Why an initiative counts for the theme that was asked about: a sentence with its quotes."""

    initiative: Ref
    words: str
    claims: tuple[Claim, ...]


class Themes(Shape):
    """Initiatives by themes. ``initiatives`` counts those within what was asked; ``rows`` lists them by name.

    ``themes`` comes with most initiatives first, those that have none here at the end. ``lift_total`` counts all pairs,
    also those that are not listed; ``evidence`` is given when one theme is asked about.
    """

    themes: tuple[ThemeCount, ...]
    initiatives: int
    rows: tuple[ThemedInitiative, ...]
    cells: tuple[Cell, ...]
    coverage: ThemeCoverage
    lift: tuple[Lift, ...]
    lift_total: int
    theme: Ref | None = None
    evidence: tuple[ThemeEvidence, ...] = ()
    region: RegionRef | None = None
    period: Period | None = None
    as_of: str | None = None
    message: str
    version: int
