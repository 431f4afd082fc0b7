"""The projection of the graph that measures are taken of, kept per version of the graph.

Things are numbered in the order of their names (the ids of people differ with the secret that keys them) and ties lie
in the order of those numbers: sets of small numbers have one order in every process, sets of texts do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph_model.schema import NODE_KINDS, ORGANISATION_KINDS, TYING_LINKS
from queries.as_of import has_ended, holds
from queries.as_of import now as this_moment
from queries.engine.base import Graph, Reading
from queries.kept import Kept
from queries.results.shapes import Ref

if TYPE_CHECKING:
    import networkx as nx

Row = Mapping[str, Any]
KINDS = ("Person", *ORGANISATION_KINDS, "Event", "EventSeries")
# Subjects and sources make no two things linked here.
TIES = tuple(kind for kind in TYING_LINKS if kind not in ("HAS_THEME", "HAS_KEYWORD", "MADE"))
WHO = ("Person", *ORGANISATION_KINDS)


@dataclass(frozen=True)
class Network:
    """Things by their number, and which are tied (each pair once, the smaller number first, in order)."""

    things: tuple[Ref, ...]
    ties: tuple[tuple[int, int], ...]

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each thing, by its id."""
        return {thing.id: n for n, thing in enumerate(self.things)}

    @cached_property
    def neighbours(self) -> list[list[int]]:
        """The numbers of the things that each is tied to, in order."""
        found: list[list[int]] = [[] for _ in self.things]
        for a, b in self.ties:
            found[a].append(b)
            found[b].append(a)
        return [sorted(some) for some in found]

    @cached_property
    def graph(self) -> nx.Graph:
        """The same as networkx has it; its nodes are the numbers."""
        import networkx as nx

        made = nx.Graph()
        made.add_nodes_from(range(len(self.things)))
        made.add_edges_from(self.ties)
        return made

    def without(self, kinds: Iterable[str]) -> Network:
        """The same without ties of things of some kinds; numbers stay."""
        out = frozenset(kinds)
        gone = {n for n, thing in enumerate(self.things) if thing.kind in out}
        return Network(self.things, tuple((a, b) for a, b in self.ties if a not in gone and b not in gone))


@dataclass(frozen=True, slots=True)
class Rows:
    """What the network is made of, as it lies in the graph, for any moment."""

    things: Sequence[Row]
    ties: Sequence[Row]

    def network(self, at: datetime | None = None) -> Network:
        """The network as it was at a moment; without one, as it is: with what has not ended by now."""
        moment = at or this_moment()
        standing = [row for row in self.ties if (holds(row, at) if at else not has_ended(row, moment))]
        return network_of(
            (Ref(id=row["id"], kind=row["kind"], name=row["name"]) for row in self.things),
            ((row["start"], row["end"]) for row in standing),
        )


def network_of(things: Iterable[Ref], ties: Iterable[tuple[str, str]]) -> Network:
    """The network of these things and of the ties (by ids) that both ends of which are among them."""
    named, told = {thing.id: thing for thing in things}, list(ties)
    near: dict[str, list[str]] = {id_: [] for id_ in named}
    for a, b in told:
        if a in named and b in named:
            near[a].append(named[b].name)
            near[b].append(named[a].name)
    # Namesakes are told apart by whom they are tied to, before their ids are.
    known = tuple(sorted(named.values(), key=lambda thing: (thing.name, thing.kind, sorted(near[thing.id]), thing.id)))
    number = {thing.id: n for n, thing in enumerate(known)}
    pairs = {
        (min(number[a], number[b]), max(number[a], number[b]))
        for a, b in told if a in number and b in number and a != b
    }  # fmt: skip
    return Network(known, tuple(sorted(pairs)))


_KEPT: Kept[Rows] = Kept()


def rows_kept(graph: Graph, reading: Reading) -> Rows:
    """What the network is made of, at the version that is being read."""
    return _KEPT.of(graph, reading, lambda: _rows(reading))


def _rows(reading: Reading) -> Rows:
    kinds = [kind for kind in NODE_KINDS if kind in KINDS]
    return Rows(reading.ask("analytics/things", kinds=kinds), reading.ask("analytics/ties"))
