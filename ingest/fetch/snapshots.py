"""What is remembered of pages that were fetched: enough to ask whether they changed, never what they say.

One SQLite file in the data folder, beside the graph and not part of it: losing it costs only that pages are fetched
anew. It also holds what became of each described source the last time.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from graph_model.errors import GraphUnavailable
from graph_model.keys import canonical_address
from ingest.fetch.crawl import NOWHERE, Leads
from ingest.fetch.outcomes import Validators

FILE_NAME = "fetched.sqlite"
_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS page (
    place TEXT PRIMARY KEY, address TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, edition TEXT NOT NULL,
    texts TEXT NOT NULL, leads TEXT NOT NULL, source TEXT NOT NULL, fetched TEXT NOT NULL, gone TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS source (
    name TEXT PRIMARY KEY, title TEXT NOT NULL, at TEXT NOT NULL, run TEXT NOT NULL, pages INTEGER NOT NULL,
    found TEXT NOT NULL, unexpected TEXT NOT NULL
) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A page as it was fetched last. ``asked`` is the address that was asked for.

    ``edition``: by which reader and description it was read. ``texts``: the fingerprint of each page that it held, by
    address. ``source``: the described source that it belongs to, else empty. ``gone``: since when it is not there, ISO
    8601 in UTC; empty when it is.
    """

    asked: str
    validators: Validators
    edition: str
    fetched: str
    texts: Mapping[str, str] = field(default_factory=dict)
    leads: Leads = NOWHERE
    source: str = ""
    gone: str = ""


@dataclass(frozen=True, slots=True)
class LastRun:
    """What became of a described source the last time; ``found`` counts things by their kind."""

    name: str
    title: str
    at: str
    run: str
    pages: int
    found: Mapping[str, int]
    unexpected: tuple[str, ...] = ()


class Snapshots:
    """The file; may be used from several threads, and by several programs at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        with self._translated():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._store = sqlite3.connect(path, timeout=30, check_same_thread=False)
            self._prepare()

    def _prepare(self) -> None:
        with self._store:
            self._store.execute("PRAGMA secure_delete = ON")
            if self._store.execute("PRAGMA user_version").fetchone()[0] not in (0, _VERSION):
                self._store.executescript("DROP TABLE IF EXISTS page; DROP TABLE IF EXISTS source;")
            self._store.executescript(f"{_TABLES} PRAGMA user_version = {_VERSION};")

    def find(self, address: str) -> Snapshot | None:
        """What is remembered of the page that this address leads to."""
        with self._asking() as store:
            row = store.execute("SELECT * FROM page WHERE place = ?", (canonical_address(address),)).fetchone()
        return _snapshot(address, row) if row else None

    def save(self, snapshots: Iterable[Snapshot]) -> None:
        """Remember these instead of what was remembered of the same addresses."""
        rows = [_row(snapshot) for snapshot in snapshots]
        with self._asking() as store:
            store.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def mark_gone(self, address: str, at: str) -> Snapshot | None:
        """Note that a page is not there (``Snapshot.gone`` stays the first moment); None when it was never read."""
        place = canonical_address(address)
        with self._asking() as store:
            store.execute("UPDATE page SET gone = ? WHERE place = ? AND gone = ''", (at, place))
        snapshot = self.find(address)
        return snapshot if snapshot and snapshot.texts else None

    def gone(self) -> list[Snapshot]:
        """The pages that are not there and of which something was read, in the order of their addresses."""
        return [one for one in self._all("WHERE gone != '' ORDER BY place") if one.texts]

    def pages_there(self) -> set[str]:
        """The addresses of all pages that were read from what is still there."""
        return {address for one in self._all("WHERE gone = ''") for address in one.texts}

    def of_source(self, source: str) -> list[str]:
        """The addresses that a source was read from, so that they can be asked for again."""
        return [one.asked for one in self._all("ORDER BY place") if one.source == source and one.texts]

    def _all(self, which: str) -> list[Snapshot]:
        with self._asking() as store:
            rows = store.execute(f"SELECT * FROM page {which}").fetchall()
        return [_snapshot(_asked(row), row) for row in rows]

    def save_run(self, run: LastRun) -> None:
        """Remember what became of a source instead of the time before."""
        row = (run.name, run.title, run.at, run.run, run.pages, _json(dict(run.found)), _json(run.unexpected))
        with self._asking() as store:
            store.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def last_runs(self) -> dict[str, LastRun]:
        """What became of each source the last time, by name."""
        with self._asking() as store:
            rows = store.execute("SELECT * FROM source ORDER BY name").fetchall()
        return {row[0]: _last_run(row) for row in rows}

    def forget(self, is_meant: Callable[[str], bool]) -> int:
        """Forget all pages whose address, or an address that they lead to, is meant; gives how many there were."""
        with self._asking() as store:
            rows = store.execute("SELECT place, address, texts, leads FROM page").fetchall()
            meant = [(row[0],) for row in rows if any(map(is_meant, _addresses(row)))]
            store.executemany("DELETE FROM page WHERE place = ?", meant)
        return len(meant)

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._translated(), self._store:
            yield self._store

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise GraphUnavailable(
                f"Het bestand {self._path}, waarin staat wat er al opgehaald is, is niet te gebruiken ({error}). "
                "Het mag weg: dan wordt alles opnieuw opgehaald.", str(self._path),
            ) from error  # fmt: skip

    def close(self) -> None:
        with self._lock:
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _asked(row: tuple[Any, ...]) -> str:
    """The address that was asked for: where the page was found, unless the site led on from another."""
    return str(row[1]) if canonical_address(row[1]) == row[0] else f"https://{row[0]}"


def _row(snapshot: Snapshot) -> tuple[str, ...]:
    known = snapshot.validators
    return (
        canonical_address(snapshot.asked), known.address, known.etag, known.modified, snapshot.edition,
        _json(dict(snapshot.texts)), _json([snapshot.leads.pages, snapshot.leads.lists]), snapshot.source,
        snapshot.fetched, snapshot.gone,
    )  # fmt: skip


def _snapshot(asked: str, row: tuple[Any, ...]) -> Snapshot:
    pages, lists = json.loads(row[6])
    return Snapshot(
        asked, Validators(row[1], row[2], row[3]), row[4], row[8], json.loads(row[5]),
        Leads(tuple(pages), tuple(lists)), row[7], row[9],
    )  # fmt: skip


def _last_run(row: tuple[Any, ...]) -> LastRun:
    name, title, at, run, pages, found, unexpected = row
    return LastRun(name, title, at, run, pages, json.loads(found), tuple(json.loads(unexpected)))


def _addresses(row: tuple[Any, ...]) -> Iterator[str]:
    pages, lists = json.loads(row[3])
    yield from (row[0], row[1], *json.loads(row[2]), *pages, *lists)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
