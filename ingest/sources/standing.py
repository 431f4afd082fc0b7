"""The described sources and how they stand: what is expected of each, and what it gave the last time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import Field

from ingest.sources.bundled import described, described_names
from ingest.sources.description import PAGES, Bounds, SourceOf
from queries.results import Shape

if TYPE_CHECKING:
    from ingest.fetch.snapshots import LastRun


class Expected(Shape):
    """How many are expected, and whether so many were found; null when there was no run or no bound."""

    min: int
    max: int | None
    found: int | None
    holds: bool | None


class LastTime(Shape):
    """What a source gave the last time: how many pages, how many things of each kind, what was not expected."""

    at: str
    run: str
    pages: int
    found: dict[str, int] = Field(default_factory=dict)
    unexpected: tuple[str, ...] = ()


class SourceStanding(Shape):
    """A described source. One that was described by a file of the user's own is known by its last run only."""

    name: str
    title: str
    bundled: bool
    start: tuple[str, ...] = ()
    pause: float | None = None
    grace: int | None = None
    leaves: bool | None = None
    expected: dict[str, Expected] = Field(default_factory=dict)
    last: LastTime | None = None


class SourceStandings(Shape):
    """All described sources, by name; ``next`` and ``version`` are there because every list has them."""

    items: tuple[SourceStanding, ...]
    total: int
    next: int | None = None
    version: int | None = None


def standings(last_runs: Mapping[str, LastRun]) -> SourceStandings:
    """How all described sources stand, given what became of each the last time."""
    names = sorted({*described_names(), *last_runs})
    items = tuple(_standing(name, last_runs.get(name)) for name in names)
    return SourceStandings(items=items, total=len(items))


def _standing(name: str, last: LastRun | None) -> SourceStanding:
    told = last and LastTime(
        at=last.at, run=last.run, pages=last.pages, found=dict(last.found), unexpected=last.unexpected
    )  # fmt: skip
    if name not in described_names():
        return SourceStanding(name=name, title=last.title if last else name, bundled=False, last=told)
    source = described(name)
    return SourceStanding(
        name=name, title=source.title, bundled=True, start=source.start, pause=source.pause, grace=source.grace,
        leaves=source.leaves, expected=_expected(source, last), last=told,
    )  # fmt: skip


def _expected(source: SourceOf, last: LastRun | None) -> dict[str, Expected]:
    found = None if last is None else {PAGES: last.pages, **last.found}
    return {
        kind: _held(bounds, None if found is None else found.get(kind, 0)) for kind, bounds in source.expected.items()
    }


def _held(bounds: Bounds, found: int | None) -> Expected:
    return Expected(
        min=bounds.min, max=bounds.max, found=found, holds=None if found is None else bounds.hold(found)
    )  # fmt: skip
