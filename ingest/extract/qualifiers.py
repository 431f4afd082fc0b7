"""What tells namesakes apart: a person's organisation, an organisation's town (of places, see ``placing``)."""

from __future__ import annotations

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Link
from ingest.extract.scene import Scene

# Less sure than this, a wrong qualifier would do more harm than none.
_LEAST = 0.5


def qualifiers_of(scene: Scene, links: list[Link]) -> dict[int, str]:
    """The qualifier of each person and organisation that has one, by number; the surest link gives it."""
    found: dict[int, str] = {}
    best: dict[int, float] = {}
    for link in links:
        kind = scene.kind(link.subject)
        asked = "HAS_ROLE" if kind == "Person" else "BASED_IN" if kind in ORGANISATIONS else ""
        if link.kind == asked and link.confidence > best.get(link.subject, _LEAST):
            best[link.subject] = link.confidence
            found[link.subject] = scene.things[link.object].name
    return found
