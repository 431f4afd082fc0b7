"""Roles whose organisation stands elsewhere: ``Zij is secretaris van O``, ``A en B (O)``, a mayor of the only town."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.enumerations import enumerations
from ingest.extract.kinds import OWNERS
from ingest.extract.links import LEAST, Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

_LIKELY = 0.85
_HE = frozenset(("hij", "zij", "ze"))
_WORKS = frozenset(("werkt", "werkte"))
_DOES = _WORKS | {"is", "was", "werd", "wordt", "zit", "zat", "blijft", "bleef"}
_NOT = frozenset(("niet", "geen", "wil", "wilde", "zou", "nooit"))
_SEATS = ("bestuur", "raad", "commissie", "werkgroep", "stuurgroep", "team")
_NEAR, _MUCH = 8, 4
_OF = frozenset(("van", "bij", "voor", "aan"))
_TOWN_OFFICES = re.compile(r"^(?:wethouder|burgemeester|raadslid|oud-wethouder|oud-burgemeester|beleidsmedewerker)$")
_BACK = 3
_BOTH = frozenset("beiden allebei beide alle alledrie".split())
_LEADING = frozenset(("met", "heeft", "hebben", "kreeg", "krijgt", "had", "hadden"))
_JOINTS = frozenset((",", "en"))
_MOST_ROLE = 5

Held = list[tuple[int, int, int]]


def add_offices(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds roles over sentence borders, of pairs before brackets, and of a town's office-bearers."""
    owners = {n for n, kind in enumerate(scene.kinds) if kind in OWNERS}
    for (index, number), held in scene.sentences.items():
        if owners.isdisjoint([n for _, _, n in held]):
            continue
        line = scene.sheet.lines[index]
        people = [x for x in held if scene.kinds[x[2]] == "Person"]
        if not people:
            _of_pronoun(scene, found, line, number, held)
            continue
        _of_pair(scene, found, line, held, people)
        _of_body(scene, found, line, number, held, people)
        if "als" in line.lows:
            _with_role(scene, found, line, number, held)
        if not _BOTH.isdisjoint(line.lows):
            _of_both(scene, found, line, held, people)
    _of_town(scene, found)


def _of_pronoun(scene: Scene, found: dict[Key, Link], line: Line, number: int, held: Held) -> None:
    """``Hij is bestuurslid van O``, ``Zij werkte bij O``: the person told of; the sentence itself names nobody."""
    a, z = line.sentences[number]
    at = next((q for q in range(a, min(z, a + 6)) if line.lows[q] in _HE), None)
    if at is None:
        return
    verbs = _DOES.intersection(line.lows[max(a, at - 1) : at + 2])
    person = _last_person(scene, line, number) if verbs else None
    for i, j, n in held if person is not None else ():
        before = i - 1 - (i > a and line.lows[i - 1] in ARTICLES)
        if scene.kinds[n] not in OWNERS or before <= at or line.lows[before] not in _OF:
            continue
        if not _NOT.isdisjoint(line.lows[a:i]):
            continue
        role = next((q for q in range(before - 1, max(a, before - 5), -1) if "role" in line.classes[q]), None)
        seat = line.lows[before - 1].endswith(_SEATS)
        works = not _WORKS.isdisjoint(verbs) and line.lows[before] in ("bij", "voor") and before - at <= _NEAR
        assert person is not None
        if role is not None and role > at - 2:
            text = line.text(role, before)
            keep(found, Link("HAS_ROLE", person, n, _LIKELY, "rol in de volgende zin", (line.index, role, j), text))
        elif seat or works:
            keep(found, Link("HAS_ROLE", person, n, _LIKELY, "rol in de volgende zin", (line.index, at, j)))


def _last_person(scene: Scene, line: Line, number: int) -> int | None:
    """The person whom the sentences right before name last; nobody when the nearest of them names several.

    Where the paragraph names nobody yet, whom the page is a portrait of.
    """
    people = people_before(scene, line, number, number)
    if people:
        near = people_before(scene, line, number, _BACK)
        return near[0] if len(near) == 1 else None
    return _portrayed(scene)


def _portrayed(scene: Scene) -> int | None:
    """The person whom a page names far more than anyone else."""
    people = sorted((len(scene.spots[n]), n) for n, kind in enumerate(scene.kinds) if kind == "Person")
    if not people or people[-1][0] < _MUCH or (len(people) > 1 and people[-2][0] * 2 > people[-1][0]):
        return None
    return people[-1][1]


def people_before(scene: Scene, line: Line, number: int, back: int) -> list[int]:
    """The people of the nearest sentence that names any, of the ``back`` before this one; in order, each once."""
    for s in range(number - 1, max(-1, number - 1 - back), -1):
        held = scene.sentences.get((line.index, s), ())
        people = list(dict.fromkeys(n for _, _, n in held if scene.kinds[n] == "Person"))
        if people:
            return people
    return []


def _of_pair(scene: Scene, found: dict[Key, Link], line: Line, held: Held, people: Held) -> None:
    """``A en B (O)``: both are of O."""
    for (i, j, n), (p, q, m) in pairwise(people):
        joined = p == j + 1 and line.lows[j] == "en"
        if not joined or q + 1 >= len(line.words) or line.words[q] != "(":
            continue
        skip = 1 if line.lows[q + 1] in ("beiden", "allebei") else 0
        owner = next((x for x in held if x[0] == q + 1 + skip and scene.kinds[x[2]] in OWNERS), None)
        if owner is not None and owner[1] < len(line.words) and line.words[owner[1]] == ")":
            for person in (n, m):
                keep(
                    found, Link("HAS_ROLE", person, owner[2], _LIKELY, "samen voor haakjes", (line.index, i, owner[1]))
                )


