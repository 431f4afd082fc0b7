"""One writer at a time, over all processes and threads that use the same folder, and each gets its turn."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from graph_model.errors import GraphUnavailable

_PATIENCE = 60.0
"""Seconds that a writer whose turn it is waits: as long as one statement may take."""

_PAUSE = 0.0005


@contextlib.contextmanager
def writers_lock(path: Path, folder: Path) -> Iterator[None]:
    """Hold the writer's lock; the system lets go of it when this process dies.

    Who wants it first waits, asleep, for the turn to be next; so whoever let go of it does not have it back at once.

    :raises GraphUnavailable: another process holds it for more than a minute.
    """
    with _opened(path) as lock:
        with _opened(path.with_suffix(".turn")) as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            _wait_for(lock, folder)
        yield


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _wait_for(lock: int, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        if time.monotonic() > until:
            raise GraphUnavailable(
                f"Een ander programma schrijft al langer dan een minuut in {folder}; wacht tot het klaar is.",
                str(folder),
            )
        time.sleep(_PAUSE)
