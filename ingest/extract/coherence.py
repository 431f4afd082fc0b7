"""Things of one enumeration or list are mostly of one kind: the organisations among them settle it together."""

from __future__ import annotations

import math
from collections import defaultdict

from ingest.extract.kinds import ORGANISATIONS, Thing
from ingest.extract.structure import Sheet

# How much the others of a list weigh against what a thing's own evidence says.
_OTHERS = 0.6
_FLOOR = 0.01
_HEADED = frozenset(("gemeente", "provincie", "ministerie", "stadsdeel", "universiteit"))


def settle_lists(sheet: Sheet, things: list[Thing]) -> None:
    """Gives organisations of one list the kind that fits them together best."""
    chosen: dict[int, str] = {}
    for members in _groups(sheet, things):
        unique = list({id(t): t for t in members if t.key.split(" ", 1)[0] not in _HEADED}.values())
        if len(unique) > 1:
            chosen |= {id(thing): _kind_among(thing, unique) for thing in unique}
    for thing in things:
        thing.kind = chosen.get(id(thing), thing.kind)


def _groups(sheet: Sheet, things: list[Thing]) -> list[list[Thing]]:
    """The organisations of each enumeration, and of each list of items or rows that they begin."""
    at = {(a, i): t for t in things if t.kind in ORGANISATIONS and t.scores for a, i, _ in t.spots}
    groups: dict[tuple[int, ...], list[Thing]] = defaultdict(list)
    for line in sheet.order:
        for n, runs in enumerate(line.lists):
            for i, j in runs:
                thing = next((at[(line.index, q)] for q in range(i, j) if (line.index, q) in at), None)
                if thing is not None:
                    groups[(line.index, n)].append(thing)
        if line.block.kind in ("item", "row") and (line.index, 0) in at:
            groups[(line.block.section, line.block.lead, -1)].append(at[(line.index, 0)])
    return list(groups.values())


def _kind_among(thing: Thing, members: list[Thing]) -> str:
    """The kind that its own evidence and that of the others make likeliest."""
    others = [o for o in members if o is not thing]

    def worth(kind: str) -> float:
        shared = math.fsum(math.log(o.scores.get(kind, 0) + _FLOOR) for o in others) / len(others)
        return math.log(thing.scores.get(kind, 0) + _FLOOR) + _OTHERS * shared

    return max(ORGANISATIONS, key=worth)
