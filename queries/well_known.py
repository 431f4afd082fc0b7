"""The things with most links: where a visitor who does not know a name can begin."""

from __future__ import annotations

from collections.abc import Iterable

from queries import results
from queries.engine.base import Graph, Reading


def most_linked(graph: Graph, kinds: Iterable[str], limit: int) -> tuple[tuple[results.Ref, ...], int]:
    """The things of each of these kinds with most links, kind by kind, and the version of the graph."""
    wanted = tuple(kinds)

    def question(reading: Reading) -> tuple[tuple[results.Ref, ...], int]:
        rows = [row for kind in wanted for row in reading.ask("overview/most_linked", kinds=[kind], limit=limit)]
        return tuple(results.Ref(id=row["id"], kind=row["kind"], name=row["name"]) for row in rows), reading.version

    return graph.answer(question)
