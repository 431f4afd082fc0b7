"""A large graph on either engine, made anew or kept: ``SAMENSPEL_BENCH_KEEP=FOLDER`` keeps it for the next time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.large_graph import LargeGraph, large_graph, write_large_graph
from benchmarks.material import SECRET
from queries import Graph, connect
from tests.engines.jars import jars
from tests.engines.neo4j_server import USER, Neo4jServer

KEEP = "SAMENSPEL_BENCH_KEEP"
ENGINES = tuple(filter(None, os.environ.get("SAMENSPEL_BENCH_ENGINE", "embedded,neo4j").split(",")))
_NS = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph to be asked, what is in it, and the folder of its engine."""

    graph: Graph
    large: LargeGraph
    folder: Path

    def engine_ms(self) -> float:
        """Milliseconds of processor time that its engine has taken so far."""
        return sum(_spent(pid) for pid in _processes(self.folder))


@contextmanager
def large(engine: str, things: int) -> Iterator[Asked]:
    """A graph of so many things on an engine."""
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as made:
        folder = (Path(os.environ.get(KEEP) or made) / f"{engine}-{things}").resolve()
        folder.mkdir(parents=True, exist_ok=True)
        with _graph(engine, folder) as graph:
            filled = folder / "filled"
            if filled.exists():
                known = large_graph(things)
            else:
                graph.prepare()
                known = write_large_graph(graph, things)
                filled.touch()
            yield Asked(graph, known, folder)


@contextmanager
def _graph(engine: str, folder: Path) -> Iterator[Graph]:
    if engine == "embedded":
        with connect(folder, secret=SECRET) as graph:
            yield graph
        return
    kept = folder / "password"
    server = Neo4jServer(folder, jars(), kept.read_text() if kept.exists() else "", pages="512m", lasting=True)
    with server:
        kept.write_text(server.password)
        with connect(server.address, user=USER, password=server.password, secret=SECRET) as graph:
            yield graph


def _processes(folder: Path) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if words[0].endswith(b"java") and any(f"{folder}/".encode() in word + b"/" for word in words):
                yield int(entry.name)


def _spent(pid: int) -> float:
    spent = 0.0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        try:
            spent += int((thread / "schedstat").read_text().split()[0]) / _NS
        except OSError:
            continue
    return spent
