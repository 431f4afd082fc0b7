"""``lector P (Hogeschool Utrecht)``: where somebody works is not where a gathering is."""

from __future__ import annotations

from ingest.extract.links import Key, Link
from ingest.extract.scene import Scene


def drop_affiliations(scene: Scene, found: dict[Key, Link]) -> None:
    """Takes back that a gathering is at a body which just tells whence somebody comes."""
    for key in [key for key in found if key[0] == "HELD_AT"]:
        spots = scene.spots[key[2]]
        if spots and all(_is_behind_person(scene, spot) for spot in spots):
            del found[key]


def _is_behind_person(scene: Scene, spot: tuple[int, int, int, int]) -> bool:
    """Whether it stands in brackets right behind a person."""
    index, number, i, _ = spot
    if i < 2 or scene.sheet.lines[index].words[i - 1] != "(":
        return False
    return any(j == i - 1 and scene.kinds[n] == "Person" for _, j, n in scene.sentences.get((index, number), ()))
