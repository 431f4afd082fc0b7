"""Evidence of two things that stand in one sentence: what is between, before and after them."""

from __future__ import annotations

from itertools import chain

from graph_model.values import value
from ingest.extract.enumerations import Spot, Stretch, enumerations
from ingest.extract.introductions import introduced_by
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.remembering import Remembered, beginning
from ingest.extract.scene import Scene
from ingest.extract.spans import list_of
from ingest.extract.tokens import Line
from ingest.extract.triggers import NEGATION, pulling, triggers_in
from ingest.extract.words import ARTICLES

# How wide the gap is, by its number of tokens.
_GAPS = ("gap=0", "gap=1", "gap=2", "gap=3-5", "gap=3-5", "gap=3-5", *["gap=6-10"] * 5)
_WIDE = "gap=11+"
_BRACKETS = frozenset("(),;:|")
_SIDE = 6
_MANY = 40
_NEIGHBOURS = 8
# What holds of two things with none between them.
_NEAREST = frozenset(("others=0", "nearest-object", "nearest-subject"))
_NEAREST_BODY = _NEAREST | {"nearest-body"}
_SAID, _IN_GAP, _BEFORE, _BEHIND = pulling("S:"), pulling("G:"), pulling("B:"), pulling("A:")
_LISTED = {order: pulling(f"{order}:") for order in ("OL", "OLr", "SL", "SLr")}
_LEFT, _BEFORE_OBJECT = beginning("left="), beginning("before-object=")
# Of a word between two things; nothing of one that is no word.
_WORD: Remembered[str, str] = Remembered(lambda low: f"g:{low}" if low.isalpha() else "")


@value(frozen=True, slots=True)
class _Sentence:
    """A sentence: what stands in it, what all its pairs share, whether it denies, and its enumerations.

    ``both_ways``: what holds of two stretches whichever of them is the subject, as far as some pair asked for it.
    """

    line: Line
    held: list[Spot]
    kinds: list[str]
    common: set[str]
    denied: bool
    groups: dict[int, Stretch]
    both_ways: dict[tuple[int, int, int, int], set[str]]


def add_sentence_pairs(scene: Scene, pairs: Pairs) -> None:
    """All pairs within sentences."""
    kinds = scene.kinds
    for (index, number), held in scene.sentences.items():
        if len(held) < 2:
            continue
        sentence: _Sentence | None = None
        for at, x in enumerate(held):
            for to in near(held, at):
                y = held[to]
                if x[2] != y[2] and (kinds[x[2]], kinds[y[2]]) in LINKS_BETWEEN:
                    sentence = sentence or _sentence(scene, scene.sheet.lines[index], number, held)
                    _add_pair(sentence, pairs[x[2], y[2]], at, to)


def near(held: list[Spot], at: int) -> range:
    """Which things stand with one in its sentence: of a sentence that is an endless list, only its neighbours."""
    size = len(held)
    return range(size) if size <= _MANY else range(max(0, at - _NEIGHBOURS), min(size, at + _NEIGHBOURS + 1))


def _sentence(scene: Scene, line: Line, number: int, held: list[Spot]) -> _Sentence:
    a, z = line.sentences[number]
    said = triggers_in(line, a, z)
    common = {"sentence", f"held={min(len(held), 6)}", f"block={line.block.kind}", *_SAID[said]}
    denied = bool(said & NEGATION)
    if denied:
        common.remove("S:neg")
        common.add("denied")
    if "role" in chain.from_iterable(line.classes[a:z]):
        common.add("S:role")
    if line.block.label:
        common.add(f"label={line.block.label.lower()[:12]}")
    common.update([f"in={cue}" for cue in introduced_by(scene, line)])
    return _Sentence(line, held, scene.kinds, common, denied, enumerations(scene, line, held), {})


def _add_pair(sentence: _Sentence, features: set[str], at: int, to: int) -> None:
    """Adds to the evidence of a pair what its ends show that stand at these places of a sentence."""
    line, held, kinds = sentence.line, sentence.held, sentence.kinds
    (i, j, a), (p, q, c) = x, y = held[at], held[to]
    if i < q and p < j:
        features.add("nested=in" if p <= i and j <= q else "nested=out")
        if kinds[a] != "ClientCouncil" and (kinds[a], kinds[c]) != ("Event", "Place"):
            return
    forward = i < p
    start, end = (j, p) if forward else (q, i)
    gap = line.lows[start:end] if end > start else []
    around = (i if forward else p, start, end, q if q > j else j)
    either = sentence.both_ways.get(around)
    if either is None:
        either = sentence.both_ways[around] = _either(line, gap, around)
    features.update(sentence.common, either)
    features.add("order=so" if forward else "order=os")
    if len(gap) <= 4:
        features.add(f"between={'so' if forward else 'os'}:{' '.join(gap)}")
    if sentence.denied and len(gap) < 12 and "G:neg" in features:
        features.add("denied&near")
    # What lies between two things stands between them in order, too.
    inside = held[at + 1 : to] if forward else held[to + 1 : at]
    between = [kinds[n] for u, v, n in inside if u >= start and v <= end and n not in (a, c)] if inside else None
    if between:
        _add_between(features, between, kinds[a], kinds[c])
    else:
        features |= _NEAREST_BODY if kinds[c] in ORGANISATIONS else _NEAREST
    _add_neighbours(features, line, i, j, p)
    _add_lists(sentence, features, x, y)


