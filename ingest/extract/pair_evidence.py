"""Evidence of two things that stand in one sentence: what is between, before and after them."""

from __future__ import annotations

from itertools import chain

from ingest.extract.enumerations import Stretch, enumerations
from ingest.extract.introductions import introduced_by
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.scene import Scene
from ingest.extract.spans import list_of
from ingest.extract.tokens import Line
from ingest.extract.triggers import triggers_in
from ingest.extract.words import ARTICLES

# How wide the gap is, by its number of tokens.
_GAPS = ("0", "1", "2", "3-5", "3-5", "3-5", *["6-10"] * 5)
_BRACKETS = frozenset("(),;:|")
_SIDE = 6
_MANY = 40
_NEIGHBOURS = 8
# What holds of two things with none between them.
_NEAREST = frozenset(("others=0", "nearest-object", "nearest-subject"))
_NEAREST_BODY = _NEAREST | {"nearest-body"}


def add_sentence_pairs(scene: Scene, pairs: Pairs) -> None:
    """All pairs within sentences."""
    kinds = scene.kinds
    for (index, number), held in scene.sentences.items():
        if len(held) < 2:
            continue
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        said = triggers_in(line, a, z)
        role = "role" in chain.from_iterable(line.classes[a:z])
        common = {f"S:{name}" for name in said if name != "neg"}
        common.add(f"held={min(len(held), 6)}")
        common.add(f"block={line.block.kind}")
        if role:
            common.add("S:role")
        if line.block.label:
            common.add(f"label={line.block.label.lower()[:12]}")
        common |= {f"in={cue}" for cue in introduced_by(scene, line)}
        groups = enumerations(scene, line, held)
        both_ways: dict[tuple[int, int, int, int], set[str]] = {}
        for at, x in enumerate(held):
            for y in near(held, at):
                if x[2] != y[2] and (kinds[x[2]], kinds[y[2]]) in LINKS_BETWEEN:
                    _add_pair(scene, pairs, line, held, x, y, common, said, groups, both_ways)


def near(held: list[tuple[int, int, int]], at: int) -> list[tuple[int, int, int]]:
    """What stands with a thing in its sentence: of a sentence that is an endless list, only its neighbours."""
    return held if len(held) <= _MANY else held[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]


def _add_pair(
    scene: Scene, pairs: Pairs, line: Line, held: list[tuple[int, int, int]], x: tuple[int, int, int],
    y: tuple[int, int, int], common: set[str], said: frozenset[str], groups: dict[int, Stretch],
    both_ways: dict[tuple[int, int, int, int], set[str]],
) -> None:  # fmt: skip
    """Adds the evidence of one pair; ``both_ways``: what holds of two stretches whichever of them is the subject."""
    (i, j, a), (p, q, c) = x, y
    features = pairs[(a, c)]
    if i < q and p < j:
        features.add("nested=in" if p <= i and j <= q else "nested=out")
        if scene.kinds[a] != "ClientCouncil" and (scene.kinds[a], scene.kinds[c]) != ("Event", "Place"):
            return
    features.add("sentence")
    features |= common
    forward = i < p
    start, end = (j, p) if forward else (q, i)
    gap = line.lows[start:end] if end > start else []
    order = "so" if forward else "os"
    features.add(f"order={order}")
    if len(gap) <= 4:
        features.add(f"between={order}:{' '.join(gap)}")
    around = (min(i, p), start, end, max(j, q))
    either = both_ways.get(around)
    if either is None:
        either = both_ways[around] = set()
        _add_gap(either, line, gap, start)
        _add_sides(either, line, around[0], around[-1])
    features |= either
    if "neg" in said:
        features.add("denied")
        if len(gap) < 12 and "G:neg" in features:
            features.add("denied&near")
    between = [n for u, v, n in held if u >= start and v <= end and n not in (a, c)] if len(held) > 2 else []
    if between:
        _add_between(scene, features, between, a, c)
    else:
        features |= _NEAREST_BODY if scene.kinds[c] in ORGANISATIONS else _NEAREST
    _add_neighbours(features, line, x, y)
    _add_lists(scene, features, line, held, x, y, groups)


