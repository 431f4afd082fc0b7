"""Name variants within a page: several forms of one thing become one, and of one occasion one candidate stays."""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.extract.kinds import Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.name_forms import Groups, Ref, join_bodies, join_forms
from ingest.extract.occasions import one_per_occasion
from ingest.extract.structure import Sheet
from ingest.extract.words import classes_of

_PARTICLE_FIRST = re.compile(r"(?:van|de|den|der|te|ter|ten|op) ")
# What begins so is a name by itself; "zorgcoöperatie Esbeek" is of that place.
_NAMES = ("De ", "Het ", "’t ", "'t ", "Ons ", "Onze ", "Op ")
_SHORTEST = 5
_ADDRESS = frozenset(("mevrouw", "heer", "dhr", "mevr", "mw", "burgemeester", "wethouder"))


def merge(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things of a page with all forms of one joined; the form that stands most gives the name."""
    things = sorted(things, key=lambda t: (-len(t.spots), t.key))
    groups = Groups(things)
    by_kind: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        by_kind[thing.kind].append(thing)
    _join_people(groups, by_kind["Person"])
    for kind in sorted(by_kind):
        if kind not in ("Person", "Event"):
            join_forms(groups, by_kind[kind])
    join_bodies(sheet, groups, by_kind)
    members: dict[Ref, list[Thing]] = defaultdict(list)
    for thing in things:
        members[groups.root((thing.kind, thing.key))].append(thing)
    joined = [_named(_joined(groups.by_ref[root], found)) for root, found in members.items()]
    return one_per_occasion(sheet, joined)


def _join_people(groups: Groups, people: list[Thing]) -> None:
    """First names, surnames and forms of address join the full name of the page, of several the one said last."""
    # "Verlaek-Cuijpers" and "Gert-Jan" are one word of a name, with a hyphen in it.
    full = [p for p in people if " " in p.name and not _PARTICLE_FIRST.match(p.key)]
    whole, ends = {id(p) for p in full}, _by_ends(full)
    for person in people:
        words = person.key.split()
        if id(person) in whole and words[0] not in _ADDRESS:
            continue
        likely = sorted({*ends.get(words[0], ()), *ends.get(words[-1], ())})
        hits = [full[n] for n in likely if full[n] is not person and _same_person(person.key, full[n].key)]
        if not hits:
            continue
        first = person.spots[0]
        before = [p for p in hits if p.spots and p.spots[0] <= first]
        chosen = max(before, key=lambda p: max(s for s in p.spots if s <= first)) if before else hits[0]
        groups.join((person.kind, person.key), (chosen.kind, chosen.key))


def _by_ends(full: list[Thing]) -> dict[str, list[int]]:
    """The full names by their first and their last word."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, person in enumerate(full):
        words = person.key.split()
        found[words[0]].append(n)
        found[words[-1]].append(n)
    return found


def _same_person(short: str, full: str) -> bool:
    words = full.split()
    return full.startswith(short + " ") or full.endswith(" " + short) or (
        short.split()[-1] == words[-1] and short.split()[0] in _ADDRESS
    )  # fmt: skip


def _named(thing: Thing) -> Thing:
    """``burgerinitiatief De Wilgen`` is called De Wilgen, ``mevrouw P`` P: what stands before is no part of it."""
    noun, _, name = thing.name.partition(" ")
    if thing.kind == "Person" and noun.lower() in _ADDRESS and name:
        return _renamed(thing, name)
    called = thing.kind == "Initiative" and noun.islower() and noun[-1:].isalpha() and "init" in classes_of(noun)
    if called and name.startswith(_NAMES) and len(name) > _SHORTEST:
        return _renamed(thing, name)
    return thing


def _renamed(thing: Thing, name: str) -> Thing:
    thing.names[name] = thing.names.get(name, 0)
    thing.keys = list(dict.fromkeys((folded(name), *thing.keys)))
    thing.name, thing.key = name, folded(name)
    return thing


def _joined(root: Thing, members: list[Thing]) -> Thing:
    if len(members) == 1:
        return root
    for thing in members:
        if thing is root:
            continue
        root.spots.extend(thing.spots)
        root.keys.extend(thing.keys)
        root.confidence = max(root.confidence, thing.confidence)
        for name, count in thing.names.items():
            root.names[name] = root.names.get(name, 0) + count
    root.spots = sorted(set(root.spots))
    return root
