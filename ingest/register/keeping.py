"""A register into the graph: what it says now, and away with what it does not say any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic

from graph_model.errors import NotUnderstood
from ingest.batches import kept_in_batches
from ingest.register.pages import empty_reading
from ingest.register.reading import RegisterReading, read_register
from ingest.report import Tally
from queries import Graph
from queries.ledger.pages import addresses_read_by, record, unchanged, withdraw
from queries.ledger.records import Outcome, PageReading
from queries.masking import KeyedNames

Progress = Callable[[int], None]


def look_into(path: Path, fetched: str, tally: Tally, erased: KeyedNames | None = None) -> RegisterReading | None:
    """What a register says; what is wrong with it is told. None when its description can't be read.

    :param fetched: when it is read, ISO 8601 in UTC.
    """
    try:
        register = read_register(path, fetched, erased)
    except NotUnderstood as problem:
        tally.not_understood(str(path), str(problem))
        return None
    for wrong in register.problems:
        tally.not_understood(wrong.place, wrong.message)
    for note in register.notes:
        tally.note(f"{register.title}: {note}")
    claims = sum(len(reading.claims) for reading in register.readings)
    tally.register(register.title, register.rows, len(register.readings), claims, len(register.left_out))
    return register


def keep_register(
    graph: Graph, path: Path, run: str, fetched: str, tally: Tally, progress: Progress, erased: KeyedNames
) -> None:
    """Read a register into the graph; one that a wrong row stopped leaves the graph as it is."""
    register = look_into(path, fetched, tally, erased)
    if register is None or register.stopped:
        return
    wanted = {r.page.address: (r.page.fingerprint, r.reader, r.version) for r in register.readings}
    same = unchanged(graph, wanted)
    readings = (replace(reading, erased=erased.digests) for reading in register.readings)
    changed = [reading for reading in readings if reading.page.address not in same]
    for done in kept_in_batches(changed, lambda batch: _keep(graph, batch, run, tally)):
        progress(done)
    _let_go(graph, register, run, fetched, tally)


def _keep(graph: Graph, batch: Sequence[PageReading], run: str, tally: Tally) -> float:
    began = monotonic()
    for outcome in record(graph, batch, run):
        tally.cited(outcome)
    return monotonic() - began


def no_more_named(graph: Graph, register: RegisterReading, fetched: str) -> list[PageReading]:
    """Readings that say nothing, of the sources that a register named before and does not name now."""
    named = {reading.page.key for reading in register.readings}
    before = addresses_read_by(graph, register.reader)
    readings = (empty_reading(address, register.reader, fetched) for address in before)
    return [reading for reading in readings if reading.page.key not in named]


def _let_go(graph: Graph, register: RegisterReading, run: str, fetched: str, tally: Tally) -> None:
    """Sources that the register named before and does not name now: it says nothing of them any more."""
    alone = addresses_read_by(graph, register.reader)
    for nothing in no_more_named(graph, register, fetched):
        if alone[nothing.page.address]:
            tally.cited(withdraw(graph, nothing.page.address, run, fetched))
            continue
        for outcome in record(graph, [nothing], run):
            if outcome.outcome is not Outcome.UNCHANGED:
                tally.cited(outcome)
