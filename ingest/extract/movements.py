"""Movements: they are known under several names in time, and one page may use more than one of them."""

from __future__ import annotations

import re

from ingest.extract.kinds import Thing
from ingest.extract.structure import Sheet

_RENAMED = re.compile(
    r"\b(?:heten we|heet nu|heette|oude naam|nieuwe naam|langere naam|vroeger|voorheen|voortaan|sinds \w+ \w+ heten|"
    r"vanaf (?:19|20)\d\d)\b",
)
_STEM = "radicale vernieuw"
_SURE = 0.9


def settle_movements(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things with the movement's forms as one where the page says that the name changed, or uses the bare name."""
    found = [t for t in things if t.key.startswith(_STEM)]
    for thing in found:
        thing.kind = "Movement"
    if len(found) < 2:
        return things
    found.sort(key=lambda t: (-len(t.spots), t.key))
    renamed = _RENAMED.search(sheet.low) is not None
    main, gone = found[0], []
    for other in found[1:]:
        bare = min(len(main.key.split()), len(other.key.split())) <= 2
        if bare or (renamed and (other.key.endswith("verpleeghuiszorg") or main.key.endswith("verpleeghuiszorg"))):
            gone.append(other)
            main.keys += other.keys
            main.spots = sorted({*main.spots, *other.spots})
            for name, count in other.names.items():
                main.names[name] = main.names.get(name, 0) + count
            main.confidence = max(main.confidence, other.confidence, _SURE)
    return [t for t in things if not any(t is other for other in gone)]
