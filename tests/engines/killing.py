"""Processes that work in a graph and are killed at random moments, every other time with their engine."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from select import select
from signal import SIGKILL

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

    def in_peace(self) -> list[float]:
        """Let a process do all of its work; gives the seconds after which it said each line."""
        began = time.monotonic()
        with self._start() as process:
            assert process.stdout is not None
            said = [time.monotonic() - began for _ in process.stdout]
        assert process.returncode == 0
        return said

    def kills(self, moments: int, peace: Sequence[float]) -> Iterator[list[str]]:
        """Start and kill so many processes, each in a part of its work of its own; gives the lines that it said.

        A moment is so many lines that were said, and how far on the way to the next one it is: in seconds it would come
        too late, for the first process, the one in peace, can take thrice as long as those after it.
        """
        first, last = peace[0], peace[-1]
        for moment in range(moments):
            at = first + (last - first) * (moment + random.Random(moment).random()) / moments
            lines = bisect(peace, at)
            yield self._killed(lines, at / peace[lines - 1] - 1, with_engine=moment % 2 == 1)

    def _start(self) -> subprocess.Popen[bytes]:
        place = self.place
        words = [sys.executable, "-m", self.module, place.where, place.user, place.password, *self.more]
        return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0)

    def _killed(self, lines: int, further: float, *, with_engine: bool) -> list[str]:
        """Kills a process when it has said so many lines and worked on, or as soon as it says the next one.

        :param further: how long it works on, as a part of what it took to say those lines.
        """
        began = time.monotonic()
        with self._start() as process:
            assert process.stdout is not None
            said = [process.stdout.readline() for _ in range(lines)]
            select([process.stdout], [], [], further * (time.monotonic() - began))
            process.kill()
            if with_engine:
                self.place.kill_engine()
            said += process.stdout.readlines()
        assert process.returncode == -SIGKILL, "it was done before it was to be killed"
        return [line.decode().rstrip() for line in said if line.endswith(b"\n")]
