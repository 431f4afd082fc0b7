"""Who is called a participant of the movement that the page is about: ``deelnemer O``, ``Radicale vernieuwer O``."""

from __future__ import annotations

import re

from ingest.extract.enumerations import enumerations
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene

_LIKELY = 0.85
_CALLED = re.compile(
    r"\b(?:deelnemers?|deelnemende (?:zorg)?(?:organisaties?|instellingen)|radicale vernieuwers?)\b:?$", re.IGNORECASE
)
_ARE = re.compile(
    r"^,? ?(?:(?:zijn|is|alle \w+|allebei|beide|beiden|al|ook|een) )*(?:deelnemers?|radicale vernieuwers?) "
    r"(?:van|aan|in) (?:de|deze|onze) (?:beweging\b|[A-Z])",
)
_NEAR = 40


def add_participants(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds that they are members of the movement, each of an enumeration."""
    movement = _movement(scene)
    if movement is None:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        bodies = [x for x in held if scene.kinds[x[2]] in ORGANISATIONS]
        a, z = line.sentences[number]
        if not bodies or not any("deelne" in low or low.startswith("vernieuwer") for low in line.lows[a:z]):
            continue
        groups = enumerations(scene, line, held)
        for i, j, n in bodies:
            start, end = groups.get(i, (i, j))
            before = line.text(a, start)[-_NEAR:] if start > a else ""
            if _CALLED.search(before) or _ARE.match(line.text(end, z) if end < z else ""):
                spot = (index, max(a, i - 1), j)
                keep(found, Link("MEMBER_OF", n, movement, _LIKELY, "deelnemer van de beweging", spot))


def _movement(scene: Scene) -> int | None:
    """The movement that a page is about: the one it names most, the first of those."""
    movements = [n for n, t in enumerate(scene.things) if t.kind == "Movement" and scene.spots[n]]
    return min(movements, key=lambda n: (-len(scene.spots[n]), scene.spots[n][0])) if movements else None
