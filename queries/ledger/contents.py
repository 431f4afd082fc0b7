"""Whether a graph holds anything, and whether that is only what one command put into it."""

from __future__ import annotations

from queries.engine.base import Graph
from queries.ledger.runs import runs

_MANY = 1000


def holds_only(graph: Graph, command: str) -> bool:
    """Whether nothing is in the graph but what runs of this command brought: nothing at all will do.

    A graph without runs that yet holds nodes is somebody else's.
    """
    done = {run.command for run in runs(graph, _MANY)}
    if done:
        return done <= {command, "undo"}
    return is_empty(graph)


def is_empty(graph: Graph) -> bool:
    """Whether nothing at all is in the graph."""
    return graph.answer(lambda tx: int(tx.ask("ledger/contents")[0]["number"])) == 0
