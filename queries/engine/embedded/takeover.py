"""How a supervisor becomes the only one of its folder, also after one before it, or its java, was killed."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from graph_model.errors import GraphUnavailable

from .folder import EngineFolder, clear_about, in_use

STOP = b"stop\n"
"""What a client sends to a supervisor to have its engine stopped at once."""

_ENDING = 25.0
"""Seconds that a supervisor which has taken its socket away may need to close its database."""

_ELSEWHERE = 2.0
"""Seconds after which a supervisor that has a socket here, but does not answer on it, is running somewhere else."""

_DYING = 0.2
"""Seconds in which a supervisor and a java that were killed let go of their locks by themselves."""


@contextlib.contextmanager
def sole_supervisor(folder: EngineFolder) -> Iterator[int]:
    """Hold this folder as its only supervisor, with no java of an earlier one left.

    :return: the descriptor of the lock that java must inherit and hold as well.
    :raises GraphUnavailable: another engine keeps the folder.
    """
    since = time.monotonic()
    with _opened(folder, folder.supervisor_lock) as own, _opened(folder, folder.java_lock) as java:
        while not _take(own):
            _wait(folder, since)
        leave_alone = time.monotonic() + _DYING
        while not _take(java):
            if time.monotonic() > leave_alone:
                _end_leftover(java)
            _wait(folder, since)
        yield java


@contextlib.contextmanager
def _opened(folder: EngineFolder, path: Path) -> Iterator[int]:
    with clear_about(folder.data):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _end_leftover(java_lock: int) -> None:
    """End the java of a dead supervisor. We hold that one's lock, so whoever still holds this one is its java."""
    with contextlib.suppress(ValueError, ProcessLookupError, PermissionError):
        os.kill(int(os.pread(java_lock, 20, 0)), signal.SIGKILL)


def _wait(folder: EngineFolder, since: float) -> None:
    patience = _ELSEWHERE if folder.socket.exists() else _ENDING
    if time.monotonic() - since > patience:
        raise GraphUnavailable(in_use(folder.data), str(folder.data))
    time.sleep(0.02)
