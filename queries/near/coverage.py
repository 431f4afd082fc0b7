"""Of how many initiatives it is known where they are, and how exactly."""

from __future__ import annotations

from queries import results
from queries.engine.base import Graph, Reading
from queries.geography import PRECISIONS
from queries.kept import Kept


def precisions(reading: Reading) -> dict[str, int]:
    """How many initiatives there are by the precision of what is known best of where they are; "" for nothing."""
    return {row["precision"]: row["number"] for row in reading.ask("near/precisions")}


def _counted(reading: Reading) -> results.Coverage:
    numbers = precisions(reading)
    precision = {known: numbers.get(known, 0) for known in PRECISIONS}
    return results.Coverage(
        initiatives=sum(numbers.values()), with_position=sum(precision.values()), precision=precision
    )


_KEPT: Kept[results.Coverage] = Kept()


def coverage(graph: Graph, reading: Reading) -> results.Coverage:
    """What is known of where initiatives are, counted once for each version of the graph."""
    return _KEPT.of(graph, reading, lambda: _counted(reading))
