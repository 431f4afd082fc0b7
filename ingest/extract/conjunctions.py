"""Pieces of evidence that only count together: a whole stretch in mid-sentence says more than either alone."""

from __future__ import annotations

from functools import lru_cache

from ingest.extract.candidates import Candidate

_HEADS = ("after:", "article:", "of=", "first=", "last=", "apposition:", "bracket:", "list:has=", "known=", "suffix=")
_KINDS = frozenset(("care", "init", "part", "place", "role", "event", "series", "doc", "council", "move"))


@lru_cache(maxsize=65_536)
def _part(feature: str) -> str:
    """What a feature adds to the conjunctions: a head, or the name of the scalar that it holds."""
    name = feature.partition("=")[0]
    if name in ("size", "ordinary", "person", "known", "shape"):
        return name
    if feature.startswith(_HEADS) and feature.rpartition(":")[2].rpartition("=")[2] in _KINDS:
        return "head"
    return ""


def add_conjunctions(candidate: Candidate) -> None:
    """Adds what holds together; to be called when all other evidence is in."""
    features = candidate.features
    if not candidate.forms & {"cap", "head"}:
        return
    whole = "beside=00" in features and "fills" in features
    middle = "only-opens" not in features
    state = f"{whole:d}{middle:d}{'head' in candidate.forms:d}"
    told = {"size": "?", "ordinary": "?", "person": "-", "known": "-", "shape": ""}
    added = set()
    for feature in features:
        part = _part(feature)
        if part == "head":
            added.add(f"{feature}&{state}")
        elif part:
            value = feature if part == "shape" else feature.partition("=")[2]
            told[part] = value if told[part] in ("?", "-", "") else min(told[part], value)
            if part == "known" and value in _KINDS:
                added.add(f"{feature}&{state}")
    place = "place" in features
    ordinary, person, known = told["ordinary"], told["person"], told["known"]
    added |= {
        f"core={state}:{ordinary}:{told['size']}", f"core2={state}:{person}:{place:d}", f"core3={state}:{known}",
        f"core4={state}:{place:d}:{ordinary}", f"core5={person}:{ordinary}:{known}:{place:d}",
        f"{told['shape']}&{state}",
    }  # fmt: skip
    features |= added
