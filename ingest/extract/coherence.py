"""Things of one enumeration or list are mostly of one kind: the organisations among them settle it together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

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
            chosen |= dict(zip(map(id, unique), _kinds_among(unique), strict=True))
    for thing in things if chosen else ():
        thing.kind = chosen.get(id(thing), thing.kind)


def _groups(sheet: Sheet, things: list[Thing]) -> list[list[Thing]]:
    """The organisations of each enumeration, and of each list of items or rows that they begin."""
    at = {(a, i): t for t in things if t.kind in ORGANISATIONS and t.scores for a, i, _ in t.spots}
    groups: dict[tuple[int, ...], list[Thing]] = defaultdict(list)
    for line in sheet.order if len(at) > 1 else ():
        index = line.index
        for n, runs in enumerate(line.lists):
            for i, j in runs:
                thing = next((at[index, q] for q in range(i, j) if (index, q) in at), None)
                if thing is not None:
                    groups[index, n].append(thing)
        if line.block.kind in ("item", "row") and (index, 0) in at:
            groups[line.block.section, line.block.lead, -1].append(at[index, 0])
    return list(groups.values())


def _kinds_among(members: list[Thing]) -> Iterator[str]:
    """For each the kind that its own evidence and that of the others make likeliest."""
    logs = [[math.log(thing.scores.get(kind, 0) + _FLOOR) for kind in ORGANISATIONS] for thing in members]
    totals, others = [math.fsum(column) for column in zip(*logs, strict=True)], len(members) - 1
    for own in logs:
        worths = [one + _OTHERS * (total - one) / others for one, total in zip(own, totals, strict=True)]
        yield ORGANISATIONS[worths.index(max(worths))]
