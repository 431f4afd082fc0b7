"""What a sentence says of the gathering named right before: ``Die wordt gehouden in P``, ``Georganiseerd door O``."""

from __future__ import annotations

import re

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

_LIKELY = 0.85
_IT = re.compile(
    r"^(?:Die|Deze|Dit|Dat|Het|Zij|Ze) (?:[\w-]+ )?"
    r"(?:(?:vindt|vond)\b[^.]{0,90}?\bplaats|(?:wordt|werd|is|was)\b[^.]{0,90}?\b(?:gehouden|georganiseerd))\b"
)
_BY_ALONE = re.compile(r"^(?:Georganiseerd door|Een initiatief van|Organisatie:)\b")
_BY = re.compile(r"\bgeorganiseerd door\b|^Een initiatief van\b|^Organisatie:", re.IGNORECASE)
_WORDS = frozenset(("gehouden", "plaats", "georganiseerd", "initiatief", "organisatie"))
_WHERE = frozenset(("in", "te", "bij", "op"))
_HOUSES = frozenset(("part", "care", "care?"))

Held = list[tuple[int, int, int]]


def add_gatherings_again(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds hosts, places and organisers of the one gathering that the sentence before names."""
    if not scene.counts["Event"]:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if not number or _WORDS.isdisjoint(line.lows[a:z]) or any(scene.kinds[n] == "Event" for _, _, n in held):
            continue
        text = line.text(a, z)
        again = _IT.match(text) is not None
        event = _before(scene, line, number) if again or _BY_ALONE.match(text) else None
        if event is None:
            continue
        by = _BY.search(text)
        said = line.token_at(line.begins[a] + by.start()) if by is not None else z
        for i, j, n in held:
            spot = (index, i, j)
            if scene.kinds[n] in ORGANISATIONS and i > said:
                keep(found, Link("ORGANISES", n, event, _LIKELY, "in de volgende zin", spot))
            elif again and i < said and _is_where(line, a, i):
                kind = "HELD_IN" if scene.kinds[n] == "Place" else "HELD_AT" if scene.kinds[n] in ORGANISATIONS else ""
                if kind:
                    keep(found, Link(kind, event, n, _LIKELY, "in de volgende zin", spot))


def _is_where(line: Line, a: int, i: int) -> bool:
    """Whether ``in``, ``te``, ``bij`` or ``op`` stands before a name, with at most what it is between."""
    while i > a and (line.lows[i - 1] in ARTICLES or not _HOUSES.isdisjoint(line.classes[i - 1])):
        i -= 1
    return i > a and line.lows[i - 1] in _WHERE


def _before(scene: Scene, line: Line, number: int) -> int | None:
    """The only gathering of the sentence before."""
    named = {n for _, _, n in scene.sentences.get((line.index, number - 1), ()) if scene.kinds[n] == "Event"}
    return named.pop() if len(named) == 1 else None
