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
from queries.engine.base import Reading, Writing
from queries.ledger.change import Change
from queries.ledger.claims_near import ClaimsNear
from queries.ledger.graph_store import Placed, create_links, drop_links, in_batches, update_links
from queries.ledger.sides import Side, Sides

StandingOf = Callable[[str], Standing | None]


class Outside:
    """How the things of keys stand that the change did not touch, looked up once."""

    def __init__(self, tx: Reading) -> None:
        self._tx = tx
        self._standings: dict[str, Standing | None] = {}

    def look_up(self, keys: Iterable[str]) -> None:
        """Fetch how the things of these keys stand."""
        wanted = sorted(set(keys) - set(self._standings))
        self._standings |= dict.fromkeys(wanted)
        for batch in in_batches(wanted):
            for row in self._tx.ask("ledger/standings", keys=batch):
                exists = row["kind"] is not None
                standing = Standing(row["id"], row["kind"] or "", exists, bool(row["confirmed"]))
                self._standings[row["key"]] = standing

    def standing(self, key: str) -> Standing | None:
        """How the thing of a key stands; None when the key was not looked up or is not there."""
        return self._standings.get(key)

    def groups(self, keys: Iterable[str]) -> dict[str, str]:
        """The ids of the things of these keys."""
        keys = list(keys)
        self.look_up(keys)
        found = ((key, self._standings[key]) for key in keys)
        return {key: standing.id for key, standing in found if standing}


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
    touched = _slots(still, standing)
    now = slotted(near.saying(_statements(still, standing, sides.new)))
    now = {slot: claims for slot, claims in now.items() if slot in touched}
    was = _unchanged(now, still) | set(slotted([change.before for change in still if change.before]))
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


def _slot(said: Said, standing: StandingOf) -> Slot | None:
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
