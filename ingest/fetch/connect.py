"""A connection to an address that was looked up before, with one deadline and one budget of bytes for all of it.

httpx itself has no public place for either, so this is built on httpcore, the part of it that talks HTTP. The name of
the host stays what it is for the Host header, and for TLS: the certificate must be that of the name.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Sequence
from time import monotonic
from typing import Any

import httpcore

Clock = Callable[[], float]


class Deadline:
    """So many seconds from now on, for everything together."""

    def __init__(self, seconds: float, clock: Clock = monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds left.

        :raises httpcore.ReadTimeout: when there are none.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole request took too long")
        return left


class TooMuch(Exception):
    """More came over the line than was agreed."""


class _BoundedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline, budget: int) -> None:
        self._stream = stream
        self._deadline = deadline
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        raw = self._stream.read(max_bytes, self._deadline.left())
        self._budget -= len(raw)
        if self._budget < 0:
            raise TooMuch
        return raw

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _BoundedStream(stream, self._deadline, self._budget)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to the given IP addresses, whatever host is asked for: the first that answers."""

    def __init__(self, addresses: Sequence[str], deadline: Deadline, connect_seconds: float, budget: int) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._connect_seconds = connect_seconds
        self._budget = budget
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        failed: Exception = httpcore.ConnectError("no address to connect to")
        for address in self._addresses:
            patience = min(self._connect_seconds, self._deadline.left())
            try:
                stream = self._inner.connect_tcp(address, port, patience, local_address, socket_options or ())
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _BoundedStream(stream, self._deadline, self._budget)
        raise failed
