"""Evidence over sentence borders: the line above a list, the organisation last named, and the one the page is about."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain

from ingest.extract.introductions import introduced_by
from ingest.extract.kinds import ORGANISATIONS, OWNERS, Thing
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.scene import Scene
from ingest.extract.scope_evidence import person_context
from ingest.extract.tokens import Line
from ingest.extract.triggers import triggers_in

_LISTED = frozenset((*ORGANISATIONS, "Person", "Place"))
_CARRIED = ("role-before", "role-after", "head=", "lead", "block=", "label=", "next=", "in=")
_MEMBERS = frozenset(("present", "absent", "board", "watch", "team", "members"))
_BOARDS = frozenset("bestuur kernteam team werkgroep initiatiefgroep toezicht raad directie".split())
_MOST_LEAD = 220
_SHORT_START, _SHORT_REST, _CARD = 3, 5, 16
_ENUMERATED = 3


def add_distant_pairs(scene: Scene, pairs: Pairs) -> None:
    """Pairs whose ends stand in different sentences."""
    owners = _owners_in_order(scene)
    following = dict(zip([x.index for x in scene.sheet.order], [*scene.sheet.order[1:], None], strict=True))
    for n, thing in enumerate(scene.things):
        for index, number, i, j in scene.spots[n]:
            line = scene.sheet.lines[index]
            if thing.kind in _LISTED and line.block.kind in ("item", "row", "label"):
                _add_lead(scene, pairs, n, line, i)
            if thing.kind == "Person":
                _add_person(scene, pairs, n, (index, number, i, j), owners, following[index])
            elif thing.kind in ORGANISATIONS:
                _add_body(scene, pairs, n, line, number)


def _owners_in_order(scene: Scene) -> list[tuple[int, int, int]]:
    found = [
        (scene.order[(index, number)], i, n)
        for n, thing in enumerate(scene.things) if thing.kind in OWNERS
        for index, number, i, _ in scene.spots[n]
    ]  # fmt: skip
    return sorted(found)


def _pair(scene: Scene, pairs: Pairs, a: int, c: int, features: set[str]) -> None:
    if a != c and (scene.kinds[a], scene.kinds[c]) in LINKS_BETWEEN:
        pairs[(a, c)] |= features


def _add_lead(scene: Scene, pairs: Pairs, n: int, line: Line, i: int) -> None:
    """What the lead sentence or heading of a list names, with every item."""
    lead = scene.sheet.lead_of(line) or scene.sheet.heading_of(line)
    if lead is None or (len(lead.block.text) > _MOST_LEAD and not lead.block.text.rstrip().endswith(":")):
        return
    last = len(lead.sentences) - 1
    a, z = lead.sentences[last]
    features = {"LEAD", f"LEAD:start={i == 0:d}", f"LEAD:of={lead.block.kind}"}
    features |= {f"LEAD:{t}" for t in triggers_in(lead, a, z)}
    if "role" in chain.from_iterable(lead.classes[a:z]):
        features.add("LEAD:role")
    if {"aanwezig", "afwezig", "bestuur"}.intersection(lead.lows):
        features.add("LEAD:present")
    for _, _, other in scene.sentences.get((lead.index, last), ()):
        _pair(scene, pairs, n, other, features)
        _pair(scene, pairs, other, n, features)


def _add_person(
    scene: Scene, pairs: Pairs, n: int, spot: tuple[int, int, int, int], owners: list[tuple[int, int, int]],
    following: Line | None,
) -> None:  # fmt: skip
    index, number, i, j = spot
    line = scene.sheet.lines[index]
    near_role = "role" in chain.from_iterable(line.classes[max(0, i - 2) : i] + line.classes[j : j + 6])
    listed = _listed(scene, spot, following)
    a, z = line.sentences[number]
    if not _BOARDS.isdisjoint(line.lows[a:z]):
        listed.add("lead:board")
    elif "role" in chain.from_iterable(line.classes[a:z]):
        listed.add("lead:office")
    if not near_role and not listed:
        return
    context = {x for x in person_context(scene, line, i, j) if x.startswith(_CARRIED)} | listed
    title = scene.sheet.page.title.lower()
    above = scene.sheet.heading_of(line)
    heading = above.block.text.lower() if above is not None else ""
    inside = any(scene.kinds[m] in OWNERS for _, _, m in scene.sentences.get((index, number), ()))
    here = scene.order[(index, number)]
    at = bisect_left(owners, (here, -1, -1)) - 1
    if at >= 0:
        place, _, owner = owners[at]
        features = {"BACK", f"BACK:far={min(4, here - place)}", f"BACK:inside={inside:d}"}
        _pair(scene, pairs, n, owner, features | {f"BACK:{x}" for x in context})
    for kind in OWNERS:
        top = scene.top.get(kind)
        if top is not None:
            features = {"TOP", f"TOP:inside={inside:d}", f"TOP:role={near_role:d}"}
            if top == scene.top_body:
                features.add("TOP:all")
            if any(key in title for key in scene.things[top].keys):
                features.add("TOP:title")
            if any(key in heading for key in scene.things[top].keys):
                features.add("TOP:heading")
            _pair(scene, pairs, n, top, features | {f"TOP:{x}" for x in context})


def _listed(scene: Scene, spot: tuple[int, int, int, int], following: Line | None) -> set[str]:
    """How a person stands in a list: an item, a line of a name alone, a card (name, then role), an enumeration."""
    index, number, i, j = spot
    line = scene.sheet.lines[index]
    found = set()
    if line.block.kind in ("item", "row", "label"):
        found.add("role-before:item")
    if i < _SHORT_START and len(line.words) - j < _SHORT_REST:
        found.add("lead:alone")
        if following is not None and len(following.words) < _CARD and "role" in chain.from_iterable(following.classes):
            found.add("lead:card")
    if not _MEMBERS.isdisjoint(introduced_by(scene, line)):
        found.add("lead:members")
    people = sum(scene.kinds[m] == "Person" for _, _, m in scene.sentences.get((index, number), ()))
    if people >= _ENUMERATED:
        found.add("lead:people")
    return found


def _add_body(scene: Scene, pairs: Pairs, n: int, line: Line, number: int) -> None:
    """Membership of the movement that the page is about, which a list often leaves unsaid."""
    movement = scene.top.get("Movement")
    if movement is None:
        return
    a, z = line.sentences[number]
    heading = scene.sheet.heading_of(line)
    features = {"MOVE", f"MOVE:care={min(3, scene.counts['CareOrganisation'] // 3)}"}
    features |= {f"MOVE:{t}" for t in triggers_in(line, a, z)}
    if heading is not None:
        features.add(f"MOVE:head={heading.block.text.lower()[:12]}")
    _pair(scene, pairs, n, movement, features)


def add_page_evidence(scene: Scene, pairs: Pairs) -> None:
    """What holds of a pair wherever its ends stand: kinds, names in names, the organisations the page is about."""
    _add_named_places(scene, pairs)
    short = [kind[:4] for kind in scene.kinds]
    sure = [min(int(thing.confidence * 5), 4) for thing in scene.things]
    as_subject, as_object = [f"sure:subject={x}" for x in sure], [f"sure:object={x}" for x in sure]
    head = [_authority(thing) for thing in scene.things]
    for (a, c), features in pairs.items():
        subject, thing = scene.things[a], scene.things[c]
        features.update((f"ends={short[a]}>{short[c]}", as_subject[a], as_object[c]))
        if thing.kind == "Place":
            if any(f" {thing.key} " in f" {key} " for key in subject.keys):
                features.add("name-holds-place")
            features.add(f"places={min(4, scene.counts['Place'])}")
            features |= {name for name, holds in (
                ("subject-top", a == scene.top_body), ("subject-top:kind", scene.top.get(subject.kind) == a),
            ) if holds}  # fmt: skip
        if a == scene.top_body:
            features.add("subject=top")
        if c == scene.top_body:
            features.add("object=top")
        elif scene.top.get(thing.kind) == c:
            features.add("object=top:kind")
        if head[a]:
            features.add(f"subject:authority={head[a]}")
        if head[c]:
            features.add(f"object:authority={head[c]}")


def _authority(thing: Thing) -> str:
    """The noun that heads an authority's name; empty for anything else."""
    head = thing.key.partition(" ")[0] if thing.kind == "Partner" else ""
    return head if head in ("gemeente", "provincie", "ministerie", "stadsdeel") else ""


def _add_named_places(scene: Scene, pairs: Pairs) -> None:
    """An organisation whose name ends in a town is probably based there (not so an authority)."""
    places = {t.key: n for n, t in enumerate(scene.things) if t.kind == "Place"}
    for n, thing in enumerate(scene.things):
        if thing.kind not in ORGANISATIONS or thing.key.startswith(("gemeente ", "provincie ", "ministerie ")):
            continue
        for key in thing.keys:
            words = key.split()
            for size in (1, 2, 3):
                place = places.get(" ".join(words[-size:])) if len(words) > size else None
                if place is not None:
                    pairs[(n, place)].add(f"name-ends={thing.kind}")
