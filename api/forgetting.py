"""Wiring: forgetting a person in everything that is kept, the graph, its files, what was fetched, and traces."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from api.settings import Settings
from queries.backup import finish_sweep
from queries.ledger.erasing import erase
from queries.masking import PlainNames, names_in

if TYPE_CHECKING:
    from queries import Graph
    from queries.person import PersonHeld


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done: numbers only. ``steps`` are what is left to do for a Neo4j server, in Dutch."""

    people: int
    claims: int
    decisions: int
    pages: int
    withdrawn: int
    fetched: int
    traces: int
    swept: bool
    steps: tuple[str, ...]


def forget_person(graph: Graph, settings: Settings, found: PersonHeld) -> Forgotten:
    """Forget whoever goes by a name; what is broken off halfway is finished by doing it again."""
    names = PlainNames.of((found.name, *found.names))
    fetched = _forget_fetched(settings, names)
    traces = _forget_traces(names)
    erasure = erase(graph, found.name, datetime.now(UTC).isoformat(timespec="microseconds"))
    swept = finish_sweep(graph)
    return Forgotten(
        erasure.people, erasure.claims, erasure.decisions, erasure.pages, erasure.withdrawn, fetched, traces, swept,
        () if swept else offline_steps(settings),
    )  # fmt: skip


def _forget_fetched(settings: Settings, names: PlainNames) -> int:
    """What is remembered of pages that were fetched."""
    from api.fetching import snapshots_of
    from ingest.fetch.snapshots import FILE_NAME

    if not (settings.data / FILE_NAME).is_file():
        return 0
    with snapshots_of(settings) as snapshots:
        return snapshots.forget(lambda address: names_in(address, names))


def _forget_traces(names: PlainNames) -> int:
    """What went wrong before was noted in files, with the words of the command."""
    gone = 0
    for file in _traces():
        with suppress(OSError):
            if names_in(file.read_text(encoding="utf-8", errors="replace"), names):
                file.unlink()
                gone += 1
    return gone


def _traces() -> Iterable[Path]:
    return Path(tempfile.gettempdir()).glob("samenspel-*-*-*.txt")


def offline_steps(settings: Settings) -> tuple[str, ...]:
    """How whoever keeps a Neo4j server takes the name out of its files as well, which it keeps until then."""
    return tuple(_steps(settings.database or "neo4j"))


def _steps(database: str) -> Iterator[str]:
    yield "De server van Neo4j bewaart oude gegevens in zijn bestanden. Maak een back-up: samenspel backup BESTAND"
    yield "Stop de server."
    yield (
        f"Verwijder in de map van de server: data/databases/{database}, data/transactions/{database} en wat er in "
        "logs staat; en dumps en back-ups van de server van vóór vandaag."
    )
    yield "Start de server; de database is nu leeg."
    yield "Zet de back-up terug: samenspel restore BESTAND"
