"""What is costly to read and the same for everybody: kept per graph, for one version of it, in this process."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from queries.engine.base import Graph, Reading

T = TypeVar("T")


class Kept(Generic[T]):
    """What a function reads of a graph, read anew only when the graph has another version.

    What is read while a writer commits is never given at the next version; at its own, the answer that asked for it
    is asked again (see :meth:`queries.engine.base.Graph.answer`).
    """

    def __init__(self, read: Callable[[Reading], T]) -> None:
        self._read = read
        self._found: WeakKeyDictionary[Graph, tuple[int, T]] = WeakKeyDictionary()
        self._lock = Lock()

    def of(self, graph: Graph, reading: Reading) -> T:
        """What there is at the version that is being read."""
        with self._lock:
            known = self._found.get(graph)
        if known is not None and known[0] == reading.version:
            return known[1]
        found = self._read(reading)
        with self._lock:
            self._found[graph] = reading.version, found
        return found
