"""People of a list whose heading, label or lead says whose they are: a board, members of a council, who was there."""

from __future__ import annotations

import re

from ingest.extract.enumerations import enumerations
from ingest.extract.introductions import introduced_by, introduction
from ingest.extract.kinds import OWNERS
from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.page_council import COUNCIL, page_council
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_LIKELY = 0.8
_OWN = frozenset(("present", "absent", "board", "watch", "team", "members"))
_MET = frozenset(("present", "absent", "members"))
_PROPOSED = re.compile(r"voordracht|voorgedragen|benoemd door")
_STARTS = 5
_LEAST = 2

Held = list[tuple[int, int, int]]


def add_listed_people(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds that they have a role there, unless a sure rule has found them one."""
    if not scene.counts["Person"]:
        return
    placed = {key[1] for key, link in found.items() if key[0] == "HAS_ROLE" and link.why != MODEL}
    lists: dict[str, list[tuple[Line, int, int, int, int]]] = {}
    named = {index for n, t in enumerate(scene.things) if t.kind == "Person" for index, _, _, _ in scene.spots[n]}
    for line in scene.sheet.order:
        if line.index not in named or introduced_by(scene, line).isdisjoint(_OWN):
            continue
        people = _listed(scene, line)
        owner = _owner(scene, line) if people else None
        if owner is not None:
            listed = lists.setdefault(introduction(scene, line), [])
            listed += [(line, i, j, n, owner) for i, j, n in people]
    for listed in lists.values():
        alone = len({n for _, _, _, n, _ in listed}) < _LEAST
        for line, i, j, n, owner in listed:
            if n not in placed and not (alone and _MET.isdisjoint(introduced_by(scene, line))):
                keep(found, Link("HAS_ROLE", n, owner, _LIKELY, "in een lijst van mensen", (line.index, i, j)))
                _drop_others(scene, found, n, owner)
    _drop_parts(scene, found, {(n, line.index) for listed in lists.values() for line, _, _, n, _ in listed})


def _drop_others(scene: Scene, found: dict[Key, Link], n: int, owner: int) -> None:
    """Takes back that a person is of another body, as far as no sentence names both and only the model says so."""
    said = {(a, s) for a, s, _, _ in scene.spots[n]}
    for key in [key for key, link in found.items() if key[0] == "HAS_ROLE" and key[1] == n and link.why == MODEL]:
        if key[2] != owner and said.isdisjoint((a, s) for a, s, _, _ in scene.spots[key[2]]):
            del found[key]


def _drop_parts(scene: Scene, found: dict[Key, Link], listed: set[tuple[int, int]]) -> None:
    """Takes back that somebody has a part in a gathering whom the page only lists."""
    people = {n for n, _ in listed}
    for key in [key for key, link in found.items() if key[0] == "TAKES_PART_IN" and link.why == MODEL]:
        n = key[1]
        if n in people and all((n, a) in listed for a, _, _, _ in scene.spots[n]):
            del found[key]


def _listed(scene: Scene, line: Line) -> Held:
    """The people with whom an item, a row or a labelled line begins, without those who are said to be of elsewhere."""
    held = [x for s in range(len(line.sentences)) for x in scene.sentences.get((line.index, s), ())]
    people = [x for x in held if scene.kinds[x[2]] == "Person"]
    if not people or any(scene.kinds[n] == "Event" for _, _, n in held):
        return []
    colon = line.lows.index(":") + 1 if ":" in line.lows[: people[0][0]] else 0
    if people[0][0] > colon + _STARTS or (line.block.kind in ("paragraph", "quote") and not colon):
        return []
    groups = enumerations(scene, line, [x for x in held if x[0] >= colon])
    stretch = groups.get(people[0][0])
    chosen = [x for x in people if stretch is not None and groups.get(x[0]) == stretch] or people[:1]
    return [x for x in chosen if not _is_of_elsewhere(scene, line, held, x, alone=stretch is None)]


def _is_of_elsewhere(scene: Scene, line: Line, held: Held, person: tuple[int, int, int], *, alone: bool) -> bool:
    """Whether brackets behind a person, or the rest of the line of a person alone, name an organisation."""
    end = person[1]
    if alone:
        cells = [q for q in range(end, len(line.words)) if line.words[q] == "|"]
        stop = cells[1] if len(cells) > 1 and _holds_role(line, *cells[:2]) else len(line.words)
        named = [n for i, _, n in held if end <= i < stop and scene.kinds[n] in OWNERS]
        if ":" not in line.lows and any(i < person[0] and scene.kinds[n] in OWNERS for i, _, n in held):
            return True
        return bool(named) and _PROPOSED.search(line.block.text) is None
    if end >= len(line.words) or line.words[end] != "(":
        return False
    close = next((q for q in range(end, len(line.words)) if line.words[q] == ")"), end)
    return any(end < i < close and scene.kinds[n] in OWNERS for i, _, n in held)


def _holds_role(line: Line, start: int, end: int) -> bool:
    return any("role" in classes for classes in line.classes[start:end])


def _owner(scene: Scene, line: Line) -> int | None:
    """Whose people they are: named before the colon, in lead or heading; else the page's own council or body."""
    if ":" in line.lows:
        colon = line.lows.index(":")
        named = [n for i, _, n in scene.sentences.get((line.index, 0), ()) if i < colon and scene.kinds[n] in OWNERS]
        if named:
            return named[-1]
    # A label of its own says what a line lists; the text above says whose they are only of items and rows.
    lead = scene.sheet.lead_of(line) if line.block.kind != "label" and ":" not in line.lows[:_STARTS] else None
    for above in (lead, scene.sheet.heading_of(line)):
        if above is not None and above.sentences:
            last = len(above.sentences) - 1
            named = [n for _, _, n in scene.sentences.get((above.index, last), ()) if scene.kinds[n] in OWNERS]
            if named:
                return named[-1]
    cues = introduced_by(scene, line)
    met = not cues.isdisjoint(_MET) or COUNCIL.search(introduction(scene, line)) is not None
    council = page_council(scene) if met and "watch" not in cues and "board" not in cues else None
    return council if council is not None else scene.top_body
