"""The map of everything for a server: drawn once for each version of the graph, however many ask for it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from queries.engine.base import Graph
from visualizations.drawing import draw


@dataclass(slots=True)
class WholeMap:
    """The map of everything as JSON, of the newest version that was asked for. One of them serves one graph."""

    _version: int = -1
    _text: str = ""
    _drawing: threading.Lock = field(default_factory=threading.Lock)

    def text(self, graph: Graph) -> tuple[int, str]:
        """The version of the graph and the map as :meth:`visualizations.drawing.DrawnMap.json_text` gives it.

        Keeping where new things lie makes a version too, so after such a drawing the next asker draws once more.
        """
        with self._drawing:
            version = graph.answer(lambda reading: reading.version)
            if version != self._version:
                drawn = draw(graph)
                self._version, self._text = drawn.version, drawn.json_text()
            return self._version, self._text
