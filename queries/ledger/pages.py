"""Pages into the ledger and out of it, with the graph that follows, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph_model.evidence import REGISTER_READER, Claim, End, Origin
from graph_model.keys import key_of
from graph_model.projection.given import Given
from graph_model.projection.said import echoes
from queries.engine.base import Graph, Reading, Writing
from queries.ledger import place_list
from queries.ledger.draft import Draft, instant
from queries.ledger.forgetting import Forgetting
from queries.ledger.given import given_of
from queries.ledger.merging import Counts, Source, merge, unique
from queries.ledger.records import Outcome, PageOutcome, PageReading, PageRecord
from queries.ledger.reproject import reproject
from queries.ledger.rows import Row, claim_row
from queries.ledger.suppressions import erased_in
from queries.masking import KeyedNames, names_in


def record(graph: Graph, readings: Sequence[PageReading], run: str) -> list[PageOutcome]:
    """Store what readers say of pages, wholly or not at all, and redraw what it touches of the graph.

    An older version of a page than the one stored is left alone; an equal one read by an equal reader only counts as
    looked at. Names that were erased are covered here, whoever comes in with them; a page whose address holds one is
    not stored. Returns after the commit, one outcome a reading in their order.

    :raises NotAllowed: without the secret that this graph was made with.
    """
    given = given_of(graph)

    def work(tx: Writing) -> list[PageOutcome]:
        draft = Draft(tx)
        outcomes = take_in(draft, readings, erased_in(tx, given))
        commit(draft, run, given)
        return outcomes

    return graph.change(work)


def take_in(draft: Draft, readings: Sequence[PageReading], erased: KeyedNames) -> list[PageOutcome]:
    """Put what readers say of pages into a draft, without erased names: one outcome a reading in their order."""
    let_in = [_without(erased, reading) for reading in readings]
    draft.load(reading.page.key for reading in let_in if reading)
    outcomes = [_record_page(draft, kept) if kept else PageOutcome("", "", Outcome.FORGOTTEN) for kept in let_in]
    _support(draft, (claim for reading in let_in if reading for claim in reading.supporting))
    _support(draft, place_list.claims_for(draft.tx, _named(let_in)))
    return outcomes


def _named(readings: Iterable[PageReading | None]) -> Iterator[End]:
    """What pages name; the list of places makes its own claims."""
    for reading in readings:
        if reading and reading.page.key != place_list.KEY:
            for claim in reading.claims:
                yield claim.subject
                if claim.object:
                    yield claim.object


def _without(erased: KeyedNames, reading: PageReading) -> PageReading | None:
    """A reading without the names that were erased before, or while, it was made; None when it may not be stored."""
    if erased.digests <= reading.erased:
        return None if names_in(reading.page.address, erased) else reading
    return Forgetting(erased).reading(reading)


def withdraw(graph: Graph, address: str, run: str, at: str) -> PageOutcome:
    """Retire all claims of a page that is gone. ``at`` is ISO 8601 in UTC."""
    given = given_of(graph)

    def work(tx: Writing) -> PageOutcome:
        draft = Draft(tx)
        outcome = let_go(draft, address, at)
        commit(draft, run, given)
        return outcome

    return graph.change(work)


def let_go(draft: Draft, address: str, at: str) -> PageOutcome:
    """Retire all claims of a page in a draft; a page that is not there counts as missing."""
    key = key_of("Document", address)
    draft.load([key])
    page = draft.page(key)
    if page is None or page["gone"]:
        return PageOutcome(key, address, Outcome.MISSING)
    live = [row for row in draft.claims_of(key) if not row["retired"]]
    for row in live:
        draft.put_claim({**row, "retired": True, "last_seen": page["checked"].isoformat()})
    draft.put_page({**page, "gone": True, "checked": instant(at)})
    return PageOutcome(key, page["address"], Outcome.WITHDRAWN, retired=len(live))


def unchanged(graph: Graph, wanted: Mapping[str, tuple[str, str, str]]) -> set[str]:
    """The addresses of pages whose text and reader are as they were: given are (fingerprint, reader, version)."""
    by_key = {key_of("Document", address): address for address in wanted}

    def question(tx: Reading) -> set[str]:
        same = set()
        for row in tx.ask("ledger/unchanged", ids=sorted(by_key)):
            fingerprint, reader, version = wanted[by_key[row["id"]]]
            if row["fingerprint"] == fingerprint and json.loads(row["readers"]).get(reader) == version:
                same.add(by_key[row["id"]])
        return same

    return graph.answer(question)


def stands(graph: Graph, address: str) -> bool:
    """Whether a page was read and is not gone."""
    rows = graph.answer(lambda tx: tx.ask("ledger/unchanged", ids=[key_of("Document", address)]))
    return bool(rows)


def addresses_read_by(graph: Graph, reader: str) -> dict[str, bool]:
    """The addresses of all pages that a reader said something of, and whether no other reader did."""

    def question(tx: Reading) -> dict[str, bool]:
        rows = tx.ask("ledger/pages_read_by", reader=json.dumps(reader))
        return {row["address"]: list(json.loads(row["readers"])) == [reader] for row in rows}

    return graph.answer(question)


def check(graph: Graph, addresses: Iterable[str], at: str) -> None:
    """Note that pages were looked at and had not changed. ``at`` is ISO 8601 in UTC."""
    ids = sorted(key_of("Document", address) for address in addresses)
    if ids:
        graph.change(lambda tx: tx.ask("ledger/save_checked", ids=ids, at=instant(at)))


def commit(draft: Draft, run: str, given: Given) -> None:
    """Write what a draft holds, keep how it was, and redraw the graph: the end of every change of pages."""
    settle_echoes(draft)
    changes = draft.changes()
    draft.remember(run, draft.tx.version)
    draft.write()
    if changes:
        reproject(draft.tx, changes, given)


def _record_page(draft: Draft, reading: PageReading) -> PageOutcome:
    page = reading.page
    stored = draft.page(page.key)
    if stored is None:
        counts = merge(draft, _source(page, page.fetched), reading.reader, reading.claims)
        draft.put_page(_page_row(page, {reading.reader: reading.version}))
        return _outcome(page, Outcome.NEW, counts)
    was_read = stored["origin"] != Origin.REGISTER.value
    if page.origin is Origin.REGISTER and was_read and not stored["gone"]:
        return _record_beside(draft, reading, stored)
    if stored["fetched"] > instant(page.fetched) and (was_read or page.origin is Origin.REGISTER):
        return PageOutcome(page.key, page.address, Outcome.OLDER)
    readers: dict[str, str] = json.loads(stored["readers"])
    same_text = stored["fingerprint"] == page.fingerprint and not stored["gone"]
    if same_text and readers.get(reading.reader) == reading.version:
        draft.put_page({**stored, "checked": instant(page.fetched)})
        return PageOutcome(page.key, page.address, Outcome.UNCHANGED)
    kept = {name: v for name, v in readers.items() if same_text or name.startswith(REGISTER_READER)}
    lapsed = readers.keys() - kept.keys()
    counts = merge(draft, _source(page, page.fetched), reading.reader, reading.claims, lapsed)
    looked_at = max(stored["checked"], instant(page.fetched))
    row = _page_row(page, {**kept, reading.reader: reading.version})
    draft.put_page({**row, "echo": stored["echo"], "checked": looked_at})
    return _outcome(page, Outcome.RESTORED if stored["gone"] else Outcome.CHANGED, counts)


def _record_beside(draft: Draft, reading: PageReading, stored: Row) -> PageOutcome:
    """What a register says of a page that was read: its text, and what others read in it, stay as they are."""
    page = reading.page
    readers: dict[str, str] = json.loads(stored["readers"])
    if readers.get(reading.reader) == reading.version:
        return PageOutcome(page.key, page.address, Outcome.UNCHANGED)
    source = Source(page.key, stored["host"], stored["fingerprint"], stored["fetched"].isoformat())
    counts = merge(draft, source, reading.reader, reading.claims)
    draft.put_page({**stored, "readers": _readers({**readers, reading.reader: reading.version})})
    return _outcome(page, Outcome.CHANGED, counts)


def _outcome(page: PageRecord, outcome: Outcome, counts: Counts) -> PageOutcome:
    return PageOutcome(page.key, page.address, outcome, counts.added, counts.updated, counts.retired)


def _source(page: PageRecord, fetched: str) -> Source:
    return Source(page.key, page.host, page.fingerprint, fetched)


def _page_row(page: PageRecord, readers: Mapping[str, str]) -> Row:
    return {
        "id": page.key,
        "address": page.address,
        "title": page.title,
        "text": page.text,
        "fingerprint": page.fingerprint,
        "host": page.host,
        "published": page.published or None,
        "language": page.language,
        "format": page.format,
        "shape": page.shape or None,
        "mark": page.mark or None,
        "origin": page.origin.value,
        "fetched": instant(page.fetched),
        "checked": instant(page.fetched),
        "gone": False,
        "echo": False,
        "readers": _readers(readers),
    }


def _readers(readers: Mapping[str, str]) -> str:
    return json.dumps(dict(sorted(readers.items())))


def settle_echoes(draft: Draft) -> None:
    """Mark the claims of pages whose text also stands at a smaller address: they are no second source."""
    rows = draft.tx.ask("ledger/pages_with_text", fingerprints=sorted(draft.texts()))
    stored_echo = {row["id"]: row["echo"] for row in rows}
    texts = {row["id"]: row["fingerprint"] for row in rows}
    texts |= {page["id"]: page["fingerprint"] for page in draft.pages_now()}
    gone = {page["id"] for page in draft.pages_now() if page["gone"]}
    echo = echoes((page, fingerprint) for page, fingerprint in texts.items() if page not in gone)
    draft.load(page for page, was in stored_echo.items() if was != (page in echo))
    for page in draft.pages_now():
        is_echo = page["id"] in echo
        if page["echo"] != is_echo:
            draft.put_page({**page, "echo": is_echo})
        for row in draft.claims_of(page["id"]):
            if not row["retired"] and row["echo"] != is_echo:
                draft.put_claim({**row, "echo": is_echo})


def _support(draft: Draft, claims: Iterable[Claim]) -> None:
    """Add claims of shipped data that are not there yet."""
    wanted = unique(claims)
    draft.load_claims(wanted)
    for id_, claim in sorted(wanted.items()):
        stored = draft.claim(id_)
        if stored is None or stored["retired"]:
            draft.put_claim(claim_row(claim))
