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
    at = {(a, i): t for t in things if t.kind in ORGANISATIONS and t.scores for a, i, _ in t.spots}
    groups: dict[str, list[Thing]] = defaultdict(list)
    for line in sheet.order:
        for n, runs in enumerate(line.lists):
            for i, j in runs:
                thing = next((at[(line.index, q)] for q in range(i, j) if (line.index, q) in at), None)
                if thing is not None:
                    groups[f"{line.index}/{n}"].append(thing)
        if line.block.kind in ("item", "row") and (line.index, 0) in at:
            groups[f"list {line.block.section}/{line.block.lead}"].append(at[(line.index, 0)])
    chosen: dict[int, list[float]] = {}
    for members in groups.values():
        unique = list({id(t): t for t in members if t.key.split(" ", 1)[0] not in _HEADED}.values())
        if len(unique) < 2:
            continue
        for thing in unique:
            scores = [
                math.log(thing.scores.get(kind, 0) + _FLOOR)
                + _OTHERS
                * sum(math.log(o.scores.get(kind, 0) + _FLOOR) for o in unique if o is not thing)
                / (len(unique) - 1)
                for kind in ORGANISATIONS
            ]
            chosen[id(thing)] = scores
    for thing in things:
        if id(thing) in chosen:
            thing.kind = ORGANISATIONS[max(range(len(ORGANISATIONS)), key=lambda k: chosen[id(thing)][k])]
