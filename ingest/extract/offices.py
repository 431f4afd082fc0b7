"""Roles whose organisation stands elsewhere: ``Zij is secretaris van O``, ``A en B (O)``, a mayor of the only town."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import LEAST, Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

_LIKELY = 0.85
_HE = frozenset(("hij", "zij", "ze"))
_BE = frozenset(("is", "was", "werd", "wordt"))
_OF = frozenset(("van", "bij", "voor", "aan"))
_TOWN_OFFICES = re.compile(r"^(?:wethouder|burgemeester|raadslid|oud-wethouder|oud-burgemeester|beleidsmedewerker)$")
_OWNERS = (*ORGANISATIONS, "ClientCouncil")
_BACK = 3

Held = list[tuple[int, int, int]]


def add_offices(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds roles over sentence borders, of pairs before brackets, and of a town's office-bearers."""
    for (index, number), held in sorted(scene.sentences.items()):
        line = scene.line(index)
        _of_pronoun(scene, found, line, number, held)
        _of_pair(scene, found, line, held)
        _of_body(scene, found, line, number, held)
    _of_town(scene, found)


def _of_pronoun(scene: Scene, found: dict[Key, Link], line: Line, number: int, held: Held) -> None:
    """``Hij is bestuurslid van O``: the person named last before."""
    a, z = line.sentences[number]
    at = next((q for q in range(a, min(z, a + 6)) if line.lows[q] in _HE), None)
    if at is None or not _BE.intersection(line.lows[max(a, at - 1) : at + 2]):
        return
    if any(scene.kind(n) == "Person" for _, _, n in held):
        return
    person = _last_person(scene, line, number)
    for i, j, n in held if person is not None else ():
        before = i - 1 - (i > a and line.lows[i - 1] in ARTICLES)
        role = next((q for q in range(before - 1, max(a, before - 5), -1) if "role" in line.classes[q]), None)
        if scene.kind(n) in _OWNERS and before > at and line.lows[before] in _OF and role is not None:
            assert person is not None
            text = line.text(role, before)
            keep(found, Link("HAS_ROLE", person, n, _LIKELY, "rol in de volgende zin", (line.index, role, j), text))


def _last_person(scene: Scene, line: Line, number: int) -> int | None:
    """The person whom the sentences right before name last; nobody when the nearest of them names several."""
    for s in range(number - 1, max(-1, number - 1 - _BACK), -1):
        people = {n for _, _, n in scene.sentences.get((line.index, s), ()) if scene.kind(n) == "Person"}
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def _of_pair(scene: Scene, found: dict[Key, Link], line: Line, held: Held) -> None:
    """``A en B (O)``: both are of O."""
    people = [x for x in held if scene.kind(x[2]) == "Person"]
    for (i, j, n), (p, q, m) in pairwise(people):
        joined = p == j + 1 and line.lows[j] == "en"
        if not joined or q + 1 >= len(line.words) or line.words[q] != "(":
            continue
        skip = 1 if line.lows[q + 1] in ("beiden", "allebei") else 0
        owner = next((x for x in held if x[0] == q + 1 + skip and scene.kind(x[2]) in _OWNERS), None)
        if owner is not None and owner[1] < len(line.words) and line.words[owner[1]] == ")":
            for person in (n, m):
                keep(
                    found, Link("HAS_ROLE", person, owner[2], _LIKELY, "samen voor haakjes", (line.index, i, owner[1]))
                )


def _of_body(scene: Scene, found: dict[Key, Link], line: Line, number: int, held: Held) -> None:
    """``A en B van O``, ``Namens O sprak A``: people with nothing but their organisation."""
    a = line.sentences[number][0]
    people = [x for x in held if scene.kind(x[2]) == "Person"]
    for i, j, owner in held:
        if scene.kind(owner) not in _OWNERS:
            continue
        at = i - 1 - (i > a and line.lows[i - 1] in ARTICLES)
        if at > a and line.lows[at] in ("van", "namens", "bij"):
            last = next((x for x in people if x[1] == at), None)
            joined = [x for x in people if last is not None and x[1] == last[0] - 1 and line.lows[x[1]] == "en"]
            for x, _, n in (last, *joined) if last is not None else ():
                keep(found, Link("HAS_ROLE", n, owner, _LIKELY, "naam van organisatie", (line.index, x, j)))
        elif at == a and line.lows[a] == "namens":
            speaker = next((x for x in people if j < x[0] <= j + _BACK), None)
            if speaker is not None:
                keep(
                    found,
                    Link("HAS_ROLE", speaker[2], owner, _LIKELY, "namens organisatie", (line.index, i, speaker[1])),
                )


def _of_town(scene: Scene, found: dict[Key, Link]) -> None:
    """``Wethouder A``: of the only town whose authority the page names."""
    towns = [n for n, t in enumerate(scene.things) if t.kind == "Partner" and t.key.startswith("gemeente ")]
    if len(towns) != 1:
        return
    placed = {a for (kind, a, _), link in found.items() if kind == "HAS_ROLE" and link.confidence >= LEAST}
    for n, thing in enumerate(scene.things):
        if thing.kind != "Person" or n in placed:
            continue
        for index, _, i, j in scene.spots[n]:
            line = scene.line(index)
            if i and _TOWN_OFFICES.match(line.lows[i - 1]):
                role = line.words[i - 1]
                keep(found, Link("HAS_ROLE", n, towns[0], _LIKELY, "ambt in de gemeente", (index, i - 1, j), role))
                break
