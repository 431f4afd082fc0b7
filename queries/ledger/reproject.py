"""Drawing the touched part of the graph anew, in the transaction that touched it.

What a change can reach is loaded and grouped before and after (``sides``). A group whose keys, kind, existence or
confirmation moved has *shifted*: all claims that end in it are drawn anew. Elsewhere only the statements that changed
are. The result is that of projecting the whole ledger; ``rebuild --check`` and property tests hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph_model.keys import block_of
from graph_model.projection.given import Given
from graph_model.projection.nodes import Node, node_of
from graph_model.projection.project import stand, tally_of_group
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from queries.engine.base import Writing
from queries.ledger.change import Change
from queries.ledger.claims_near import ClaimsNear
from queries.ledger.graph_store import in_batches, save_nodes
from queries.ledger.looks import changes_by_thing, looks_different
from queries.ledger.neighbourhood import key_row
from queries.ledger.outside import Outside
from queries.ledger.redraw import redraw_links
from queries.ledger.sides import Sides, sides_of


def reproject(tx: Writing, changes: Sequence[Change], given: Given, extra_blocks: Iterable[str] = ()) -> None:
    """Bring the graph in line with the ledger after ``changes``, which are already written.

    :param extra_blocks: blocks that a decision touched.
    """
    decided = set(extra_blocks)
    sides = sides_of(tx, changes, decided, given)
    near = ClaimsNear(tx, changes, sides.old.tallies)
    outside = Outside(tx)
    rulings = _rulings(sides, outside)
    about = _ruled_claims(sides, near, rulings)
    _stand(sides, rulings, about, given)
    shifted = _shifted(sides, rulings, decided)
    _save_keys(tx, sides, given)
    there = _drop_things(tx, sides)
    things = _things_to_show(sides, changes, shifted, given)
    nodes = _nodes(things, sides, near, rulings, about, given)
    save_nodes(tx, (node for node in nodes if node.id in there), new=False)
    save_nodes(tx, (node for node in nodes if node.id not in there), new=True)
    redraw_links(tx, sides, changes, shifted, near, outside, rulings, given)


def _rulings(sides: Sides, outside: Outside) -> Rulings:
    group_of = sides.new.group_of
    foreign = {key for d in sides.decisions for key in (d.left, d.right) if key} - set(group_of)
    return Rulings(sides.decisions, {**outside.groups(foreign), **group_of})


def _ruled_claims(sides: Sides, near: ClaimsNear, rulings: Rulings) -> dict[str, list[Said]]:
    """The claims about every group that a person ruled on: refused ones must not count in its tally."""
    return {thing: near.about(sides.new.members[thing]) for thing in sorted(rulings.touched & set(sides.new.members))}


def _stand(sides: Sides, rulings: Rulings, about: dict[str, list[Said]], given: Given) -> None:
    group_of = sides.new.group_of
    for thing, group in sides.new.members.items():
        said = about.get(thing)
        tally = tally_of_group(group, sides.new.tallies, rulings, said, given)
        standing = stand(group, tally, sides.decisions, group_of, rulings, said or (), given)
        sides.new.standings[thing] = standing


def _shifted(sides: Sides, rulings: Rulings, decided: set[str]) -> set[str]:
    """The ids of the groups that are no longer what they were, old and new, or that a decision speaks of."""
    old, new = sides.old, sides.new
    shifted = {thing for thing in old.standings if thing not in new.standings}
    for thing, standing in new.standings.items():
        was = old.standings.get(thing)
        if not standing.exists and was is None:
            continue
        moved = was != standing or old.members.get(thing) != new.members[thing]
        if moved or thing in rulings.touched or decided & {block_of(key) for key in new.members[thing]}:
            shifted.add(thing)
    return shifted


def _save_keys(tx: Writing, sides: Sides, given: Given) -> None:
    was, group_of = sides.old.group_of, sides.new.group_of
    rows = []
    for key, tally in sorted(sides.new.tallies.items()):
        if sides.old.tallies.get(key) == tally and was.get(key) == group_of[key]:
            continue
        rows.append(key_row(key, group_of[key], tally, given))
    for batch in in_batches([row for row in rows if row["key"] in was]):
        tx.ask("ledger/save_keys", rows=batch)
    for batch in in_batches([row for row in rows if row["key"] not in was]):
        tx.ask("ledger/create_keys", rows=batch)
    dead = sorted(set(was) - set(sides.new.tallies))
    if dead:
        tx.ask("ledger/drop_keys", keys=dead)


def _drop_things(tx: Writing, sides: Sides) -> set[str]:
    """Take out what no longer exists; also what changed its kind, for all labels are set when a node is made.

    Gives the ids of the things that stay.
    """
    now = sides.new.standings
    gone = [
        thing
        for thing, was in sides.old.standings.items()
        if thing not in now or not now[thing].exists or now[thing].kind != was.kind
    ]
    if gone:
        tx.ask("ledger/drop_things", ids=sorted(gone))
    return set(sides.old.standings) - set(gone)


def _things_to_show(sides: Sides, changes: Sequence[Change], shifted: set[str], given: Given) -> list[str]:
    """The things whose node may look different now."""
    said_of = changes_by_thing(sides, changes)
    things = shifted | {thing for thing, said in said_of.items() if looks_different(thing, sides, said, given)}
    return sorted(thing for thing in things if thing in sides.new.standings and sides.new.standings[thing].exists)


def _nodes(
    things: Sequence[str],
    sides: Sides,
    near: ClaimsNear,
    rulings: Rulings,
    about: dict[str, list[Said]],
    given: Given,
) -> list[Node]:
    members, standings = sides.new.members, sides.new.standings
    fields: dict[str, list[Said]] = {}
    for said in near.fields(key for thing in things for key in members[thing]):
        fields.setdefault(said.subject, []).append(said)
    nodes = []
    for thing in things:
        group = members[thing]
        tally = tally_of_group(group, sides.new.tallies, rulings, about.get(thing), given)
        said_of_group = [said for key in sorted(group) for said in fields.get(key, ())]
        nodes.append(node_of(standings[thing], group, tally, said_of_group, rulings, given))
    return nodes
