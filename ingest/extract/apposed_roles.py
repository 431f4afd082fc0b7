"""Roles that stand right behind a person: ``P, voorzitter van O``, ``P is een van de begeleiders van O``."""

from __future__ import annotations

from ingest.extract.kinds import OWNERS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

_LIKELY = 0.85
_BE = frozenset("is was werd wordt blijft bleef".split())
_OF = frozenset(("van", "bij", "voor", "namens"))
_NOT = frozenset(("geen", "niet", "nooit", "niemand"))
# A role noun names no organisation by these, but goes on.
_GOES_ON = frozenset(("raad", "bestuur", "college", "commissie", "team", "afdeling"))
_MOST_ROLE, _MOST_HEAD = 8, 4

Spot = tuple[int, int, int]
Held = list[Spot]


def add_apposed_roles(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds that people have the role that stands behind their name, of the organisation behind that."""
    for (index, number), held in scene.sentences.items():
        if len(held) < 2:
            continue
        people = [x for x in held if scene.kinds[x[2]] == "Person"]
        owners = [x for x in held if scene.kinds[x[2]] in OWNERS] if people else []
        line = scene.sheet.lines[index]
        z = line.sentences[number][1]
        for person in people if owners else ():
            owner = _owner_behind(line, person[1], z, owners)
            if owner is not None:
                role, body = owner
                text = line.text(person[1] + 1, role).strip(" ,")
                spot = (index, person[0], body[1])
                keep(found, Link("HAS_ROLE", person[2], body[2], _LIKELY, "functie achter de naam", spot, text))


def _owner_behind(line: Line, j: int, z: int, owners: Held) -> tuple[int, Spot] | None:
    """Where the role behind a name ends, and the organisation that follows it."""
    if j >= z or not (line.lows[j] in _BE or line.words[j] == ","):
        return None
    role = False
    for q in range(j + 1, min(z, j + 1 + _MOST_ROLE)):
        low = line.lows[q]
        if low in _NOT or line.words[q] in (",", ";", ":", "(", ")") or line.capital[q]:
            return None
        if low in _OF and role:
            body = _first_name(line, q + 1, z, owners)
            if body is not None:
                return q, body
            if not _GOES_ON.intersection(line.lows[q + 1 : q + 3]):
                return None
        role = role or "role" in line.classes[q]
    return None


def _first_name(line: Line, at: int, z: int, owners: Held) -> Spot | None:
    """The organisation that begins right here, behind an article and what it is called by."""
    for q in range(at, min(z, at + _MOST_HEAD)):
        body = next((x for x in owners if x[0] == q), None)
        if body is not None:
            return body
        low = line.lows[q]
        if line.capital[q] or not (low in ARTICLES or low.isalpha()) or low in _OF:
            return None
    return None
