"""Areas: whether two things are in the same place, where a place may lie in another."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph_model.names import fold
from queries.review.profiles import Profile

# As wide as these, lying in the same says nothing. Groningen and Utrecht are towns too.
_WIDE = frozenset(
    "drenthe flevoland friesland fryslan gelderland limburg noordbrabant noordholland overijssel zeeland zuidholland "
    "nederland vlaanderen belgie".split()
)


class Areas:
    """Places with what they lie in, from the profiles of places."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._profiles = profiles
        self._wholes: dict[str, frozenset[str]] = {}

    def wholes(self, place: str) -> frozenset[str]:
        """The ids of the places that a place lies in, no wider than a municipality."""
        if place not in self._wholes:
            self._wholes[place] = frozenset()  # places that lie in each other end here
            profile = self._profiles.get(place)
            above = {tie.other for tie in profile.ties if tie.out and tie.kind == "PART_OF"} if profile else set()
            near = {other for other in above if not self._is_wide(other)}
            self._wholes[place] = frozenset(near.union(*(self.wholes(other) for other in near)))
        return self._wholes[place]

    def _is_wide(self, place: str) -> bool:
        profile = self._profiles.get(place)
        return profile is None or fold(profile.name).replace(" ", "") in _WIDE

    def meet(self, a: Collection[str], b: Collection[str]) -> bool:
        """Whether a place of the one is, or lies in, a place of the other."""
        return any(x == y or y in self.wholes(x) or x in self.wholes(y) for x in a for y in b)
