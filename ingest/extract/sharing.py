"""What stands in one enumeration shares what is said of it: all partners of one sentence, or none."""

from __future__ import annotations

from ingest.extract.enumerations import Spot, enumerations
from ingest.extract.links import LEAST, MODEL, Key, Link
from ingest.extract.scene import Scene

# How much of the surest of an enumeration the others get.
_SHARE = 0.9
_LEAST = 0.5
_SHARED = frozenset(("PARTNER_OF", "MEMBER_OF", "STARTED", "FOUNDED", "ORGANISES", "PART_OF"))


def share_in_enumerations(scene: Scene, found: dict[Key, Link]) -> None:
    """Lifts links of an enumeration's things with one and the same other thing of the sentence towards the surest."""
    linked = {n for key, link in found.items() if key[0] in _SHARED and link.confidence >= _LEAST for n in key[1:]}
    for (index, _), held in scene.sentences.items():
        here = [x for x in held if x[2] in linked] if len(held) > 2 else ()
        if len(here) < 2:
            continue
        groups = enumerations(scene, scene.sheet.lines[index], held)
        for stretch in sorted(set(groups.values())):
            members = [x for x in held if groups.get(x[0]) == stretch]
            for other in here:
                if not stretch[0] <= other[0] < stretch[1]:
                    _share(found, members, other)


def _share(found: dict[Key, Link], members: list[Spot], other: Spot) -> None:
    for kind in _SHARED:
        for forward in (True, False):
            ends = ((n, other[2]) if forward else (other[2], n) for _, _, n in members)
            links = [found[(kind, *pair)] for pair in ends if (kind, *pair) in found]
            best = max((link.confidence for link in links), default=0.0)
            for link in links if best >= _LEAST else ():
                if link.why == MODEL and link.confidence >= LEAST:
                    link.confidence = max(link.confidence, best * _SHARE)
