"""A few pages that were read, into the graph: what they say, and that the others are as they were."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from time import monotonic

from ingest.page.model import Page
from ingest.report import Tally
from ingest.understand import Understood, understand
from queries import Graph
from queries.ledger.pages import check, record
from queries.ledger.records import Outcome


@dataclass(frozen=True, slots=True)
class Batch:
    """A few pages that were read: what they say, and the addresses of those that are the same as last time.

    ``erased``: the erased names that were covered before they were read.
    """

    understood: tuple[Understood, ...]
    same: frozenset[str]
    fetched: str
    erased: frozenset[str] = frozenset()


def attempt(page: Page, fetched: str) -> Understood | str:
    """What the page says, or the trace when the reader fails on it: a pure function, for any process."""
    try:
        return understand(page, fetched)
    except Exception:  # noqa: BLE001  the outermost loop over pages: reported with the page, and the run goes on
        return traceback.format_exc()


def settled(found: Understood | str | None, name: str, tally: Tally) -> Understood | None:
    """What a page says, counted; None, and reported, when the reader failed on it; None for one that is not read."""
    if found is None:
        return None
    if isinstance(found, str):
        tally.fault(name, found)
        return None
    tally.understood(name, found)
    return found


def understood(page: Page, name: str, tally: Tally, fetched: str) -> Understood | None:
    """What the page says; None, and reported, when the reader fails on it."""
    return settled(attempt(page, fetched), name, tally)


def keep(graph: Graph, batch: Batch, run: str, tally: Tally) -> float:
    """Keep what was read; gives how long that took, in seconds."""
    began = monotonic()
    if batch.understood:
        readings = [(n, one) for found in batch.understood for n, one in enumerate((found.reading, *found.beside))]
        outcomes = record(graph, [replace(reading, erased=batch.erased) for _, reading in readings], run)
        for (number, _), outcome in zip(readings, outcomes, strict=True):
            tally.beside(outcome) if number else tally.kept(outcome)
    if batch.same:
        check(graph, batch.same, batch.fetched)
        tally.count(Outcome.UNCHANGED, len(batch.same))
    return monotonic() - began
