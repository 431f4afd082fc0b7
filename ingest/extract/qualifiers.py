"""What tells namesakes apart: a person's organisation, the town of an organisation or gathering.

Of places, see ``placing``.
"""

from __future__ import annotations

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Link
from ingest.extract.scene import Scene

# Less sure than this, a wrong qualifier would do more harm than none.
_LEAST = 0.5
_ASKED = {"Person": "HAS_ROLE", "Event": "HELD_IN"}


def qualifiers_of(scene: Scene, links: list[Link]) -> dict[int, str]:
    """Of each person, organisation and event its organisation or town, by number; the surest link gives it."""
    found: dict[int, str] = {}
    best: dict[int, float] = {}
    for link in links:
        kind = scene.kinds[link.subject]
        asked = _ASKED.get(kind, "BASED_IN" if kind in ORGANISATIONS else "")
        if link.kind == asked and link.confidence > best.get(link.subject, _LEAST):
            best[link.subject] = link.confidence
            found[link.subject] = scene.things[link.object].name
    return found
