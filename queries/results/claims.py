"""What one source says, with the words that say it and the document that they stand in."""

from __future__ import annotations

from queries.results.shapes import Shape


class DocumentRef(Shape):
    """The source of a claim."""

    id: str
    title: str
    url: str
    published: str | None = None
    fetched: str | None = None


class Claim(Shape):
    """What one source says, with the words that say it.

    ``start`` and ``end`` are null for a source without stored text; ``note`` then says that the quote is not literal.
    """

    id: str
    quote: str
    start: int | None
    end: int | None
    document: DocumentRef
    by: str
    stated: bool
    confidence: float
    first_seen: str | None
    last_seen: str | None
    origin: str
    valid_from: str | None = None
    valid_to: str | None = None
    retired: bool = False
    note: str | None = None
