"""Pieces of evidence for a link that only count together, for each pair of kinds of ends."""

from __future__ import annotations

from ingest.extract.pairs import Pairs
from ingest.extract.remembering import Remembered, ending
from ingest.extract.scene import Scene

_STRUCTURE = frozenset((
    "sentence", "LEAD", "BACK", "TOP", "MOVE", "ALL", "role-before", "role-after", "role-of-object", "same-list",
    "nearest-object", "nearest-subject", "organises", "subject-top", "EV:here", "EV:other", "denied",
))  # fmt: skip
_GATHERING = ("EV=", "EV:header=", "EV:near:", "EV:label=", "in=", "EV:in=", "TOP:in=", "BACK:in=")
_WORDED = ("G:", "before-object=")
# It counts with the ends as well as with their order.
_ROLE = "G:role&near"
_NEAR = ("nearest-object", "nearest-subject", "nearest-body", "nearest-object:list")
# Of two things that no sentence names together.
_FAR = "0000"

_Joining = Remembered[str, Remembered[str, Remembered[str, str]]]


def add_pair_conjunctions(scene: Scene, pairs: Pairs) -> None:
    """Adds what holds together; to be called when all other evidence is in."""
    beside = _BESIDE
    kinds = scene.kinds
    for (a, c), features in pairs.items():
        near, order = _FAR, "--"
        if "sentence" in features:
            near = "".join(["1" if name in features else "0" for name in _NEAR])
            order = "so" if "order=so" in features else "os"
        with_ends, with_order = _WITH_ENDS[kinds[a]][kinds[c]], _WITH_ORDER[order][near[:2]]
        others = features.difference(_ALONE)
        added = [(with_ends if beside[f] == "ends" else with_order)[f] for f in others if beside[f]]
        added.append(with_ends[f"near={near}{order}"])
        if _ROLE in features:
            added.append(with_ends[_ROLE])
        features.update(added)


def _counts_with(feature: str) -> str:
    """With what a feature counts together: the kinds of the ends, their order, or nothing."""
    if feature in _STRUCTURE or feature.startswith(_GATHERING):
        return "ends"
    if feature.startswith(_WORDED):
        return "order"
    if len(_ALONE) >= _MOST:
        _ALONE.clear()
    _ALONE.add(feature)
    return ""


# A page asks this of thousands of features, nearly all of which it asked before.
_BESIDE = Remembered(_counts_with)
# Those of them that count with nothing, which most do: to take them out of a pair's features at one go takes a quarter
# of what it takes to look at each.
_ALONE: set[str] = set()
_MOST = 65_536
# What makes one of a feature and the kinds of the ends; of one and the order of the ends and which are the nearest.
_WITH_ENDS: _Joining = Remembered(lambda a: Remembered(lambda c: ending(f"&{a[:4]}>{c[:4]}")))
_WITH_ORDER: _Joining = Remembered(lambda order: Remembered(lambda near: ending(f"&{order}{near}")))
