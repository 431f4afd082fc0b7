"""The embedded engine as the graph sees it: an address that comes from a folder."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graph_model.errors import Fault, GraphUnavailable, SamenspelError

from ..bolt import Access, Bolt, ConnectionLost, load_driver
from ..doorway import Doorway
from ..image import Image
from ..lock import writers_lock
from .folder import USER, EngineFolder
from .fresh import FreshEngine, make_search_index
from .http import command, put_rows, server_command
from .imaging import image_form, made, put_back
from .join import LINGER, Running, ask_to_stop, join
from .overdue import end_overdue
from .users import VISITOR, visitors_password

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_NOTICING = 3.0
"""Seconds in which a supervisor notices that its engine has ended."""

_ATTEMPTS = 3
"""How often in a row a lost engine is joined again: more often means that what we ask for ends it."""

_REUSE = "ALTER DATABASE `arcadedb.bucketReuseSpaceMode`"
"""How hard the engine looks for room in pages that are there: in a database that is all new there is none."""


class EmbeddedEngine:
    """Joined at once, and joined again when it was killed."""

    kind: Literal["embedded"] = "embedded"
    still_access: Access = "READ"

    def __init__(self, data: Path, linger: float = LINGER) -> None:
        self._folder = EngineFolder(data.expanduser().resolve())
        self._linger = linger
        self._joining = threading.Lock()
        self._former: list[Bolt] = []
        loading = threading.Thread(target=load_driver)  # while the engine starts
        loading.start()
        try:
            self._join()
        finally:
            loading.join()

    def _join(self) -> None:
        self._running: Running = join(self._folder, self._linger)
        self.bolt = self._bolt(self._folder.database)

    def _bolt(self, database: str) -> Bolt:
        address = f"bolt://127.0.0.1:{self._running.bolt_port}"
        return Bolt(address, USER, self._folder.password(), database)

    def changing(self, transaction: ManagedTransaction) -> ManagedTransaction:
        return transaction

    def rejoin(self, lost: ConnectionLost, attempt: int) -> None:
        """Join the engine that runs now, once for all threads that lost the same one."""
        if attempt == _ATTEMPTS:
            raise lost
        with self._joining:
            if self.bolt.address == lost.address:
                self._running.await_end(_NOTICING)
                self.close()
                self._join()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        with writers_lock(self._folder.writer_lock, self._folder.data):
            self._follow()
            yield

    def _follow(self) -> None:
        """Go on with the database that counts: what is written to one that was replaced would be lost."""
        with self._joining:
            if self.bolt.database != self._folder.database:
                self._former.append(self.bolt)  # others may be reading from it
                self.bolt = self._bolt(self._folder.database)

    @property
    def image_form(self) -> str:
        return image_form()

    def image(self) -> contextlib.AbstractContextManager[Path]:
        return made(self._folder, self.bolt.database, self._sql)

    @contextlib.contextmanager
    def replacement(self, image: Image | None = None) -> Iterator[FreshEngine]:
        """A database that takes the place of this one when the block ends well, and else never was.

        Nobody else writes meanwhile. At the end the engine is started anew, which takes the old files away; should we
        be killed before, the next start does.
        """
        with self.writing():
            name = self._folder.next_database()
            if image is None:
                self._server(f"create database {name}")
                self._sql(f"{_REUSE} 'low'", name)
            else:
                put_back(self._folder, image, name, self._server)
            fresh = FreshEngine(
                self._bolt(name), lambda statement: self._sql(statement, name), lambda lines: self._put(lines, name)
            )
            try:
                yield fresh
            except BaseException:
                fresh.close()
                with contextlib.suppress(SamenspelError):
                    self._server(f"drop database {name}")
                raise
            fresh.close()
            self._sql(f"{_REUSE} 'high'", name)
            self._server(f"close database {name}")  # all of it is on disk then
            self._folder.choose(name)
            self._start_anew()

    def _start_anew(self) -> None:
        with self._joining:
            self.close()
            ask_to_stop(self._folder)
            self._join()

    def clear_replaced(self) -> None:
        """By a start of the engine, which takes the files away that do not count."""
        if self._folder.replaced():
            with self.writing():
                self._start_anew()

    def explained(self, fault: Fault) -> SamenspelError | None:
        """A disk that is full, or became read-only: the engine only says that a commit failed."""
        try:
            self._folder.try_room()
        except GraphUnavailable as reason:
            return reason
        return None

    def make_search_index(self, name: str, label: str, field: str) -> None:
        make_search_index(self._sql, name, label, field)

    def doorway(self) -> Doorway:
        """By a user whose rights reach no further than reading the graph."""
        bolt = Bolt(self.bolt.address, VISITOR, visitors_password(self._folder), self.bolt.database)
        return Doorway(bolt, plans=False, end_overdue=self._end_visits, close=bolt.close)

    def _end_visits(self, seconds: float) -> None:
        """This engine has no time limit that holds for every question, so we keep the time."""
        self.bolt.transact("READ", lambda transaction: end_overdue(transaction, VISITOR, seconds))

    def _sql(self, statement: str, database: str = "") -> None:
        self._talk(lambda port: command(port, self._folder.password(), database or self.bolt.database, statement))

    def _put(self, lines: bytes, database: str) -> None:
        self._talk(lambda port: put_rows(port, self._folder.password(), database, lines))

    def _server(self, statement: str) -> None:
        self._talk(lambda port: server_command(port, self._folder.password(), statement))

    def _talk(self, say: Callable[[int], None]) -> None:
        try:
            say(self._running.http_port)
        except OSError as error:
            raise ConnectionLost("De graafmotor viel weg.", self.bolt.address) from error

    def close(self) -> None:
        for bolt in (self.bolt, *self._former):
            bolt.close()
        self._former.clear()
        self._running.leave()
