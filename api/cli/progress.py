"""Progress on standard error, for everything that takes more than a second."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from graph_model.errors import SamenspelError

PATIENCE = 1.0
# Where nobody sees a line change, a line now and then is enough.
SELDOM = 10.0
_CLEAR = "\r\x1b[K"


class Counter:
    """How many pages of how many are done. A terminal shows one line that changes; a file gets a line now and then."""

    def __init__(self, what: str, total: int, stream: TextIO | None = None, *, remaining: bool = False) -> None:
        """:param remaining: tell also for how long it will still take, roughly."""
        self._began = time.monotonic() if remaining else 0.0
        self._what = what
        self._total = total
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._next = time.monotonic() + (PATIENCE if self._live else SELDOM)
        self._shown = False
        self._done = 0

    def at(self, done: int) -> None:
        """So many are done."""
        self._done = done
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (0.1 if self._live else SELDOM)
        text = self._text()
        self._stream.write(f"{_CLEAR}{text}" if self._live else f"{text}\n")
        self._stream.flush()
        self._shown = self._live

    def _text(self) -> str:
        # What registers cite and sources lead to is not known beforehand: there may be more than there seemed to be.
        told = f"{self._what}: {self._done}" + (f" van {self._total}" if self._done <= self._total else "")
        return told + self._remaining()

    def _remaining(self) -> str:
        left = self._total - self._done
        if not self._began or left <= 0 or not self._done:
            return ""
        seconds = (time.monotonic() - self._began) * left / self._done
        return f", nog ongeveer {round(seconds / 60)} min" if seconds >= 90 else f", nog ongeveer {round(seconds)} s"

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Takes the changing line away at the end; when it was broken off, says how far it came."""
        try:
            yield
        except (SamenspelError, KeyboardInterrupt):
            self.clear()
            if self._done:
                self._stream.write(f"{self._text()}, toen hield het op.\n")
            raise
        finally:
            self.clear()

    def clear(self) -> None:
        """Take the changing line away: at the end, or before something else is written."""
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._shown = False


@contextmanager
def patience(sentence: str, stream: TextIO | None = None) -> Iterator[None]:
    """Say a sentence when what happens inside takes more than a second, and take it away afterwards."""
    stream = stream or sys.stderr
    live = stream.isatty()
    said = threading.Event()

    def say() -> None:
        said.set()
        stream.write(sentence if live else sentence + "\n")
        stream.flush()

    timer = threading.Timer(PATIENCE, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if live and said.is_set():
            stream.write(_CLEAR)
            stream.flush()
