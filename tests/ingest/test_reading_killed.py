"""Reading that is killed loses nothing it acknowledged, leaves nothing half in, and goes on where it was."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from queries.ledger.rebuild import rebuild
from tests.engines.emptying import empty_out
from tests.engines.place import Place, place_for
from tests.ingest.reading_process import SECRET
from tests.ingest.shapes import Shape, shape_of
from tests.material import write_pages

PAGES = 24
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.timeout(1_500)


@pytest.fixture(params=["embedded", "neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with place_for(request, tmp_path, SECRET) as made:
        yield made


def test_killed_at_random_moments(place: Place, tmp_path: Path) -> None:
    _kill_and_go_on(place, tmp_path, moments=5)


@pytest.mark.soak
def test_killed_at_a_hundred_random_moments(place: Place, tmp_path: Path) -> None:
    _kill_and_go_on(place, tmp_path, moments=100)


def _kill_and_go_on(place: Place, tmp_path: Path, moments: int) -> None:
    folder = tmp_path / "pages"
    write_pages(folder, PAGES)
    began = time.monotonic()
    _read(place, folder)
    took = time.monotonic() - began
    with place.open() as graph:
        whole = shape_of(graph)
    for moment in range(moments):
        with place.open() as graph:
            empty_out(graph)
        acknowledged = _read_and_kill(place, folder, random.Random(moment).uniform(0.2, 1.0) * took, moment % 2 == 1)
        _nothing_lost_nothing_half(place, acknowledged, whole)
        _read(place, folder)
        with place.open() as graph:
            assert shape_of(graph) == whole


def _start(place: Place, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ingest.reading_process", place.where, place.user, place.password, ""]
    return subprocess.Popen([*command, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _read(place: Place, folder: Path) -> None:
    process = _start(place, folder)
    process.communicate(timeout=600)
    assert process.returncode == 0


def _read_and_kill(place: Place, folder: Path, after: float, with_engine: bool) -> int:
    """Kill the reading process, or also the engine, after some seconds; gives how many pages were acknowledged."""
    process = _start(place, folder)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        if with_engine:
            place.kill_engine()
    said, _ = process.communicate()
    numbers = [int(line) for line in said.split() if line.isdigit()]
    return numbers[-1] if numbers else 0


def _nothing_lost_nothing_half(place: Place, acknowledged: int, whole: Shape) -> None:
    with place.open() as graph:
        now = shape_of(graph)
        assert len(now.pages) >= acknowledged
        for page, claims in now.pages.items():
            assert claims == whole.pages[page]
        assert rebuild(graph, check=True).items == ()
