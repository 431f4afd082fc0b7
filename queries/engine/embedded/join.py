"""How a samenspel process comes to the engine of its folder: it joins the one that runs, or has one started."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import GraphUnavailable

from .folder import EngineFolder, clear_about, in_use
from .takeover import STOP, sole_supervisor

LINGER = 30.0
"""Seconds that the engine stays after its last client has left, so that a following command skips the start."""

_PATIENCE = 60.0
"""Seconds in which an engine must be ready; recovery of a large database after a kill takes the longest."""

_AGAIN = 0.02

_SUPERVISE = """
import sys
sys.path.append(sys.argv[1])
from queries.engine.embedded.supervisor import main
main(*sys.argv[2:])
"""


@dataclass(frozen=True, slots=True)
class Running:
    """An engine that is ready, and our connection to its supervisor, which keeps it running."""

    bolt_port: int
    http_port: int
    presence: socket.socket

    def await_end(self, seconds: float) -> None:
        """Wait until its supervisor knows that it has ended: until then it would send us to the same dead engine."""
        select.select([self.presence], [], [], seconds)

    def leave(self) -> None:
        """The engine may stop when all have left."""
        self.presence.close()


def join(folder: EngineFolder, linger: float = LINGER) -> Running:
    """Join the engine of this folder and start it where it does not run, one process for all that ask at once.

    :raises GraphUnavailable: it cannot be started here, with the reason.
    """
    folder.make()
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        presence = _connect(folder) or _start(folder, linger)
        if presence is None:
            time.sleep(_AGAIN)
        elif (running := _ready(folder, presence, until)) is not None:
            return running
    raise GraphUnavailable(in_use(folder.data), str(folder.data))


def stop(folder: EngineFolder) -> None:
    """Stop the engine of this folder, if it runs, under whoever uses it; returns when nothing of it is left."""
    if ask_to_stop(folder):
        with sole_supervisor(folder):
            pass


def ask_to_stop(folder: EngineFolder) -> bool:
    """Have the engine of this folder stopped under whoever uses it; False when none runs.

    Returns when its supervisor lets nobody in any more: whoever joins then, starts another.
    """
    presence = _connect(folder)
    if presence is None:
        return False
    with presence, contextlib.suppress(ConnectionError):
        presence.sendall(STOP)
        while presence.recv(4096):
            pass
    return True


def _connect(folder: EngineFolder) -> socket.socket | None:
    """A connection to the supervisor's socket, or None where nobody listens (any more)."""
    presence = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with folder.socket_address() as address:
            presence.connect(address)
    except (ConnectionRefusedError, FileNotFoundError, BlockingIOError):
        presence.close()
        return None
    except OSError as error:
        presence.close()
        raise GraphUnavailable(in_use(folder.data), str(folder.data)) from error
    return presence


def _start(folder: EngineFolder, linger: float) -> socket.socket | None:
    """Have a supervisor started, unless another process is doing so; None when it is to be tried again."""
    with clear_about(folder.data):
        descriptor = os.open(folder.start_lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return _connect(folder) or _spawn(folder, linger)
    except BlockingIOError:
        return None
    finally:
        os.close(descriptor)


def _spawn(folder: EngineFolder, linger: float) -> socket.socket | None:
    """Start a supervisor in a session of its own, so neither Ctrl-C nor our end reaches it."""
    root = str(Path(__file__).parents[3])
    with clear_about(folder.data), (folder.log.parent / "supervisor.log").open("ab") as log:
        child = subprocess.Popen(
            [sys.executable, "-P", "-c", _SUPERVISE, root, str(folder.data), str(linger)],
            cwd=folder.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )
    with child.stdout or contextlib.nullcontext() as said:
        line = said.readline() if said else b""
    if not line:
        return None
    state = json.loads(line)
    if "failed" in state:
        child.wait()
        # Another may have come first: that of a process which was killed while its supervisor waited for the folder.
        first = _connect(folder)
        if first is None:
            raise GraphUnavailable(state["failed"], str(folder.data))
        return first
    _leave_behind(child)
    return _connect(folder)


def _leave_behind(child: subprocess.Popen[bytes]) -> None:
    """It outlives us on purpose: say so, or Python warns of it."""
    child.returncode = 0


def _ready(folder: EngineFolder, presence: socket.socket, until: float) -> Running | None:
    """Wait for the supervisor's line; None when it ended without one, so all is to be tried again."""
    line = b""
    while not line.endswith(b"\n"):
        left = until - time.monotonic()
        readable, _, _ = select.select([presence], [], [], max(0.0, left))
        chunk = b""
        if readable:
            with contextlib.suppress(ConnectionError):
                chunk = presence.recv(4096)
        if not chunk:
            presence.close()
            return None
        line += chunk
    state = json.loads(line)
    if "failed" in state:
        presence.close()
        raise GraphUnavailable(state["failed"], str(folder.data))
    return Running(state["bolt"], state["http"], presence)
