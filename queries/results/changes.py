"""What changed since a day."""

from __future__ import annotations

from typing import Literal

from queries.results.candidates import CandidateEnd
from queries.results.claims import Claim
from queries.results.shapes import Page, Shape

Cause = Literal["world", "reader", "person"]
What = Literal[
    "joined", "left", "appointed", "resigned", "renamed", "merged", "moved", "closed", "new", "lapsed", "ended",
    "changed", "decided",
]  # fmt: skip


class Change(Shape):
    """One thing that changed, as a Dutch sentence with what it rests on.

    ``cause``: the world (a page says something else, or is gone), a new version of the reader, or a person who ruled
    or took a run back. For a link ``object`` is its other end; for a field ``before`` and ``after`` are the values
    shown. ``claims`` hold what said so: of what lapsed, the claims as they were last.
    """

    at: str
    run: str | None
    cause: Cause
    what: What
    kind: str
    role: str
    words: str
    subject: CandidateEnd
    object: CandidateEnd | None
    before: str | None = None
    after: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    claims: tuple[Claim, ...]
    claim_count: int


class Changes(Page):
    """What changed since a day, latest first. ``counts`` holds how many changes there are of each sort."""

    since: str
    items: tuple[Change, ...]
    counts: dict[str, int]
