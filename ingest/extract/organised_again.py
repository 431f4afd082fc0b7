"""Who organises a gathering that the sentence does not name again: ``O organiseert de ochtend``, ``opgezet door O``."""

from __future__ import annotations

import re

from ingest.extract.event_candidates import VAGUE
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.lazily import lazily
from ingest.extract.links import Key, Link, keep
from ingest.extract.organisers import organising
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_LIKELY = 0.85
_ORGANISERS = (*ORGANISATIONS, "ClientCouncil")
_CUES = ("organis", "opgezet", "geregeld", "zet ", "zette", "voorbereid", "bereid", "verzorgd", "in handen van")
_POINTING = frozenset(("die", "deze", "dit", "dat"))
_DETERMINERS = _POINTING | {"de", "het"}
# "organiseert deze;", "bereiden het samen voor".
_BARE = lazily(
    r"\b(?:organise\w+|bereid\w*|zet\w*) (?:(?:die|deze|dit|dat|het)\b(?= (?:samen|met|in|op|voor|ook)\b|[;,.]|$))",
    re.IGNORECASE,
)
_ALL = lazily(
    r"\b(?:alle|beide|al deze)(?: (?:twee|drie|vier|vijf|zes))?(?: (?:de|deze|onze))? "
    r"(?:activiteiten|bijeenkomsten|avonden|middagen|ochtenden|dagen|sessies|workshops|onderdelen)\b",
    re.IGNORECASE,
)

Held = list[tuple[int, int, int]]


def add_organised_again(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds organisers of the gathering, or of all, that a sentence means with ``de avond``, ``die``, ``alle``."""
    if not scene.counts["Event"]:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        low = line.text(a, z).lower()
        if not any(map(low.__contains__, _CUES)) or line.block.kind == "title":
            continue
        if any(scene.kinds[n] in ("Event", "EventSeries") for _, _, n in held):
            continue
        events = _all(scene) if _ALL.search(low) else _one(scene, line, number) if _points(line, a, z) else []
        for i, j, n in held if events else ():
            if scene.kinds[n] in _ORGANISERS and organising(line, i, j):
                for event in events:
                    keep(found, Link("ORGANISES", n, event, _LIKELY, "organiseert die", (index, i, j)))


def _points(line: Line, a: int, z: int) -> bool:
    """Whether a sentence speaks of a gathering by its noun alone, or by no more than ``die``."""
    for q in range(a + 1, z):
        noun = line.lows[q] in VAGUE or "event" in line.classes[q]
        if noun and not line.capital[q] and (line.lows[q - 1] in _DETERMINERS or line.lows[q - 2] in _POINTING):
            return True
    return _BARE.search(line.text(a, z)) is not None


def _all(scene: Scene) -> list[int]:
    """The gatherings of an agenda; where a page has none, all that it names but its own."""
    listed = sorted({*scene.rows.values(), *scene.sections.values()})
    return listed or [n for n, kind in enumerate(scene.kinds) if kind == "Event" and n != scene.main]


def _one(scene: Scene, line: Line, number: int) -> list[int]:
    """The gathering that was spoken of last: of the row or section, of the sentences before, else the page's own."""
    event, how = scene.gathering(line.index)
    if event is not None and how in ("row", "section"):
        return [event]
    above = scene.sheet.order[max(scene.place_of(line) - 1, 0)]
    places = [(line.index, s) for s in range(number - 1, -1, -1)]
    if above.block.section == line.block.section and above.index != line.index:
        places += [(above.index, s) for s in range(len(above.sentences) - 1, -1, -1)]
    for place in places:
        named = {n for _, _, n in scene.sentences.get(place, ()) if scene.kinds[n] == "Event"}
        if named:
            return list(named) if len(named) == 1 else []
    return [event] if event is not None else []
