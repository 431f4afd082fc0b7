"""Of how many initiatives it is known where they are, and how exactly."""

from __future__ import annotations

from queries import results
from queries.engine.base import Graph, Reading
from queries.geography import PRECISIONS
from queries.kept import Kept

_OWN = ("own none", "own province", *(f"own {precision}" for precision in PRECISIONS))


def precisions(reading: Reading) -> dict[str, int]:
    """How many initiatives there are by the precision of what is known best of where they are; "" for nothing."""
    told = {row["what"]: int(row["number"]) for row in reading.ask("near/precisions")}
    at_place, at_any = told.get("at a place", 0), told.get("at any place", 0)
    found = {
        "address": told.get("own address", 0),
        "place": told.get("own place", 0) + at_place,
        "municipality": at_any - at_place + told.get("own municipality alone", 0),
    }
    everything = sum(number for what, number in told.items() if what in _OWN)
    known = {precision: number for precision, number in found.items() if number}
    return known | ({"": everything - sum(known.values())} if everything > sum(known.values()) else {})


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
