"""``de aansluiting van O bij dit initiatief``: O works together with the initiative that the text is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene

_TOWARDS = re.compile(
    r"\b(?:aansluiting|samenwerking|verbinding|samenspel)\b[^.;]{0,60}\b(?:bij|met) "
    r"(?:dit|het) (?:\w*initiatief|project|netwerk)\b"
)
_NOUNS = frozenset(("aansluiting", "samenwerking", "verbinding", "samenspel"))
_LIKELY = 0.75
# A name that stands right behind the word outweighs any number of other mentions.
_CALLED = 1_000


def add_cooperation(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds that an organisation and the initiative work together."""
    if not any(noun in scene.sheet.low for noun in _NOUNS):
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        text = line.text(*line.sentences[number])
        match = _TOWARDS.search(text) if any(noun in text for noun in _NOUNS) else None
        initiative = spoken_of(scene, index) if match else None
        if match is None or initiative is None:
            continue
        at = next((q for q, low in enumerate(line.lows) if low in _NOUNS), 0)
        for i, j, n in held:
            if i > at and scene.kinds[n] in ORGANISATIONS and n != initiative and scene.kinds[n] != "Initiative":
                keep(found, Link("PARTNER_OF", n, initiative, _LIKELY, match[0], (index, i, j)))


def spoken_of(scene: Scene, index: int) -> int | None:
    """The initiative that the text is about up to this line: the one it calls one by that word, else the most named."""
    if scene.spoken_of is None:
        scene.spoken_of = list(_most_named(scene))
    at = bisect_right(scene.spoken_of, index, key=itemgetter(0))
    return scene.spoken_of[at - 1][1] if at else None


def _most_named(scene: Scene) -> Iterator[tuple[int, int]]:
    """From which line on which initiative is named most; of equal ones the first thing."""
    mentions = sorted(
        (a, n, i) for n, spots in enumerate(scene.spots) if scene.kinds[n] == "Initiative" for a, _, i, _ in spots
    )
    named: Counter[int] = Counter()
    most: int | None = None
    for a, n, i in mentions:
        called = i > 0 and scene.sheet.lines[a].lows[i - 1].endswith("initiatief")
        named[n] += _CALLED if called else 1
        if most is None or (-named[n], n) < (-named[most], most):
            most = n
        yield a, most
