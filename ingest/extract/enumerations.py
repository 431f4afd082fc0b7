"""Enumerations of people or of organisations in a sentence, with what stands in between: roles, towns, brackets."""

from __future__ import annotations

from ingest.extract.kinds import ORGANISATIONS, OWNERS
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

Spot = tuple[int, int, int]
Stretch = tuple[int, int]
_JOINTS = frozenset((",", "en", ";", "&", "alsmede", "evenals", "/"))
_TITLES = frozenset(
    ". de het ’t 't dhr mw mevr mevrouw meneer heer heren dames drs dr ir mr ing prof van uit in te bij ook tot slot "
    "vanuit namens als".split()
)
_HEADS = frozenset(("role", "care", "part", "init", "place"))
_LONGEST = 14
_BRACKETED = 9
_MOST_PLAIN = 5


def enumerations(scene: Scene, line: Line, held: list[Spot]) -> dict[int, Stretch]:
    """For each first token of a person or organisation that is enumerated: the tokens of the whole enumeration."""
    found: dict[int, Stretch] = {}
    kinds = scene.kinds
    for people in (True, False):
        spots = [x for x in held if (kinds[x[2]] == "Person" if people else kinds[x[2]] in ORGANISATIONS)]
        if len(spots) > 1:
            # Of people of different bodies each has its own.
            beside = [x for x in held if not people or kinds[x[2]] not in OWNERS]
            _add_groups(line, spots, beside, found)
    return found


def _add_groups(line: Line, spots: list[Spot], held: list[Spot], found: dict[int, Stretch]) -> None:
    group = [spots[0]]
    for spot in [*spots[1:], None]:
        if spot is not None and spot[0] < group[-1][1]:
            continue
        if spot is not None and _joined(line, group[-1][1], spot[0], held):
            group.append(spot)
            continue
        if len(group) > 1:
            stretch = (group[0][0], group[-1][1])
            found |= {i: stretch for i, _, _ in group}
        if spot is not None:
            group = [spot]


def _joined(line: Line, start: int, end: int, held: list[Spot]) -> bool:
    """Whether nothing but joints, titles, roles, names of other things and brackets stands between two tokens."""
    if not 0 < end - start <= _LONGEST or _JOINTS.isdisjoint(line.lows[start:end]):
        return False
    plain, opened = 0, -1
    for q in range(start, end):
        low = line.lows[q]
        if low in ("(", ")"):
            opened = q if low == "(" else -1
        elif opened >= 0:
            if q - opened > _BRACKETED:
                return False
        elif low not in _JOINTS and low not in _TITLES and not any(i <= q < j for i, j, _ in held):
            plain += 1
            if _HEADS.isdisjoint(line.classes[q]) or plain > _MOST_PLAIN:
                return False
    return opened < 0
