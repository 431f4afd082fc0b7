"""Stretches of capitals that hold two names: ``in Waalwijk Eikendonk``, ``gemeente Zoetermeer in de Vredekerk``."""

from __future__ import annotations

import re

from ingest.extract.candidates import Candidate
from ingest.extract.places import is_place
from ingest.extract.structure import Sheet

_AUTHORITY = re.compile(r"^(?:gemeente|provincie) .+ (?:in|te|uit|bij) ")
# ``bij Stadsdorp Elinkwijk of bij NoaberKracht``
_TWO = (" of bij ", " en bij ", " of met ", " en met ", " of van ", " of in ")
_BEFORE = frozenset(("in", "te", "uit"))
# ``Den Haag Zuidwest`` is one name.
_QUARTERS = re.compile(r"^(?:noord|oost|zuid|west|centrum|stad|buiten|binnen|en |aan |bij |op |dorp|wijk)")


def is_run_on(key: str) -> bool:
    """Whether a folded name is an authority and another name behind it, or two names that are put together."""
    return _AUTHORITY.match(key) is not None or any(joint in key for joint in _TWO)


def begins_with_place(sheet: Sheet, candidate: Candidate) -> bool:
    """Whether a candidate that stands behind "in" is a place and another name behind it."""
    if " " not in candidate.key:
        return False
    before = [sheet.lines[m.line].lows[m.i - 1] for m in candidate.mentions if m.i]
    if _BEFORE.isdisjoint(before) or is_place(candidate.key):
        return False
    words = candidate.key.split()
    heads = [q for q in range(1, len(words)) if is_place(" ".join(words[:q]))]
    return bool(heads) and _QUARTERS.match(" ".join(words[heads[-1] :])) is None
