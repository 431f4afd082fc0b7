"""Backing up, restoring, checking and erasing in a ledger of 100,000 claims, on the embedded engine.

A restore there takes the image in the backup; one of the rows, as of a backup that comes from elsewhere, is told apart.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.ledger import AT, ERASED, large_ledger
from benchmarks.material import empty_graph
from benchmarks.measure import Measure
from queries.backup import restore, write_backup
from queries.backup.loading import load
from queries.ledger.erasing import erase
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import begin_run

CLAIMS = 100_000


def measures() -> Iterator[Measure]:
    """Claims a second, and seconds for one person."""
    with empty_graph() as graph, tempfile.TemporaryDirectory() as folder:
        begin_run(graph, "bench", (), AT)
        load(graph, large_ledger(CLAIMS))
        claims = int(graph.answer(lambda tx: tx.run("MATCH (c:Claim) RETURN count(c) AS n"))[0]["n"])
        file = Path(folder) / "backup"
        yield _per_second("backup", claims, 10_000, lambda: write_backup(graph, file, AT))
        yield _per_second("rebuild-check", claims, 5_000, lambda: rebuild(graph, check=True))
        yield _per_second("restore", claims, 10_000, lambda: restore(graph, file))
        rows = Path(folder) / "rows"
        write_backup(graph, rows, AT, image=False)
        yield _per_second("restore-rows", claims, 10_000, lambda: restore(graph, rows))
        took = _seconds(lambda: erase(graph, ERASED, AT))
        yield Measure("erase/seconds", took, 5.0, f"one person from {claims} claims, before the swap", at_least=False)


def _per_second(name: str, claims: int, goal: float, work: Callable[[], object]) -> Measure:
    took = _seconds(work)
    return Measure(f"{name}/claims-per-second", claims / took, goal, f"{claims} claims in {took:.1f} s")


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
