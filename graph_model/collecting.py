"""Looking for garbage less frequently while very much is made that holds no circles."""

from __future__ import annotations

import gc

READING = (400_000, 50, 100)
"""While many pages are read: their small objects live as long as their page; the search took a tenth of the time."""
ANSWERING = (20_000, 20, 50)
"""While a server answers: thousands of objects are gone with their answer; the search took a twentieth of the time, and
now and then a tenth of a second, for then it went through all that is loaded.
"""


def collect_seldom(thresholds: tuple[int, int, int]) -> None:
    """Look for circular garbage after so many objects that stayed instead of seven hundred; see ``gc.set_threshold``.

    What is loaded now (code, lists, weights, routes) is not looked at again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*thresholds)
