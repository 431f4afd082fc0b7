"""Pieces of evidence that only count together: a whole stretch in mid-sentence says more than either alone."""

from __future__ import annotations

from itertools import product

from ingest.extract.candidates import Candidate
from ingest.extract.mention_evidence import APPOSITIONS, OF
from ingest.extract.name_evidence import Words

_KINDS = ("care", "init", "part", "place", "role", "event", "series", "doc", "council", "move")
_STARTS = (
    "after:", "article:", "first=", "last=", "apposition:", "bracket:", "list:has=", "suffix=",
    *(f"of={low}:" for low in OF), *(f"apposition:{low}:" for low in APPOSITIONS),
)  # fmt: skip
# A noun that heads a candidate, in each of the places where it may stand.
_HEADED = frozenset(start + kind for start, kind in product(_STARTS, _KINDS))


def add_conjunctions(candidate: Candidate, words: Words) -> None:
    """Adds what holds together; to be called when all other evidence is in."""
    features = candidate.features
    if candidate.forms.isdisjoint(("cap", "head")):
        return
    whole = "beside=00" in features and "fills" in features
    middle = "only-opens" not in features
    state = f"{whole:d}{middle:d}{'head' in candidate.forms:d}"
    place = "place" in features
    size, ordinary = words.size, words.ordinary
    person, known = words.person or "-", words.known or "-"
    added = [f"{feature}&{state}" for feature in _HEADED & features]
    features.update(added)
    features.update((
        f"core={state}:{ordinary}:{size}", f"core2={state}:{person}:{place:d}", f"core3={state}:{known}",
        f"core4={state}:{place:d}:{ordinary}", f"core5={person}:{ordinary}:{known}:{place:d}",
        f"{words.shape}&{state}",
    ))  # fmt: skip
