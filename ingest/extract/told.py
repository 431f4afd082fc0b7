"""From the things and links of a scene to the reading that the rest of the house knows: names, quotes, properties."""

from __future__ import annotations

import re

from graph_model.keys import occasion
from graph_model.values import value
from ingest.extract.bodies import body_properties
from ingest.extract.gatherings import clock_of, properties_of
from ingest.extract.kinds import Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.links import Link
from ingest.extract.qualifiers import qualifiers_of
from ingest.extract.scene import Scene
from ingest.extract.when import almanac_of, moment_of, passages_of
from ingest.reading import Found, Property, Quote, Statement

_OTHER_NAME = re.compile(r"\b(?:ook wel|voorheen|vroeger|kortweg|afgekort|oftewel|heette)\b[^.;]{0,20}$")
_WIDEST = 30  # characters: nothing that fits it is longer


def tell(scene: Scene, links: list[Link]) -> tuple[tuple[Found, ...], tuple[Statement, ...]]:
    """The things that stand somewhere on the page, and the links between them."""
    kept = [n for n, t in enumerate(scene.things) if scene.spots[n] or t.is_page]
    number = {n: k for k, n in enumerate(kept)}
    held = {link.subject for link in links if link.kind in ("HELD_IN", "HELD_AT")}
    qualifiers = qualifiers_of(scene, links)
    almanac = almanac_of(scene) if scene.counts["Event"] else None
    found = []
    for n in kept:
        properties: list[Property] = []
        clock = ("", "")
        if scene.kinds[n] == "Event" and almanac is not None:
            passages = passages_of(scene, n)
            moment = moment_of(scene, n, almanac, passages)
            clock = clock_of(moment)
            properties = properties_of(scene, n, moment, passages, held=n in held)
        else:
            properties = body_properties(scene, n)
        found.append(_found(scene, n, properties, qualifiers.get(n, ""), clock))
    places = _Places(scene)
    statements = [
        _statement(scene, link, number, places) for link in links if link.subject in number and link.object in number
    ]
    return tuple(found), tuple(statements)


@value(frozen=True, slots=True)
class _Standing:
    """The sentences in which a thing stands, with the tokens of its first and of its last mention in each."""

    first: dict[tuple[int, int], tuple[int, int]]
    last: dict[tuple[int, int], tuple[int, int]]


class _Places(dict[int, _Standing]):
    """Where each thing stands, gathered when it is first asked for."""

    def __init__(self, scene: Scene) -> None:
        self._spots = scene.spots

    def __missing__(self, n: int) -> _Standing:
        spots = self._spots[n]
        self[n] = _Standing(
            {(a, s): (i, j) for a, s, i, j in reversed(spots)}, {(a, s): (i, j) for a, s, i, j in spots}
        )
        return self[n]


def name_of(thing: Thing) -> str:
    """The fullest form of a thing: of equal ones that with most capitalised words, but not all in capitals."""
    if len(thing.names) == 1 and thing.name in thing.names:
        return thing.name
    if thing.kind == "Person":
        return max(thing.names, key=lambda name: (name == thing.name, len(name.split()) > 1, len(name), name))
    if thing.kind == "Event" or thing.name not in thing.names:
        return thing.name
    equal = [name for name in thing.names if folded(name) == thing.key] or [thing.name]
    return max(equal, key=lambda name: (not name.isupper(), _capitals(name), thing.names[name], name == thing.name))


def _capitals(name: str) -> int:
    return sum(word[:1].isupper() for word in name.split())


def _found(scene: Scene, n: int, properties: list[Property], qualifier: str, clock: tuple[str, str]) -> Found:
    thing = scene.things[n]
    name = name_of(thing)
    others = [form for form in thing.names if form != name]
    aliases = tuple(sorted(others)) if others else ()
    quotes = dict.fromkeys([scene.sheet.lines[a].quote(i, j) for a, _, i, j in scene.spots[n]])
    mentions = tuple([Quote(start, end) for start, end in quotes])
    if thing.kind == "Event":
        start = next((p.value for p in properties if p.field == "start"), "")
        qualifier = occasion(start, qualifier) if start else ""
    return Found(
        thing.kind, name, mentions, round(min(thing.confidence, 0.99), 3), aliases,
        _stated_aliases(scene, n, name, aliases), qualifier, tuple(properties), thing.is_page, True, thing.rule, clock,
    )  # fmt: skip


def _stated_aliases(scene: Scene, n: int, name: str, aliases: tuple[str, ...]) -> tuple[Property, ...]:
    """Forms that stand in brackets right behind another form, or after words such as ``voorheen``."""
    if not aliases:
        return ()
    stated = {}
    ends = {(a, j) for a, _, _, j in scene.spots[n]}
    for a, _, i, j in scene.spots[n]:
        line = scene.sheet.lines[a]
        form = line.text(i, j)
        if form not in aliases or form in stated or folded(form) == folded(name):
            continue
        bracketed = i > 1 and line.words[i - 1] == "(" and (a, i - 1) in ends
        at = line.begins[i]
        if bracketed or _OTHER_NAME.search(line.block.text[max(0, at - _WIDEST) : at].lower()):
            stated[form] = Property("alias", form, Quote(*line.block.span(line.begins[i], line.ends[j - 1])), 0.9)
    return tuple(stated.values())


def _statement(scene: Scene, link: Link, number: dict[int, int], places: _Places) -> Statement:
    quote = _quote(scene, link, places)
    until = ".." if link.past and link.kind == "HAS_ROLE" else link.until
    return Statement(
        number[link.subject], link.kind, number[link.object], quote, round(min(link.confidence, 0.99), 3), link.role,
        True, "", until, link.why,
    )  # fmt: skip


def _quote(scene: Scene, link: Link, places: _Places) -> Quote:
    """The first sentence that holds both ends; else the one the rule names; else the first one of an end."""
    subject, object = places[link.subject].first, places[link.object].last
    together = subject.keys() & object.keys()
    if together:
        place = min(together)
        (i, j), (x, y) = subject[place], object[place]
        return Quote(*scene.sheet.lines[place[0]].quote(min(i, x), max(j, y)))
    if link.spot is not None:
        return Quote(*scene.sheet.lines[link.spot[0]].quote(link.spot[1], link.spot[2]))
    for a, _, i, j in (*scene.spots[link.object], *scene.spots[link.subject]):
        return Quote(*scene.sheet.lines[a].quote(i, j))
    return Quote(0, 1)
