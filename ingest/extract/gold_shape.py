"""A reading as one line of predictions: the shape in which annotated pages are scored, with quotes beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph_model.dates import SEASON_NAMES
from ingest.page.model import Page
from ingest.reading import Found, Reading, Statement

_LINE = 0.5
_SEASONS = tuple(f"-{season}" for season in SEASON_NAMES)


def as_line(
    page: Page, reading: Reading, document: str = "", *, published: Callable[[Reading, Statement], bool] | None = None,
    past: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """One page as ``{"document", "entities", "relations"}``; links that have ended stand in it only with ``past``."""
    shown = published or (lambda _, statement: statement.confidence >= _LINE)
    things = reading.things
    return {
        "document": document or page.address,
        "entities": [_entity(page, found) for found in things],
        "relations": [
            _relation(page, things, statement, shown(reading, statement))
            for statement in reading.statements
            if past or not has_ended(statement)
        ],
    }


def has_ended(statement: Statement) -> bool:
    """Whether the relation is over, roles excepted: such are not counted among what a page says of today."""
    return bool(statement.valid_to) and statement.predicate != "HAS_ROLE"


def _entity(page: Page, found: Found) -> dict[str, Any]:
    quote = found.mentions[0] if found.mentions else None
    return {
        "type": found.kind, "name": found.name, "aliases": list(found.aliases), "attributes": _attributes(found),
        "self": found.is_page, "quote": page.text[quote.start : quote.end] if quote else "",
        "start": quote.start if quote else -1, "end": quote.end if quote else -1, "confidence": found.confidence,
        "published": found.confidence >= _LINE,
    }  # fmt: skip


def _attributes(found: Found) -> dict[str, Any]:
    values = {p.field: p.value for p in reversed(found.properties)}  # of several values the first one counts
    if found.kind != "Event":
        return {field: value for field, value in values.items() if value}
    start, _, begins = _without_season(values.get("start", "")).partition("T")
    end, _, ends = _without_season(values.get("end", "")).partition("T")
    begins, ends = begins or found.clock[0], ends or found.clock[1]
    told = {
        "start_date": start, "end_date": end if end != start else "", "start_time": begins, "end_time": ends,
        "mode": values.get("mode", "unknown"),
    }  # fmt: skip
    return {field: value for field, value in told.items() if value}


def _without_season(date: str) -> str:
    """The year of a date such as ``2021-23`` (autumn, in EDTF): ISO, in which lines are scored, knows no seasons."""
    return date[:4] if date[4:] in _SEASONS else date


def _relation(page: Page, things: tuple[Found, ...], statement: Statement, published: bool) -> dict[str, Any]:
    subject, thing = things[statement.subject], things[statement.object]
    dates = {"valid_from": statement.valid_from, "valid_to": statement.valid_to}
    return {
        "subject": subject.name, "subject_type": subject.kind, "type": statement.predicate, "object": thing.name,
        "object_type": thing.kind, "role": statement.role,
        "quote": page.text[statement.quote.start : statement.quote.end],
        "start": statement.quote.start, "end": statement.quote.end, "confidence": statement.confidence,
        "published": published, **{name: date for name, date in dates.items() if date},
    }  # fmt: skip
