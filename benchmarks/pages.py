"""The pages and the API over the graph of the demo: how long a visitor waits, and how much the start page weighs."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import httpx

from api.bootstrap import open_graph
from api.settings import load_settings
from benchmarks.measure import Measure
from queries import Graph
from tests.api.clients import client

COMMAND = str(Path(sys.executable).with_name("samenspel"))
PAGE, NEAR, WEIGHT = 0.100, 0.030, 60_000
_VISITS = 120
_SHARE = 0.95


def measures() -> Iterator[Measure]:
    """The slowest of twenty visits to each kind of page, all of them different, as a share of what it may take.

    Before that as many other visits: an engine that has just started takes three to ten times as long.
    """
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
        subprocess.run([COMMAND, "demo", "--no-serve", "--data", folder], check=True, capture_output=True)
        told = load_settings(str(Path(folder) / "demo"), {}, Path(folder))
        with open_graph(told) as graph, client(graph, told.data) as web:
            weight = _weight(web)
            yield Measure("start-page/60kB", weight / WEIGHT, 1, f"{weight / 1000:.1f} kB", at_least=False)
            for name, addresses in _visits(graph).items():
                cold, took = _slowest(web, addresses[::2]), _slowest(web, addresses[1::2])
                may = NEAR if name == "near-api" else PAGE
                detail = f"p95 {took * 1000:.0f} ms of {len(addresses) // 2} visits, of those before {cold * 1000:.0f}"
                yield Measure(f"{name}/{may * 1000:.0f}ms", took / may, 1, detail, at_least=False)


def _visits(graph: Graph) -> dict[str, list[str]]:
    """For each kind of page as many different addresses as there are, up to a number."""
    things, homes = _named(graph, "Thing"), _named(graph, "CareOrganisation")
    sources, starts = _named(graph, "Document"), _named(graph, "Initiative")
    return {
        "page-start": ["/"] * _VISITS,
        "page-about": ["/over"] * _VISITS,
        "page-network": ["/netwerk"] * _VISITS,
        "page-search": [f"/zoeken?q={quote(name.split()[0])}" for _, name in things],
        "page-thing": [f"/ding/{id}" for id, _ in things],
        "page-near": [f"/in-de-buurt?ding={id}" for id, _ in homes],
        "page-why": [f"/waarom?van={a}&naar={b}" for (a, _), (b, _) in zip(homes, starts, strict=False)],
        "page-source": [f"/bron/{id}" for id, _ in sources],
        "near-api": [f"/api/v1/near?thing={id}" for id, _ in homes],
    }


def _named(graph: Graph, label: str) -> list[tuple[str, str]]:
    """Things with this label, in an order that has nothing to do with what they are."""
    rows = graph.answer(lambda reading: reading.run(f"MATCH (t:{label}) RETURN t.id AS id, t.name AS name ORDER BY id"))
    every = max(1, len(rows) // _VISITS)
    return [(row["id"], row["name"]) for row in rows[::every][:_VISITS]]


def _slowest(web: httpx.Client, addresses: Sequence[str]) -> float:
    """Seconds within which 95 of 100 visits were answered."""
    took = []
    for address in addresses:
        began = time.perf_counter()
        answer = web.get(address)
        took.append(time.perf_counter() - began)
        assert answer.status_code < 500, address
    return sorted(took)[int(len(took) * _SHARE)]


def _weight(web: httpx.Client) -> int:
    """Bytes of the start page with all that it loads."""
    page = web.get("/")
    loaded = re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"', page.text)
    return len(page.content) + sum(len(web.get(address).content) for address in loaded)
