"""Gatherings that a page goes on to call by their day: ``Op 18 maart waren we te gast …``."""

from __future__ import annotations

import re

from ingest.extract.kinds import Thing
from ingest.extract.structure import Sheet
from ingest.extract.words import MONTH

_DAY = re.compile(rf"\b(\d{{1,2}}) ({MONTH})(?: (\d{{4}}))?", re.IGNORECASE)


def add_dated_mentions(sheet: Sheet, things: list[Thing]) -> None:
    """Adds to each gathering with a day in its name the places where only that day is said."""
    days: dict[tuple[str, str], list[Thing]] = {}
    for thing in things:
        if thing.kind == "Event" and "event" in thing.forms:
            for match in {_DAY.search(name) for name in thing.names} - {None}:
                assert match is not None
                days.setdefault((match[1], match[2].lower()), []).append(thing)
    if not days:
        return
    said = [f"{day} {month}" for day, month in days]
    for line in sheet.order:
        if line.posted or line.block.kind in ("title", "taxonomy"):
            continue
        if not any(map(line.block.text.lower().__contains__, said)):
            continue
        for match in _DAY.finditer(line.block.text):
            meant = days.get((match[1], match[2].lower()), [])
            i, j = line.token_at(match.start()), line.token_at(match.end() - 1) + 1
            if len(meant) == 1 and not any(a == line.index and x <= i < y for a, x, y in meant[0].spots):
                meant[0].spots = sorted({*meant[0].spots, (line.index, i, j)})
