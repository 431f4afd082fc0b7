"""How close a tie is: the weights by which near and why rank.

A direct link weighs most. Something shared weighs by its kind, and less the more it is linked to: a person who sits on
two boards says much, a movement of four hundred organisations hardly anything.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from types import MappingProxyType

from graph_model.schema import NODE_KINDS, ORGANISATION_KINDS

DIRECT = 0.9
# A tie that has ended still says that people know each other, but less.
ENDED = 0.5
_BY_PLACE = 0.03
_SHARED = MappingProxyType(
    dict.fromkeys(NODE_KINDS, 0.15)
    | dict.fromkeys(ORGANISATION_KINDS, 0.3)
    | {"Person": 0.6, "Event": 0.4, "EventSeries": 0.4, "Document": 0.3, "Movement": 0.05, "Place": 0.0}
)


def weight_of_kind(kind: str) -> float:
    """What sharing a thing of this kind weighs (0 to 1), before its number of links takes from it."""
    return _SHARED[kind]


def shared_weight(kind: str, degree: int) -> float:
    """The weight (0 to 1) of sharing a thing of this kind with so many links (without MENTIONS, LINKS_TO, places)."""
    return _SHARED[kind] / math.log2(2 + max(degree, 2))


def passing_weight(kind: str, degree: int) -> float:
    """The same for a way that may go through it: by a place too, though that weighs least of all."""
    return shared_weight(kind, degree) or _BY_PLACE / math.log2(2 + max(degree, 2))


def together(weights: Iterable[float]) -> float:
    """What several ties weigh together (0 to 1): each takes its share of the doubt that the others leave."""
    doubt = 1.0
    for weight in sorted(weights):
        doubt *= 1 - weight
    return 1 - doubt


def cost_of(weight: float) -> float:
    """What a weight adds to the length of a path: the sum is smallest where the product of weights is greatest."""
    return -math.log(weight) if weight > 0 else math.inf
