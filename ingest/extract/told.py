"""From the things and links of a scene to the reading that the rest of the house knows: names, quotes, properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_model.keys import occasion
from graph_model.names import own_name
from graph_model.values import value
from ingest.extract.bodies import body_properties
from ingest.extract.gatherings import clock_of, properties_of
from ingest.extract.kinds import Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.links import Link
from ingest.extract.qualifiers import qualifiers_of
from ingest.extract.quotes import Quotes
from ingest.extract.scene import Place, Scene
from ingest.extract.when import almanac_of, moment_of, passages_of
from ingest.reading import Found, Property, Quote, Statement

_OTHER_NAME = re.compile(r"\b(?:ook wel|voorheen|vroeger|kortweg|afgekort|oftewel|heette)\b[^.;]{0,20}$")
_WIDEST = 30  # characters: nothing that fits it is longer

Spotted = tuple[int, int, int, int]


def tell(scene: Scene, links: list[Link]) -> tuple[tuple[Found, ...], tuple[Statement, ...]]:
    """The things that stand somewhere on the page, and the links between them."""
    kept = [n for n, t in enumerate(scene.things) if scene.spots[n] or t.is_page]
    number = {n: k for k, n in enumerate(kept)}
    held = {link.subject for link in links if link.kind in ("HELD_IN", "HELD_AT")}
    qualifiers = qualifiers_of(scene, links)
    almanac = almanac_of(scene) if scene.counts["Event"] else None
    quotes = Quotes(scene.sheet)
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
        found.append(_found(scene, n, properties, qualifiers.get(n, ""), clock, quotes))
    places = _Places(quotes, _Standing(scene.spots, first=True), _Standing(scene.spots, first=False))
    statements = [
        _statement(scene, link, number, places) for link in links if link.subject in number and link.object in number
    ]
    return tuple(found), tuple(statements)


class _Standing(dict[int, dict[Place, Place]]):
    """The sentences in which each thing stands, with the tokens of a mention in each; gathered when first asked for."""

    def __init__(self, spots: Sequence[Sequence[Spotted]], *, first: bool) -> None:
        self._spots, self._step = spots, -1 if first else 1

    def __missing__(self, n: int) -> dict[Place, Place]:
        # Of several mentions in one sentence the one that is put in last stays.
        places = self[n] = {(a, s): (i, j) for a, s, i, j in self._spots[n][:: self._step]}
        return places


@value(frozen=True, slots=True)
class _Places:
    """Where things stand: the quotes of sentences, and the first and last mentions of things in them."""

    quotes: Quotes
    first: _Standing
    last: _Standing


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


def _found(
    scene: Scene, n: int, properties: list[Property], qualifier: str, clock: tuple[str, str], quotes: Quotes
) -> Found:
    thing = scene.things[n]
    name = name_of(thing)
    others = [form for form in thing.names if form != name]
    aliases = tuple(sorted(others)) if others else ()
    lines = scene.sheet.lines
    places = dict.fromkeys([(a, s, lines[a].sentence[j - 1]) for a, s, _, j in scene.spots[n]])
    mentions = tuple(map(quotes.__getitem__, places))
    if thing.kind == "Event":
        start = next((p.value for p in properties if p.field == "start"), "")
        qualifier = occasion(start, qualifier) if start else ""
    return Found(
        thing.kind, name, mentions, round(min(thing.confidence, 0.99), 3), aliases,
        (*_stated_aliases(scene, n, name, aliases), *_own_name(scene, n, name)), qualifier, tuple(properties),
        thing.is_page, True, thing.rule, clock,
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


def _own_name(scene: Scene, n: int, name: str) -> Iterator[Property]:
    """The name of a gathering in the title of its report or programme, so that the pages on one gathering meet."""
    own = own_name(name) if scene.kinds[n] == "Event" else name
    if own == name:
        return
    for a, _, i, j in scene.spots[n]:
        line = scene.sheet.lines[a]
        if line.text(i, j) == name:
            begin = line.begins[i] + name.rindex(own)
            yield Property("alias", own, Quote(*line.block.span(begin, begin + len(own))), 0.9)
            return


def _statement(scene: Scene, link: Link, number: dict[int, int], places: _Places) -> Statement:
    quote = _quote(scene, link, places)
    until = ".." if link.past and link.kind == "HAS_ROLE" else link.until
    return Statement(
        number[link.subject], link.kind, number[link.object], quote, round(min(link.confidence, 0.99), 3), link.role,
        True, "", until, link.why,
    )  # fmt: skip


def _quote(scene: Scene, link: Link, places: _Places) -> Quote:
    """The first sentence that holds both ends; else the one the rule names; else the first one of an end."""
    subject, object = places.first[link.subject], places.last[link.object]
    together = subject.keys() & object.keys()
    if together:
        place = min(together)
        end = max(subject[place][1], object[place][1])
        return places.quotes[*place, scene.sheet.lines[place[0]].sentence[end - 1]]
    if link.spot is not None:
        return Quote(*scene.sheet.lines[link.spot[0]].quote(link.spot[1], link.spot[2]))
    for a, _, i, j in _where_told(scene, link):
        return Quote(*scene.sheet.lines[a].quote(i, j))
    return Quote(0, 1)


def _where_told(scene: Scene, link: Link) -> Iterator[Spotted]:
    """The mentions of the ends of a link that no sentence holds both of, the most telling first.

    Of the gathering that the page is about the title says nothing of who is in it: where that is said, stands who.
    """
    ends = (link.object, link.subject) if link.object != scene.main else (link.subject, link.object)
    spots = [spot for n in ends for spot in scene.spots[n]]
    yield from (spot for spot in spots if scene.sheet.lines[spot[0]].block.kind != "title")
    yield from spots
