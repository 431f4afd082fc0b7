"""``staat in dezelfde wijk``, ``is hier gevestigd``: an organisation lies where the text was just before."""

from __future__ import annotations

import re
from collections import Counter

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene

_SAME = re.compile(
    r"\b(?:staat|ligt|zit|woont|staan|liggen|zitten|is|zijn)\b[^.;]{0,40}\bin (?:de|het)zelfde "
    r"(?:wijk|buurt|straat|dorp|stad|plaats|gemeente|gebouw)\b"
)
_HERE = re.compile(r"\b(?:hier|daar|er) (?:\w+ ){0,2}?(?:gevestigd|gehuisvest)\b")
_SETTLED = frozenset(("gevestigd", "gehuisvest"))
_LIKELY = 0.9
_RAISED = 0.75
_RATHER = 0.5


def add_same_places(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds where an organisation lies by the place of those named before it; unless its own place is known."""
    placed = {a for kind, a, _ in found if kind == "BASED_IN"} if "zelfde " in scene.sheet.low else None
    _add_here(scene, found)
    if placed is None:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        text = line.text(*line.sentences[number])
        match = _SAME.search(text) if "zelfde " in text else None
        place = _place_before(scene, found, index) if match else None
        if match is None or place is None:
            continue
        subject = next(((i, j, n) for i, j, n in held if scene.kinds[n] in ORGANISATIONS), None)
        if subject is not None and subject[2] not in placed:
            i, j, n = subject
            keep(found, Link("BASED_IN", n, place, _LIKELY, match[0], (index, i, j)))


def _add_here(scene: Scene, found: dict[Key, Link]) -> None:
    """``X is hier gevestigd``: in the only place that the sentence before names."""
    if scene.sheet.counts.keys().isdisjoint(_SETTLED):
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if _SETTLED.isdisjoint(line.lows[a:z]) or not _HERE.search(line.text(a, z)):
            continue
        body = next((x for x in held if scene.kinds[x[2]] in ORGANISATIONS), None)
        before = {n for _, _, n in scene.sentences.get((index, number - 1), ()) if scene.kinds[n] == "Place"}
        if body is not None and len(before) == 1:
            place = before.pop()
            # Where something lies is a place, however little else the page says of it.
            scene.things[place].confidence = max(scene.things[place].confidence, _RAISED)
            keep(found, Link("BASED_IN", body[2], place, _LIKELY, "hier gevestigd", (index, body[0], body[1])))


def _place_before(scene: Scene, found: dict[Key, Link], index: int) -> int | None:
    """The place that most organisations of the text before lie in; of equal ones the first named."""
    places = Counter(
        link.object
        for _, link in sorted(found.items())
        if link.kind == "BASED_IN" and link.confidence >= _RATHER and _first_line(scene, link) < index
    )
    return min(places, key=lambda place: (-places[place], place)) if places else None


def _first_line(scene: Scene, link: Link) -> int:
    """The line in which it is said where a body lies, or else that first names it."""
    return link.spot[0] if link.spot is not None else scene.spots[link.subject][0][0]
