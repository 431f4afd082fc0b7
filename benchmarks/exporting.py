"""A million links out for neo4j-admin and into a Neo4j by its real import, as a share of 90 s."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.engines import large
from benchmarks.measure import Measure
from queries.exports import export
from tests.engines.jars import jars
from tests.engines.neo4j_server import Neo4jServer

THINGS = int(os.environ.get("SAMENSPEL_BENCH_THINGS", "200000"))
SECONDS_A_MILLION = 90.0


def measures() -> Iterator[Measure]:
    """Seconds of the export and of the import, for as many links as there are."""
    with large("embedded", THINGS) as asked, tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "out"
        began, cpu, engine = time.perf_counter(), time.process_time(), asked.engine_ms()
        done = export(asked.graph, "neo4j-admin", folder)
        out, cpu, engine = time.perf_counter() - began, time.process_time() - cpu, asked.engine_ms() - engine
        began, children = time.perf_counter(), os.times().children_user + os.times().children_system
        _imported(Path(made) / "neo4j", folder)
        into, children = time.perf_counter() - began, os.times().children_user + os.times().children_system - children
    goal = SECONDS_A_MILLION * done.links / 1_000_000
    detail = (
        f"{done.links} links: {out:.1f} s out and {into:.1f} s in of {goal:.0f}; "
        f"processors {cpu:.1f} + {engine / 1000:.1f} s and {children:.1f} s"
    )
    yield Measure("export+import/90s-a-million", (out + into) / goal, 1, detail, at_least=False)


def _imported(home: Path, folder: Path) -> None:
    server = Neo4jServer(home, jars(), lasting=True)
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text("")
    done = server.admin(
        "database", "import", "full", "neo4j", f"--nodes={folder}/things.csv", f"--relationships={folder}/links.csv",
        "--array-delimiter=U+001F", "--multiline-fields=true", "--overwrite-destination",
        f"--report-file={home}/import.report",
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"The import failed: {(done.stdout + done.stderr)[-500:]}")