def _with_role(scene: Scene, found: dict[Key, Link], line: Line, number: int, held: Held) -> None:
    """``O, met P als voorzitter``, ``O heeft P als voorzitter``."""
    a, z = line.sentences[number]
    for i, j, n in held:
        said = scene.kinds[n] == "Person" and j + 1 < z and line.lows[j] == "als"
        owner = next((x for x in reversed(held) if x[1] <= i and scene.kinds[x[2]] in OWNERS), None)
        if not said or owner is None or _LEADING.isdisjoint(line.lows[max(a, i - 2) : i]):
            continue
        role = next((q for q in range(j + 1, min(z, j + _MOST_ROLE)) if "role" in line.classes[q]), None)
        if role is not None:
            text = line.text(j + 1, role + 1)
            keep(found, Link("HAS_ROLE", n, owner[2], _LIKELY, "met als functie", (line.index, i, role + 1), text))


def _of_both(scene: Scene, found: dict[Key, Link], line: Line, held: Held, everybody: Held) -> None:
    """``A en B, beiden bestuurslid van O``, ``A, B en C, alle drie van O``."""
    groups = enumerations(scene, line, held)
    for start, end in sorted(set(groups.values())):
        people = [x for x in everybody if groups.get(x[0]) == (start, end)]
        at = next((q for q in range(end, min(len(line.lows), end + 2)) if line.lows[q] in _BOTH), None)
        owner = next((x for x in held if at is not None and x[0] > at and scene.kinds[x[2]] in OWNERS), None)
        if not people or at is None or owner is None or owner[0] > at + _MOST_ROLE + 1:
            continue
        before = owner[0] - 1 - (line.lows[owner[0] - 1] in ARTICLES)
        if line.lows[before] in _OF or before <= at:
            for i, _, n in people:
                keep(found, Link("HAS_ROLE", n, owner[2], _LIKELY, "samen van organisatie", (line.index, i, owner[1])))


def _of_body(scene: Scene, found: dict[Key, Link], line: Line, number: int, held: Held, people: Held) -> None:
    """``A en B van O``, ``Namens O sprak A``: people with nothing but their organisation."""
    a = line.sentences[number][0]
    for i, j, owner in held:
        if scene.kinds[owner] not in OWNERS:
            continue
        at = i - 1 - (i > a and line.lows[i - 1] in ARTICLES)
        if at > a and line.lows[at] in ("van", "namens", "bij"):
            last = next((x for x in people if x[1] == at), None)
            joined = _joined_with(line, people, last) if last is not None else []
            for x, _, n in (last, *joined) if last is not None else ():
                keep(found, Link("HAS_ROLE", n, owner, _LIKELY, "naam van organisatie", (line.index, x, j)))
        elif at == a and line.lows[a] == "namens":
            speaker = next((x for x in people if j < x[0] <= j + _BACK), None)
            if speaker is not None:
                keep(
                    found,
                    Link("HAS_ROLE", speaker[2], owner, _LIKELY, "namens organisatie", (line.index, i, speaker[1])),
                )


def _joined_with(line: Line, people: Held, last: tuple[int, int, int]) -> Held:
    """The people before the last one with nothing but commas and ``en`` between them."""
    found: Held = []
    start = last[0]
    for x in reversed([x for x in people if x[1] <= last[0]]):
        gap = line.lows[x[1] : start]
        if not gap or not set(gap) <= _JOINTS:
            break
        found.append(x)
        start = x[0]
    return found


def _of_town(scene: Scene, found: dict[Key, Link]) -> None:
    """``Wethouder A``: of the only town whose authority the page names; ``A, wethouder in P``: of P."""
    towns = {t.key: n for n, t in enumerate(scene.things) if t.kind == "Partner" and t.key.startswith("gemeente ")}
    if not towns:
        return
    placed = {a for (kind, a, _), link in found.items() if kind == "HAS_ROLE" and link.confidence >= LEAST}
    for n, thing in enumerate(scene.things):
        if thing.kind != "Person" or n in placed:
            continue
        for index, _, i, j in scene.spots[n]:
            line = scene.sheet.lines[index]
            q = next((q for q in (i - 1, j + 1) if 0 <= q < len(line.lows) and _TOWN_OFFICES.match(line.lows[q])), None)
            town = _town_behind(scene, line, q, towns) if q is not None and q > j else None
            if q is not None and q < i and len(towns) == 1:
                town = next(iter(towns.values()))
            if q is not None and town is not None:
                role = line.words[q]
                why = "ambt in de gemeente"
                keep(found, Link("HAS_ROLE", n, town, _LIKELY, why, (line.index, min(q, i), max(q + 1, j)), role))
                break


def _town_behind(scene: Scene, line: Line, q: int, towns: dict[str, int]) -> int | None:
    """The authority of the place that is named behind an office: ``wethouder in P``."""
    if q + 2 >= len(line.lows) or line.lows[q + 1] not in ("in", "van", "te", "uit"):
        return None
    held = scene.sentences.get((line.index, line.sentence[q]), ())
    place = next((n for i, _, n in held if i == q + 2 and scene.kinds[n] == "Place"), None)
    return towns.get(f"gemeente {scene.things[place].key}") if place is not None else None
