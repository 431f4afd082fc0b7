"""Reading: from bytes to claims on one core, and from bytes into the graph as ``samenspel read`` does it."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.material import AT, empty_graph, pages
from benchmarks.measure import Measure
from graph_model.collecting import READING, collect_seldom
from graph_model.evidence import Claim
from graph_model.projection.given import Given
from graph_model.projection.project import project
from ingest.crew import crew_for
from ingest.page import read_page
from ingest.pipeline import read_into
from ingest.sources import list_sources
from ingest.understand import understand
from queries import Graph
from tests.material import write_pages

SHARED = Path(__file__).parents[2] / "shared"
SEEDS, GOLD = SHARED / "seeds", SHARED / "gold" / "pages"
EXTRACTED, READ = 200, 480
EXTRACT_GOAL, READ_GOAL, PROJECT_GOAL = 100, 40, 20_000


def measures() -> Iterator[Measure]:
    """Pages and claims a second, as shares of what the issue asks."""
    found = pages(4 * EXTRACTED)
    understand(read_page(found[0][1], found[0][0]), AT)
    collect_seldom(READING)  # as the commands do
    if GOLD.exists():  # before the others: here nearly every word is met for the first time, there for the tenth
        yield _extracting("extraction-met-once", _read(GOLD))
    html = [page for page in found if page[0].endswith(".html")]
    chosen_by_name = {"extraction": found[:EXTRACTED], "extraction-html": html[:EXTRACTED]}
    if SEEDS.exists():  # longer than ours, and other people's: only where they lie beside the project
        seeds = _read(SEEDS)
        chosen_by_name["extraction-seeds"] = seeds * (EXTRACTED // len(seeds))
    for name, chosen in chosen_by_name.items():
        yield _extracting(name, chosen)
    understood = [understand(read_page(raw, address), AT) for address, raw in found[:EXTRACTED]]
    yield _projecting([claim for u in understood for claim in u.reading.claims])
    yield _reading()


def _read(folder: Path) -> list[tuple[str, bytes]]:
    return [(path.as_uri(), path.read_bytes()) for path in sorted(folder.glob("*.txt"))]


def _extracting(name: str, chosen: list[tuple[str, bytes]]) -> Measure:
    began = time.perf_counter()
    for address, raw in chosen:
        understand(read_page(raw, address), AT)
    speed = len(chosen) / (time.perf_counter() - began)
    size = sum(len(raw) for _, raw in chosen) / len(chosen) / 1000
    return Measure(f"{name}/goal", speed / EXTRACT_GOAL, 1, f"{speed:.0f} pages/s of {size:.1f} kB on one core")


def _projecting(claims: list[Claim]) -> Measure:
    claims = [claim for claim in claims if claim.id]
    began = time.perf_counter()
    project(claims, (), Given(secret=b"x"))
    speed = len(claims) / (time.perf_counter() - began)
    return Measure("project/goal", speed / PROJECT_GOAL, 1, f"{speed:.0f} claims/s over {len(claims)} claims")


def _reading() -> Measure:
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder, _apart() as graph:
        write_pages(Path(folder), READ)
        listing = list_sources([folder])
        began = time.perf_counter()
        # As the command does it: one process reads and this one writes, here both on the same core.
        with crew_for(READ, 1) as crew:
            read_into(graph, listing, crew=crew)
        speed = READ / (time.perf_counter() - began)
    return Measure("read-into-graph/goal", speed / READ_GOAL, 1, f"{speed:.0f} pages/s over {READ} pages")


@contextmanager
def _apart() -> Iterator[Graph]:
    """An empty graph whose engine has the last core to itself, while this process keeps to the first."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, cores[-1:])
    with empty_graph() as graph:
        os.sched_setaffinity(0, cores[:1])
        yield graph
    os.sched_setaffinity(0, cores)
