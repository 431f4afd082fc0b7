"""Links that only gain claims, of pages that said nothing before: what there was is added to, not read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph_model.projection.link_tally import from_text, link_tally_of
from graph_model.projection.links import Link, Slot, link_id, link_of
from graph_model.projection.said import Said
from queries.engine.base import Writing
from queries.ledger.graph_store import create_links, in_batches, update_links
from queries.ledger.rows import Row

Claims = Mapping[Slot, Sequence[Said]]


def grow_links(tx: Writing, gained: Claims) -> set[Slot]:
    """Draw what links gain; gives the slots of those that keep no tally, which are left as they were."""
    there = _links_there(tx, gained)
    new = {slot: claims for slot, claims in gained.items() if link_id(slot) not in there}
    create_links(tx, (link_of(slot, (s.id for s in claims), link_tally_of(claims)) for slot, claims in new.items()))
    stored = {slot: there[link_id(slot)] for slot in sorted(gained.keys() - new.keys())}
    update_links(tx, (_grown(slot, gained[slot], row) for slot, row in stored.items() if row["tally"]))
    return {slot for slot, row in stored.items() if not row["tally"]}


def _links_there(tx: Writing, gained: Claims) -> dict[str, Row]:
    wanted = [{"id": link_id(slot), "start": slot[1]} for slot in sorted(gained)]
    rows = (row for batch in in_batches(wanted) for row in tx.ask("ledger/links_that_grow", rows=batch))
    return {row["id"]: row for row in rows}


def _grown(slot: Slot, claims: Sequence[Said], stored: Row) -> Link:
    tally = from_text(stored["tally"], stored["first_seen"] or "") + link_tally_of(claims)
    return link_of(slot, (*stored["claims"], *(said.id for said in claims)), tally)
