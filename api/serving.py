"""What one running server holds: the graph, who may do what, and what it remembers of the graph as it is now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from api.settings import Settings
from api.tokens import Token, tokens_of
from queries import Graph
from queries.invented import invented_things
from queries.links import links
from queries.near import near
from queries.overview import overview
from queries.results import Overview, Ref
from queries.search import search
from queries.well_known import most_linked
from visualizations.served import WholeMap

if TYPE_CHECKING:
    from ingest.resolve.queue import Queue

T = TypeVar("T")
_WELL_KNOWN = ("Initiative", "CareOrganisation")
_OF_EACH = 4


@dataclass(slots=True)
class PerVersion(Generic[T]):
    """A costly answer, kept as long as the graph does not change. ``ask`` gives it with the version that it saw."""

    ask: Callable[[], tuple[T, int]]
    _kept: tuple[T, int] | None = None
    _asking: Lock = field(default_factory=Lock)

    def at(self, version: int) -> T:
        """The answer for a graph of this version, or a later one; asked once, however many wait for it."""
        kept = self._kept
        if kept is not None and kept[1] >= version:
            return kept[0]
        with self._asking:
            if self._kept is None or self._kept[1] < version:
                self._kept = self.ask()
            return self._kept[0]


@dataclass(frozen=True, slots=True)
class Serving:
    """One running server. ``program`` tells this program from every other version of it."""

    graph: Graph
    settings: Settings
    program: str
    tokens: tuple[Token, ...]
    overview: PerVersion[Overview]
    invented: PerVersion[frozenset[str]]
    well_known: PerVersion[tuple[Ref, ...]]
    queue: PerVersion[Queue]
    _map: WholeMap = field(default_factory=WholeMap)

    def version(self) -> int:
        """The version of the graph at this moment."""
        return self.graph.answer(lambda reading: reading.version)

    def warm(self) -> None:
        """Ask beforehand what the first visitors would wait for."""
        version = self.version()
        self.overview.at(version)
        self.invented.at(version)
        for thing in self.well_known.at(version):
            search(self.graph, thing.name)
            near(self.graph, thing.id)
            links(self.graph, thing.id)

    def whole_map(self, graph: Graph) -> tuple[str, int]:
        """The map of everything as JSON, and the version of the graph that it shows."""
        version, text = self._map.text(graph)
        return text, version


def serving_over(graph: Graph, told: Settings, program: str) -> Serving:
    """A server over this graph, that remembers nothing yet."""

    def everything() -> tuple[Overview, int]:
        found = overview(graph)
        return found, found.version

    return Serving(
        graph, told, program, tokens_of(told),
        overview=PerVersion(everything),
        invented=PerVersion(lambda: invented_things(graph)),
        well_known=PerVersion(lambda: most_linked(graph, _WELL_KNOWN, _OF_EACH)),
        queue=PerVersion(lambda: _queue(graph)),
    )  # fmt: skip


def _queue(graph: Graph) -> tuple[Queue, int]:
    # Brings the reader's word lists with it, which a server does without until somebody asks who is who.
    from ingest.resolve.queue import queue_of

    found = graph.answer(queue_of)
    return found, found.version
