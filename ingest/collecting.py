"""Looking for garbage less frequently while many pages are read."""

from __future__ import annotations

import gc

_ALLOCATIONS = 400_000


def collect_seldom() -> None:
    """Look for circular garbage after four hundred thousand new objects instead of seven hundred.

    Reading makes many small objects that live as long as their page and hardly any circles: the search for them took
    a tenth of the time. What is loaded now (code, lists, weights) is not looked at again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, 50, 100)
