"""A real HTTP server on loopback that misbehaves in the ways that sites do, and some that only attackers do.

It talks in raw bytes: what a server library would never send is what is to be tried.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

TLS = Path(__file__).parent / "tls"
PAGE = (
    "<!doctype html><html lang='nl'><head><title>Buurtkring Noord</title></head><body><main><h1>Buurtkring Noord</h1>"
    "<p>Buurtkring Noord werkt samen met Zorggroep De Berkelbrug in Zutphen.</p></main></body></html>"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: its path with the query, and its headers by their names in lower case."""

    path: str
    headers: Mapping[str, str]


Behaviour = Callable[[socket.socket, Asked, "Server"], None]


@dataclass(slots=True)
class Server:
    """A server with a behaviour for each path; ``asked`` is what it was asked, in order."""

    port: int
    pages: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    most_at_once: int = 0
    at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def door(self) -> str:
        return f"127.0.0.1:{self.port}"

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self, *, robots: bool = False) -> list[str]:
        """The paths that were asked for, without robots.txt unless wanted."""
        return [asked.path for asked in self.asked if robots or asked.path != "/robots.txt"]

    def times(self, path: str) -> int:
        return sum(asked.path == path for asked in self.asked)

    def serve(self, connection: socket.socket) -> None:
        """Answer one connection."""
        with connection, suppress(OSError):
            asked = _request(connection)
            if asked is None:
                return
            with self._lock:
                self.asked.append(asked)
            self.pages.get(asked.path.partition("?")[0], missing)(connection, asked, self)


@contextmanager
def running(pages: Mapping[str, Behaviour], *, tls: bool = False) -> Iterator[Server]:
    """A server with these pages, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(listener.getsockname()[1], dict(pages))
        context = _context() if tls else None
        thread = threading.Thread(target=_accept, args=(listener, server, context), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stopping.set()
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "server.pem")
    return context


def _accept(listener: socket.socket, server: Server, context: ssl.SSLContext | None) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_greet, args=(connection, server, context), daemon=True).start()


def _greet(connection: socket.socket, server: Server, context: ssl.SSLContext | None) -> None:
    connection.settimeout(10)
    with suppress(OSError):
        server.serve(context.wrap_socket(connection, server_side=True) if context else connection)


def _request(connection: socket.socket) -> Asked | None:
    raw = b""
    while b"\r\n\r\n" not in raw:
        more = connection.recv(65_536)
        if not more:
            return None
        raw += more
    first, *lines = raw.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Asked(first.split(" ")[1], headers)


def answer(
    body: bytes | str = PAGE, status: str = "200 OK", media: str = "text/html; charset=utf-8", **headers: str
) -> Behaviour:
    """A plain answer; names of further headers with _ for -."""
    raw = body.encode() if isinstance(body, str) else body

    def behave(connection: socket.socket, asked: Asked, server: Server) -> None:
        told = {"Content-Type": media, "Content-Length": str(len(raw)), **_names(headers)}
        connection.sendall(head(status, told) + raw)

    return behave


def _names(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-").title(): value for name, value in headers.items()}


def head(status: str = "200 OK", headers: Mapping[str, str] | None = None) -> bytes:
    lines = (f"{name}: {value}" for name, value in (headers or {}).items() if value)
    return ("\r\n".join((f"HTTP/1.1 {status}", *lines)) + "\r\n\r\n").encode("latin-1")


def missing(connection: socket.socket, asked: Asked, server: Server) -> None:
    answer("weg", "404 Not Found")(connection, asked, server)


def redirect(location: str, status: str = "302 Found") -> Behaviour:
    return answer("", status, location=location)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Each time the next one; the last one for good."""
    left = list(behaviours)

    def behave(connection: socket.socket, asked: Asked, server: Server) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(connection, asked, server)

    return behave


def counted(behaviour: Behaviour) -> Behaviour:
    """Counts how many wait for an answer at once, for a moment before each answer."""

    def behave(connection: socket.socket, asked: Asked, server: Server) -> None:
        server.at_once += 1
        server.most_at_once = max(server.most_at_once, server.at_once)
        server.stopping.wait(0.02)
        server.at_once -= 1
        behaviour(connection, asked, server)

    return behave


def raw_bytes(raw: bytes) -> Behaviour:
    """Exactly these bytes, then the line is cut."""

    def behave(connection: socket.socket, asked: Asked, server: Server) -> None:
        connection.sendall(raw)

    return behave


def dripping(raw: bytes, pause: float = 0.05) -> Behaviour:
    """One byte at a time, each within any time limit of a single read."""

    def behave(connection: socket.socket, asked: Asked, server: Server) -> None:
        for k in range(len(raw)):
            connection.sendall(raw[k : k + 1])
            if server.stopping.wait(pause):
                return

    return behave


def endless(connection: socket.socket, asked: Asked, server: Server) -> None:
    """A page that never ends."""
    connection.sendall(head(headers={"Content-Type": "text/html"}))
    while not server.stopping.is_set():
        connection.sendall(b"<p>en nog een</p>" * 4000)


def endless_headers(connection: socket.socket, asked: Asked, server: Server) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while not server.stopping.is_set():
        connection.sendall(b"X-Nog-Een: " + b"a" * 4000 + b"\r\n")


def silent(connection: socket.socket, asked: Asked, server: Server) -> None:
    server.stopping.wait(20)


def bomb(connection: socket.socket, asked: Asked, server: Server) -> None:
    """A few kilobytes that unpack to 100 MB."""
    packed = gzip.compress(bytes(100_000_000), 9)
    told = {"Content-Type": "text/html", "Content-Encoding": "gzip", "Content-Length": str(len(packed))}
    connection.sendall(head(headers=told) + packed)


def tagged(etag: str, body: str = PAGE) -> Behaviour:
    """A page with an ETag that answers 304 to whoever has it."""

    def behave(connection: socket.socket, asked: Asked, server: Server) -> None:
        if asked.headers.get("if-none-match") == etag:
            connection.sendall(head("304 Not Modified", {"ETag": etag}))
        else:
            answer(body, etag=etag)(connection, asked, server)

    return behave
