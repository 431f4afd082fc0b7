"""A walk over a network in depth, as Hopcroft and Tarjan do it: one pass tells where the network can come apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Walk:
    """When each thing (a number) was met, from where, how far back its branch reaches, and how large that is."""

    neighbours: Sequence[Sequence[int]]
    met: list[int] = field(default_factory=list)
    low: dict[int, int] = field(default_factory=dict)
    time: dict[int, int] = field(default_factory=dict)
    parent: dict[int, int] = field(default_factory=dict)
    size: dict[int, int] = field(default_factory=dict)

    def groups(self) -> Iterator[list[int]]:
        """Each group of things that hang together, in the order in which they were met, its root first."""
        for thing in range(len(self.neighbours)):
            if thing not in self.time:
                yield self._over(thing)

    def _over(self, root: int) -> list[int]:
        first = len(self.met)
        self._meet(root, root)
        waiting: list[tuple[int, Iterator[int]]] = [(root, iter(self.neighbours[root]))]
        while waiting:
            here, rest = waiting[-1]
            step = next(rest, None)
            if step is None:
                waiting.pop()
                self._leave(here)
            elif step not in self.time:
                self._meet(step, here)
                waiting.append((step, iter(self.neighbours[step])))
            elif step != self.parent[here]:
                self.low[here] = min(self.low[here], self.time[step])
        return self.met[first:]

    def _meet(self, thing: int, parent: int) -> None:
        self.low[thing] = self.time[thing] = len(self.met)
        self.parent[thing], self.size[thing] = parent, 1
        self.met.append(thing)

    def _leave(self, thing: int) -> None:
        parent = self.parent[thing]
        if parent != thing:
            self.low[parent] = min(self.low[parent], self.low[thing])
            self.size[parent] += self.size[thing]

    def branch(self, thing: int) -> list[int]:
        """A thing with all that was met beyond it."""
        return self.met[self.time[thing] : self.time[thing] + self.size[thing]]
