"""Pages that are as they were: reading them again costs looking, not reading."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.material import AT, empty_graph
from benchmarks.measure import Measure
from graph_model.collecting import READING, collect_seldom
from ingest.extract import READER, VERSION
from ingest.familiar import Familiar
from ingest.formats import pages_in
from ingest.pipeline import read_into
from ingest.readers import BuiltIn
from ingest.sources import list_sources
from ingest.sources.loading import load
from ingest.understand import record_of
from queries.ledger.pages import record
from queries.ledger.records import Outcome, PageReading
from queries.ledger.runs import begin_run
from queries.ledger.suppressions import erased_people
from tests.material import write_pages

PAGES, GOAL, BATCH = 1_000, 1_000, 200


def measures() -> Iterator[Measure]:
    """Unchanged pages a second, as a share of what the issue asks; the processor's time of this process beside it."""
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder, empty_graph() as graph:
        write_pages(Path(folder), PAGES)
        listing = list_sources([folder])
        familiar = Familiar(graph, erased_people(graph), BuiltIn())
        # What they say does not count here, only that they were read by this reader.
        readings = []
        for address, raw in map(load, listing.local):
            for page in pages_in(raw, address):
                kept = replace(record_of(page, AT), mark=familiar.mark(raw))
                readings.append(PageReading(kept, READER, VERSION, ()))
        run = begin_run(graph, "read", (), AT)
        for start in range(0, len(readings), BATCH):
            record(graph, readings[start : start + BATCH], run)
        collect_seldom(READING)
        began, used = time.perf_counter(), time.process_time()
        report = read_into(graph, listing)
        took, used = time.perf_counter() - began, time.process_time() - used
        assert report.outcomes == {Outcome.UNCHANGED: PAGES}, report.outcomes
    detail = f"{PAGES / took:.0f} pages/s; {PAGES / used:.0f} a second of this process's own time"
    yield Measure("unchanged/goal", PAGES / took / GOAL, 1, detail)
