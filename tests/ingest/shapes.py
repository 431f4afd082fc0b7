"""What two graphs are compared by: things, links and the live claims of each page; not when they were read."""

from __future__ import annotations

from dataclasses import dataclass

from queries import Graph
from queries.engine.base import Reading

_THINGS = "MATCH (t:Thing) RETURN t.id AS id, t.kind AS kind, t.name AS name, t.aliases AS aliases, t.keys AS keys"
_LINKS = (
    "MATCH (a:Thing)-[r]->(b:Thing) RETURN a.id AS a, type(r) AS kind, b.id AS b, r.claims AS claims, r.role AS role"
)
_CLAIMS = (
    "MATCH (p:Page) WHERE NOT p.gone OPTIONAL MATCH (c:Claim {page: p.id}) "
    "WITH p, c WHERE c IS NULL OR NOT c.retired RETURN p.id AS page, c.id AS claim"
)


@dataclass(frozen=True)
class Shape:
    """A graph without its times."""

    things: frozenset[tuple[object, ...]]
    links: frozenset[tuple[object, ...]]
    pages: dict[str, frozenset[str]]


def shape_of(graph: Graph) -> Shape:
    """The shape of a graph, all of it from one version."""

    def question(tx: Reading) -> Shape:
        things = tx.run(_THINGS, {})
        links = tx.run(_LINKS, {})
        pages: dict[str, set[str]] = {}
        for row in tx.run(_CLAIMS, {}):
            pages.setdefault(row["page"], set()).update({row["claim"]} if row["claim"] else set())
        return Shape(
            frozenset((t["id"], t["kind"], t["name"], tuple(t["aliases"]), tuple(t["keys"])) for t in things),
            frozenset((r["a"], r["kind"], r["b"], tuple(r["claims"]), r["role"]) for r in links),
            {page: frozenset(claims) for page, claims in pages.items()},
        )

    return graph.answer(question)
