"""Writing nodes and links: one statement per kind, its text made from the schema's own names alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph_model.projection.links import Link
from graph_model.projection.nodes import Node
from graph_model.schema import LINK_KINDS, NODE_KINDS
from queries.engine.base import Writing
from queries.ledger.graph_rows import link_row, node_row

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A link in the store: its kind, and the id of the thing that it starts from."""

    id: str
    kind: str
    start: str


_NODE = "UNWIND $rows AS row MERGE (t:Thing:{kind} {{id: row.id}}) SET t = row"
_NEW_NODE = "UNWIND $rows AS row CREATE (t:Thing:{kind} {{id: row.id}}) SET t = row"
# Whatever its kind: one statement for all costs a third of one a kind.
LINK_TEXT = "UNWIND $rows AS row MATCH (a:Thing {id: row.start})-[r {id: row.id}]->(:Thing) SET r = row.properties"
_NEW_LINK = (
    "UNWIND $rows AS row MATCH (a:Thing {{id: row.start}}) MATCH (b:Thing {{id: row.end}}) "
    "CREATE (a)-[r:{kind}]->(b) SET r = row.properties"
)
# From its start: the embedded engine does not look up a link by its id, but by one of its ends.
_DROP_LINK = "UNWIND $rows AS row MATCH (a:Thing {{id: row.start}})-[r:{kind} {{id: row.id}}]->(:Thing) DELETE r"
NODE_TEXTS: Mapping[str, str] = {kind: _NODE.format(kind=kind) for kind in NODE_KINDS}
NEW_NODE_TEXTS: Mapping[str, str] = {kind: _NEW_NODE.format(kind=kind) for kind in NODE_KINDS}
NEW_LINK_TEXTS: Mapping[str, str] = {kind: _NEW_LINK.format(kind=kind) for kind in LINK_KINDS}
DROP_LINK_TEXTS: Mapping[str, str] = {kind: _DROP_LINK.format(kind=kind) for kind in LINK_KINDS}


def save_nodes(tx: Writing, nodes: Iterable[Node], *, new: bool) -> None:
    """Write nodes; ``new`` says that none of them is there (any more): a node whose kind changed is dropped first."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        rows[node.kind].append(node_row(node))
    _in_batches(tx, NEW_NODE_TEXTS if new else NODE_TEXTS, rows)


def create_links(tx: Writing, links: Iterable[Link]) -> None:
    """Write links that are not there yet."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for link in links:
        rows[link.kind].append(link_row(link))
    _in_batches(tx, NEW_LINK_TEXTS, rows)


def update_links(tx: Writing, links: Iterable[Link]) -> None:
    """Write links that are there already."""
    for batch in in_batches([link_row(link) for link in links]):
        tx.run(LINK_TEXT, {"rows": batch})


def drop_links(tx: Writing, links: Iterable[Placed]) -> None:
    """Take links out of the graph."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for link in sorted(links, key=lambda link: link.id):
        rows[link.kind].append({"id": link.id, "start": link.start})
    _in_batches(tx, DROP_LINK_TEXTS, rows)


def in_batches(rows: list[Any], size: int = BATCH) -> Iterable[list[Any]]:
    """Rows in lists of at most ``size``: one statement must not grow without bounds."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _in_batches(tx: Writing, texts: Mapping[str, str], rows: Mapping[str, list[dict[str, Any]]]) -> None:
    for kind in sorted(rows):
        for batch in in_batches(rows[kind]):
            tx.run(texts[kind], {"rows": batch})
