"""An empty graph by deleting, which takes milliseconds where a new server takes seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries import Graph


def empty_out(graph: Graph) -> None:
    """Deletes all but the one :Ledger node, by which a running engine is recognised; its version goes on counting."""
    graph.change(lambda writing: writing.run("MATCH (n) WHERE NOT n:Ledger DETACH DELETE n"))
