"""What goes into the ledger and what comes back of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph_model.evidence import Claim, Origin
from graph_model.keys import key_of


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page as it is stored: its masked text and where it comes from. ``fetched`` is ISO 8601 in UTC.

    ``shape`` says without words how it was laid out, for whoever reads the stored text again; empty: the text tells.
    ``mark`` knows the very bytes again that it was made of; empty: unknown.
    """

    address: str
    title: str
    text: str
    fingerprint: str
    host: str
    fetched: str
    published: str = ""
    language: str = "nl"
    format: str = "text"
    origin: Origin = Origin.PAGE
    shape: str = ""
    mark: str = ""

    @property
    def key(self) -> str:
        """The key of the page's Document, which is also the id of the stored page."""
        return key_of("Document", self.address)


@dataclass(frozen=True, slots=True)
class PageReading:
    """What one reader says of one page.

    ``supporting`` are claims of shipped data (the gazetteer) that this page calls for: added, never retired by it.
    ``erased`` are the erased names that were covered before it was read: those need not be looked for again.
    """

    page: PageRecord
    reader: str
    version: str
    claims: tuple[Claim, ...]
    supporting: tuple[Claim, ...] = ()
    erased: frozenset[str] = frozenset()


class Outcome(StrEnum):
    """What became of a page."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OLDER = "older"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    MISSING = "missing"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of one page, with the number of claims that came, changed and went."""

    page: str
    address: str
    outcome: Outcome
    added: int = 0
    updated: int = 0
    retired: int = 0


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run: what was asked, when, and what it did. ``undoes`` is the run that it took back, or empty."""

    id: str
    command: str
    arguments: tuple[str, ...]
    started: str
    ended: str
    status: str
    counts: Mapping[str, int] = field(default_factory=dict)
    undoes: str = ""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What taking back a run did: the pages put back as they were, and those that a later run has changed since."""

    run: str
    restored: tuple[PageOutcome, ...]
    kept: tuple[str, ...]
