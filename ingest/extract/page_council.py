"""The council that a page is about."""

from __future__ import annotations

import re

from ingest.extract.kinds import OWNERS
from ingest.extract.scene import Scene

# "Raad van Toezicht", "raad van bestuur": the organisation's own.
COUNCIL = re.compile(r"raad\b(?! van (?:toezicht|bestuur|commissarissen|advies))|\braden\b|\bcc?r\b")
_OPENING = 3


def page_council(scene: Scene) -> int | None:
    """The council that the page is about: in its title, among its first lines, named most."""
    title = scene.sheet.page.title.lower()
    titled = COUNCIL.search(title) is not None
    best: tuple[bool, bool, int, int] | None = None
    for n, thing in enumerate(scene.things):
        if thing.kind not in OWNERS or not scene.spots[n] or not _is_council(scene, n):
            continue
        opens = scene.place_of(scene.sheet.lines[scene.spots[n][0][0]]) < _OPENING
        rank = (any(key in title for key in thing.keys), opens, len(scene.spots[n]), -n)
        best = rank if best is None or rank > best else best
    return -best[3] if best is not None and (titled or best[0] or best[1]) else None


def _is_council(scene: Scene, n: int) -> bool:
    return scene.kinds[n] == "ClientCouncil" or COUNCIL.search(scene.things[n].key) is not None
