"""All ties of one version of the graph, in memory, as soon as that version has been asked about often.

Along five or six ties an engine is asked a question for every step or two; from memory none. To fetch the ties of a
hundred thousand things takes seconds, so that is done beside the answers, which ask the engine meanwhile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from threading import Event, Lock
from typing import Any
from weakref import WeakKeyDictionary

from graph_model.errors import SamenspelError
from queries.engine.base import Graph, Reading
from queries.library import question

# After so many questions about one version its ties are fetched: that costs as much as some dozens of answers, and is
# for nothing when somebody writes next.
OFTEN = 20
# Of more ties than this, some hundred megabytes, none are kept.
MOST = 1_500_000
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ties:
    """What each thing is tied to at one version, an id a tie, and the kinds of all things."""

    version: int
    beside: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]

    def rows(self, ids: Iterable[str], ends: Collection[str], barred: Collection[str], most: int) -> list[Row]:
        """What the question ``why/spread`` answers, but for what the things are: :meth:`passed` tells that."""
        return [self._row(here, ends, barred, most) for here in ids if here in self.beside]

    def _row(self, here: str, ends: Collection[str], barred: Collection[str], most: int) -> Row:
        kinds = self.kinds
        there = [thing for thing in self.beside[here] if kinds[thing] not in barred or thing in ends]
        many = len(there) > most and here not in ends
        return {"here": here, "many": many, "there": [] if many else there}

    def passed(self, ids: Iterable[str]) -> list[Row]:
        """What the question ``why/passed`` answers."""
        return [{"id": thing, "kind": self.kinds[thing], "degree": len(self.beside[thing])} for thing in ids]


@dataclass(slots=True)
class _Standing:
    """One version: how often it was asked about, and its ties once they are fetched."""

    version: int
    asked: int = 0
    ties: Ties | None = None


_STANDING: WeakKeyDictionary[Graph, _Standing] = WeakKeyDictionary()
_LOCK = Lock()


def last_known(graph: Graph) -> Ties | None:
    """The ties in memory, of the version that was last asked about: by now there may be another."""
    with _LOCK:
        standing = _STANDING.get(graph)
    return standing.ties if standing is not None else None


def ties_of(graph: Graph, reading: Reading) -> Ties | None:
    """The ties of the version that is read; None as long as they are not in memory. To be asked once a question."""
    version = reading.version
    with _LOCK:
        standing = _STANDING.get(graph)
        if standing is None or standing.version != version:
            standing = _STANDING[graph] = _Standing(version)
        standing.asked += 1
        due = standing.asked == OFTEN
    if due:
        graph.beside.start(partial(_fetch, graph, standing), "fetching-ties")
    return standing.ties


def _fetch(graph: Graph, standing: _Standing, ended: Event) -> None:
    try:
        standing.ties = graph.glance(partial(_fetched, version=standing.version, ended=ended))
    except SamenspelError:
        return  # whoever asks next meets the same trouble, and is told


def _fetched(reading: Reading, version: int, ended: Event) -> Ties | None:
    if reading.version != version:
        return None
    by_kind = {row["kind"]: row["ids"] for row in reading.ask("why/kinds")}
    kinds = {thing: kind for kind, ids in by_kind.items() for thing in ids}
    # One text for each thing, however many ties lead to it.
    text_of = {thing: thing for thing in kinds}
    beside: defaultdict[str, list[str]] = defaultdict(list)
    left = MOST
    # A row for each kind: one for each of a hundred thousand things would keep this process from its answers.
    for row in reading.stream(question("why/all_ties").text):
        for tied in row["ties"]:
            if not kinds.keys() >= {tied["here"], *tied["there"]}:  # one that is there since: somebody writes meanwhile
                return None
            here, there = text_of[tied["here"]], [text_of[thing] for thing in tied["there"]]
            left -= len(there)
            if left < 0 or ended.is_set():
                return None
            beside[here] += there
            for other in there:
                beside[other].append(here)
    # What holds nothing but texts is not looked through for garbage, if it can't change.
    return Ties(version, {here: tuple(there) for here, there in beside.items()}, kinds)
