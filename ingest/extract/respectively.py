"""``A en B, respectievelijk van O en Q``: each person with the organisation in the same place of the other row."""

from __future__ import annotations

from ingest.extract.enumerations import enumerations
from ingest.extract.kinds import OWNERS
from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_LIKELY = 0.9
_WORD = "respectievelijk"
_LEAST = 2

Held = list[tuple[int, int, int]]


def add_respectively(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds the paired roles, and takes back what the model says of other pairs."""
    if _WORD not in scene.sheet.counts:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if _WORD in line.lows[a:z]:
            _add_pairs(scene, found, line, line.lows.index(_WORD, a), held)


def _add_pairs(scene: Scene, found: dict[Key, Link], line: Line, at: int, held: Held) -> None:
    groups = enumerations(scene, line, held)
    people = [x for x in held if x[1] <= at and scene.kinds[x[2]] == "Person"]
    last = groups.get(people[-1][0]) if people else None
    row = [x for x in people if groups.get(x[0]) == last] if last is not None else []
    bodies = [x for x in held if x[0] > at and scene.kinds[x[2]] in OWNERS]
    if len(row) < _LEAST or len(bodies) < len(row):
        return
    for (i, _, n), (_, y, owner) in zip(row, bodies, strict=False):
        for key in [k for k, x in found.items() if k[0] == "HAS_ROLE" and k[1] == n and x.why == MODEL]:
            if any(key[2] == other for _, _, other in bodies):
                del found[key]
        keep(found, Link("HAS_ROLE", n, owner, _LIKELY, "respectievelijk", (line.index, i, y)))
