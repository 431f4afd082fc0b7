"""Roles at the body that the sentences are about: ``Trekker is P``, ``teamleider P``, ``onze coach heet P``."""

from __future__ import annotations

from ingest.extract.kinds import OWNERS
from ingest.extract.lexicon.folding import folded
from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.own_statements import owner_of_people
from ingest.extract.scene import BODIES, Scene
from ingest.extract.tokens import Line

_LIKELY = 0.85
# Roles that nobody has but at a body; of a mayor, a doctor or a moderator the sentences around may tell of any.
_OFFICES = (
    "voorzitter secretaris penningmeester bestuurslid bestuurder bestuursvoorzitter directeur directrice coördinator "
    "coördinatrice initiatiefnemer initiatiefneemster trekker kartrekker locatiemanager teamleider regiomanager "
    "zorgmanager wijkmanager dorpsondersteuner woordvoerder beheerder beheerster kwartiermaker zorgcoördinator "
    "dorpscoördinator projectleider kwaliteitsadviseur bewonersondersteuner coach"
)
_OFFICE = frozenset(_OFFICES.split())
_OURS = frozenset(("onze", "ons"))
_IS = frozenset(("is", "heet", "werd", "wordt", "was"))
_BACK = 3
_OPENING = 2
_REACH = 5

Held = list[tuple[int, int, int]]


def add_role_topics(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds them for people in a sentence that names no body, and whom no rule has given a role yet."""
    if not scene.counts["Person"] or _OFFICE.isdisjoint(scene.sheet.counts):
        return
    placed = {key[1] for key, link in found.items() if key[0] == "HAS_ROLE" and link.why != MODEL}
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        people = [x for x in held if scene.kinds[x[2]] == "Person" and x[2] not in placed]
        if not people or _OFFICE.isdisjoint(line.lows[a:z]):
            continue
        ours = {x[2] for x in people if _add_ours(scene, found, line, number, x)}
        if any(scene.kinds[n] in BODIES for _, _, n in held):
            continue
        for i, j, n in people:
            role = _role(line, a, z, i, j) if n not in ours else None
            owner = _topic(scene, line, number) if role is not None else None
            if role is not None and owner is not None:
                start, end = min(i, role), max(j, role + 1)
                why = "rol bij waar de zinnen over gaan"
                keep(found, Link("HAS_ROLE", n, owner, _LIKELY, why, (index, start, end), line.words[role]))


def _add_ours(scene: Scene, found: dict[Key, Link], line: Line, number: int, person: tuple[int, int, int]) -> bool:
    """``onze dorpsondersteuner, P``, ``P is nog altijd onze voorzitter``: at the page's own body."""
    a, z = line.sentences[number]
    i, j, n = person
    role = _our_role(line, z, j)
    before = _role(line, a, z, i, j) if role is None else None
    if before is not None and before > a and line.lows[before - 1] in _OURS:
        role = before
    owner = owner_of_people(scene) if role is not None else None
    if role is None or owner is None or not is_sure(scene, owner):
        return False
    spot = (line.index, min(i, role), max(j, role + 1))
    keep(found, Link("HAS_ROLE", n, owner, _LIKELY, "rol bij onszelf", spot, line.words[role]))
    return True


def _our_role(line: Line, z: int, j: int) -> int | None:
    """Behind a name: ``is nog altijd onze voorzitter``, ``, coördinator van ons netwerk``."""
    if line.lows[j : j + 1] in (["is"], ["was"], ["werd"]):
        near = range(j, min(z - 1, j + _REACH))
        return next((q + 1 for q in near if line.lows[q] in _OURS and line.lows[q + 1] in _OFFICE), None)
    apposed = line.words[j : j + 1] == [","] and j + 3 < z and line.lows[j + 1] in _OFFICE
    return j + 1 if apposed and line.lows[j + 2] == "van" and line.lows[j + 3] in _OURS else None


def _role(line: Line, a: int, z: int, i: int, j: int) -> int | None:
    """Where the office of a person stands: right before the name, with ``is`` between, or in apposition behind."""
    if i > a and line.lows[i - 1] in _OFFICE:
        return i - 1
    if i > a + 1 and line.lows[i - 2] in _OFFICE and line.lows[i - 1] in {*_IS, ","}:
        return i - 2
    if j + 1 < z and line.words[j] == "," and line.lows[j + 1] in {*_OFFICE, "de"}:
        at = j + 1 + (line.lows[j + 1] == "de")
        ends = at + 1 >= z or line.words[at + 1] in (",", ".", ")")
        return at if at < z and line.lows[at] in _OFFICE and ends else None
    return None


def _topic(scene: Scene, line: Line, number: int) -> int | None:
    """Whose office it is: that of the heading above, or of the one body told of before."""
    headed = topic_of_heading(scene, line)
    return topic_before(scene, line, number) if headed is None else headed


def topic_of_heading(scene: Scene, line: Line) -> int | None:
    """The only body that the heading above a line names; not that of the page's title."""
    heading = scene.sheet.heading_of(line)
    if heading is None or heading is scene.sheet.title:
        return None
    named: set[int] = set()
    for s in range(len(heading.sentences)):
        named |= _bodies(scene, scene.sentences.get((heading.index, s), ()))
    return named.pop() if len(named) == 1 else None


def topic_before(scene: Scene, line: Line, number: int) -> int | None:
    """The only body of the nearest of the sentences before that names any, where it is what the sentence tells of."""
    for s in range(number - 1, max(-1, number - 1 - _BACK), -1):
        held = scene.sentences.get((line.index, s), ())
        named = _bodies(scene, held)
        if named:
            return named.pop() if len(named) == 1 and _is_subject(scene, line, s, held) else None
    return None


def is_sure(scene: Scene, body: int) -> bool:
    """Whether the page's own body is named in its title, or again and again."""
    title = f" {folded(scene.sheet.page.title)} "
    return len(scene.spots[body]) > _BACK or any(f" {key} " in title for key in scene.things[body].keys)


def _is_subject(scene: Scene, line: Line, number: int, held: Held | tuple[()]) -> bool:
    """``O doet …``, ``Bij O …``, ``… onder de naam O``: the sentence tells of the body, and does not just name it."""
    a = line.sentences[number][0]
    return any(
        i - a <= _OPENING or line.lows[i - 1] in ("naam", "heet") for i, _, n in held if scene.kinds[n] in OWNERS
    )


def _bodies(scene: Scene, held: Held | tuple[()]) -> set[int]:
    return {n for _, _, n in held if scene.kinds[n] in OWNERS}
