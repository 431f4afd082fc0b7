"""Frames: turns of phrase that state a link, from the list ``frames.tsv``, matched on what stands between two things.

A frame is kept under the words between its two ends, without articles, commas and words that may come anywhere; what
must stand before the first end or after the second is checked when the middle fits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ingest.extract.lexicon import rows
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.scene import BODIES, Scene
from ingest.extract.spans import list_of
from ingest.extract.tokens import Line

_SLOT = re.compile(r"\{[A-Za-z]+\}")
_WORD = re.compile(r"\{[A-Za-z]+\}|[\wÀ-ÿ’'-]+|[(:?]")
# Words that come and go without changing what a turn of phrase states.
_LOOSE = frozenset(
    "de het een 't ’t , ook nu al onder andere anderen o.a. samen mede inmiddels sinds kort destijds zelf vorig dit "
    "jaar "
    "eigen nieuwe enthousiaste lokale ) ( * inmiddels".split()
)
_ENDS = ("{A}", "{B}", "{place}")
_LONGEST = 7
_TAIL = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """One turn of phrase: the link, whether its subject comes first, and what stands outside the two ends."""

    link: str
    forward: bool
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    polarity: str
    strong: bool


@cache
def frames() -> dict[tuple[str, ...], tuple[Frame, ...]]:
    """All frames with two ends, by the words between them."""
    found: dict[tuple[str, ...], list[Frame]] = defaultdict(list)
    for link, pattern, polarity, form, strength in rows("frames"):
        if link == "*" or form == "header":
            continue
        words = [w if _SLOT.fullmatch(w) else w.lower() for w in _WORD.findall(pattern)]
        ends = [q for q, w in enumerate(words) if w in _ENDS]
        pair = _pair(words, ends)
        if pair is None:
            continue
        x, y = pair
        middle = _bare(words[x + 1 : y])
        if len(middle) > _LONGEST:
            continue
        tail = tuple(w for w in _bare(words[y + 1 :]))
        found[middle].append(Frame(link, words[x] == "{A}", _bare(words[:x]), tail, polarity, strength == "strong"))
    return {middle: tuple(made) for middle, made in found.items()}


def _pair(words: list[str], ends: list[int]) -> tuple[int, int] | None:
    """The last end of the first side and the first of the other: enumerations count as one."""
    for x, y in pairwise(ends):
        if words[x] != words[y] and "{A}" in (words[x], words[y]):
            return x, y
    return None


def _bare(words: list[str]) -> tuple[str, ...]:
    return tuple(w for w in words if w not in _LOOSE and not _SLOT.fullmatch(w))


def add_frames(scene: Scene, pairs: Pairs) -> None:
    """Adds ``frame=LINK`` to the pairs between which a turn of phrase states a link."""
    table = frames()
    for (index, number), held in scene.sentences.items():
        line = scene.line(index)
        a, z = line.sentences[number]
        for x in held:
            for y in held:
                if x[2] != y[2] and x[1] <= y[0]:
                    _match(scene, pairs, table, line, (a, z), x, y)


def _match(
    scene: Scene, pairs: Pairs, table: dict[tuple[str, ...], tuple[Frame, ...]], line: Line, span: tuple[int, int],
    x: tuple[int, int, int], y: tuple[int, int, int],
) -> None:  # fmt: skip
    a, z = span
    left, right = list_of(line, x[0]), list_of(line, y[0])
    if left is not None and left is right:
        return
    start = left[-1][1] if left is not None else x[1]
    stop = right[0][0] if right is not None else y[0]
    end = right[-1][1] if right is not None else y[1]
    if stop < start:
        return
    # A clause without a subject of its own has that of the sentence: the body that is named first.
    first = not any(
        i < x[0] and scene.kind(n) in BODIES for i, _, n in scene.sentences[(line.index, line.sentence[x[0]])]
    )
    gap = _bare([w for q, w in enumerate(line.lows[start:stop], start) if not _in_name(scene, line, q)])
    for size in range(min(len(gap), _LONGEST), -1, -1):
        whole = size == len(gap)
        if not whole and (not size or not first):
            break
        for frame in table.get(gap[len(gap) - size :], ()):
            if _fits(frame, line, a, z, x[0], end):
                _add(scene, pairs, frame, x[2], y[2], whole)


def _in_name(scene: Scene, line: Line, q: int) -> bool:
    number = line.sentence[q]
    return any(i <= q < j for i, j, _ in scene.sentences.get((line.index, number), ()))


def _fits(frame: Frame, line: Line, a: int, z: int, start: int, end: int) -> bool:
    if frame.tail:
        after = _bare(line.lows[end : min(z, end + _TAIL + len(frame.tail))])
        if frame.tail[-1] not in after[:_TAIL]:
            return False
    if frame.lead:
        before = _bare(line.lows[max(a, start - 6) : start])
        return before[-len(frame.lead) :] == frame.lead
    return True


def _add(scene: Scene, pairs: Pairs, frame: Frame, first: int, second: int, whole: bool) -> None:
    a, c = (first, second) if frame.forward else (second, first)
    if frame.link not in LINKS_BETWEEN.get((scene.kind(a), scene.kind(c)), ()):
        return
    state = "" if frame.polarity == "fact" else f":{frame.polarity}"
    mark = "frame" if whole else "frame~"
    strength = "" if frame.strong else ":weak"
    pairs[(a, c)].add(f"{mark}={frame.link}{state}{strength}")
