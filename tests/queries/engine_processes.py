"""Processes of their own for the tests of the embedded engine: writers, and the engine's two processes to kill."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from queries.engine.embedded.folder import EngineFolder

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from queries import connect

folder, name, how_many = sys.argv[1], sys.argv[2], int(sys.argv[3])

def add(number):
    def work(writing):
        writing.run("CREATE (:Thing {id: $id})", {"id": f"{name}-{number}"})
        writing.run("MERGE (h:Thing {id: 'hub'}) ON CREATE SET h.count = 0 SET h.count = h.count + 1")
        return writing.version
    return work

with connect(folder) as graph:
    graph.prepare()
    for number in range(how_many):
        print(number, graph.change(add(number)), graph.address, flush=True)
"""


@dataclass(slots=True)
class Writer:
    """A process that adds things one by one and prints each number when it was acknowledged."""

    folder: Path
    name: str
    how_many: int
    process: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(self.folder), self.name, str(self.how_many)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def line(self) -> list[str]:
        """The next number, version and address that it acknowledged; fails with its complaint when it has ended."""
        words = self._said().readline().split()
        assert words, self.complaint()
        return words

    def finished(self) -> list[list[str]]:
        """All lines that are left, when it has ended by itself."""
        lines = self._said().readlines()
        assert self.process.wait(60) == 0, self.complaint()
        self._close()
        return [line.split() for line in lines]

    def killed(self) -> list[list[str]]:
        """All whole lines that are left, when it is killed now."""
        self.process.kill()
        self.process.wait(60)
        lines = self._said().readlines()
        self._close()
        return [line.split() for line in lines if line.endswith("\n")]

    def complaint(self) -> str:
        assert self.process.stderr is not None
        return self.process.stderr.read()

    def _said(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout

    def _close(self) -> None:
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()


def java_of(folder: Path) -> int:
    """The process id of the engine's java."""
    return int(EngineFolder(folder).java_lock.read_text())


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])


def of_folder(folder: Path) -> list[int]:
    """Every process on whose command line this folder stands: writers, supervisor and java."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and os.fsencode(folder) in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    return found


def kill(*processes: int) -> None:
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def is_gone(process: int) -> bool:
    """It does not exist, or only its parent has not yet asked how it ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for what another process is doing; fails when it takes far too long."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, f"not so after {seconds} s"
        time.sleep(0.02)
