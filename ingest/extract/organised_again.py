"""Who organises a gathering that the sentence does not name again: ``O organiseert de ochtend``, ``opgezet door O``."""

from __future__ import annotations

import re

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.lazily import lazily
from ingest.extract.links import Key, Link, keep
from ingest.extract.meant import all_gatherings, gathering_meant, pointed_at, speaks_of_all
from ingest.extract.organisers import organising
from ingest.extract.scene import Scene

_LIKELY = 0.85
_ORGANISERS = (*ORGANISATIONS, "ClientCouncil")
_CUES = (
    "organis",
    "opgezet",
    "geregeld",
    "zet ",
    "zette",
    "voorbereid",
    "bereid",
    "verzorgd",
    "in handen van",
)
# "organiseert deze;", "bereiden het samen voor".
_BARE = lazily(
    r"\b(?:organise\w+|bereid\w*|zet\w*) (?:(?:die|deze|dit|dat|het)\b(?= (?:samen|met|in|op|voor|ook)\b|[;,.]|$))",
    re.IGNORECASE,
)


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
        if speaks_of_all(low):
            events = all_gatherings(scene)
        else:
            said = pointed_at(line, a, z) is not None or _BARE.search(low)
            events = [event] if said and (event := gathering_meant(scene, line, number)) is not None else []
        for i, j, n in held if events else ():
            if scene.kinds[n] in _ORGANISERS and organising(line, i, j):
                for event in events:
                    keep(found, Link("ORGANISES", n, event, _LIKELY, "organiseert die", (index, i, j)))
