"""Pieces of evidence that only count together: a whole stretch in mid-sentence says more than either alone."""

from __future__ import annotations

from ingest.extract.candidates import Candidate

_HEADS = ("after:", "article:", "of=", "first=", "last=", "apposition:", "bracket:", "list:has=", "known=", "suffix=")
_KINDS = frozenset(("care", "init", "part", "place", "role", "event", "series", "doc", "council", "move"))


def add_conjunctions(candidate: Candidate) -> None:
    """Adds what holds together; to be called when all other evidence is in."""
    features = candidate.features
    if not candidate.forms & {"cap", "head"}:
        return
    whole = "beside=00" in features and "fills" in features
    middle = "only-opens" not in features
    state = f"{whole:d}{middle:d}{'head' in candidate.forms:d}"
    size = next((f for f in features if f.startswith("size=")), "size=?")
    ordinary = next((f[9:] for f in features if f.startswith("ordinary=")), "?")
    person = min((f[7:] for f in features if f.startswith("person=")), default="-")
    known = min((f[6:] for f in features if f.startswith("known=")), default="-")
    place = "place" in features
    added = {
        f"core={state}:{ordinary}:{size[5:]}", f"core2={state}:{person}:{place:d}", f"core3={state}:{known}",
        f"core4={state}:{place:d}:{ordinary}", f"core5={person}:{ordinary}:{known}:{place:d}",
    }  # fmt: skip
    for feature in features:
        if feature.startswith(_HEADS) and feature.rpartition(":")[2].rpartition("=")[2] in _KINDS:
            added.add(f"{feature}&{state}")
    shape = next((f for f in features if f.startswith("shape=")), "")
    added.add(f"{shape}&{state}")
    features |= added
