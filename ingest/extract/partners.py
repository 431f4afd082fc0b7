"""Who works together: ``A werkt samen met B``, ``A en B werken samen``, ``A heeft een samenwerking met B``, lists."""

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
# "In samenwerking met" says with whom something was done, not with whom one works.
_JOINT = re.compile(
    r"(?<!\bin )\been (?:[\w’'-]+ )?(?:samenwerking|samenwerkingsverband|partnerschap)(?: [\w’'-]+)? met\b"
    r"|\bis (?:een|het) (?:[\w’'-]+ )?(?:samenwerking|samenwerkingsverband|coalitie|alliantie) (?:van|tussen)\b"
)
_NOUNS = frozenset(("samenwerking", "samenwerkingsverband", "partnerschap", "coalitie", "alliantie"))
# Without one of these words none of the patterns fits.
_WORDS = _NOUNS | {"samen"}
_AND_WITH = re.compile(r"^(?:, )?(?:en |ook )*met (?:de |het )?[\w’'-]*(?: [\w’'-]+)?$")
_REACH = 6

Held = list[tuple[int, int, int]]


def add_partners(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds what sentences state of working together."""
    if scene.sheet.counts.keys().isdisjoint(_WORDS):
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if not _NOUNS.isdisjoint(line.lows[a:z]):
            _joint(scene, found, line, (a, z), held)
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


def _joint(scene: Scene, found: dict[Key, Link], line: Line, sentence: tuple[int, int], held: Held) -> None:
    """``er is een samenwerking met B en met C``, ``A is een samenwerking van B en C``: of whom it names before."""
    a, z = sentence
    match = _JOINT.search(line.text(a, z))
    if match is None:
        return
    start, end = (line.token_at(line.begins[a] + at) for at in (match.start(), match.end() - 1))
    bodies = [x for x in held if scene.kinds[x[2]] in ORGANISATIONS]
    subjects = [x for x in bodies if x[1] <= start][-1:]
    objects: Held = []
    for i, j, n in bodies:
        if i > end and (i <= end + _REACH if not objects else _goes_on(line, objects[-1], (i, j, n))):
            objects.append((i, j, n))
    _add(scene, found, line, subjects, objects)


def _goes_on(line: Line, last: tuple[int, int, int], following: tuple[int, int, int]) -> bool:
    runs = list_of(line, last[0])
    together = runs is not None and list_of(line, following[0]) is runs
    return together or _AND_WITH.match(line.text(last[1], following[0])) is not None


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
