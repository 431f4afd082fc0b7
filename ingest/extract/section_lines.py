"""What the lines below a gathering's heading say of it by label or by form: ``Locatie: O, P``, ``Organisatie: O``."""

from __future__ import annotations

import re

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

_LIKELY = 0.85
_WHERE = re.compile(r"(?:locatie|plaats|waar|adres)\s*:", re.IGNORECASE)
_WHO = re.compile(
    r"(?:organisatie|organisator|georganiseerd door|initiatief(?: van)?)\s*:|een initiatief van\b|georganiseerd door\b",
    re.IGNORECASE,
)
_OF = ("section", "row")
_KINDS = ("paragraph", "label", "item")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d|uur|u|-|–|\|")
# "Sporthal De Dars, Hoogkarspel." and no word more.
_BETWEEN = frozenset((*ARTICLES, *"in te . , ( ) en rond bij hele dag kaart route start".split()))
_STREET = re.compile(r"[\w-]*(?:straat|laan|weg|plein|kade|dijk|singel|gracht|pad|hof|markt|wal|plantsoen|park)")
_AT = frozenset(("in", "te", "rond", "bij"))
_ROOMS = ("zaal", "ruimte", "kamer", "foyer")
_HOUSES = frozenset(("part", "care", "care?"))
_SHORT = 12

Held = list[tuple[int, int, int]]


def add_section_lines(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds where a gathering is and who organises it, told by a sentence of its own section of the page."""
    if not scene.sections and not scene.rows:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        told = line.block.kind in _KINDS or index in scene.rows
        event, how = scene.gathering(index) if told else (None, "")
        if event is None or how not in _OF:
            continue
        a, z = line.sentences[number]
        text = line.text(a, z)
        label = f"{line.block.label}:" if line.block.label and number == 0 else ""
        if _WHO.match(label or text):
            for i, j, n in held:
                if scene.kinds[n] in ORGANISATIONS:
                    keep(found, Link("ORGANISES", n, event, _LIKELY, "regel met label", (index, i, j)))
        elif _WHERE.match(label or text) or (not label and _is_where(scene, line, a, z, held)):
            _add_place(scene, found, event, line, held)


def _is_where(scene: Scene, line: Line, a: int, z: int, held: Held) -> bool:
    """Whether a sentence is a host, with a town or a room, and nothing else."""
    if z - a > _SHORT:
        return False
    if held[0][0] == a and scene.kinds[held[0][2]] == "Place" and line.index in scene.rows:
        return line.lows[held[0][1] : z][:1] in ([], [","], ["|"], ["("], ["."])
    if not any(scene.kinds[n] in ORGANISATIONS for _, _, n in held):
        return False
    named = {q for i, j, _ in held for q in range(i, j)}
    rest = [q for q in range(a, z) if q not in named]
    told = any(scene.kinds[n] == "Place" for _, _, n in held) or any(
        line.lows[q] in _AT or _is_of_place(line, q) for q in rest
    )
    return told and all(
        line.lows[q] in _BETWEEN or _is_of_place(line, q) or _CLOCK.fullmatch(line.lows[q]) or _is_of_street(line, q, z)
        for q in rest
    )


def _is_of_street(line: Line, q: int, z: int) -> bool:
    """A word of an address: one of its next words is a street, of which the number follows."""
    street = next((x for x in range(q, min(q + _SHORT // 2, z)) if _STREET.fullmatch(line.lows[x])), None)
    return street is not None and all(line.capital[q:street]) and street + 1 < z and line.lows[street + 1][0].isdigit()


def _is_of_place(line: Line, q: int) -> bool:
    """``dorpshuis``, ``zaal``, ``1``: what a house is, and where in it."""
    low = line.lows[q]
    return low.isdigit() or low.endswith(_ROOMS) or not _HOUSES.isdisjoint(line.classes[q])


def _add_place(scene: Scene, found: dict[Key, Link], event: int, line: Line, held: Held) -> None:
    towns = [x for x in held if scene.kinds[x[2]] == "Place"]
    for i, j, n in towns:
        keep(found, Link("HELD_IN", event, n, _LIKELY, "plaatsregel", (line.index, i, j)))
    for i, j, n in held:
        if scene.kinds[n] in ORGANISATIONS and not scene.things[n].key.startswith(("gemeente ", "provincie ")):
            keep(found, Link("HELD_AT", event, n, _LIKELY, "plaatsregel", (line.index, i, j)))
            for _, _, town in towns[:1]:
                keep(found, Link("BASED_IN", n, town, _LIKELY, "plaatsregel", (line.index, i, j)))
