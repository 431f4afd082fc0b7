"""One writer at a time, over all processes and threads that use the same folder."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from graph_model.errors import GraphUnavailable

_PATIENCE = 60.0
"""Seconds that a writer waits: as long as one statement may take."""

_FIRST, _LONGEST = 0.0005, 0.004
"""Seconds between two tries: short, or who lets go of the lock has it back before anybody else looks."""


@contextlib.contextmanager
def writers_lock(path: Path, folder: Path) -> Iterator[None]:
    """Hold the writer's lock; the system lets go of it when this process dies.

    :raises GraphUnavailable: another process holds it for more than a minute.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _wait_for(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE
    pause = _FIRST
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise GraphUnavailable(
                    f"Een ander programma schrijft al langer dan een minuut in {folder}; wacht tot het klaar is.",
                    str(folder),
                ) from None
        else:
            return
        time.sleep(pause)
        pause = min(pause * 2, _LONGEST)
