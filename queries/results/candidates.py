"""Claims that wait for somebody's yes or no."""

from __future__ import annotations

from queries.results.claims import Claim
from queries.results.shapes import Page, Shape
from queries.results.things import Thing


class CandidateEnd(Shape):
    """One end of a candidate, as the page writes it; ``id`` is null while nothing sure is known of it."""

    id: str | None
    kind: str
    name: str


class Candidate(Shape):
    """What a page seems to say, too unsure to be shown; for a field ``object`` is null and ``value`` what it says."""

    words: str
    kind: str
    role: str
    subject: CandidateEnd
    object: CandidateEnd | None
    value: str | None
    claim: Claim


class Candidates(Page):
    """What waits, the surest first; ``about`` is the thing that was asked about, if any."""

    about: Thing | None
    items: tuple[Candidate, ...]


class Correction(Shape):
    """What somebody ruled on a claim: ``verdict`` is confirmed, refused, replaced or undone."""

    claim: str
    verdict: str
    words: str
    replacement: str | None
