"""Processes that work in a graph and are killed at random moments, every other time with their engine."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.engines.place import Place

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Campaign:
    """A module that works in a place: its arguments are graph, user, password and ``more``.

    It says on a line of its own what was acknowledged.
    """

    place: Place
    module: str
    more: tuple[str, ...]

    def in_peace(self) -> float:
        """Let a process do all of its work; gives the seconds that this took."""
        began = time.monotonic()
        process = self._start()
        process.communicate(timeout=600)
        assert process.returncode == 0
        return time.monotonic() - began

    def kills(self, moments: int, took: float) -> Iterator[list[str]]:
        """Start and kill so many processes, each within the seconds that one took; gives the lines that it said."""
        for moment in range(moments):
            after = random.Random(moment).uniform(0.1, 1.0) * took
            yield self._killed(after, with_engine=moment % 2 == 1)

    def _start(self) -> subprocess.Popen[str]:
        place = self.place
        words = [sys.executable, "-m", self.module, place.where, place.user, place.password, *self.more]
        return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def _killed(self, after: float, *, with_engine: bool) -> list[str]:
        process = self._start()
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
            if with_engine:
                self.place.kill_engine()
        said, _ = process.communicate()
        return [line for line in said.split("\n")[:-1] if line]
