"""The embedded engine as the graph sees it: an address that comes from a folder."""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import threading
from pathlib import Path
from typing import Literal

from graph_model.errors import Fault, GraphUnavailable, SamenspelError

from ..bolt import Access, Bolt, ConnectionLost, load_driver
from ..lock import writers_lock
from .folder import DATABASE, USER, EngineFolder
from .join import LINGER, Running, join

_NOTICING = 3.0
"""Seconds in which a supervisor notices that its engine has ended."""

_ATTEMPTS = 3
"""How often in a row a lost engine is joined again: more often means that what we ask for ends it."""


class EmbeddedEngine:
    """Joined at once, and joined again when it was killed."""

    kind: Literal["embedded"] = "embedded"
    still_access: Access = "READ"

    def __init__(self, data: Path, linger: float = LINGER) -> None:
        self._folder = EngineFolder(data.expanduser().resolve())
        self._linger = linger
        self._joining = threading.Lock()
        loading = threading.Thread(target=load_driver)  # while the engine starts
        loading.start()
        try:
            self._join()
        finally:
            loading.join()

    def _join(self) -> None:
        self._running: Running = join(self._folder, self._linger)
        address = f"bolt://127.0.0.1:{self._running.bolt_port}"
        self.bolt = Bolt(address, USER, self._folder.password(), DATABASE)

    def rejoin(self, lost: ConnectionLost, attempt: int) -> None:
        """Join the engine that runs now, once for all threads that lost the same one."""
        if attempt == _ATTEMPTS:
            raise lost
        with self._joining:
            if self.bolt.address == lost.address:
                self._running.await_end(_NOTICING)
                self.close()
                self._join()

    def writing(self) -> contextlib.AbstractContextManager[None]:
        return writers_lock(self._folder.writer_lock, self._folder.data)

    def explained(self, fault: Fault) -> SamenspelError | None:
        """A disk that is full, or became read-only: the engine only says that a commit failed."""
        try:
            self._folder.try_room()
        except GraphUnavailable as reason:
            return reason
        return None

    def make_search_index(self, name: str, label: str, field: str) -> None:
        """This engine makes a full-text index in its own SQL only, over HTTP."""
        self._sql(f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
        self._sql(f"CREATE PROPERTY `{label}`.`{field}` IF NOT EXISTS STRING")
        self._sql(f"CREATE INDEX `{name}` IF NOT EXISTS ON `{label}` ({field}) FULL_TEXT")

    def _sql(self, statement: str) -> None:
        login = base64.b64encode(f"{USER}:{self._folder.password()}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self._running.http_port, timeout=60)
        try:
            connection.request(
                "POST",
                f"/api/v1/command/{DATABASE}",
                json.dumps({"language": "sql", "command": statement}),
                {"Authorization": f"Basic {login}", "Content-Type": "application/json"},
            )
            reply = connection.getresponse()
            body = reply.read()
        except (OSError, http.client.HTTPException) as error:
            raise ConnectionLost("De graafmotor viel weg.", self.bolt.address) from error
        finally:
            connection.close()
        if reply.status != 200:
            raise Fault(f"De graafmotor weigert {statement!r}: {body[:300].decode('utf-8', 'replace')}")

    def close(self) -> None:
        self.bolt.close()
        self._running.leave()
