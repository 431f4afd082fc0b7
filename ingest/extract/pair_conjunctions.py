"""Pieces of evidence for a link that only count together, for each pair of kinds of ends."""

from __future__ import annotations

from ingest.extract.pairs import Pairs
from ingest.extract.remembering import Remembered
from ingest.extract.scene import Scene

_STRUCTURE = frozenset((
    "sentence", "LEAD", "BACK", "TOP", "MOVE", "ALL", "role-before", "role-after", "role-of-object", "same-list",
    "nearest-object", "nearest-subject", "G:role&near", "organises", "subject-top", "EV:here", "EV:other", "denied",
))  # fmt: skip
_GATHERING = ("EV=", "EV:header=", "EV:near:", "EV:label=", "in=", "EV:in=", "TOP:in=", "BACK:in=")
_WORDED = ("G:", "before-object=")
_NEAR = ("nearest-object", "nearest-subject", "nearest-body", "nearest-object:list")


def add_pair_conjunctions(scene: Scene, pairs: Pairs) -> None:
    """Adds what holds together; to be called when all other evidence is in."""
    beside = _BESIDE
    short = [kind[:4] for kind in scene.kinds]
    for (a, c), features in pairs.items():
        ends = f"{short[a]}>{short[c]}"
        near = "".join(["1" if name in features else "0" for name in _NEAR])
        order = "so" if "order=so" in features else "os" if "order=os" in features else "--"
        ordered, ended = f"&{order}{near[:2]}", f"&{ends}"
        added = [f + (ended if beside[f] == "ends" else ordered) for f in filter(beside.__getitem__, features)]
        added += [name + ended for name in _STRUCTURE & features]
        features.update(added, (f"near={near}{order}{ended}",))


def _counts_with(feature: str) -> str:
    """With what a feature counts together: the kinds of the ends, their order, or nothing."""
    if feature.startswith(_GATHERING):
        return "ends"
    return "order" if feature.startswith(_WORDED) else ""


# A page asks this of thousands of features, nearly all of which it asked before.
_BESIDE = Remembered(_counts_with)
