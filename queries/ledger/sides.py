"""The neighbourhood of a change, grouped as it was and as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph_model.decisions import Decision, in_force
from graph_model.keys import block_of, family_of_key
from graph_model.projection.given import Given
from graph_model.projection.identity import Group, group_keys, organisations_of
from graph_model.projection.nodes import Standing, group_id
from graph_model.projection.tally import Tally, add, merged, without_zeros
from queries.engine.base import Reading
from queries.ledger.change import Change, keys_in
from queries.ledger.neighbourhood import Neighbourhood
from queries.ledger.rows import Row


@dataclass
class Side:
    """Keys with their tallies, the groups they form, how these stand, and the nodes that are stored of them."""

    tallies: Mapping[str, Tally]
    members: dict[str, Group]
    standings: dict[str, Standing] = field(default_factory=dict)
    stored: dict[str, Row] = field(default_factory=dict)

    @cached_property
    def group_of(self) -> dict[str, str]:
        """The id of the group of each key."""
        return {key: thing for thing, group in self.members.items() for key in group}


@dataclass(frozen=True, slots=True)
class Sides:
    """What there was, what there is, and the decisions in force on it. Things that stood before are in ``old``."""

    old: Side
    new: Side
    decisions: list[Decision]


def sides_of(tx: Reading, changes: Sequence[Change], extra_blocks: Iterable[str], given: Given) -> Sides:
    """Load the neighbourhood of changes (and of blocks that a decision touched) and group it before and after."""
    near = Neighbourhood(tx)
    added = _added(changes, given)
    near.load({block_of(key) for key in keys_in(changes)} | set(extra_blocks), added)
    sides = _grouped(tx, near, added, given)
    # People are told apart by their organisations: where those regroup, so may they.
    people = near.people_at(_regrouped(sides.old, sides.new))
    if people:
        near.load(people, _after(near.before, added))
        sides = _grouped(tx, near, added, given)
    _stand_before(tx, sides.old)
    return sides


def _added(changes: Iterable[Change], given: Given) -> dict[str, Tally]:
    """What changes add to the tallies of keys, below zero where they take away."""
    tallies: dict[str, Tally] = {}
    for change in changes:
        if change.before:
            add(tallies, change.before, given, -1)
        if change.after:
            add(tallies, change.after, given)
    return tallies


def _after(before: Mapping[str, Tally], added: Mapping[str, Tally]) -> dict[str, Tally]:
    sums = {key: without_zeros(merged((before.get(key, {}), tally))) for key, tally in added.items()}
    return {key: tally for key, tally in {**before, **sums}.items() if tally}


def _grouped(tx: Reading, near: Neighbourhood, added: Mapping[str, Tally], given: Given) -> Sides:
    old = Side(near.before, _members(near.thing_before))
    after = _after(near.before, added)
    decisions = in_force(tuple(near.decisions.values()))
    groups = group_keys(after, decisions, given, _organisations_outside(tx, after))
    return Sides(old, Side(after, {group_id(group, given): group for group in groups}), decisions)


def _members(thing_of: Mapping[str, str]) -> dict[str, Group]:
    members: dict[str, set[str]] = {}
    for key, thing in thing_of.items():
        members.setdefault(thing, set()).add(key)
    return {thing: frozenset(keys) for thing, keys in members.items()}


def _organisations_outside(tx: Reading, tallies: Mapping[str, Tally]) -> dict[str, str]:
    """The things of the organisations that people here are tied to and that are not in the neighbourhood."""
    ties = {
        tie for key, tally in tallies.items() if family_of_key(key) == "person" for tie in organisations_of(key, tally)
    }
    blocks = sorted({block_of(tie) for tie in ties} - {block_of(key) for key in tallies})
    if not blocks:
        return {}
    return {row["key"]: row["thing"] for row in tx.ask("ledger/organisations_at", blocks=blocks)}


def _regrouped(old: Side, new: Side) -> set[str]:
    """The keys of organisations whose group is no longer what it was."""
    keys: set[str] = set()
    for thing in {*old.members, *new.members}:
        was, now = old.members.get(thing, frozenset()), new.members.get(thing, frozenset())
        if was != now:
            keys |= was | now
    return {key for key in keys if family_of_key(key) == "organisation"}


def _stand_before(tx: Reading, old: Side) -> None:
    for row in tx.ask("ledger/things_by_id", ids=sorted(old.members)) if old.members else ():
        stored = row["thing"]
        old.stored[stored["id"]] = stored
        old.standings[stored["id"]] = Standing(stored["id"], stored["kind"], True, bool(stored["confirmed"]))
