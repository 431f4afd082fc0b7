"""The supervisor: a small process of its own that starts the engine, tells where it listens, and ends it.

No command owns it. Each samenspel process holds a connection to its socket; when the last one has left, the engine
stays for a while, so that a following command skips the start, and then stops. It reads nothing from its clients and
writes one line of JSON to each: ``{"bolt": port, "http": port}`` or ``{"failed": sentence}``.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph_model.errors import GraphUnavailable

from .folder import EngineFolder, clear_about
from .java import Java, start
from .launch import command
from .program import bundled
from .start_cache import StartCache
from .startup_log import StartupLog
from .takeover import STOP, sole_supervisor
from .users import write_users


class _AskedToStop(Exception):
    """The operating system asks us to stop."""


def main(data: str, linger: str) -> None:
    """Supervise the engine of one data folder until nobody needs it; the one line printed says how that began."""
    signal.signal(signal.SIGTERM, _stop)
    folder = EngineFolder(Path(data))
    try:
        cache = StartCache(folder, bundled())
        with contextlib.suppress(_AskedToStop):
            with sole_supervisor(folder) as java_lock, _listening(folder) as listener:
                _say({"listening": True})
                write_users(folder)
                words = command(cache.program, folder, cache.options())
                Supervisor(folder, listener, float(linger)).run(words, java_lock)
            cache.make()  # after the locks are free: whoever comes now starts an engine without waiting for this
    except GraphUnavailable as error:
        _say({"failed": str(error)})


def _stop(*_: object) -> None:
    raise _AskedToStop


def _say(message: dict[str, object]) -> None:
    """One line to the process that started us, which may have gone; after that nothing stays open to it."""
    with contextlib.suppress(OSError):
        os.write(1, _line(message))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 1)
    os.close(nothing)


def _line(message: dict[str, object]) -> bytes:
    return json.dumps(message).encode() + b"\n"


@contextlib.contextmanager
def _listening(folder: EngineFolder) -> Iterator[socket.socket]:
    with clear_about(folder.data), folder.socket_address() as address:
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(address)  # of a supervisor that was killed: we hold its lock, so nobody listens there
        listener.bind(address)
        os.chmod(address, 0o600)
        listener.listen(128)
        listener.setblocking(False)
    with listener:
        yield listener


@dataclass(slots=True)
class Supervisor:
    """The engine's clients, and the time since the last one left."""

    folder: EngineFolder
    listener: socket.socket
    linger: float
    events: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    clients: set[socket.socket] = field(default_factory=set)
    alone_since: float = field(default_factory=time.monotonic)
    log: StartupLog = field(init=False)

    def __post_init__(self) -> None:
        self.log = StartupLog(self.folder.data)

    def run(self, words: Sequence[str], java_lock: int) -> None:
        """Start java, serve clients until nobody is left or java ends, and leave nothing behind."""
        java = start(self.folder, words, java_lock)
        try:
            self._serve(java)
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            self._close_door()
            java.end()
            os.ftruncate(java_lock, 0)
            for client in self.clients:
                client.close()

    def _serve(self, java: Java) -> None:
        self.events.register(self.listener, selectors.EVENT_READ, self._welcome)
        self.events.register(java.output, selectors.EVENT_READ, lambda: self._hear(java))
        while self._is_needed():
            for key, _ in self.events.select(timeout=0.5):
                if key.data() is False:
                    return

    def _is_needed(self) -> bool:
        """Somebody is there, or may still come; and the folder was not taken away under the engine."""
        if not self.folder.password_file.exists():
            return False
        return bool(self.clients) or not self.log.ready or time.monotonic() - self.alone_since < self.linger

    def _welcome(self) -> None:
        try:
            client, _ = self.listener.accept()
        except BlockingIOError:  # it left before it was let in
            return
        client.setblocking(False)
        self.clients.add(client)
        self.events.register(client, selectors.EVENT_READ, lambda: self._part(client))
        if self.log.ready:
            self._tell(client)

    def _part(self, client: socket.socket) -> bool:
        """What can be read of a client is its end, or that the engine is to stop: then False."""
        said = b""
        with contextlib.suppress(ConnectionError):
            said = client.recv(len(STOP))
        if not said:
            self.events.unregister(client)
            self.clients.discard(client)
            client.close()
            self.alone_since = time.monotonic()
        return said != STOP

    def _hear(self, java: Java) -> bool:
        """Read on in java's log; False when java has ended, or will not become ready."""
        lines = java.lines()
        waiting = not self.log.ready
        for line in lines or ():
            self.log.read(line)
        ended = lines is None or (self.log.started and not self.log.ready)
        if waiting and (ended or self.log.ready):
            self.alone_since = time.monotonic()
            self._tell_all()
        return not ended

    def _tell_all(self) -> None:
        for client in self.clients:
            self._tell(client)

    def _tell(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError):  # it has gone; its end is read in the next round
            client.send(_line(self.log.state()))

    def _close_door(self) -> None:
        """Nobody new comes in from here on: who wants to, starts a supervisor that waits for this one to end."""
        with contextlib.suppress(OSError, GraphUnavailable), self.folder.socket_address() as address:
            os.unlink(address)
        self.listener.close()
