"""The part of the ledger that a change may touch: its keys, what they add up to, and the decisions on them.

Loaded are the blocks of the changed keys, then everything that may join or part with them: blocks that share an alias,
a number, a text, a decision or a thing with them, until nothing new comes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from typing import Any

from graph_model.decisions import Decision
from graph_model.keys import block_of, family_of_key, id_of, qualifier_of
from graph_model.projection.given import Given
from graph_model.projection.identity import alias_block
from graph_model.projection.tally import ALIAS, TEXT, Tally, counts
from queries.engine.base import Asked, Reading
from queries.ledger.decision_rows import asked_on, decision_of

_compact = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def joint_of(key: str, tally: Tally) -> str | None:
    """What a key shares with keys of other blocks that it joins: a GeoNames id, a text, an organisation."""
    family, qualifier = family_of_key(key), qualifier_of(key)
    if family == "place" and qualifier.startswith("gn"):
        return f"place:{qualifier}"
    if family == "person" and qualifier:
        return f"at:{qualifier}"
    if family == "document":
        texts = counts(tally, TEXT)
        return f"text:{min(texts)}" if texts else None
    return None


def _joints(key: str, tally: Tally) -> set[str]:
    """All by which a key may join others; the tally may be a mere difference, which holds an old and a new text."""
    if family_of_key(key) == "document":
        return {f"text:{text}" for text in counts(tally, TEXT)}
    joint = joint_of(key, tally)
    return {joint} if joint and not joint.startswith("at:") else set()


def key_row(key: str, thing: str, tally: Tally, given: Given) -> dict[str, Any]:
    """The properties of a stored key."""
    return {
        "key": key,
        "block": block_of(key),
        "id": id_of(key, given.secret),
        "thing": thing,
        "tally": _compact(tally),
        "joint": joint_of(key, tally),
    }


class Neighbourhood:
    """Keys with their tallies before the change (``before``) and their things, and decisions on their blocks."""

    def __init__(self, tx: Reading) -> None:
        self._tx = tx
        self.before: dict[str, Tally] = {}
        self.thing_before: dict[str, str] = {}
        self.decisions: dict[str, Decision] = {}
        self._blocks: set[str] = set()
        self._aliases_seen: set[str] = set()
        self._joints_seen: set[str] = set()
        self._things_seen: set[str] = set()

    def load(self, blocks: Iterable[str], tallies_after: dict[str, Tally]) -> set[str]:
        """Load blocks and what hangs together with them; gives the keys that are new here.

        :param tallies_after: the tallies of changed keys after the change, where they are known already.
        """
        fresh: set[str] = set()
        wanted = set(blocks)
        while wanted := wanted - self._blocks:
            self._blocks |= wanted
            # All that hangs on blocks by itself in one go: to be asked costs the engine more than to answer.
            by_block = {"blocks": sorted(wanted)}
            keys, claimers, *decided = self._tx.ask_together(
                ("ledger/keys_of_blocks", by_block), ("ledger/alias_claimers", by_block), *asked_on(wanted)
            )
            for row in keys:
                self._take(row)
                fresh.add(row["key"])
            for row in chain(*decided):
                decision = decision_of(row["decision"])
                self.decisions[decision.id] = decision
            wanted = self._connected(wanted, tallies_after) | _blocks_of(claimers)
        return fresh

    def _take(self, row: dict[str, Any]) -> None:
        self.before[row["key"]] = json.loads(row["tally"])
        self.thing_before[row["key"]] = row["thing"]

    def _connected(self, blocks: set[str], after: dict[str, Tally]) -> set[str]:
        keys = [k for k in {*self.before, *after} if block_of(k) in blocks]
        connected = {block for d in self.decisions.values() if d.is_pair for block in d.blocks}
        joints: set[str] = set()
        for key in keys:
            for tally in (self.before.get(key), after.get(key)):
                if tally:
                    connected |= {alias_block(family_of_key(key), alias) for alias in counts(tally, ALIAS)}
                    joints |= _joints(key, tally)
        things = {self.thing_before[k] for k in keys if k in self.thing_before}
        return (connected | self._by_things_and_joints(things, joints)) - {""}

    def _by_things_and_joints(self, things: set[str], joints: set[str]) -> set[str]:
        """The blocks of these things and of what is joined by these, as far as they were not asked for before."""
        new_things, new_joints = things - self._things_seen, joints - self._joints_seen
        self._things_seen |= new_things
        self._joints_seen |= new_joints
        asked: list[Asked] = []
        if new_things:
            asked.append(("ledger/keys_of_things", {"things": sorted(new_things)}))
        if new_joints:
            asked.append(("ledger/keys_joined_by", {"joints": sorted(new_joints)}))
        return {row["block"] for rows in self._tx.ask_together(*asked) for row in rows} if asked else set()

    def people_at(self, organisations: Iterable[str]) -> set[str]:
        """The blocks of the people who have, or are known by, a role at one of these organisations."""
        keys = sorted(organisations)
        if not keys:
            return set()
        joints = sorted({"at:" + block_of(key).partition("|")[2] for key in keys})
        people, known = self._tx.ask_together(
            ("ledger/people_at", {"keys": keys}), ("ledger/keys_joined_by", {"joints": joints})
        )
        return _blocks_of(people) | {row["block"] for row in known}


def _blocks_of(rows: Iterable[dict[str, Any]]) -> set[str]:
    return {block_of(row["key"]) for row in rows} - {""}
