"""Groups that hold together, and what binds them: themes, places and movements that their members share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from queries.analytics.network import Network

_SEED = 1
SMALLEST = 3
# What binds is shared by two members at least, by a fifth of those of which anything is known, and more than elsewhere.
LEAST_SHARED = 2
LEAST_SHARE = 0.2
NAMED = 2


@dataclass(frozen=True, slots=True)
class Feature:
    """A theme, place (a municipality where that is known) or movement that things share."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Community:
    """A group, most linked members first, and what binds it: features with how many members share each."""

    members: tuple[int, ...]
    binding: tuple[tuple[Feature, int], ...]


def communities(network: Network, features: Mapping[int, Collection[Feature]]) -> list[Community]:
    """The groups of three or more, largest first.

    Movements bind whoever joins them: they name groups and are no members, or everybody would be one group.
    """
    import networkx as nx

    among = network.without(("Movement",))
    parts = nx.community.louvain_communities(among.graph, seed=_SEED)
    found = [_ordered(among, part) for part in parts if len(part) >= SMALLEST]
    return [Community(members, binding(members, features)) for members in sorted(found, key=lambda m: (-len(m), m))]


def _ordered(network: Network, part: Collection[int]) -> tuple[int, ...]:
    return tuple(sorted(part, key=lambda n: (-len(network.neighbours[n]), n)))


def binding(members: Sequence[int], features: Mapping[int, Collection[Feature]]) -> tuple[tuple[Feature, int], ...]:
    """What binds members most: shared by most of them, of equal ones by fewest others."""
    everywhere = Counter(feature for some in features.values() for feature in set(some))
    known = [set(features[member]) for member in members if features.get(member)]
    here = Counter(feature for some in known for feature in some)
    least = max(LEAST_SHARED, LEAST_SHARE * len(known))
    shared = [
        (feature, number) for feature, number in here.items()
        if number >= least and number * len(features) > everywhere[feature] * len(known)
    ]  # fmt: skip
    return tuple(sorted(shared, key=lambda one: (-one[1], everywhere[one[0]], one[0].kind, one[0].name))[:NAMED])
