"""The words for a person's role, as the page writes them, next to the person."""

from __future__ import annotations

from functools import cache
from itertools import chain

from ingest.extract.lexicon import lexicon
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_REACH_BEFORE = 3
_REACH_AFTER = 12
_MOST_WORDS = 5
_ADDRESS = frozenset("heer mevrouw dhr mevr mw dr drs prof ir mr ds ing".split())
_QUALIFIERS = frozenset(
    "algemeen senior hoofd technisch medisch interim voormalig toenmalig nieuwe plaatsvervangend waarnemend tweede "
    "eerste".split()
)
_PAST = frozenset("voormalig voormalige oud toenmalig toenmalige ex vroegere gewezen was".split())


def role_of(scene: Scene, person: int, owner: int) -> tuple[str, tuple[int, int, int] | None, bool]:
    """The role phrase that stands nearest to a person, where it stands (line, i, j), and whether it is said to be past.

    A role in a sentence that names the owner as well comes before any other; empty when none is found.
    """
    owners = {(a, s) for a, s, _, _ in scene.spots[owner]}
    best: tuple[tuple[int, int], str, tuple[int, int, int], bool] | None = None
    for index, number, i, j in scene.spots[person]:
        line = scene.sheet.lines[index]
        found = _nearest(line, i, j)
        if found is None:
            continue
        distance, start, end = found
        rank = (0 if (index, number) in owners else 1, distance)
        if best is None or rank < best[0]:
            best = (rank, line.text(start, end), (index, start, end), _is_past(line, start, end))
    return (best[1], best[2], best[3]) if best else ("", None, False)


def _nearest(line: Line, i: int, j: int) -> tuple[int, int, int] | None:
    a, z = line.sentences[line.sentence[i]]
    first, last = max(a, i - _REACH_BEFORE), min(z, j + _REACH_AFTER)
    if "role" not in chain.from_iterable(line.classes[first:last]):
        return None
    for q in range(i - 1, first - 1, -1):
        if _is_role(line, q):
            start, end = _phrase(line, q, a, z)
            return (i - end, start, min(end, i))
    for q in range(j, last):
        if _is_role(line, q):
            start, end = _phrase(line, q, j, z)
            return (q - j + 1, start, end)
    return None


def _is_role(line: Line, q: int) -> bool:
    return "role" in line.classes[q] and line.lows[q] not in _ADDRESS


def _phrase(line: Line, q: int, a: int, z: int) -> tuple[int, int]:
    """The role noun with the words that belong to it (``raad van toezicht``, ``voorzitter en oprichter``)."""
    start, end = q, q + 1
    for words in _phrases().get(line.lows[q], ()):
        if line.lows[q : q + len(words)] == words:
            end = q + len(words)
            break
    while start > a and line.lows[start - 1] in _QUALIFIERS and end - start < _MOST_WORDS:
        start -= 1
    if end + 1 < z and line.lows[end] in ("en", "/") and _is_role(line, end + 1):
        end += 2
    return start, end


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The words of all roles that have several, by the first of them."""
    phrases = lexicon().phrases.items()
    return {first: [list(words[:-1]) for words in found if words[-1] == "role"] for first, found in phrases}


def _is_past(line: Line, start: int, end: int) -> bool:
    words = line.lows[max(0, start - 2) : end]
    return any(low in _PAST or low.startswith(("oud-", "ex-")) for low in words)
