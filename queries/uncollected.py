"""Python's collector of circles kept away while very many objects are made that hold none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector: it looks through all claims of a ledger time and again, a third of the work, for nothing.

    What this leaves is freed as it is let go of, as everything is that is in no circle.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
