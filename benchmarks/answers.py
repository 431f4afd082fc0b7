"""near, links, why and suggestions through the API, against Cypher by hand over the bare driver and an empty route.

At 100,000 things and 500,000 links, each with its claim; the ratio is of the 95th percentiles, asked in turn.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI
from starlette.responses import Response

from benchmarks.large_graph import LargeGraph, write_large_graph
from benchmarks.material import empty_graph
from benchmarks.measure import Measure
from queries import Graph
from queries.geography import Placed, cells_around
from queries.search import index_query
from tests.api.clients import running, served, settings

THINGS = int(os.environ.get("SAMENSPEL_BENCH_THINGS", "100000"))
TIMES = 120
AGAINST_PEER, MILLISECONDS, SUGGESTING = 1.3, 50, 30
_TIES = "ORGANISES|HELD_AT|PART_OF|FEATURES|TAKES_PART_IN|HAS_ROLE|STARTED|PARTNER_OF|MEMBER_OF|HAS_THEME"
_CLAIMS = "MATCH (c:Claim) WHERE c.id IN $ids RETURN c.id AS id, c.evidence AS evidence, c.page AS page"
LINKS = (
    "MATCH (t:Thing {id: $id})-[l]-(o:Thing) WHERE NOT type(l) IN ['MENTIONS', 'LINKS_TO'] "
    "RETURN type(l) AS kind, o.id AS other, o.name AS name, l.claims AS claims ORDER BY kind, name LIMIT 50"
)
NEAR = (
    "MATCH (h:Thing {id: $id}) MATCH (p:Thing) WHERE p.cell IN $cells AND p.kind = 'Place' "
    "MATCH (p)<-[:BASED_IN]-(i:Initiative) WITH DISTINCT h, i, p "
    f"OPTIONAL MATCH (h)-[a:{_TIES}]-(s:Thing)-[b:{_TIES}]-(i) WHERE s.kind <> 'Place' "
    "RETURN i.id AS id, i.name AS name, p.lat AS lat, p.lon AS lon, count(s) AS shared, "
    "collect(a.claims[0])[..4] AS claims ORDER BY shared DESC, name LIMIT 20"
)
WHY = (
    "MATCH (a:Thing {id: $id}), (b:Thing {id: $other}) "
    "MATCH path = allShortestPaths((a)-[:ORGANISES|TAKES_PART_IN|HAS_ROLE|PARTNER_OF|MEMBER_OF*..6]-(b)) "
    "RETURN [n IN nodes(path) | n.name] AS names, [r IN relationships(path) | r.claims[0]] AS claims LIMIT 3"
)
SUGGEST = (
    "CALL db.index.fulltext.queryNodes('zoek_namen', $query) YIELD node WITH node LIMIT 400 "
    "RETURN node.id AS id, node.name AS name, node.kind AS kind ORDER BY size(node.search) LIMIT 8"
)
Ask = Callable[[int], object]


def measures() -> Iterator[Measure]:
    """One line a question, and one for how long it took at most."""
    with empty_graph() as graph, tempfile.TemporaryDirectory() as folder:
        large = write_large_graph(graph, THINGS)
        with served(graph, Path(folder)) as address, _empty_route(Path(folder)) as bare:
            client, nothing = httpx.Client(base_url=f"{address}/api/v1", timeout=60), httpx.Client(base_url=bare)
            with client, nothing:
                for name, ours, theirs in _questions(graph, client, large):
                    yield from _compared(name, ours, theirs, nothing)


def _questions(graph: Graph, client: httpx.Client, large: LargeGraph) -> Iterator[tuple[str, Ask, Ask]]:
    homes, initiatives = large.things["CareOrganisation"], large.things["Initiative"]
    name = large.names

    def get(path: str, **asked: object) -> None:
        client.get(path, params=asked).raise_for_status()  # type: ignore[arg-type]

    yield "links", lambda n: get(f"/things/{homes[n]}/links"), lambda n: _told(graph, LINKS, id=homes[n])
    cells = [_cells(graph, home) for home in homes[:TIMES]]
    yield "near", lambda n: get("/near", thing=homes[n]), lambda n: _told(graph, NEAR, id=homes[n], cells=cells[n])
    yield (
        "why",
        lambda n: get("/why", **{"from": homes[n], "to": initiatives[-n - 1]}),
        lambda n: _told(graph, WHY, id=homes[n], other=initiatives[-n - 1]),
    )
    typed = [name[initiatives[n * 7]][: 3 + n % 6] for n in range(TIMES)]
    queries = [index_query(text, every=True, forgiving=0) for text in typed]
    yield "suggest", lambda n: get("/suggest", q=typed[n]), lambda n: _rows(graph, SUGGEST, query=queries[n])


def _cells(graph: Graph, home: str) -> list[str]:
    places = _rows(graph, "MATCH (:Thing {id: $id})-[:BASED_IN]->(p:Place) RETURN p.lat AS lat, p.lon AS lon", id=home)
    return cells_around([Placed(row["lat"], row["lon"], "place") for row in places], 15)


def _rows(graph: Graph, text: str, **parameters: object) -> list[dict[str, Any]]:
    """The rows of a statement over the bare driver."""
    driver = graph._engine.bolt._open()
    with driver.session() as session:
        return session.execute_read(lambda tx: tx.run(text, parameters).data())


def _told(graph: Graph, text: str, **parameters: object) -> None:
    """The rows, and the claims that they rest on."""
    rows = _rows(graph, text, **parameters)
    ids = sorted({claim for row in rows for claim in row["claims"]})
    if ids:
        _rows(graph, _CLAIMS, ids=ids)


@contextmanager
def _empty_route(folder: Path) -> Iterator[str]:
    """The address of a FastAPI with one route that says nothing."""
    app = FastAPI()
    app.add_api_route("/", lambda: Response("{}", media_type="application/json"))
    with running(app, settings(folder)) as address:
        yield address


def _compared(name: str, ours: Ask, theirs: Ask, nothing: httpx.Client) -> Iterator[Measure]:
    for n in range(20):
        ours(n), theirs(n)
    took: dict[str, list[float]] = {"ours": [], "theirs": [], "nothing": []}
    for n in range(TIMES):
        for who, ask in (("ours", ours), ("theirs", theirs), ("nothing", lambda _: nothing.get("/"))):
            began = time.perf_counter()
            ask(n)
            took[who].append(1000 * (time.perf_counter() - began))
    high = {who: statistics.quantiles(times, n=20)[-1] for who, times in took.items()}
    middle = {who: statistics.median(times) for who, times in took.items()}
    peer = high["theirs"] + high["nothing"]
    by_hand = middle["theirs"] + middle["nothing"]
    detail = f"p50 {middle['ours']:.1f} / {by_hand:.1f} ms, p95 {high['ours']:.1f} / {peer:.1f} ms"
    yield Measure(f"{name}/cypher+route", high["ours"] / peer, AGAINST_PEER, detail, at_least=False)
    goal = SUGGESTING if name == "suggest" else MILLISECONDS
    yield Measure(f"{name}-p95/goal", high["ours"] / goal, 1, f"{high['ours']:.1f} of {goal} ms", at_least=False)
