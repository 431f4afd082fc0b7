"""From what rows say to readings of pages: one for each source address, with all claims of that address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import digest, host_of, key_of
from ingest.reading import Found
from ingest.register.said import Said
from ingest.shipped import supporting_claims
from queries.ledger.records import PageReading, PageRecord


def readings_of(said: Iterable[Said], reader: str, fetched: str) -> list[PageReading]:
    """One reading for each source, in the order of their keys; addresses of one Document are one source.

    A source was not read: it has no text here, and quotes are sentences made from rows.

    :param fetched: when the register was read, ISO 8601 in UTC.
    """
    addresses: dict[str, str] = {}
    by_page: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        for address in one.sources:
            page = key_of("Document", address)
            # The choice among spellings of one address must not hang on the order of the rows.
            addresses[page] = min(address, addresses.get(page, address))
            by_page[page].append(one)
    return [_reading(addresses[page], by_page[page], reader, fetched) for page in sorted(by_page)]


def empty_reading(address: str, reader: str, fetched: str) -> PageReading:
    """The reading of a source that the register does not name any more: it says nothing of it."""
    return _reading(address, (), reader, fetched)


def _reading(address: str, said: Sequence[Said], reader: str, fetched: str) -> PageReading:
    page = PageRecord(address, "", "", "", host_of(address), fetched, format="register", origin=Origin.REGISTER)
    claims = _each_once(_claim(one, page, reader) for one in said)
    version = _version(claims)
    places = {end for claim in claims for end in (claim.subject, claim.object) if end and end.kind == "Place"}
    found = (Found("Place", end.name, (), 1.0, qualifier=end.qualifier) for end in sorted(places, key=repr))
    return PageReading(page, reader, version, tuple(_dated(c, version) for c in claims), supporting_claims(found))


def _claim(said: Said, page: PageRecord, reader: str) -> Claim:
    evidence = Evidence(
        reader, "", said.sentence, -1, -1, said.confidence, said.stated, said.since, said.until
    )  # fmt: skip
    return Claim(
        page=page.key, subject=said.subject or End("Document", page.address), predicate=said.predicate,
        object=said.object, value=said.value, role=said.role, evidence=(evidence,), origin=Origin.REGISTER,
        host=page.host, fetched=page.fetched,
    )  # fmt: skip


def _each_once(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for one statement: of several rows the surest, then one with dates."""
    best: dict[str, Claim] = {}
    for claim in claims:
        known = best.get(claim.id)
        if known is None or _order(claim) < _order(known):
            best[claim.id] = claim
    return [best[id_] for id_ in sorted(best)]


def _order(claim: Claim) -> tuple[float, bool, bool, str]:
    evidence = claim.evidence[0]
    return -evidence.confidence, not evidence.stated, not (evidence.valid_from or evidence.valid_to), evidence.quote


def _version(claims: Sequence[Claim]) -> str:
    """A hash of all that the register says of this source: another row changes only the pages that it cites."""
    parts = (repr((claim.id, claim.subject, claim.object, claim.evidence[0])) for claim in claims)
    return digest("register", *parts)[:12]


def _dated(claim: Claim, version: str) -> Claim:
    return replace(claim, evidence=(replace(claim.evidence[0], version=version),))
