"""The claims behind what the graph shows: the exact quote, who says so, and the page that it stands on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from graph_model.errors import NotFound
from graph_model.evidence import HAND_ADDRESS, Evidence, Origin
from graph_model.keys import id_of, key_of
from graph_model.projection.given import LINE
from queries import results
from queries.engine.base import Asked, Graph, Reading

NOT_LITERAL = "uit het register, niet letterlijk"
_NOTES = {
    Origin.REGISTER: NOT_LITERAL,
    Origin.GAZETTEER: "uit de plaatsenlijst, niet letterlijk",
    Origin.PERSON: "met de hand vastgelegd, niet letterlijk",
}


def claim(graph: Graph, claim_id: str) -> results.Claim:
    """One claim by its id, also when it was retired.

    :raises NotFound: no claim has this id.
    """
    found = graph.answer(lambda reading: claims_of(reading, [claim_id]))
    if claim_id not in found:
        raise NotFound(f"Er is geen bewering met nummer {claim_id!r}.")
    return found[claim_id]


def claims_of(reading: Reading, ids: Iterable[str]) -> dict[str, results.Claim]:
    """The claims with these ids, by id; ids that are not in the ledger are left out."""
    name, parameters = claims_asked(ids)
    return claims_in(reading, reading.ask(name, **parameters)) if parameters["ids"] else {}


def claims_asked(ids: Iterable[str]) -> Asked:
    """The question for the claims with these ids, to be asked together with others; :func:`claims_in` reads it."""
    return "evidence/claims", {"ids": sorted(set(ids))}


def claims_in(reading: Reading, rows: Sequence[Mapping[str, Any]]) -> dict[str, results.Claim]:
    """The claims in an answer to :func:`claims_asked`, by id."""
    untitled = sorted({row["page"] for row in rows if not row["page_title"]})
    known = {row["page"]: row for row in reading.ask("evidence/documents", keys=untitled)} if untitled else {}
    documents = {row["page"]: _document(row, known.get(row["page"], {})) for row in rows}
    return {row["id"]: _claim(row, documents[row["page"]]) for row in rows}


def kinds_on(graph: Graph, addresses: Iterable[str]) -> dict[str, int]:
    """How many things of each kind the pages at these addresses name together, surely enough to be shown."""
    pages = sorted({key_of("Document", address) for address in addresses})
    rows = graph.answer(lambda reading: reading.ask("evidence/kinds_on", pages=pages, line=LINE))
    return {row["kind"]: row["number"] for row in sorted(rows, key=lambda row: str(row["kind"]))}


def best_first(claims: Mapping[str, results.Claim], ids: Collection[str]) -> tuple[results.Claim, ...]:
    """Those of these claims that were found: stated before inferred, surest first, then the newest page."""
    found = sorted((claims[i] for i in ids if i in claims), key=lambda c: c.id)
    found.sort(key=lambda c: c.document.published or c.document.fetched or "", reverse=True)
    return tuple(sorted(found, key=lambda c: (not c.stated, -c.confidence)))


def _document(row: Mapping[str, Any], known: Mapping[str, Any]) -> results.DocumentRef:
    """The source of a claim by its stored page, and where that is silent by what the graph knows of it."""
    key = str(row["page"])
    address = key.split("|")[1].replace("%7C", "|")
    title, fetched = row["page_title"], _moment(row["page_fetched"])
    if address.startswith(HAND_ADDRESS) and title:
        # A fact by hand: its title says where it was found.
        return results.DocumentRef(id=id_of(key), title=title, url=title, fetched=fetched)
    return results.DocumentRef(
        id=row["document"] or id_of(key),
        title=title or known.get("name") or address,
        url=row["page_address"] or known.get("url") or (address if ":" in address else f"https://{address}"),
        published=row["page_published"] or known.get("published") or None,
        fetched=fetched,
    )


def _claim(row: Mapping[str, Any], document: results.DocumentRef) -> results.Claim:
    told = sorted(
        (Evidence(**evidence) for evidence in json.loads(row["evidence"])),
        key=lambda e: (-e.confidence, not e.stated, e.reader, e.start),
    )
    best = told[0]
    has_text = best.start >= 0
    seen = _moment(row["page_checked"]) or _moment(row["page_fetched"])
    last_seen = moment(row["last_seen"]) if row["retired"] else seen or moment(row["fetched"])
    return results.Claim(
        id=row["id"],
        quote=best.quote,
        start=best.start if has_text else None,
        end=best.end if has_text else None,
        document=document,
        by=best.reader
        if row["origin"] == Origin.PERSON
        else " en ".join(f"{e.reader} {e.version}".strip() for e in told),
        stated=best.stated,
        confidence=best.confidence,
        first_seen=moment(row["first_seen"]),
        last_seen=last_seen,
        origin=row["origin"],
        valid_from=best.valid_from or None,
        valid_to=best.valid_to or None,
        retired=row["retired"],
        note=None if has_text else _NOTES.get(row["origin"]),
    )


def moment(value: datetime | str | None) -> str | None:
    """A moment as ISO 8601; null for none."""
    return value.isoformat() if isinstance(value, datetime) else value or None


def _moment(told: Sequence[int | None]) -> str | None:
    """A moment as ISO 8601, from seconds since 1970 and microseconds: of its own kind the driver makes one slowly."""
    seconds, microseconds = told
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=microseconds or 0).isoformat()
