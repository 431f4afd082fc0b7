"""Where claims count: a link between two things, or a field of one; and which claims stand in each place.

A place that other claims still hold up does not change when one claim goes, so changes are told by place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_model.evidence import Origin
from graph_model.keys import block_of
from graph_model.names import fold
from graph_model.projection.given import Given
from graph_model.projection.identity import alias_block
from graph_model.projection.links import is_published, slot_of
from graph_model.projection.nodes import Standing
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from graph_model.schema import FIELD_KINDS, WEAK_LINKS
from queries.engine.base import Reading
from queries.ledger.decision_rows import decisions_in_force
from queries.ledger.graph_store import in_batches
from queries.ledger.outside import Outside
from queries.ledger.rows import NULLABLE, said_of_row, said_of_texts

# What a page tells of itself, and what only the list of places tells, is no news.
_NO_NEWS = frozenset(("name", "language", "published", "position", "municipality", "province", "geonames", "licence"))
_GIVEN = Given()


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A link (kind, both ends, folded role) or a field (kind, the thing; an alias also its block as ``end``).

    Ends are ids of things, or blocks of keys where no thing stands any more.
    """

    kind: str
    start: str
    end: str = ""
    role: str = ""

    @property
    def is_field(self) -> bool:
        return self.kind in FIELD_KINDS


class Slots:
    """Finds the slot of a claim, and the claims that hold a slot up now."""

    def __init__(self, reading: Reading, said: Iterable[Said]) -> None:
        said = list(said)
        self._reading = reading
        self._outside = Outside(reading)
        decisions = decisions_in_force(reading.ask("ledger/all_decisions"))
        named = {key for d in decisions for key in (d.left, d.right) if key}
        keys = {key for one in said for key in (one.subject, one.object) if key}
        self._rulings = Rulings(decisions, self._outside.groups(keys | named))
        self._successors = self._successors_of({key for key in keys if not self._stands(key)})

    def thing(self, key: str) -> str:
        """The id of the thing of a key; its block where nothing stands any more."""
        standing = self._outside.standing(key)
        if standing and standing.exists:
            return standing.id
        return self._successors.get(block_of(key)) or block_of(key)

    def _stands(self, key: str) -> bool:
        standing = self._outside.standing(key)
        return standing is not None and standing.exists

    def _successors_of(self, dead: Iterable[str]) -> dict[str, str]:
        """For keys that no page writes any more: the one thing that still goes by their name, by block.

        Whoever moves to another town gets another key, and is still the same.
        """
        things: dict[str, set[str]] = defaultdict(set)
        for batch in in_batches(sorted({block_of(key) for key in dead})):
            keys = [row["key"] for row in self._reading.ask("ledger/keys_of_blocks", blocks=batch)]
            for key, thing in self._outside.groups(keys).items():
                if self._stands(key):
                    things[block_of(key)].add(thing)
        return {block: found.pop() for block, found in things.items() if len(found) == 1}

    def slot(self, said: Said) -> Slot | None:
        """Where a claim counts; None where it makes no news or is too weak to be shown."""
        if said.origin == Origin.GAZETTEER or not self._counts(said):
            return None
        if said.object:
            start, end = self.thing(said.subject), self.thing(said.object)
            return None if start == end else Slot(*slot_of(said, start, end))
        if said.predicate == "alias":
            block = alias_block(said.subject.partition("|")[0], said.value)
            return None if block == block_of(said.subject) else Slot("alias", self.thing(said.subject), block)
        return Slot(said.predicate, self.thing(said.subject))

    def _counts(self, said: Said) -> bool:
        if said.object:
            return said.predicate not in WEAK_LINKS and is_published(
                said, self._standing(said.subject), self._standing(said.object), self._rulings, _GIVEN
            )
        field = FIELD_KINDS.get(said.predicate)
        if field is None or field.hidden or said.predicate in _NO_NEWS or self._rulings.refused(said):
            return False
        return said.strength >= _GIVEN.line or self._rulings.confirmed(said)

    def _standing(self, key: str) -> Standing:
        return self._outside.standing(key) or Standing(block_of(key), "", False, False)

    def holding(self, slots: Iterable[Slot]) -> dict[Slot, dict[str, Said]]:
        """The claims that hold these slots up now, by their ids."""
        wanted = set(slots)
        said = [*self._of_links(wanted), *self._of_fields(wanted)]
        self._outside.look_up(key for one in said for key in (one.subject, one.object) if key)
        found: dict[Slot, dict[str, Said]] = defaultdict(dict)
        for one in said:
            slot = self.slot(one)
            if slot in wanted and slot is not None:
                found[slot][one.id] = one
        return found

    def _of_links(self, slots: Iterable[Slot]) -> list[Said]:
        pairs = sorted({(slot.start, slot.end) for slot in slots if not slot.is_field})
        ids: set[str] = set()
        for batch in in_batches([{"here": a, "there": b} for a, b in pairs]):
            ids |= {id_ for row in self._reading.ask("evidence/drawn_between", pairs=batch) for id_ in row["claims"]}
        rows = [
            row["claim"]
            for batch in in_batches(sorted(ids))
            for row in self._reading.ask("ledger/claims_by_id", ids=batch)
        ]
        return [said_of_row({**NULLABLE, **row}) for row in rows]

    def _of_fields(self, slots: Iterable[Slot]) -> list[Said]:
        things = sorted({slot.start for slot in slots if slot.is_field})
        said: list[Said] = []
        for batch in in_batches(things):
            keys = sorted(
                {key for row in self._reading.ask("ledger/things_by_id", ids=batch) for key in row["thing"]["keys"]}
            )
            for some in in_batches(keys):
                (row,) = self._reading.ask("ledger/claims_about", keys=some)
                said += [one for one in said_of_texts(row["claims"]) if not one.object]
        return said


def shown(slot: Slot, claims: Mapping[str, Said]) -> tuple[str, ...]:
    """The values that a field shows, given the claims that hold it up; first-ranked first."""
    ranked = sorted(claims.values(), key=lambda said: said.rank, reverse=True)
    values = tuple(dict.fromkeys(said.value for said in ranked))
    if slot.kind == "alias":
        return values[:1]
    return tuple(sorted(values, key=fold)) if FIELD_KINDS[slot.kind].multiple else values[:1]
