"""Loading pages against a bare UNWIND + MERGE of the same rows by the same driver on the same engine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from benchmarks.material import AT, empty_graph, pages
from benchmarks.measure import Measure
from graph_model.schema import LINK_KINDS, NODE_KINDS
from ingest.page import read_page
from ingest.understand import understand
from queries import Graph
from queries.ledger.pages import record
from queries.ledger.records import PageReading
from queries.ledger.runs import begin_run

PAGES, BATCH = 240, 10
Rows = dict[str, list[dict[str, Any]]]


def measures() -> Iterator[Measure]:
    """The share of the bare driver's speed that loading keeps."""
    readings = [understand(read_page(raw, address), AT).reading for address, raw in pages(PAGES)]
    with empty_graph() as graph:
        ours = _load(graph, readings)
        ledger, nodes, links = _rows(graph)
    with empty_graph() as graph:
        bare = _load_bare(graph, ledger, nodes, links)
    detail = f"{PAGES} pages, ours {ours:.1f} s, bare {bare:.1f} s, {PAGES / ours:.0f} pages/s"
    yield Measure("loading/bare", bare / ours, 0.7, detail)


def _load(graph: Graph, readings: list[PageReading]) -> float:
    run = begin_run(graph, "bench", (), AT)
    began = time.perf_counter()
    for start in range(0, len(readings), BATCH):
        record(graph, readings[start : start + BATCH], run)
    return time.perf_counter() - began


def _rows(graph: Graph) -> tuple[Rows, Rows, Rows]:
    """What now lies in the store: ledger and graph rows by label, and links by kind with the ids of their ends."""

    def nodes_of(label: str, key: str) -> list[dict[str, Any]]:
        text = f"MATCH (n:{label}) RETURN properties(n) AS p ORDER BY n.{key}"
        return graph.answer(lambda tx: [row["p"] for row in tx.run(text, {})])

    ledger = {label: nodes_of(label, key) for label, key in
              (("Page", "id"), ("Claim", "id"), ("Change", "id"), ("Key", "key"))}  # fmt: skip
    nodes = {f"Thing:{kind}": nodes_of(kind, "id") for kind in NODE_KINDS}
    links = {}
    for kind in LINK_KINDS:
        text = f"MATCH (a:Thing)-[r:{kind}]->(b:Thing) RETURN a.id AS a, b.id AS b, properties(r) AS p ORDER BY r.id"
        links[kind] = graph.answer(lambda tx, text=text: tx.run(text, {}))  # type: ignore[misc]
    return ledger, nodes, links


def _load_bare(graph: Graph, ledger: Rows, nodes: Rows, links: Rows) -> float:
    """The same rows in as many transactions, each label and kind by one UNWIND + MERGE."""
    shares: list[list[tuple[str, list[dict[str, Any]]]]] = [[] for _ in range(PAGES // BATCH)]
    for text, rows in _statements(ledger, nodes, links):
        for number, share in enumerate(shares):
            part = rows[number :: len(shares)]
            if part:
                share.append((text, part))
    began = time.perf_counter()
    for share in _nodes_first(shares):
        graph.change(lambda tx, share=share: [tx.run(text, {"rows": rows}) for text, rows in share])  # type: ignore[misc]
    return time.perf_counter() - began


def _statements(ledger: Rows, nodes: Rows, links: Rows) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for label, rows in {**ledger, **nodes}.items():
        key = "key" if label == "Key" else "id"
        yield f"UNWIND $rows AS row MERGE (n:{label} {{{key}: row.{key}}}) SET n = row", rows
    for kind, rows in links.items():
        text = (
            "UNWIND $rows AS row MATCH (a:Thing {id: row.a}) MATCH (b:Thing {id: row.b}) "
            f"MERGE (a)-[r:{kind} {{id: row.p.id}}]->(b) SET r = row.p"
        )
        yield text, rows


def _nodes_first(
    shares: list[list[tuple[str, list[dict[str, Any]]]]],
) -> Iterator[list[tuple[str, list[dict[str, Any]]]]]:
    """A link needs both of its ends, so all nodes go before the first link."""
    for share in shares:
        yield [(text, rows) for text, rows in share if "MATCH (a:Thing" not in text]
    for share in shares:
        yield [(text, rows) for text, rows in share if "MATCH (a:Thing" in text]
