"""How much there is, how fresh, how well read."""

from __future__ import annotations

from queries.results.shapes import Shape


class Counts(Shape):
    """How much there is. ``pages`` were read, ``sources`` holds registers and place lists besides.

    ``claims`` are live, ``candidates`` are those of them that wait below the line.
    """

    things: dict[str, int]
    links: dict[str, int]
    pages: int
    sources: int
    claims: int
    candidates: int


class Freshness(Shape):
    """How fresh: when a page was last read or found unchanged, and the dates of publication."""

    last_read: str | None
    last_checked: str | None
    newest_published: str | None
    oldest_published: str | None


class ReadingQuality(Shape):
    """How well the pages were read: ``pages_without_things`` are pages of which nothing was understood."""

    pages_gone: int
    pages_without_things: int
    hosts: int
    initiatives_without_position: int
    links_with_one_source: int


class Overview(Shape):
    """How much there is, how fresh, how well read."""

    counts: Counts
    freshness: Freshness
    reading: ReadingQuality
    version: int
