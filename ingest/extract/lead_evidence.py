"""Evidence over sentence borders: the line above a list, the organisation last named, and the one the page is about."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain

from graph_model.values import value
from ingest.extract.introductions import introduced_by
from ingest.extract.kinds import ORGANISATIONS, OWNERS, Thing
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.remembering import Remembered, beginning
from ingest.extract.scene import Scene
from ingest.extract.scope_evidence import person_context
from ingest.extract.tokens import Line
from ingest.extract.triggers import pulling, triggers_in

_LISTED = frozenset((*ORGANISATIONS, "Person", "Place"))
_CARRIED_BY = ("role-before", "role-after", "head=", "lead", "block=", "label=", "next=", "in=")
# Whether what stands around a person counts across sentences.
_CARRIED: Remembered[str, bool] = Remembered(lambda feature: feature.startswith(_CARRIED_BY))
_BACK, _TOP = beginning("BACK:"), beginning("TOP:")
_LEAD, _MOVE = pulling("LEAD:"), pulling("MOVE:")
_HEADED = {"TOP:heading"}
_ENDS = {(a, c): f"ends={a[:4]}>{c[:4]}" for a, c in LINKS_BETWEEN}
_PRESENT = frozenset(("aanwezig", "afwezig", "bestuur"))
_MEMBERS = frozenset(("present", "absent", "board", "watch", "team", "members"))
_BOARDS = frozenset("bestuur kernteam team werkgroep initiatiefgroep toezicht raad directie".split())
_MOST_LEAD = 220
_SHORT_START, _SHORT_REST, _CARD = 3, 5, 16
_ENUMERATED = 3


def add_distant_pairs(scene: Scene, pairs: Pairs) -> None:
    """Pairs whose ends stand in different sentences."""
    above = _Above(_owners_in_order(scene), _tops(scene)) if scene.counts["Person"] else None
    movement = scene.top.get("Movement")
    for n, kind in enumerate(scene.kinds):
        if kind not in _LISTED:
            continue
        for spot in scene.spots[n]:
            line = scene.sheet.lines[spot[0]]
            if line.block.kind in ("item", "row", "label"):
                _add_lead(scene, pairs, n, line, spot[2])
            if kind == "Person" and above is not None:
                _add_person(scene, pairs, n, spot, above)
            elif movement is not None and kind in ORGANISATIONS:
                _add_body(scene, pairs, n, movement, line, spot[1])


@value(frozen=True, slots=True)
class _Above:
    """The bodies that a person may be of without being named with them.

    ``owners``: where each body stands, in order (sentence, token, number); ``tops`` those that the page is mainly
    about, with the keys of their names and what holds of them for everybody.
    """

    owners: list[tuple[int, int, int]]
    tops: list[tuple[int, list[str], set[str]]]


def _tops(scene: Scene) -> list[tuple[int, list[str], set[str]]]:
    title = scene.sheet.page.title.lower()
    found = []
    for top in [scene.top[kind] for kind in OWNERS if kind in scene.top]:
        features, keys = {"TOP"}, scene.things[top].keys
        if top == scene.top_body:
            features.add("TOP:all")
        if any(map(title.__contains__, keys)):
            features.add("TOP:title")
        found.append((top, keys, features))
    return found


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
    named = scene.sentences.get((lead.index, last))
    if not named:
        return
    a, z = lead.sentences[last]
    features = {"LEAD", f"LEAD:start={i == 0:d}", f"LEAD:of={lead.block.kind}", *_LEAD[triggers_in(lead, a, z)]}
    if "role" in chain.from_iterable(lead.classes[a:z]):
        features.add("LEAD:role")
    if not _PRESENT.isdisjoint(lead.lows):
        features.add("LEAD:present")
    for _, _, other in named:
        _pair(scene, pairs, n, other, features)
        _pair(scene, pairs, other, n, features)


def _add_person(scene: Scene, pairs: Pairs, n: int, spot: tuple[int, int, int, int], above: _Above) -> None:
    index, number, i, j = spot
    line = scene.sheet.lines[index]
    near_role = "role" in chain.from_iterable(line.classes[max(0, i - 2) : i] + line.classes[j : j + 6])
    listed = _listed(scene, spot)
    a, z = line.sentences[number]
    if not _BOARDS.isdisjoint(line.lows[a:z]):
        listed.append("lead:board")
    elif "role" in chain.from_iterable(line.classes[a:z]):
        listed.append("lead:office")
    if not near_role and not listed:
        return
    context = [*filter(_CARRIED.__getitem__, person_context(scene, line, i, j)), *listed]
    inside = any(scene.kinds[m] in OWNERS for _, _, m in scene.sentences.get((index, number), ()))
    here = scene.order[(index, number)]
    at = bisect_left(above.owners, (here, -1, -1)) - 1
    if at >= 0:
        place, _, owner = above.owners[at]
        features = {"BACK", f"BACK:far={min(4, here - place)}", f"BACK:inside={inside:d}"}
        features.update(map(_BACK.__getitem__, context))
        _pair(scene, pairs, n, owner, features)
    if not above.tops:
        return
    governing = scene.sheet.heading_of(line)
    heading = governing.block.text.lower() if governing is not None else ""
    shared = {f"TOP:inside={inside:d}", f"TOP:role={near_role:d}", *map(_TOP.__getitem__, context)}
    for top, keys, features in above.tops:
        _pair(scene, pairs, n, top, features | shared)
        if any(map(heading.__contains__, keys)):
            _pair(scene, pairs, n, top, _HEADED)


def _listed(scene: Scene, spot: tuple[int, int, int, int]) -> list[str]:
    """How a person stands in a list: an item, a line of a name alone, a card (name, then role), an enumeration."""
    index, number, i, j = spot
    line = scene.sheet.lines[index]
    found = []
    if line.block.kind in ("item", "row", "label"):
        found.append("role-before:item")
    if i < _SHORT_START and len(line.words) - j < _SHORT_REST:
        found.append("lead:alone")
        at = scene.place_of(line) + 1
        following = scene.sheet.order[at : at + 1]
        if following and len(following[0].words) < _CARD and "role" in chain.from_iterable(following[0].classes):
            found.append("lead:card")
    if not _MEMBERS.isdisjoint(introduced_by(scene, line)):
        found.append("lead:members")
    held = scene.sentences.get((index, number), ())
    if len(held) >= _ENUMERATED and sum([scene.kinds[m] == "Person" for _, _, m in held]) >= _ENUMERATED:
        found.append("lead:people")
    return found


def _add_body(scene: Scene, pairs: Pairs, n: int, movement: int, line: Line, number: int) -> None:
    """Membership of the movement that the page is about, which a list often leaves unsaid."""
    a, z = line.sentences[number]
    heading = scene.sheet.heading_of(line)
    care = min(3, scene.counts["CareOrganisation"] // 3)
    features = {"MOVE", f"MOVE:care={care}", *_MOVE[triggers_in(line, a, z)]}
    if heading is not None:
        features.add(f"MOVE:head={heading.block.text.lower()[:12]}")
    _pair(scene, pairs, n, movement, features)


def add_page_evidence(scene: Scene, pairs: Pairs) -> None:
    """What holds of a pair wherever its ends stand: kinds, names in names, the organisations the page is about."""
    _add_named_places(scene, pairs)
    kinds = scene.kinds
    as_subject: Remembered[int, list[str]] = Remembered(lambda n: _as_subject(scene, n))
    as_object: Remembered[int, list[str]] = Remembered(lambda n: _as_object(scene, n))
    for (a, c), features in pairs.items():
        features.add(_ENDS[kinds[a], kinds[c]])
        features.update(as_subject[a], as_object[c])
        if kinds[c] == "Place":
            _add_place(scene, features, a, c)


def _as_subject(scene: Scene, n: int) -> list[str]:
    """What holds of a thing as the subject of any pair."""
    thing = scene.things[n]
    found = [f"sure:subject={min(int(thing.confidence * 5), 4)}"]
    if n == scene.top_body:
        found.append("subject=top")
    if head := _authority(thing):
        found.append(f"subject:authority={head}")
    return found


def _as_object(scene: Scene, n: int) -> list[str]:
    """What holds of a thing as the object of any pair."""
    thing = scene.things[n]
    found = [f"sure:object={min(int(thing.confidence * 5), 4)}"]
    if n == scene.top_body:
        found.append("object=top")
    elif scene.top.get(thing.kind) == n:
        found.append("object=top:kind")
    if thing.kind == "Place":
        found.append(f"places={min(4, scene.counts['Place'])}")
    if head := _authority(thing):
        found.append(f"object:authority={head}")
    return found


def _add_place(scene: Scene, features: set[str], a: int, c: int) -> None:
    """What a thing has to do with a place by its name, or as one that the page is about."""
    subject, place = scene.things[a], f" {scene.things[c].key} "
    if any(place in f" {key} " for key in subject.keys):
        features.add("name-holds-place")
    if a == scene.top_body:
        features.add("subject-top")
    if scene.top.get(subject.kind) == a:
        features.add("subject-top:kind")


def _authority(thing: Thing) -> str:
    """The noun that heads an authority's name; empty for anything else."""
    head = thing.key.partition(" ")[0] if thing.kind == "Partner" else ""
    return head if head in ("gemeente", "provincie", "ministerie", "stadsdeel") else ""


def _add_named_places(scene: Scene, pairs: Pairs) -> None:
    """An organisation whose name ends in a town is probably based there (not so an authority)."""
    places = {t.key: n for n, t in enumerate(scene.things) if t.kind == "Place"}
    for n, thing in enumerate(scene.things) if places else ():
        if thing.kind not in ORGANISATIONS or thing.key.startswith(("gemeente ", "provincie ", "ministerie ")):
            continue
        for key in thing.keys:
            words = key.split()
            for size in (1, 2, 3):
                place = places.get(" ".join(words[-size:])) if len(words) > size else None
                if place is not None:
                    pairs[(n, place)].add(f"name-ends={thing.kind}")
