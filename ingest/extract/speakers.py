"""``Locatiemanager X: "…"``, ``X in opdracht van O``: who speaks of or works for a body need not be of it."""

from __future__ import annotations

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import MODEL, Key, Link
from ingest.extract.scene import Scene

_QUOTED = frozenset("\"'“„‘»«”’")
_OPENING = 6
_HIRED = ["in", "opdracht", "van"]


def drop_spoken_of(scene: Scene, found: dict[Key, Link]) -> None:
    """Takes back the roles that only the model gives a speaker at what is named within the quote, or a contractor."""
    for (index, number), held in scene.sentences.items() if scene.counts["Person"] else ():
        if len(held) < 2:
            continue
        line = scene.sheet.lines[index]
        first = line.sentences[number][0]
        for i, j, person in held:
            if scene.kinds[person] != "Person":
                continue
            speaks = i - first < _OPENING and _opens_quote(line.words, j)
            hired = line.lows[j : j + 3] == _HIRED
            for x, _, named in held if speaks or hired else ():
                key = ("HAS_ROLE", person, named)
                if x > j and scene.kinds[named] in ORGANISATIONS and key in found and found[key].why == MODEL:
                    del found[key]


def _opens_quote(words: list[str], at: int) -> bool:
    """Whether a colon and a quotation mark stand here."""
    return at + 1 < len(words) and words[at] == ":" and words[at + 1][:1] in _QUOTED
