"""Who works together: ``A werkt hierin samen met B``, ``A en B werken samen``, and the list below ``samen met:``."""

from __future__ import annotations

import re
from itertools import combinations

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.spans import list_of
from ingest.extract.tokens import Line

_LIKELY = 0.8
_WITH = re.compile(r"\bwerk(?:t|en|te|ten) (?:[\w’'-]+ ){0,6}?samen met\b")
_TOGETHER = re.compile(r"\bwerken (?:[\w’'-]+ ){0,6}?samen\b(?! met\b)")
_REACH = 6

Held = list[tuple[int, int, int]]


def add_partners(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds what sentences state of working together."""
    if "samen" not in scene.sheet.counts:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if "samen" not in line.lows[a:z]:
            continue
        bodies = [x for x in held if scene.kinds[x[2]] in ORGANISATIONS]
        text = line.text(a, z)
        match = _WITH.search(text) if bodies else None
        if match is not None:
            start = line.token_at(line.begins[a] + match.start())
            end = line.token_at(line.begins[a] + match.end() - 1) + 1
            subjects = _group(line, [x for x in bodies if x[1] <= start], start)
            objects = [x for x in bodies if x[0] >= end]
            near = objects[:1] if objects and objects[0][0] <= end + _REACH else []
            runs = list_of(line, near[0][0]) if near else None
            others = [x for x in objects if runs is not None and list_of(line, x[0]) is runs] or near
            _add(scene, found, line, subjects, others or _listed(scene, line, end))
        elif len(bodies) > 1 and (together := _TOGETHER.search(text)) is not None:
            start = line.token_at(line.begins[a] + together.start())
            for x, y in combinations(_group(line, [x for x in bodies if x[1] <= start], start), 2):
                _add(scene, found, line, [x], [y])


def _group(line: Line, bodies: Held, start: int) -> Held:
    """The body right before a verb with those of its enumeration."""
    if not bodies or bodies[-1][1] < start - _REACH:
        return []
    runs = list_of(line, bodies[-1][0])
    return [x for x in bodies if runs is not None and list_of(line, x[0]) is runs] or bodies[-1:]


def _listed(scene: Scene, line: Line, end: int) -> Held:
    """The first body of each item of the list that a line which ends here introduces."""
    if end + 1 < len(line.words):
        return []
    found = []
    for other in scene.sheet.order:
        if other.block.lead == line.index and other.sentences:
            held = scene.sentences.get((other.index, 0), [])
            found += [x for x in held if scene.kinds[x[2]] in ORGANISATIONS and x[0] <= 1][:1]
    return found


def _add(scene: Scene, found: dict[Key, Link], line: Line, subjects: Held, objects: Held) -> None:
    for i, _, a in subjects:
        for _, _, c in objects:
            if a != c:
                keep(found, Link("PARTNER_OF", a, c, _LIKELY, "werkt samen met", (line.index, i, i + 1)))
