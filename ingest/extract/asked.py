"""What of the evidence of its surroundings a candidate is asked for by name, by rules and conjunctions."""

from __future__ import annotations

from ingest.extract.conjunctions import HEADED

# "Bewonersinitiatief 't Naoberhoês": the noun before a name says outright what it is.
INITIATIVE_BEFORE = frozenset(
    f"before={whose}initiatief" for whose in ("bewoners", "burger", "buurt", "dorps", "inwoners", "wijk", "zorg")
) | {"before=pact"}
# A rule that asks for more of what stands around has to add it here: the rest is weighed, and seen no more.
ASKED = HEADED | INITIATIVE_BEFORE | {"apposition:location", "after:office", "place-line", "bracket:body"}
