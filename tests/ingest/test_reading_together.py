"""Eight processes read overlapping pages into one graph at once: nothing lost, counts right."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.pipeline import read_into
from ingest.sources import list_sources
from queries import Graph
from queries.ledger.rebuild import rebuild
from tests.engines.address import Address
from tests.ingest.shapes import shape_of
from tests.material import write_pages

PROCESSES, PAGES, EACH = 8, 20, 8
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.timeout(1_500)


def test_eight_processes_read_overlapping_pages(emptied: Callable[[], Graph], address: Address, tmp_path: Path) -> None:
    pages = write_pages(tmp_path, PAGES)
    where = [str(address.where), address.user, address.password, address.database]
    graph = emptied()
    read_into(graph, list_sources([str(page) for page in pages]))
    alone = shape_of(graph)
    graph = emptied()
    shares = [[pages[(n * 5 + k) % PAGES] for k in range(EACH)] for n in range(PROCESSES)]
    running = [_start(where, share) for share in shares]
    for process in running:
        process.communicate(timeout=600)
        assert process.returncode == 0
    assert shape_of(graph) == alone
    assert rebuild(graph, check=True).items == ()


def _start(where: list[str], pages: list[Path]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.ingest.reading_process", *where, *map(str, pages)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
