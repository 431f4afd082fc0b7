"""Who reads makes no difference: this process, more processes, a Dask cluster; nor does a worker that dies."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from threading import Timer

import pytest

from graph_model.errors import BadQuestion
from ingest.crew import Alone, Cluster, Processes, cores, crew_for
from ingest.keeping import attempt
from ingest.page import Page, read_page
from ingest.pipeline import read_into
from ingest.sources import list_sources
from queries import Graph
from queries.ledger.rebuild import rebuild
from tests.ingest.shapes import shape_of
from tests.material import varied, write_pages

AT = "2026-01-01T00:00:00+00:00"
WORK = partial(attempt, fetched=AT)


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    """A few dozen pages, each sample in three variations."""
    return [read_page(raw, f"https://a.example/{name}") for name, raw in varied(36)]


def test_processes_give_what_one_process_gives_in_the_same_order(pages: list[Page]) -> None:
    with Processes(2) as two:
        assert list(two.map(WORK, pages)) == list(Alone().map(WORK, pages))
        assert list(two.map(WORK, [])) == []


def test_when_workers_die_in_the_middle_the_rest_is_done_all_the_same(pages: list[Page]) -> None:
    expected = list(Alone().map(WORK, pages))
    with Processes(2) as two:
        found = two.map(WORK, pages)
        first = next(found)
        for worker in active_children():
            worker.kill()
        assert [first, *found] == expected
        assert list(two.map(WORK, pages)) == expected


def test_workers_that_die_while_large_things_are_on_their_way_keep_nobody_waiting() -> None:
    things = [str(number) * 2_000_000 for number in range(10)]
    with Processes(2) as two:
        found = two.map(len, things)
        first = next(found)
        for worker in active_children():
            worker.kill()
        assert [first, *found] == [2_000_000] * 10


def test_a_cluster_of_which_one_worker_is_killed_gives_the_same(pages: list[Page]) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    expected = list(Alone().map(WORK, pages))
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50
    )
    with cluster, Cluster(cluster.scheduler_address) as crew:
        victim = next(iter(cluster.workers.values())).process.pid
        killer = Timer(0.5, os.kill, (victim, signal.SIGKILL))
        killer.start()
        assert list(crew.map(_slowly, pages)) == expected
        assert killer.finished.is_set()


def _slowly(page: Page) -> object:
    time.sleep(0.1)
    return WORK(page)


def test_where_there_is_no_cluster_that_is_said() -> None:
    with pytest.raises(BadQuestion, match="Dask"):
        Cluster("tcp://127.0.0.1:9")


def test_few_pages_are_not_worth_further_processes() -> None:
    with crew_for(5, 3) as few:
        assert isinstance(few, Alone)
    with crew_for(500, 0) as lonely:
        assert isinstance(lonely, Alone)
    assert cores() >= 1


def test_a_graph_read_by_several_processes_is_the_graph_read_by_one(
    emptied: Callable[[], Graph], tmp_path: Path
) -> None:
    write_pages(tmp_path, 48)
    shapes = []
    for number in (0, 2):
        graph = emptied()
        with crew_for(48, number) as crew:
            report = read_into(graph, list_sources([str(tmp_path)]), crew=crew, clock=lambda: AT)
        assert report.outcomes["new"] == 48
        assert rebuild(graph, check=True).items == ()
        shapes.append(shape_of(graph))
    assert shapes[0] == shapes[1]
