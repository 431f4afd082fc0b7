"""What is missing: initiatives that could know each other, themes that nobody takes up, and on whom the network hangs.

A pair is two initiatives that are about the same theme in the same municipality (or place) and of which no source says
that they are linked. A cut is told when at least two parts of three or more things would be left.
"""

from queries.gaps.answer import DEFAULT_LIMIT, gaps

__all__ = ["DEFAULT_LIMIT", "gaps"]
