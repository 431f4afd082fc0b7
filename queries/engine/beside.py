"""Work that goes on beside the answers of a graph, and ends when the graph is closed."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock, Thread

Work = Callable[[Event], object]


class Beside:
    """The threads of one graph; each is told by an event that it is to end."""

    def __init__(self) -> None:
        self._ended = Event()
        self._threads: list[Thread] = []
        self._lock = Lock()

    def start(self, work: Work, name: str) -> None:
        """Have work done meanwhile, unless the graph is closed; it must not raise.

        :param name: of its thread.
        """
        with self._lock:
            if self._ended.is_set():
                return
            self._threads = [thread for thread in self._threads if thread.is_alive()]
            # A program that ends without closing the graph does not wait for it.
            thread = Thread(target=work, args=(self._ended,), name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def wait(self) -> None:
        """Wait until what goes on is done."""
        with self._lock:
            threads = list(self._threads)
        for thread in threads:
            thread.join()

    def end(self) -> None:
        """Have all work end, and wait for that."""
        self._ended.set()
        self.wait()
