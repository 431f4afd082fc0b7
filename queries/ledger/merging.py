"""What a reader says of a page now against what is stored: which claims come, change and go."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from graph_model.evidence import REGISTER_READER, Claim, Evidence, Origin
from queries.ledger.draft import Draft
from queries.ledger.rows import Row, claim_of, claim_row


@dataclass(frozen=True, slots=True)
class Source:
    """Where the claims of a page come from, as every claim of it repeats. ``fetched`` is ISO 8601 in UTC.

    ``seen`` is when the page was last found to say what it said before.
    """

    page: str
    host: str
    fingerprint: str
    fetched: str
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims came, changed and went."""

    added: int = 0
    updated: int = 0
    retired: int = 0


def merge(draft: Draft, source: Source, reader: str, claims: Iterable[Claim], lapsed: Collection[str] = ()) -> Counts:
    """Put one reader's claims of a page in the place of what that reader said before.

    Other readers' evidence stays, but for that of readers who saw another text (``lapsed``): its quotes may not stand
    there any more. A claim without any evidence left is retired, with the evidence it last had.
    """
    gone = {reader, *lapsed}
    page = draft.page(source.page)
    source = replace(source, seen=page["checked"].isoformat() if page else source.fetched)
    told = unique(claims)
    stored = {row["id"]: row for row in draft.claims_of(source.page)}
    counts = {"added": 0, "updated": 0, "retired": 0}
    for id_ in sorted({*told, *stored}):
        row = stored.get(id_)
        live = row is not None and not row["retired"]
        new_row = _merged(row, told.get(id_), reader, gone, source)
        if new_row is None or new_row == row:
            continue
        draft.put_claim(new_row)
        counts["retired" if new_row["retired"] else "updated" if live else "added"] += 1
    return Counts(**counts)


def unique(claims: Iterable[Claim]) -> dict[str, Claim]:
    """One claim for one statement: of several places the surest evidence, then the first."""
    found: dict[str, Claim] = {}
    for claim in claims:
        known = found.get(claim.id)
        if known is None or _order(claim) < _order(known):
            found[claim.id] = claim
    return found


def _order(claim: Claim) -> tuple[float, bool, int, str, str]:
    best = claim.best
    return -best.confidence, not best.stated, best.start, claim.subject.name, claim.object.name if claim.object else ""


def _merged(row: Row | None, told: Claim | None, reader: str, gone: Collection[str], source: Source) -> Row | None:
    was = claim_of(row) if row and not row["retired"] else None
    others = tuple(e for e in was.evidence if e.reader not in gone) if was else ()
    evidence = (*others, *(told.evidence if told else ()))
    if not evidence:
        return {**row, "retired": True, "last_seen": row["last_seen"] or source.seen} if row else None
    base = _worded(told, was, others, reader)
    if evidence != base.evidence or len(evidence) > 1:
        base = replace(base, evidence=tuple(sorted(evidence, key=_evidence_order)))
    # Over the row rather than in a copy of the claim, whose id and keys would have to be worked out again.
    return claim_row(base) | {
        "host": source.host,
        "fingerprint": source.fingerprint or None,
        "fetched": source.fetched,
        "origin": _origin(told, was, others, reader).value,
        "first_seen": (row or {}).get("first_seen") or source.fetched,
        "last_seen": None,
        "echo": bool(row and row["echo"]),
    }


def _worded(told: Claim | None, was: Claim | None, others: Iterable[Evidence], reader: str) -> Claim:
    """Whose names and kinds of its ends a claim of several readers has: a register's first, whoever came last."""
    if told is None or (was is not None and any(_rank(one.reader) > _rank(reader) for one in others)):
        assert was is not None, "there is evidence, so somebody says it"
        return was
    return told


def _rank(reader: str) -> tuple[bool, str]:
    return reader.startswith(REGISTER_READER), reader


def _origin(told: Claim | None, was: Claim | None, others: Iterable[Evidence], reader: str) -> Origin:
    """Where a claim comes from that several readers make: a register confirms it, in whatever order they came."""
    if any(evidence.reader.startswith(REGISTER_READER) for evidence in others):
        return Origin.REGISTER
    if told is not None:
        return told.origin
    assert was is not None, "there is evidence, so somebody says it"
    # The register does not say it any more; what is left was read on a page.
    return Origin.PAGE if reader.startswith(REGISTER_READER) else was.origin


def _evidence_order(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.reader, evidence.start, evidence.end
