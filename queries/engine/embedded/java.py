"""The engine's java process: started, listened to and ended by its supervisor, and never outliving it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from .folder import EngineFolder, clear_about

_PR_SET_PDEATHSIG = 1
_LONGEST_LOG = 5_000_000
_ORDERLY = 20.0
"""Seconds that java gets to close its database before it is killed (which loses nothing that was acknowledged)."""


@dataclass(slots=True)
class Java:
    """A running java, and the file that keeps what it says."""

    child: subprocess.Popen[bytes]
    output: IO[bytes]
    log: IO[bytes]
    rest: bytes = b""
    written: int = 0

    def lines(self) -> list[str] | None:
        """The lines that it wrote since the last time, or None when it has closed its output: it has ended."""
        chunk = os.read(self.output.fileno(), 65_536)
        if not chunk:
            return None
        if self.written < _LONGEST_LOG:
            with contextlib.suppress(OSError):  # a full disk must not end an engine that still answers
                self.written += self.log.write(chunk)
                self.log.flush()
        *whole, self.rest = (self.rest + chunk).split(b"\n")
        return [line.decode("utf-8", "replace") for line in whole]

    def end(self) -> None:
        """Let it close its database, and kill it if it does not; returns when it is gone."""
        self.child.terminate()
        drain = threading.Thread(target=self._drain, daemon=True)  # a full pipe would keep it from ending
        drain.start()
        try:
            self.child.wait(_ORDERLY)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
        drain.join()

    def _drain(self) -> None:
        while self.lines() is not None:
            pass


@contextlib.contextmanager
def running(folder: EngineFolder, words: Sequence[str], lock: int) -> Iterator[Java]:
    """Run this command in the engine's folder, and leave nothing of it behind.

    :param lock: java holds it as well, and its process id stands in it, for as long as it lives.
    """
    with contextlib.ExitStack() as opened:
        with clear_about(folder.data):
            log = opened.enter_context(folder.log.open("wb"))
            child = subprocess.Popen(
                words,
                cwd=folder.home,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                pass_fds=(lock,),
                preexec_fn=_ties(os.getpid(), lock),
            )
        assert child.stdout is not None
        java = Java(child, child.stdout, log)
        try:
            yield java
        finally:
            java.end()
            os.ftruncate(lock, 0)


def _ties(supervisor: int, lock: int) -> Callable[[], None]:
    """What the child does before java is there: end when the supervisor does, and say in the lock who holds it."""
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

    def tie() -> None:
        if libc is not None:
            libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != supervisor:
                os._exit(1)
        os.pwrite(lock, b"%-20d" % os.getpid(), 0)

    return tie
