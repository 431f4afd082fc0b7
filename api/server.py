"""Listening at an address, and serving a graph there until somebody stops it."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from api.hosts import host_name
from api.security import Guard, check_reach
from api.settings import Settings
from api.tokens import tokens_of
from graph_model.collecting import ANSWERING, collect_seldom
from graph_model.errors import NotAllowed
from queries import Graph

if TYPE_CHECKING:
    import uvicorn

_WAITING = 128
_TRIES = 20
_LONGEST_REQUEST = 1 << 18
"""Bytes of an address with its headers: more than the app allows, so that the app can say what is too long."""
_PATIENCE = 5


def listen(told: Settings, *, or_next: bool = False) -> socket.socket:
    """A socket that listens where the settings say; from then on whoever comes waits until the server is there.

    :param or_next: when the port is taken, take one of those after it.
    :raises NotAllowed: others could reach it and there is no token, or the address cannot be taken.
    """
    check_reach(told.host, bool(tokens_of(told)))
    ports = range(told.port, min(told.port + _TRIES, 65_536)) if or_next and told.port else (told.port,)
    for port in ports:
        try:
            return _socket(host_name(told.host), port)
        except OSError as error:
            refused = error
    raise NotAllowed(
        f"Op {told.host}, poort {told.port}, kan niet geluisterd worden ({refused.strerror or refused}); "
        "kies met --port een andere."
    ) from refused


def _socket(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(place)
        made.listen(_WAITING)
    except OSError:
        made.close()
        raise
    return made


def address_of(listening: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def server_of(app: Guard) -> uvicorn.Server:
    """A server of the pages and the API, to be run on a socket that listens."""
    import uvicorn

    return uvicorn.Server(
        uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, lifespan="off",
            h11_max_incomplete_event_size=_LONGEST_REQUEST, timeout_graceful_shutdown=_PATIENCE,
        )
    )  # fmt: skip


def serve(graph: Graph, told: Settings, listening: socket.socket) -> None:
    """Serve the graph until Ctrl-C or SIGTERM; who comes while the first answers are worked out, waits."""
    from api.app import make_app

    with _stopping_like_ctrl_c(), listening:
        try:
            app = make_app(graph, told)
            app.app.state.serving.warm()
            collect_seldom(ANSWERING)
            server_of(app).run(sockets=[listening])
        except KeyboardInterrupt:
            return


@contextmanager
def _stopping_like_ctrl_c() -> Iterator[None]:
    """SIGTERM ends the server as Ctrl-C does, so that the graph is closed."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
