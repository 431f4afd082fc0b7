"""Looking for garbage less frequently while a server answers."""

from __future__ import annotations

import gc

_ALLOCATIONS = 20_000


def collect_seldom() -> None:
    """Look for circular garbage after twenty thousand objects that stayed instead of seven hundred.

    An answer is made of thousands of objects that are gone with it, and hardly any circles: the search for those took a
    twentieth of the time, and now and then a tenth of a second, for then it went through all that is loaded. What is
    loaded now (code, routes, shapes) is not looked at again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, 20, 50)
