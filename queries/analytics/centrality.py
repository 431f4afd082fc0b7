"""How much a thing is linked, and how often it stands between others."""

from __future__ import annotations

from dataclasses import dataclass

from queries.analytics.network import Network

# Exact betweenness takes a walk over all ties from every thing; on a large network from so many things that all walks
# together pass about this many things and ties (two seconds).
MOST_STEPS = 4_000_000
FEWEST_WALKS = 16
_SEED = 1


@dataclass(frozen=True, slots=True)
class Between:
    """For each number the share (0–1) of all pairs of other things whose shortest ways lead through it.

    ``walks``: from how many things that was reckoned; from all of them it is exact.
    """

    shares: tuple[float, ...]
    walks: int
    exact: bool


def degrees(network: Network) -> list[int]:
    """With how many others each thing is tied, by its number."""
    return [len(some) for some in network.neighbours]


def betweenness(network: Network, most_steps: int = MOST_STEPS) -> Between:
    """How often each thing lies on shortest ways; of ways of equal length each counts its part."""
    import networkx as nx

    size = len(network.things)
    walks = max(FEWEST_WALKS, most_steps // max(1, size + len(network.ties)))
    exact = walks >= size
    shares = nx.betweenness_centrality(network.graph, k=None if exact else walks, seed=_SEED)
    return Between(tuple(shares[n] for n in range(size)), size if exact else walks, exact)
