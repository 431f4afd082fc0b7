"""Reading on two cores against one, on the same pages in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from benchmarks.material import AT, pages
from benchmarks.measure import Measure
from graph_model.collecting import READING, collect_seldom
from ingest.crew import Processes, cores
from ingest.page import read_page
from ingest.understand import understand

GOAL = 1.7
_PAGES, _ROUNDS = 400, 3


def measures() -> Iterator[Measure]:
    """How many times as many pages a second two processes read; their start does not count."""
    if cores() < 2:
        yield Measure("two-cores/one", 0, GOAL, "not measured: this machine has one core")
        return
    found = pages(_PAGES)
    list(map(_read, found[:8]))
    collect_seldom(READING)
    with Processes(2) as crew:
        list(crew.map(_read, found[:40]))
        together = min(_seconds(lambda: list(crew.map(_read, found))) for _ in range(_ROUNDS))
    alone = min(_seconds(lambda: list(map(_read, found))) for _ in range(_ROUNDS))
    detail = f"{_PAGES / alone:.0f} pages/s on one core, {_PAGES / together:.0f} on two"
    yield Measure("two-cores/one", alone / together, GOAL, detail)


def _read(page: tuple[str, bytes]) -> int:
    address, raw = page
    return len(understand(read_page(raw, address), AT).reading.claims)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
