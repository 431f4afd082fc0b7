"""Organisations of a list whose heading, label or lead says what they are of: its members, its locations."""

from __future__ import annotations

import re

from ingest.extract.enumerations import enumerations
from ingest.extract.introductions import texts_above
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_LIKELY = 0.8
# What the words above a list say of its items, which of them are meant, and of what they may be.
_SAID = (
    (re.compile(r"\b(?:leden|deelnemers|aangesloten|deelnemende)\b(?!vergadering)"), "MEMBER_OF",
     ORGANISATIONS, ("Partner", "Movement")),
    (re.compile(r"\b(?:locaties|huizen|vestigingen|woonzorgcentra|verpleeghuizen)\b"), "PART_OF",
     ("CareOrganisation",), ("CareOrganisation",)),
)  # fmt: skip
_LEFT = re.compile(r"vertrok|afscheid|tot ziens|gestopt|opgezegd|niet meer|geen|oud-|voormalig|kandidaat|aspirant|zoek")
_STARTS = 2

Held = list[tuple[int, int, int]]


def add_listed_bodies(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds what each of them is of."""
    if sum(scene.counts[kind] for kind in ORGANISATIONS) < _STARTS:
        return
    for line in scene.sheet.order:
        listed = _listed(scene, line)
        if not listed:
            continue
        for text, above in texts_above(scene, line):
            said = next((x for x in _SAID if x[0].search(text)), None) if not _LEFT.search(text) else None
            if said is None:
                continue
            _, kind, subjects, objects = said
            owner = _owner(scene, above, listed, objects)
            if owner is not None:
                for i, j, n in listed:
                    if n != owner and scene.kinds[n] in subjects:
                        keep(found, Link(kind, n, owner, _LIKELY, "in een lijst van organisaties", (line.index, i, j)))
            break


def _listed(scene: Scene, line: Line) -> Held:
    """The organisation with which an item begins, or the enumeration behind a colon."""
    held = scene.sentences.get((line.index, 0), [])
    bodies = [x for x in held if scene.kinds[x[2]] in ORGANISATIONS]
    if not bodies:
        return []
    if ":" in line.lows and line.block.kind in ("paragraph", "label"):
        colon = line.lows.index(":")
        behind = [x for x in bodies if x[0] > colon]
        if not behind or behind[0][0] > colon + _STARTS:
            return []
        stretch = enumerations(scene, line, held).get(behind[0][0])
        return [x for x in behind if stretch is not None and x[0] < stretch[1]] or behind[:1]
    return bodies[:1] if line.block.kind in ("item", "row", "label") and bodies[0][0] <= _STARTS else []


def _owner(scene: Scene, above: Line, listed: Held, kinds: tuple[str, ...]) -> int | None:
    """The body that the words above name last, else the one that the page is about."""
    members = {n for _, _, n in listed}
    if above.sentences:
        number = len(above.sentences) - 1
        held = scene.sentences.get((above.index, number), ())
        named = [n for _, _, n in held if scene.kinds[n] in kinds and n not in members]
        if named:
            return named[-1]
    top = scene.top_body
    return top if top is not None and scene.kinds[top] in kinds and top not in members else scene.top.get(kinds[-1])
