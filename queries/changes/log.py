"""The ledger's log read backwards: what each run since a moment did to claims, latest run first."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_model.evidence import Origin
from graph_model.projection.said import Said
from queries.engine.base import Reading
from queries.ledger.graph_store import in_batches
from queries.ledger.rows import NULLABLE, said_of_row
from queries.results.changes import Cause

Row = dict[str, Any]
_BY_HAND_OR_REGISTER = frozenset((Origin.REGISTER.value, Origin.PERSON.value))


@dataclass(frozen=True, slots=True)
class Turn:
    """What one run did to one claim: as it was and as it became, None where it was not live.

    ``page_gone``: whether the page of the claim was gone after the run; ``page_new``: whether it was not known before.
    """

    id: str
    before: Said | None
    after: Said | None
    cause: Cause
    page_gone: bool
    page_new: bool


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run did. ``at`` is when it began, ISO 8601 in UTC."""

    run: str
    at: str
    turns: tuple[Turn, ...]


def log_since(reading: Reading, since: datetime) -> list[Ran]:
    """The runs that began at this moment or later and changed any claim, latest first."""
    runs = {row["id"]: row for row in reading.ask("changes/runs_since", since=since)}
    by_run: dict[str, list[Row]] = defaultdict(list)
    for batch in in_batches(sorted(runs)):
        for row in reading.ask("changes/of_runs", runs=batch):
            by_run[row["run"]].append({**row, "before": json.loads(row["before"])})
    changes = [row for rows in by_run.values() for row in rows]
    claims = _claims(reading, {id_ for row in changes for id_ in row["before"]["claims"]})
    pages = _pages(reading, {row["page"] for row in changes})
    latest_first = sorted(by_run, key=lambda run: -max(row["number"] for row in by_run[run]))
    ran = []
    for run in latest_first:
        told = tuple(_undone(by_run[run], runs[run]["command"], claims, pages))
        ran.append(Ran(run, runs[run]["started"].isoformat(), told))
    return [one for one in ran if one.turns]


def _claims(reading: Reading, ids: Iterable[str]) -> dict[str, Row]:
    found = {}
    for batch in in_batches(sorted(ids)):
        for row in reading.ask("ledger/claims_by_id", ids=batch):
            found[row["claim"]["id"]] = {**NULLABLE, **row["claim"]}
    return found


def _pages(reading: Reading, ids: Iterable[str]) -> dict[str, Row | None]:
    found: dict[str, Row | None] = {}
    for batch in in_batches(sorted(ids)):
        found |= {row["id"]: row for row in reading.ask("changes/pages", ids=batch)}
    return found


def _undone(changes: list[Row], command: str, claims: dict[str, Row], pages: dict[str, Row | None]) -> Iterator[Turn]:
    """What a run did; puts claims and pages back as they were before it."""
    claims_after: dict[str, Row | None] = {}
    pages_after: dict[str, Row | None] = {}
    for change in sorted(changes, key=lambda row: -row["number"]):
        pages_after.setdefault(change["page"], pages.get(change["page"]))
        pages[change["page"]] = change["before"]["page"]
        for id_, was in change["before"]["claims"].items():
            claims_after.setdefault(id_, claims.get(id_))
            if was is None:
                claims.pop(id_, None)
            else:
                claims[id_] = was
    for id_, after in sorted(claims_after.items()):
        before = claims.get(id_)
        row = after or before
        if row is not None:
            page = row["page"]
            cause = _cause(command, pages[page], pages_after[page], before, after)
            gone = bool((pages_after[page] or {}).get("gone"))
            yield Turn(id_, _said(before), _said(after), cause, gone, pages[page] is None)


def _said(row: Mapping[str, Any] | None) -> Said | None:
    return said_of_row(row) if row and not row["retired"] else None


def _cause(
    command: str, page_before: Row | None, page_after: Row | None, before: Row | None, after: Row | None
) -> Cause:
    """A reader changed what a page says when the page itself is as it was, and no register or person spoke."""
    taken_back = after is not None and after["retired"] and after["origin"] == Origin.PERSON
    if command == "undo" or taken_back:
        return "person"
    if page_before is None or page_after is None:
        return "world"
    if any(page_before[name] != page_after[name] for name in ("fingerprint", "gone")):
        return "world"
    origins = {row["origin"] for row in (before, after) if row}
    return "world" if origins & _BY_HAND_OR_REGISTER else "reader"
