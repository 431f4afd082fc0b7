"""The graph as a network: who is linked most, who stands between others, which groups hold together, where it is thin.

The network is people, organisations and gatherings with the links between them (``network``). What makes no two things
linked stays out: sources, places, mentions; and subjects, which half the country shares. All that is reckoned here is
the same for the same graph, whatever the order in which an engine gives it.
"""

from queries.analytics.measures import DEFAULT_LIMIT, measures
from queries.analytics.network import Network, rows_kept

__all__ = ["DEFAULT_LIMIT", "Network", "measures", "rows_kept"]
