"""The engine's java process: started, listened to and ended by its supervisor, and never outliving it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
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


def start(folder: EngineFolder, words: Sequence[str], java_lock: int) -> Java:
    """Start this command in the engine's folder; its process id stands in the lock that it holds while it lives."""
    supervisor = os.getpid()
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

    def tie() -> None:
        """In the child, before java is there: end with the supervisor, and say in the lock who holds it."""
        if libc is not None:
            libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != supervisor:
                os._exit(1)
        os.pwrite(java_lock, b"%-20d" % os.getpid(), 0)

    with clear_about(folder.data):
        log = folder.log.open("wb")
        child = subprocess.Popen(
            words,
            cwd=folder.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=(java_lock,),
            preexec_fn=tie,
        )
    assert child.stdout is not None
    return Java(child, child.stdout, log)
