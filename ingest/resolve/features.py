"""Features: what speaks for or against two things being one, each with its weight and in words.

Weights are the logarithm (base 2) of how many times likelier what is seen is for one thing than for two, so they add
up; they were set by hand and are held by the pairs in the tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph_model.names import fold
from ingest.resolve.names import full_name_of, name_of
from queries.review.areas import Areas
from queries.review.profiles import Profile


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason: its name, its weight (below zero: against), and a Dutch clause that says it."""

    name: str
    points: float
    words: str


@dataclass(frozen=True)
class World:
    """All things that may be compared, and how common what they share is."""

    profiles: Mapping[str, Profile]
    _around: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @cached_property
    def areas(self) -> Areas:
        """Which places lie in which."""
        return Areas(self.profiles)

    @cached_property
    def words(self) -> Counter[str]:
        """In the names of how many things a word stands."""
        return Counter(
            word for p in self.profiles.values() for word in {w for name in p.names for w in name_of(name).tokens}
        )

    @cached_property
    def first_names(self) -> Counter[str]:
        """How many people bear a first name."""
        people = (p for p in self.profiles.values() if p.family == "person")
        return Counter(name for p in people for name in {n for text in p.names for n in full_name_of(text).first[:1]})

    @cached_property
    def hosts(self) -> Counter[str]:
        """How many things have their site on a host."""
        return Counter(p.site.partition("/")[0] for p in self.profiles.values() if p.site)

    @cached_property
    def addresses(self) -> Counter[str]:
        return Counter(p.address for p in self.profiles.values() if p.address)

    def degree(self, thing: str) -> int:
        """With how many links a thing hangs in the graph."""
        profile = self.profiles.get(thing)
        return len(profile.ties) if profile else 0

    def name(self, thing: str) -> str:
        profile = self.profiles.get(thing)
        return profile.name if profile else thing

    def town_names(self, profile: Profile) -> str:
        return " en ".join(sorted(self.name(town) for town in profile.towns))

    def place_names(self, profile: Profile) -> frozenset[str]:
        """The folded names, without spaces, of the places where something is, and of what these lie in."""
        return frozenset().union(*(self._names_around(town) for town in profile.towns))

    def _names_around(self, town: str) -> frozenset[str]:
        if town not in self._around:
            places = [self.profiles[p] for p in (town, *self.areas.wholes(town)) if p in self.profiles]
            self._around[town] = frozenset(solid(name) for place in places for name in place.names)
        return self._around[town]


def solid(name: str) -> str:
    """A folded name without spaces."""
    return fold(name).replace(" ", "")


def listed(names: Iterable[str], most: int = 3) -> str:
    """Names in a sentence: "Anna, Bo en nog 2"."""
    names = sorted(set(names))
    shown, more = names[:most], len(names) - most
    if more > 0:
        return f"{', '.join(shown)} en nog {more}"
    return " en ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
