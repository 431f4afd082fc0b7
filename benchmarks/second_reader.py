"""The second reader: gate and merge on one core, and asking a server that takes two seconds over each answer."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.material import AT, empty_graph, pages
from benchmarks.measure import Measure
from ingest.claims import claims_of
from ingest.extract import read
from ingest.page import Page, read_page
from ingest.pipeline import read_into
from ingest.placing import placed
from ingest.policy import admit
from ingest.reading import Reading
from ingest.second_reader.asking import Asker, Who
from ingest.second_reader.endpoint import Endpoint
from ingest.second_reader.pace import Limits
from ingest.second_reader.prompt import prompt_of
from ingest.second_reader.readers import SecondReaders
from ingest.second_reader.reading import together
from ingest.second_reader.reply import told_in
from ingest.second_reader.understanding import Mode
from ingest.sources import list_sources
from queries import Graph
from queries.ledger.replies import keep_replies
from tests.ingest.second_reader import model_server as server
from tests.material import write_pages

GATED, ASKED, FEW, MANY = 300, 160, 150, 600
GATE_GOAL, ASK_GOAL = 200, 3.5
PARALLEL, SECONDS = 8, 2.0


def measures() -> Iterator[Measure]:
    """Pages a second as shares of what the issue asks, and the memory of many pages over that of few."""
    yield _gate()
    yield _asking()
    yield _memory()


def _gate() -> Measure:
    read_pages = [read_page(raw, address) for address, raw in pages(GATED)]
    material = [(page, placed(read(page))) for page in read_pages]
    replies = [json.dumps(reply_like(page, first)) for page, first in material]
    for (page, first), reply in zip(material[:20], replies, strict=False):  # tables are loaded at the first page
        together(page, told_in(reply), first, "1")
    began = time.process_time()
    links = 0
    for (page, first), reply in zip(material, replies, strict=True):
        found = together(page, told_in(reply), first, "1")
        links += len(found.second.statements)
        for reading in (found.first, placed(found.second)):
            claims_of(page, admit(reading).reading, AT)
    speed = GATED / (time.process_time() - began)
    detail = f"{speed:.0f} pages/s on one core, {links / GATED:.0f} links a page"
    return Measure("second-reader-gate-and-merge/goal", speed / GATE_GOAL, 1, detail)


def reply_like(page: Page, reading: Reading) -> dict[str, Any]:
    """A reply as large as our own reading of the page: what it found, as a model would tell it."""
    names = [(thing.name, thing.kind) for thing in reading.things]
    things = [
        {"name": thing.name, "kind": thing.kind, "aliases": list(thing.aliases), "fields": {}, "self": thing.is_page}
        for thing in reading.things
    ]
    links = [
        {"subject": names[s.subject][0], "subject_kind": names[s.subject][1], "link": s.predicate,
         "object": names[s.object][0], "object_kind": names[s.object][1], "role": s.role, "stated": True, "sure": 0.9,
         "quote": page.text[s.quote.start : s.quote.end]} for s in reading.statements
    ]  # fmt: skip
    return {"things": things, "links": links}


def _asking() -> Measure:
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder, empty_graph() as graph:
        write_pages(Path(folder), ASKED)
        with server.model(server.slowly(SECONDS)) as model:
            took = _read(graph, Path(folder), model.url)
    speed = ASKED / took
    detail = f"{speed:.1f} pages/s, {PARALLEL} calls at once of {SECONDS:g} s, most at once {model.most_at_once}"
    return Measure("second-reader-asking/goal", speed / ASK_GOAL, 1, detail)


def _memory() -> Measure:
    """How much more memory this process holds after four times as many pages."""
    held = []
    with empty_graph() as graph, server.model(server.recorded) as model:
        for number in (FEW, MANY):
            with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
                write_pages(Path(folder), number)
                _read(graph, Path(folder), model.url)
            model.asked.clear()
            held.append(_resident())
    few, many = (f"{one / 1e6:.0f}" for one in held)
    return Measure(
        "second-reader-memory many/few", held[1] / held[0], 1.15, f"{many} MB after {MANY} pages, {few} after {FEW}",
        at_least=False,
    )  # fmt: skip


def _read(graph: Graph, folder: Path, url: str) -> float:
    prompt = prompt_of()
    who = Who(Endpoint(url, "opname"), prompt, Limits(parallel=PARALLEL))
    began = time.perf_counter()
    with Asker(who, lambda reply: keep_replies(graph, [reply])[0], lambda: AT) as asker:
        readers = SecondReaders(asker, "opname", prompt.version, Mode.BOTH)
        read_into(graph, list_sources([str(folder)]), readers=readers)
    return time.perf_counter() - began


def _resident() -> int:
    """Bytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