def _either(line: Line, gap: list[str], around: tuple[int, int, int, int]) -> set[str]:
    """The words of a gap, and what stands on both sides of the two stretches beside it."""
    first, start, _, last = around
    size, lows = len(gap), line.lows
    features = {
        _GAPS[size] if size < len(_GAPS) else _WIDE,
        _LEFT[lows[first - 1] if first else "^"],
        *_BEFORE[triggers_in(line, max(0, first - _SIDE), first)],
        *_BEHIND[triggers_in(line, last, last + _SIDE)],
    }
    if gap:
        features.update(filter(None, map(_WORD.__getitem__, gap[:10])), _IN_GAP[triggers_in(line, start, start + size)])
        if "role" in chain.from_iterable(line.classes[start : start + size]):
            features.add("G:role")
            if size < 7:
                features.add("G:role&near")
        if not _BRACKETS.isdisjoint(gap):
            features.update([f"G:{low}" for low in gap if low in _BRACKETS])
    return features


def _add_between(features: set[str], between: list[str], subject: str, object: str) -> None:
    """What the kinds of the things between two others tell."""
    features.add(f"others={min(len(between), 4)}")
    features.update([f"over:{kind}" for kind in between])
    if object not in between:
        features.add("nearest-object")
    if subject not in between:
        features.add("nearest-subject")
    if object in ORGANISATIONS and not any(kind in ORGANISATIONS for kind in between):
        features.add("nearest-body")


def _add_neighbours(features: set[str], line: Line, i: int, j: int, p: int) -> None:
    """What stands right beside the subject ``i``–``j`` and right before the object, which begins at ``p``."""
    lows, classes = line.lows, line.classes
    n = len(lows)
    if i and "role" in classes[i - 1]:
        features.add("role-before")
    opened = j + 1 < n and lows[j] in (",", "(", "is", "was", "als")
    if opened and ("role" in classes[j + 1] or (j + 2 < n and "role" in classes[j + 2])):
        features.add("role-after")
    at = p - 1
    if at >= 0 and lows[at] in ARTICLES:
        at -= 1
    low = lows[at] if at >= 0 else "^"
    features.add(_BEFORE_OBJECT[low])
    if at > 0 and low in ("van", "bij") and "role" in classes[at - 1]:
        features.add("role-of-object")


def _add_lists(sentence: _Sentence, features: set[str], x: Spot, y: Spot) -> None:
    """How two things stand in enumerations: in one, or what is between the whole one of either and the other."""
    line, groups = sentence.line, sentence.groups
    if not groups and not line.lists:
        return
    (i, j, _), (p, _, _) = x, y
    mine, theirs = _stretch_of(line, groups, i), _stretch_of(line, groups, p)
    if mine is not None and mine == theirs:
        features.add("same-list")
        return
    if mine is not None:
        features.add("subject-listed")
        _list_gap(sentence, features, mine, y)
    elif theirs is not None:
        features.add("object-listed")
        start, end = theirs
        low, high, order = (end, i, "OL") if i >= end else (j, start, "OLr")
        features |= _LISTED[order][triggers_in(line, low, high)]
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


def _list_gap(sentence: _Sentence, features: set[str], runs: Stretch, y: Spot) -> None:
    """What stands between the whole enumeration of the subject and the object."""
    line, kinds = sentence.line, sentence.kinds
    start, end = runs
    p, q, c = y
    if p >= end:
        order, low, high = "SL", end, p
    elif q <= start:
        order, low, high = "SLr", q, start
    else:
        return
    gap = line.lows[low:high]
    features.add(f"{order}={' '.join(gap) if len(gap) < 5 else 'long'}")
    features |= _LISTED[order][triggers_in(line, low, high)]
    kind = kinds[c]
    if not any(kinds[n] == kind for u, v, n in sentence.held if u >= low and v <= high and n != c):
        features.add("nearest-object:list")
