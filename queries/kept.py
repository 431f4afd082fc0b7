"""What is costly to make and the same for everybody: kept per graph, for one version of it, in this process."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from queries.engine.base import Graph, Reading

T = TypeVar("T")
# Of one version so many different things are kept: whoever asks about ever other days does not fill the memory.
MOST = 8


class Kept(Generic[T]):
    """Values made from a graph, by a key of their own (a day, say); all forgotten when the graph has another version.

    What is made while a writer commits is never given at the next version; at its own, the answer that asked for it is
    asked again (see :meth:`queries.engine.base.Graph.answer`).
    """

    def __init__(self) -> None:
        self._found: WeakKeyDictionary[Graph, tuple[int, dict[str, T]]] = WeakKeyDictionary()
        self._lock = Lock()

    def last(self, graph: Graph, key: str = "") -> T | None:
        """The value that was last kept, perhaps of another version: to guess by, never to answer by."""
        with self._lock:
            _, known = self._found.get(graph, (None, {}))
            return known.get(key)

    def of(self, graph: Graph, reading: Reading, make: Callable[[], T], key: str = "") -> T:
        """The value at the version that is being read, made where it is not known."""
        with self._lock:
            version, known = self._found.get(graph, (None, {}))
            if version == reading.version and key in known:
                return known[key]
        made = make()
        with self._lock:
            version, known = self._found.get(graph, (None, {}))
            standing = list(known.items())[1 - MOST :] if version == reading.version else []
            self._found[graph] = reading.version, dict([*standing, (key, made)])
        return made
