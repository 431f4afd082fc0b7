"""Initiatives that bear the name of a place of the page (``Odensehuis Meppel``): four of five are at home there."""

from __future__ import annotations

from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.scene import Scene

_LIKELY = 0.8


def add_named_after(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds that they are based there, unless a rule has found them another place."""
    if not scene.counts["Initiative"] or not scene.counts["Place"]:
        return
    places = {key: n for n, t in enumerate(scene.things) if t.kind == "Place" and scene.spots[n] for key in t.keys}
    placed = {key[1] for key, link in found.items() if key[0] == "BASED_IN" and link.why != MODEL}
    for n, thing in enumerate(scene.things):
        if thing.kind != "Initiative" or n in placed or not scene.spots[n]:
            continue
        named = {place for key in thing.keys for place in _named(key, places)}
        if len(named) == 1:
            index, _, i, j = scene.spots[n][0]
            keep(found, Link("BASED_IN", n, named.pop(), _LIKELY, "heet naar de plaats", (index, i, j)))


def _named(key: str, places: dict[str, int]) -> list[int]:
    """The places with which a name begins or ends."""
    words = key.split()
    parts = [(" ".join(words[:q]), " ".join(words[q:])) for q in range(1, len(words))]
    return [places[part] for pair in parts for part in pair if part in places]
