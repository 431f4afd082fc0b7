"""Beside a well-known reader of Dutch: Debian's ``frog`` on the same text in the same run.

``frog`` (packages ``frog``, ``frogdata`` and ``uctodata``) tags, lemmatises, parses and finds names, but no links.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.material import AT, pages
from benchmarks.measure import Measure
from graph_model.collecting import READING, collect_seldom
from ingest.page import Page, read_page
from ingest.understand import understand

GOAL = 20
_PAGES = 4
_ROUNDS = 25
_TOOK = re.compile(r"Frogging in total took: (\d+) seconds, (\d+) milliseconds")


def measures() -> Iterator[Measure]:
    """How many times the text of a few pages is read while frog reads it once; neither's start counts."""
    if shutil.which("frog") is None:
        yield Measure("reading/frog", 0, GOAL, "not measured: apt-get install frog frogdata uctodata")
        return
    found = [read_page(raw, address) for address, raw in pages(_PAGES)]
    theirs, ours = _frog(found), _ours(found)
    size = sum(len(page.text) for page in found) / 1000
    yield Measure("reading/frog", theirs / ours, GOAL, f"{size:.1f} kB: frog {theirs:.1f} s, here {ours * 1000:.0f} ms")


def _frog(found: list[Page]) -> float:
    """Seconds that frog says it needed, its own start not counted."""
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
        text = Path(folder) / "text.txt"
        text.write_text("\n\n".join(page.text for page in found), encoding="utf-8")
        told = subprocess.run(["frog", "-t", str(text)], capture_output=True, text=True, check=True, cwd=folder).stderr
    took = _TOOK.search(told)
    assert took is not None, "frog says how long it took"
    return int(took[1]) + int(took[2]) / 1000


def _ours(found: list[Page]) -> float:
    for page in found:
        understand(page, AT)
    collect_seldom(READING)
    began = time.perf_counter()
    for _ in range(_ROUNDS):
        for page in found:
            understand(page, AT)
    return (time.perf_counter() - began) / _ROUNDS
