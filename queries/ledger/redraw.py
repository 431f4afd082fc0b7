"""Drawing the links that a change touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from graph_model.evidence import statement_of
from graph_model.keys import block_of
from graph_model.projection.given import Given
from graph_model.projection.links import Link, Slot, link_id, links_in, slot_of, slots_of
from graph_model.projection.nodes import Standing
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from queries.engine.base import Writing
from queries.ledger.change import Change
from queries.ledger.claims_near import ClaimsNear
from queries.ledger.graph_store import Placed, create_links, drop_links, in_batches, update_links
from queries.ledger.growing import grow_links
from queries.ledger.outside import Outside
from queries.ledger.sides import Side, Sides

StandingOf = Callable[[str], Standing | None]


def redraw_links(
    tx: Writing,
    sides: Sides,
    changes: Sequence[Change],
    shifted: set[str],
    near: ClaimsNear,
    outside: Outside,
    rulings: Rulings,
    given: Given,
) -> None:
    """Draw all links of the groups that shifted, and elsewhere the links whose claims changed."""
    group_of = sides.new.group_of

    def standing(key: str) -> Standing | None:
        thing = group_of.get(key)
        return sides.new.standings[thing] if thing else outside.standing(key)

    def ready(claims: Sequence[Said]) -> list[Said]:
        links = [said for said in claims if said.object]
        outside.look_up({key for said in links for key in (said.subject, said.object)} - set(group_of))
        return links

    def slotted(claims: Sequence[Said]) -> dict[Slot, list[Said]]:
        return slots_of(ready(claims), standing, rulings, given)[0]

    moved = {thing for thing in shifted if thing in sides.new.members}
    around = near.about(key for thing in moved for key in sides.new.members[thing])
    there = _links_there(tx, shifted & set(sides.old.standings))
    _replace(tx, there, links_in(slotted(around)))

    still = [c for c in changes if not _ends_in(c, shifted, group_of, sides.old)]
    gained = slotted([change.after for change in still if change.is_further and change.after])
    other = _slots([change for change in still if not change.is_further], standing)
    alone = grow_links(tx, {slot: claims for slot, claims in gained.items() if slot not in other})
    again = [c for c in still if not c.is_further or _slot(c.after, standing) in other | alone]
    touched = _slots(again, standing)
    now = slotted(near.saying(_statements(again, standing, sides.new)))
    now = {slot: claims for slot, claims in now.items() if slot in touched}
    was = _unchanged(now, again) | set(slotted([change.before for change in again if change.before]))
    _replace(tx, {link_id(slot): Placed(link_id(slot), slot[0], slot[1]) for slot in was}, links_in(now))


def _unchanged(slots: Mapping[Slot, Sequence[Said]], changes: Iterable[Change]) -> set[Slot]:
    """The slots with a claim that did not change: their links were there before."""
    changed = {change.after.id for change in changes if change.after}
    return {slot for slot, claims in slots.items() if any(said.id not in changed for said in claims)}


def _links_there(tx: Writing, things: set[str]) -> dict[str, Placed]:
    """The links of things as they are stored, by id."""
    found: dict[str, Placed] = {}
    for batch in in_batches(sorted(things)):
        rows = tx.ask("ledger/links_of_things", things=batch)
        found |= {row["id"]: Placed(row["id"], row["kind"], row["start"]) for row in rows}
    return found


def _replace(tx: Writing, there: dict[str, Placed], links: dict[str, Link]) -> None:
    drop_links(tx, (placed for id_, placed in there.items() if id_ not in links))
    update_links(tx, (links[id_] for id_ in sorted(links) if id_ in there))
    create_links(tx, (links[id_] for id_ in sorted(links) if id_ not in there))


def _ends_in(change: Change, shifted: set[str], group_of: dict[str, str], old: Side) -> bool:
    """Whether a changed claim ends in a group that shifted, or gives a field: then it is drawn with the group."""
    was = old.group_of
    return any(
        not said.object or {group_of.get(key, was.get(key)) for key in (said.subject, said.object)} & shifted
        for said in change.sides
    )


def _slot(said: Said | None, standing: StandingOf) -> Slot | None:
    if said is None:
        return None
    a, b = standing(said.subject), standing(said.object)
    return slot_of(said, a.id, b.id) if a and b else None


def _slots(changes: Iterable[Change], standing: StandingOf) -> set[Slot | None]:
    return {_slot(said, standing) for change in changes for said in change.sides} - {None}


def _statements(changes: Iterable[Change], standing: StandingOf, new: Side) -> set[str]:
    """Every way in which what changed may be said: an end may go by several blocks."""

    def blocks(key: str) -> set[str]:
        found = standing(key)
        members = new.members.get(found.id) if found else None
        return {block_of(k) for k in members or (key,)}

    return {
        statement_of(a, said.predicate, b, said.role)
        for change in changes
        for said in change.sides
        for a in blocks(said.subject)
        for b in blocks(said.object)
    }
