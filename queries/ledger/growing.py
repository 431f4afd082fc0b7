"""Links that only gain claims, of pages that said nothing before: what there was is added to, not read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph_model.projection.link_tally import LinkTally, from_text, link_tally_of
from graph_model.projection.links import Slot, link_id, link_of
from graph_model.projection.said import Said
from queries.engine.base import Writing
from queries.ledger.graph_rows import tally_row
from queries.ledger.graph_store import create_links, in_batches

Row = dict[str, Any]
Claims = Mapping[Slot, Sequence[Said]]
# What a grown link may lack: null takes a property away.
_PERHAPS: Row = dict.fromkeys(("valid_from", "valid_from_latest", "valid_to", "valid_to_earliest"))


def grow_links(tx: Writing, gained: Claims) -> set[Slot]:
    """Draw what links gain; gives the slots of those that keep no tally, which are left as they were."""
    there = _links_there(tx, gained)
    new = {slot: claims for slot, claims in gained.items() if link_id(slot) not in there}
    create_links(tx, (link_of(slot, (s.id for s in claims), link_tally_of(claims)) for slot, claims in new.items()))
    tallies = {slot: there[link_id(slot)] for slot in gained.keys() - new.keys()}
    rows = [_grown(slot, gained[slot], tally) for slot, tally in sorted(tallies.items()) if tally]
    for batch in in_batches(rows):
        tx.ask("ledger/grow_links", rows=batch)
    return {slot for slot, tally in tallies.items() if tally is None}


def _links_there(tx: Writing, gained: Claims) -> dict[str, LinkTally | None]:
    wanted = [{"id": link_id(slot), "start": slot[1]} for slot in sorted(gained)]
    found: dict[str, LinkTally | None] = {}
    for batch in in_batches(wanted):
        for row in tx.ask("ledger/links_that_grow", rows=batch):
            found[row["id"]] = from_text(row["tally"], row["first_seen"] or "") if row["tally"] else None
    return found


def _grown(slot: Slot, claims: Sequence[Said], tally: LinkTally) -> Row:
    further = [said.id for said in claims]
    properties = {**_PERHAPS, **tally_row(tally + link_tally_of(claims))}
    return {"id": link_id(slot), "start": slot[1], "claims": further, "properties": properties}
