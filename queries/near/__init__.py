"""Initiatives near a thing, ranked by distance and by ties, each with its reasons.

Score = 0.5 · 2^(−d / 5 km) + 0.5 · (1 − Π(1 − w)) over the ties of the thing, its locations and the whole it is part
of. A direct link weighs 0.9, once; something shared c / log2(2 + its number of ties), with c as in ``queries.ties``.
Three things were bettered by examples:

- A distance of which only the municipality is known counts as at least 5 km, half the width of a municipality:
  otherwise whoever is known least well would stand nearest. So it is in a radius of less than 5 km only perhaps. When
  no more than the municipality is known of where to measure from, all that lies in it counts as 5 km away.
- A tie that has ended counts half.
- A whole that is a movement is no whole but something shared: else each of its members would be tied to all others.
"""

from queries.near.answer import near
from queries.near.whence import Places, Spot
from queries.near.wish import DEFAULT_KM, DEFAULT_LIMIT

__all__ = ["DEFAULT_KM", "DEFAULT_LIMIT", "Places", "Spot", "near"]
