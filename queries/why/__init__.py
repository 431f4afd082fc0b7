"""How two things are linked: the closest ways from the one to the other, or plainly that there is none.

A way is close when its ties are: by the same weights as :mod:`queries.near`, so that two steps by way of a person come
before one hop by way of a movement of hundreds.
"""

from queries.why.answer import DEFAULT_PATHS, why

__all__ = ["DEFAULT_PATHS", "why"]
