"""What a measure is: a ratio that should reach, or stay under, its goal."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of `make bench`. ``at_least``: the ratio should reach the goal; else it should not exceed it."""

    name: str
    ratio: float
    goal: float
    detail: str = ""
    at_least: bool = True

    @property
    def reached(self) -> bool:
        return self.ratio >= self.goal if self.at_least else self.ratio <= self.goal

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        verdict = "ok" if self.reached else "short"
        detail = f"  ({self.detail})" if self.detail else ""
        return f"{self.name} {self.ratio:.2f} {sign}{self.goal:g} {verdict}{detail}"


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The median wall time of work, in seconds."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return statistics.median(took)
