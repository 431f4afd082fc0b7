"""Frames: turns of phrase that state a link, from the list ``frames.tsv``, matched on what stands between two things.

A frame is kept under the words between its two ends, without articles, commas and words that may come anywhere; what
must stand before the first end or after the second is checked when the middle fits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import compress, pairwise

from graph_model.values import value
from ingest.extract.lexicon import rows
from ingest.extract.pair_evidence import near
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

    @property
    def state(self) -> str:
        """The link with what weakens it: the evidence that the frame gives."""
        state = "" if self.polarity == "fact" else f":{self.polarity}"
        return f"{self.link}{state}{'' if self.strong else ':weak'}"


@value(frozen=True, slots=True)
class _Asked:
    """The frames that may stand between a thing of one kind and one of another behind it, by the words between them.

    Of each also what it shows when its words are all that stands there, and when they only end it; ``last`` are the
    words of which one stands last in all but an empty gap.
    """

    frames: dict[tuple[str, ...], list[tuple[Frame, str, str]]]
    last: frozenset[str]


@cache
def _asked(first: str, second: str) -> _Asked:
    found: dict[tuple[str, ...], list[tuple[Frame, str, str]]] = defaultdict(list)
    for middle, made in frames().items():
        for frame in made:
            if frame.link in LINKS_BETWEEN.get((first, second) if frame.forward else (second, first), ()):
                found[middle].append((frame, f"frame={frame.state}", f"frame~={frame.state}"))
    return _Asked(dict(found), frozenset(middle[-1] for middle in found if middle))


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
        tail = _bare(words[y + 1 :])
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


def _telling(lows: list[str]) -> tuple[str, ...]:
    """The words of a text that count; no token of a text is a slot."""
    return tuple([low for low in lows if low not in _LOOSE])


def add_frames(scene: Scene, pairs: Pairs) -> None:
    """Adds ``frame=LINK`` to the pairs between which a turn of phrase states a link."""
    kinds = scene.kinds
    for (index, number), held in scene.sentences.items():
        if len(held) < 2:
            continue
        clause: _Clause | None = None
        for at, x in enumerate(held):
            # They stand in order: what begins behind a thing's end comes later.
            for to in range(at + 1, near(held, at).stop):
                y = held[to]
                if x[2] == y[2] or x[1] > y[0]:
                    continue
                asked = _asked(kinds[x[2]], kinds[y[2]])
                if asked.frames:
                    clause = clause or _clause_of(scene, scene.sheet.lines[index], number, held)
                    _match(pairs, clause, asked, x, y)


@value(frozen=True, slots=True)
class _Clause:
    """A sentence: its line, its tokens ``a``–``z``, which of them count, and where the first body is named."""

    line: Line
    a: int
    z: int
    counts: list[bool]
    body: int


def _clause_of(scene: Scene, line: Line, number: int, held: list[tuple[int, int, int]]) -> _Clause:
    a, z = line.sentences[number]
    counts = [low not in _LOOSE for low in line.lows[a:z]]
    for i, j, _ in held:
        for q in range(max(i, a), min(j, z)):
            counts[q - a] = False
    bodies = [i for i, _, n in held if scene.kinds[n] in BODIES]
    return _Clause(line, a, z, counts, min(bodies, default=z))


def _match(
    pairs: Pairs, clause: _Clause, asked: _Asked, x: tuple[int, int, int], y: tuple[int, int, int]
) -> None:  # fmt: skip
    line, a = clause.line, clause.a
    left, right = (list_of(line, x[0]), list_of(line, y[0])) if line.lists else (None, None)
    if left is not None and left is right:
        return
    start = left[-1][1] if left is not None else x[1]
    stop = right[0][0] if right is not None else y[0]
    end = right[-1][1] if right is not None else y[1]
    if stop < start:
        return
    # A clause without a subject of its own has that of the sentence: the body that is named first.
    first = clause.body >= x[0]
    stop = min(stop, clause.z)
    gap = tuple(compress(line.lows[start:stop], clause.counts[start - a : stop - a]))
    if gap and gap[-1] not in asked.last:
        return
    for size in range(min(len(gap), _LONGEST), -1, -1):
        whole = size == len(gap)
        if not whole and (not size or not first):
            break
        for frame, all_of_it, its_end in asked.frames.get(gap[len(gap) - size :], ()):
            if _fits(frame, line, a, clause.z, x[0], end):
                pairs[(x[2], y[2]) if frame.forward else (y[2], x[2])].add(all_of_it if whole else its_end)


def _fits(frame: Frame, line: Line, a: int, z: int, start: int, end: int) -> bool:
    if frame.tail:
        after = _telling(line.lows[end : min(z, end + _TAIL + len(frame.tail))])
        if frame.tail[-1] not in after[:_TAIL]:
            return False
    if frame.lead:
        before = _telling(line.lows[max(a, start - 6) : start])
        return before[-len(frame.lead) :] == frame.lead
    return True
