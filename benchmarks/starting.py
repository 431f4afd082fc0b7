"""Whole commands as a user waits for them: the help, reading one line, the first answer from cold and while it runs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measure, seconds

COMMAND = str(Path(sys.executable).with_name("samenspel"))
HELP, EXTRACT, COLD, WARM = 0.3, 0.6, 2.5, 0.6


def measures() -> Iterator[Measure]:
    """Seconds as shares of what a user should wait at most."""
    bare = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 5)
    took = seconds(lambda: _run("--help"), 5)
    yield Measure("help/0.3s", took / HELP, 1, f"{took:.2f} s, bare Python {bare:.2f} s", at_least=False)
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
        page = Path(folder) / "pagina.txt"
        page.write_text("Het buurthuis in Zutphen werkt samen met de gemeente Zutphen.", encoding="utf-8")
        took = seconds(lambda: _run("extract", str(page)), 5)
    yield Measure("extract-start/0.6s", took / EXTRACT, 1, f"{took:.2f} s for a page of one line", at_least=False)
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
        _run("demo", "--no-serve", "--data", folder)
        graph = str(Path(folder) / "demo")
        _until_stopped(graph)
        cold = seconds(lambda: _run("overview", "--data", graph), 1)
        warm = seconds(lambda: _run("overview", "--data", graph), 5)
        _until_stopped(graph)
    yield Measure("first-answer-cold/2.5s", cold / COLD, 1, f"{cold:.2f} s", at_least=False)
    yield Measure("answer-warm/0.6s", warm / WARM, 1, f"{warm:.2f} s", at_least=False)


def _run(*arguments: str) -> None:
    # As on a user's machine, where Python keeps what it compiled.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"NO_COLOR": "1"}
    subprocess.run([COMMAND, *arguments], check=True, capture_output=True, env=env)


def _until_stopped(folder: str) -> None:
    """Wait until the engine over this folder has stopped: it does half a minute after the last command."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        running = subprocess.run(["pgrep", "-f", folder], capture_output=True, text=True).stdout.split()
        if not [pid for pid in running if int(pid) != os.getpid()]:
            return
        time.sleep(1)
