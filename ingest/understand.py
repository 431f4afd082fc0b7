"""From a page to what the ledger keeps of it: a pure function, so that it can run in any process and in any order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph_model.keys import host_of
from ingest.claims import claims_of
from ingest.extract import read
from ingest.page.model import Page
from ingest.page.shape import shape_of
from ingest.placing import placed
from ingest.policy import admit
from ingest.shipped import supporting_claims
from queries.ledger.records import PageReading, PageRecord


@dataclass(frozen=True, slots=True)
class Understood:
    """What goes into the ledger, and for the report: who stays out, what has no place, what was not clear.

    ``beside`` is what further readers say of the same page.
    """

    reading: PageReading
    left_out: tuple[str, ...]
    rejected: tuple[str, ...]
    notes: tuple[str, ...]
    beside: tuple[PageReading, ...] = ()

    def marked(self, mark: str) -> Understood:
        """The same, with the mark of the bytes that its page was made of."""
        return replace(self, reading=replace(self.reading, page=replace(self.reading.page, mark=mark)))


def understand(page: Page, fetched: str) -> Understood:
    """Read a page, leave out whom the graph does not take in, and make its claims.

    :param fetched: when its bytes were got, ISO 8601 in UTC.
    """
    reading = placed(read(page))
    admission = admit(reading)
    claimed = claims_of(page, admission.reading, fetched)
    return Understood(
        PageReading(
            record_of(page, fetched), reading.reader, reading.version, claimed.claims,
            supporting_claims(admission.reading.things),
        ),
        admission.left_out, claimed.rejected, reading.notes,
    )  # fmt: skip


def record_of(page: Page, fetched: str) -> PageRecord:
    """The page as the ledger stores it."""
    return PageRecord(
        address=page.address, title=page.title, text=page.text, fingerprint=page.fingerprint,
        host=host_of(page.address), fetched=fetched, published=page.published or "", language=page.language,
        format=page.format, shape=shape_of(page),
    )  # fmt: skip
