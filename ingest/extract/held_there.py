"""Where a gathering is, told in its sentence with only day and time between: ``is op 9 juni in de Wierde``."""

from __future__ import annotations

import re

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.meant import all_gatherings, gathering_meant, pointed_at
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES, MONTHS

_LIKELY = 0.85
_AT = frozenset(("in", "bij", "te", "op"))
_BETWEEN = frozenset(
    "is was zijn waren op om van tot vanaf uur vindt vond plaats wordt werd gehouden we wij begon begint start dit "
    "jaar keer half kwart voor over des ’s avonds middags ochtends morgens aanstaande komende afgelopen vorige "
    ", – - ( er".split()
)
_DAYS = frozenset("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split())
_NUMBERS = frozenset("één een twee drie vier vijf zes zeven acht negen tien elf twaalf".split())
_NUMBER = re.compile(r"\d[\d.:]*e?")
_IT = re.compile(r"^(?:Het|Dat|Dit) (?:is|was|wordt|werd)\b")
# What holds for every gathering of which nothing else is told.
_USUAL = re.compile(
    r"\b(?:tenzij|als niet) anders\b|\b(?:altijd|steeds|telkens|iedere keer|elke keer)\b", re.IGNORECASE
)
_SIT = frozenset("zitten zit komen vergaderen ontmoeten bijeen samen".split())
# "in samenwerking met O", "op verzoek van O": no place.
_NO_PLACE = frozenset("samenwerking opdracht naam verzoek initiatief overleg dienst met van samen".split())
_LONGEST = 3  # words between the preposition and the name: "in het mooie dorpshuis De Schakel"

Held = list[tuple[int, int, int]]


def add_held_there(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds hosts and towns of a gathering that its sentence names, or speaks of as ``de avond``, ``het``."""
    if not scene.counts["Event"]:
        return
    placed = {key[1] for key, link in found.items() if key[0] in ("HELD_AT", "HELD_IN") and link.confidence >= 0.5}
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        if line.block.kind == "title" or not any(scene.kinds[n] in ("Place", *ORGANISATIONS) for _, _, n in held):
            continue
        a, z = line.sentences[number]
        if _USUAL.search(line.text(a, z)) and not _SIT.isdisjoint(line.lows[a:z]):
            for event in all_gatherings(scene):
                if event not in placed:
                    _add(scene, found, event, line, held, _first_at(line, a, z, held), z)
            continue
        for event, begin in _told_of(scene, line, number, held):
            _add(scene, found, event, line, held, _behind(line, begin, z), z)


def _told_of(scene: Scene, line: Line, number: int, held: Held) -> list[tuple[int, int]]:
    """The gatherings of a sentence, each with the token behind it: named, or meant."""
    a, z = line.sentences[number]
    events = [(n, j) for _, j, n in held if scene.kinds[n] == "Event"]
    if events or any(scene.kinds[n] == "EventSeries" for _, _, n in held):
        return events
    noun = pointed_at(line, a, z)
    begin = noun + 1 if noun is not None else a + 2 if _IT.match(line.text(a, z)) else None
    event = gathering_meant(scene, line, number) if begin is not None else None
    return [(event, begin)] if event is not None and begin is not None else []


def _behind(line: Line, begin: int, z: int) -> int | None:
    """The preposition behind a gathering with only day, time and verb between."""
    for q in range(begin, z):
        low = line.lows[q]
        if low in _AT and (low != "op" or not _is_when(line, q + 1, z)):
            return q
        if low not in _BETWEEN and low not in ARTICLES and not _is_when(line, q, z):
            return None
    return None


def _is_when(line: Line, q: int, z: int) -> bool:
    low = line.lows[q] if q < z else ""
    return low in MONTHS or low in _DAYS or low in _NUMBERS or _NUMBER.fullmatch(low) is not None


def _first_at(line: Line, a: int, z: int, held: Held) -> int | None:
    """The preposition before the first name of a sentence."""
    first = min(i for i, _, _ in held)
    return next((q for q in range(first - 1, max(a, first - 2 - _LONGEST), -1) if line.lows[q] in _AT), None)


def _add(scene: Scene, found: dict[Key, Link], event: int, line: Line, held: Held, at: int | None, z: int) -> None:
    """Adds what stands behind the preposition, and the town behind that."""
    if at is None:
        return
    following = sorted(x for x in held if at < x[0] < z)
    host: tuple[int, int, int] | None = None
    for i, j, n in following:
        kind = scene.kinds[n]
        between = line.words[at + 1 : i]
        close = len(between) <= _LONGEST and all(map(str.islower, between)) and _NO_PLACE.isdisjoint(between)
        if host is None and kind in ORGANISATIONS and close:
            keep(found, Link("HELD_AT", event, n, _LIKELY, "waar het is", (line.index, i, j)))
            host = (i, j, n)
        elif kind == "Place" and (close if host is None else _is_its_town(line, host[1], i)):
            keep(found, Link("HELD_IN", event, n, _LIKELY, "waar het is", (line.index, i, j)))
            if host is not None:
                keep(found, Link("BASED_IN", host[2], n, _LIKELY, "waar het is", (line.index, i, j)))
            return
        elif host is None:
            return


def _is_its_town(line: Line, end: int, begin: int) -> bool:
    """``De Griffioen in Kloosterzande``, ``De Griffioen, Kloosterzande``."""
    return line.lows[end:begin] in (["in"], ["te"], [","], ["("], [",", "in"], [",", "te"])