def _add_gap(features: set[str], line: Line, gap: list[str], start: int) -> None:
    size = len(gap)
    features.add(f"gap={_GAPS[size] if size < len(_GAPS) else '11+'}")
    features |= {f"g:{low}" for low in gap[:10] if low.isalpha()}
    features |= {f"G:{name}" for name in triggers_in(line, start, start + size)}
    if "role" in chain.from_iterable(line.classes[start : start + size]):
        features.add("G:role")
        if size < 7:
            features.add("G:role&near")
    if not _BRACKETS.isdisjoint(gap):
        features |= {f"G:{low}" for low in gap if low in _BRACKETS}


def _add_between(scene: Scene, features: set[str], between: list[int], a: int, c: int) -> None:
    kinds = [scene.kinds[n] for n in between]
    features.add(f"others={min(len(kinds), 4)}")
    features |= {f"over:{kind}" for kind in kinds}
    if scene.kinds[c] not in kinds:
        features.add("nearest-object")
    if scene.kinds[a] not in kinds:
        features.add("nearest-subject")
    if scene.kinds[c] in ORGANISATIONS and not any(kind in ORGANISATIONS for kind in kinds):
        features.add("nearest-body")


def _add_sides(features: set[str], line: Line, first: int, last: int) -> None:
    features |= {f"B:{name}" for name in triggers_in(line, max(0, first - _SIDE), first)}
    features |= {f"A:{name}" for name in triggers_in(line, last, last + _SIDE)}
    features.add(f"left={line.lows[first - 1] if first else '^'}")


def _add_neighbours(features: set[str], line: Line, x: tuple[int, int, int], y: tuple[int, int, int]) -> None:
    (i, j, _), (p, _, _) = x, y
    n = len(line.lows)
    if i and "role" in line.classes[i - 1]:
        features.add("role-before")
    opened = j + 1 < n and line.lows[j] in (",", "(", "is", "was", "als")
    if opened and ("role" in line.classes[j + 1] or (j + 2 < n and "role" in line.classes[j + 2])):
        features.add("role-after")
    at = p - 1
    if at >= 0 and line.lows[at] in ARTICLES:
        at -= 1
    features.add(f"before-object={line.lows[at] if at >= 0 else '^'}")
    if at > 0 and line.lows[at] in ("van", "bij") and "role" in line.classes[at - 1]:
        features.add("role-of-object")


def _add_lists(
    scene: Scene, features: set[str], line: Line, held: list[tuple[int, int, int]], x: tuple[int, int, int],
    y: tuple[int, int, int], groups: dict[int, Stretch],
) -> None:  # fmt: skip
    (i, _, _), (p, _, c) = x, y
    mine, theirs = _stretch_of(line, groups, i), _stretch_of(line, groups, p)
    if mine is not None and mine == theirs:
        features.add("same-list")
        return
    if mine is not None:
        features.add("subject-listed")
        _list_gap(scene, features, line, held, mine, y, c)
    elif theirs is not None:
        features.add("object-listed")
        start, end = theirs
        low, high, order = (end, i, "OL") if i >= end else (x[1], start, "OLr")
        features |= {f"{order}:{name}" for name in triggers_in(line, low, high)}
        if order == "OLr":
            gap = line.lows[low:high]
            features.add(f"OLr={' '.join(gap) if len(gap) < 5 else 'long'}")


def _stretch_of(line: Line, groups: dict[int, Stretch], i: int) -> Stretch | None:
    """The tokens of the enumeration in which a thing that begins at a token stands."""
    found = groups.get(i)
    if found is not None:
        return found
    runs = list_of(line, i)
    return (runs[0][0], runs[-1][1]) if runs is not None else None


def _list_gap(
    scene: Scene, features: set[str], line: Line, held: list[tuple[int, int, int]], runs: Stretch,
    y: tuple[int, int, int], c: int,
) -> None:  # fmt: skip
    """What stands between the whole enumeration of the subject and the object."""
    start, end = runs
    p, q, _ = y
    if p >= end:
        order, low, high = "SL", end, p
    elif q <= start:
        order, low, high = "SLr", q, start
    else:
        return
    gap = line.lows[low:high]
    features.add(f"{order}={' '.join(gap) if len(gap) < 5 else 'long'}")
    features |= {f"{order}:{name}" for name in triggers_in(line, low, high)}
    kind = scene.kinds[c]
    if not any(scene.kinds[n] == kind for u, v, n in held if u >= low and v <= high and n != c):
        features.add("nearest-object:list")
