"""Pieces of evidence that only count together: a whole stretch in mid-sentence says more than either alone."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from ingest.extract.candidates import Candidate
from ingest.extract.mention_evidence import APPOSITIONS, OF
from ingest.extract.model import together
from ingest.extract.name_evidence import Words

_KINDS = ("care", "init", "part", "place", "role", "event", "series", "doc", "council", "move")
_STARTS = (
    "after:", "article:", "first=", "last=", "apposition:", "bracket:", "list:has=", "suffix=",
    *(f"of={low}:" for low in OF), *(f"apposition:{low}:" for low in APPOSITIONS),
)  # fmt: skip
# A noun that heads a candidate, in each of the places where it may stand.
_HEADED = frozenset(start + kind for start, kind in product(_STARTS, _KINDS))
# The same with each state that a candidate may be in: whole, not only opening sentences, headed by a noun.
_STATES = {told: "".join(["1" if holds else "0" for holds in told]) for told in product((False, True), repeat=3)}
_JOINED = {state: {feature: f"{feature}&{state}" for feature in _HEADED} for state in _STATES.values()}


def add_conjunctions(candidate: Candidate, words: Words) -> None:
    """Adds what holds together; to be called when all other evidence is in."""
    features = candidate.features
    if candidate.forms.isdisjoint(("cap", "head")):
        return
    whole = "beside=00" in features and "fills" in features
    middle = "only-opens" not in features
    state = _STATES[whole, middle, "head" in candidate.forms]
    joined = _JOINED[state]
    features.update([joined[feature] for feature in _HEADED & features], _of_state(words, state, "place" in features))


def _of_state(words: Words, state: str, place: bool) -> tuple[str, str]:
    """What the words of a name say in a state, worked out once for a name: most come back."""
    key = (state, place)
    found = words.joined.get(key)
    if found is None:
        core = _core(state, place, words.size, words.ordinary, words.person, words.known)
        found = words.joined[key] = (core, f"{words.shape}&{state}")
    return found


@lru_cache(maxsize=16_384)
def _core(state: str, place: bool, size: str, ordinary: str, person: str, known: str) -> str:
    person, known = person or "-", known or "-"
    return together(
        f"core={state}:{ordinary}:{size}", f"core2={state}:{person}:{place:d}", f"core3={state}:{known}",
        f"core4={state}:{place:d}:{ordinary}", f"core5={person}:{ordinary}:{known}:{place:d}",
    )  # fmt: skip
