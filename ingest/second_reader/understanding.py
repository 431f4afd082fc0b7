"""From a page and a reply to what the ledger keeps of both readers: a pure function, for any process."""

from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from graph_model.errors import NotUnderstood
from graph_model.evidence import Claim
from ingest.claims import claims_of
from ingest.extract import read
from ingest.keeping import attempt
from ingest.page.model import Page
from ingest.placing import placed
from ingest.policy import admit
from ingest.reading import Reading
from ingest.second_reader.gate import Reason
from ingest.second_reader.reading import Together, together, version_of
from ingest.second_reader.reply import told_in
from ingest.shipped import supporting_claims
from ingest.understand import Understood, record_of
from queries.ledger.records import PageReading
from queries.ledger.replies import Reply


class Mode(StrEnum):
    """Who reads: the built-in reader, a language model, or both together."""

    BUILT_IN = "samenspel"
    MODEL = "model"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Both:
    """What a page says by a reply and the built-in reader; ``dropped`` counts what the gate did not let through."""

    understood: Understood
    dropped: Counter[Reason]


def read_together(page: Page, reply: str, version: str) -> Together:
    """Both readings of a page, their places told apart.

    :raises NotUnderstood: when the reply is none.
    """
    found = together(page, told_in(reply), placed(read(page)), version)
    return Together(found.first, placed(found.second), found.passed)


def attempt_both(page: Page, reply: str, version: str, mode: Mode, fetched: str) -> Both | str:
    """What a page says, or the trace when the reader fails on it."""
    try:
        return understand_both(page, reply, version, mode, fetched)
    except NotUnderstood:
        raise
    except Exception:  # noqa: BLE001  the outermost loop over pages: reported with the page, and the run goes on
        return traceback.format_exc()


def attempt_again(page: Page, reply: Reply, fetched: str, *, in_its_light: bool) -> Understood | str:
    """What a page says by a reply that is kept, to this version of both readers; the trace when one of them fails.

    :param in_its_light: whether our own reader reads in the light of the reply, or by itself beside it.
    """
    version = version_of(reply.model, reply.prompt)
    try:
        found = attempt_both(page, reply.text, version, Mode.BOTH if in_its_light else Mode.MODEL, fetched)
    except NotUnderstood:
        return attempt(page, fetched)
    if isinstance(found, str) or in_its_light:
        return found if isinstance(found, str) else found.understood
    alone = attempt(page, fetched)
    return alone if isinstance(alone, str) else replace(alone, beside=(found.understood.reading,))


def understand_both(page: Page, reply: str, version: str, mode: Mode, fetched: str) -> Both:
    """Read a page by a reply, leave out whom the graph does not take in, and make the claims of each reader.

    :param fetched: when its bytes were got, ISO 8601 in UTC.
    :raises NotUnderstood: when the reply is none.
    """
    found = read_together(page, reply, version)
    first = admit(found.first)
    # Whom our own reader knows in a private role only does not come in by another reader's word.
    second = admit(found.second, private=first.private)
    readings = (second,) if mode is Mode.MODEL else (first, second)
    made = [(one.reading, claims_of(page, one.reading, fetched)) for one in readings]
    pages = [_page_reading(page, reading, claims.claims, fetched) for reading, claims in made]
    understood = Understood(
        pages[0], tuple(dict.fromkeys(name for one in readings for name in one.left_out)),
        tuple(dict.fromkeys(told for _, claims in made for told in claims.rejected)), found.first.notes,
        tuple(pages[1:]),
    )  # fmt: skip
    return Both(understood, found.passed.dropped)


def _page_reading(page: Page, reading: Reading, claims: tuple[Claim, ...], fetched: str) -> PageReading:
    return PageReading(
        record_of(page, fetched), reading.reader, reading.version, claims, supporting_claims(reading.things)
    )
