"""A gathering with its day behind its name: ``Open Lentedag van 12 april`` goes by its name, a noun keeps the day.

... and the town that stands behind that: ``bijeenkomst van 19 juni in Arnhem``.
"""

from __future__ import annotations

import re

from ingest.extract.kinds import Thing
from ingest.extract.lazily import lazily
from ingest.extract.lexicon.folding import folded
from ingest.extract.occasions import absorb
from ingest.extract.structure import Sheet
from ingest.extract.words import MONTH, WEEKDAY

_DATED = lazily(
    rf"^(?:(?:[Oo]p )?[Dd]e |[Hh]et )?(?P<noun>[\w’'-]+(?: [\w’'-]+){{0,2}}) (?:van|op) "
    rf"(?:{WEEKDAY}\w* )?\d{{1,2}} {MONTH}(?: \d{{4}})?$",
    re.IGNORECASE,
)
# Of these a page may tell several: without its day no name is left.
_ANY = (
    "vergadering", "bijeenkomst", "overleg", "alv", "meet-up", "sessie", "gesprek", "avond", "middag", "ochtend", "dag",
    "keer", "editie", "meetup", "verslag", "notulen", "zitting", "actieteam", "webinar", "themamiddag",
    "raadsvergadering",
)  # fmt: skip
_SHORTEST = 7


def without_days(things: list[Thing]) -> list[Thing]:
    """The things; where no other gathering or series goes by a name, the one with its day is the one without.

    A noun alone (``werkbezoek``) would say too little outside the page.
    """
    dated = [(t, found["noun"]) for t in things if t.kind == "Event" and (found := _DATED.match(t.name)) is not None]
    gone: set[int] = set()
    for thing, noun in dated:
        key = folded(noun)
        if len(noun) < _SHORTEST or key.split()[-1] in _ANY or id(thing) in gone:
            continue
        others = [t for t in things if t is not thing and t.kind in ("Event", "EventSeries") and _has(t, key)]
        if any(t.key != key or t.kind != "Event" for t in others):
            continue
        for other in others:
            gone.add(id(other))
            absorb(thing, other)
        if noun.islower():
            thing.keys = list(dict.fromkeys((key, *thing.keys)))
        else:
            _call(thing, noun)
    return [t for t in things if id(t) not in gone] if gone else things


def _has(thing: Thing, noun: str) -> bool:
    """Whether a thing goes by a noun, alone or with more."""
    return any(f" {noun} " in f" {key} " for key in thing.keys)


def with_towns(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things; a noun with its day goes by the town as well, where that is named right behind it."""
    towns = {(a, i): j for thing in things if thing.kind == "Place" for a, i, j in thing.spots}
    for thing in things if towns else ():
        found = _DATED.match(thing.name) if thing.kind == "Event" else None
        if found is None or folded(found["noun"]).split()[-1] not in _ANY:
            continue
        if len({(a, i) for a, i, _ in thing.spots}) != 1:
            continue
        index, i, j = max(thing.spots)
        line = sheet.lines[index]
        end = towns.get((index, j + 1)) if line.lows[j : j + 1] == ["in"] else None
        if end is not None:
            thing.spots = [(index, i, end)]
            _call(thing, line.text(i, end))
    return things


def _call(thing: Thing, name: str) -> None:
    """Gives a thing another name, which stands on the page as well."""
    thing.name, thing.key = name, folded(name)
    thing.names[name] = thing.names.get(name, 0) + 1
    thing.keys = list(dict.fromkeys((thing.key, *thing.keys)))
