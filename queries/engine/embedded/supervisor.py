"""The supervisor: a small process of its own that starts the engine, tells where it listens, and ends it.

No command owns it. Each samenspel process holds a connection to its socket; when the last one has left, the engine
stays for a while, so that a following command skips the start, and then stops. It writes one line of JSON to each
client, ``{"bolt": port, "http": port}`` or ``{"failed": sentence}``, and reads nothing from them but :data:`STOP`.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph_model.errors import GraphUnavailable

from .class_archive import ClassArchive
from .folder import EngineFolder, clear_about
from .java import Java, running
from .launch import command
from .program import bundled
from .startup_log import StartupLog
from .takeover import STOP, sole_supervisor
from .users import write_users


class _AskedToStop(Exception):
    """The operating system asks us to stop."""


def main(data: str, linger: str) -> None:
    """Supervise the engine of one data folder until nobody needs it; the one line printed says how that began.

    :param linger: seconds to stay after the last client has left.
    """
    signal.signal(signal.SIGTERM, _stop)
    folder = EngineFolder(Path(data))
    try:
        archive = ClassArchive(bundled(), folder.home)
        with contextlib.suppress(_AskedToStop), sole_supervisor(folder) as lock:
            folder.clear()
            write_users(folder)
            words = command(archive.program, folder, archive.options())
            with running(folder, words, lock) as java, _listening(folder) as listener:
                _say({"listening": True})
                supervisor = Supervisor(folder, listener, float(linger), java)
                supervisor.serve()
        if supervisor.is_idle:  # and its locks are free: whoever comes now starts an engine without waiting
            archive.make()
    except GraphUnavailable as error:
        _say({"failed": str(error)})


def _stop(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough: what follows is the orderly end
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
    """The socket, until nobody new may come in: who wants to then, starts a supervisor that waits for our end."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        with clear_about(folder.data), folder.socket_address() as address:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(address)  # of a supervisor that was killed: we hold its lock, so nobody listens there
            listener.bind(address)
            os.chmod(address, 0o600)
            listener.listen(128)
            listener.setblocking(False)
        try:
            yield listener
        finally:
            with contextlib.suppress(OSError, GraphUnavailable), folder.socket_address() as address:
                os.unlink(address)


@dataclass(slots=True)
class Supervisor:
    """The engine's clients, and the time since the last one left."""

    folder: EngineFolder
    listener: socket.socket
    linger: float
    java: Java
    log: StartupLog = field(init=False)
    events: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    clients: set[socket.socket] = field(default_factory=set)
    alone_since: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.log = StartupLog(self.folder.data)
        self.events.register(self.listener, selectors.EVENT_READ, self._welcome)
        self.events.register(self.java.output, selectors.EVENT_READ, self._hear)

    def serve(self) -> None:
        """Serve clients until nobody is left, one of them says stop, or java has ended."""
        try:
            while not self.is_idle and self.folder.password_file.exists():  # else the folder was taken away under us
                for key, _ in self.events.select(timeout=0.5):
                    if key.data() is False:
                        return
        finally:
            for client in self.clients:
                client.close()

    @property
    def is_idle(self) -> bool:
        """It became ready, and those who came have left by themselves long enough ago."""
        return self.log.ready and not self.clients and time.monotonic() - self.alone_since >= self.linger

    def _welcome(self) -> None:
        try:
            client, _ = self.listener.accept()
        except BlockingIOError:  # it left before it was let in
            return
        client.setblocking(False)
        self.clients.add(client)
        self.events.register(client, selectors.EVENT_READ, lambda: self._hear_client(client))
        if self.log.ready:
            self._tell(client)

    def _hear_client(self, client: socket.socket) -> bool:
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

    def _hear(self) -> bool:
        """Read on in java's log; False when java has ended, or will not become ready."""
        lines = self.java.lines()
        was_ready = self.log.ready
        for line in lines or ():
            self.log.read(line)
        ended = lines is None or (self.log.started and not self.log.ready)
        if not was_ready and (ended or self.log.ready):
            self.alone_since = time.monotonic()
            for client in self.clients:
                self._tell(client)
        return not ended

    def _tell(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError):  # it has gone; its end is read in the next round
            client.send(_line(self.log.state()))
