"""How much one client may ask: bytes of a body, requests at once, and requests a second."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from starlette.types import Message, Receive, Scope

from api.addresses import API
from api.errors import TOO_LARGE, TOO_MANY, TOO_SLOW, Trouble
from api.hosts import is_loopback

LARGEST_BODY = 100_000
LARGEST_UPLOAD = 20_000_000
"""Bytes of what is sent: of a question, and of files to read."""

_UPLOADS = f"{API}/read"
_SLOWEST = 30.0
_WITH_BODY = frozenset(("POST", "PUT", "PATCH", "DELETE"))


class Exceeded(Exception):
    """A body that is too large, or takes too long."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.detail)
        self.trouble = trouble


@dataclass(slots=True)
class Limits:
    """Who asks how much at this moment. Other machines may ask ``rate`` a second on end, and ``burst`` at once.

    This machine itself is bound by ``in_all`` only: a proxy before the server has limits of its own.
    """

    in_all: int = 250
    each: int = 20
    rate: float = 20.0
    burst: float = 100.0
    clock: Callable[[], float] = time.monotonic
    _now: Counter[str] = field(default_factory=Counter)
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    @contextmanager
    def asking(self, client: str) -> Iterator[Trouble | None]:
        """While a client asks something; gives why it may not now, or None."""
        if self._now.total() >= self.in_all or (not is_loopback(client) and not self._may(client)):
            yield TOO_MANY
            return
        self._now[client] += 1
        try:
            yield None
        finally:
            self._now[client] -= 1
            if not self._now[client]:
                del self._now[client]

    def _may(self, client: str) -> bool:
        if self._now[client] >= self.each:
            return False
        now = self.clock()
        left, seen = self._left.pop(client, (self.burst, now))
        left = min(self.burst, left + (now - seen) * self.rate)
        self._left[client] = (max(0.0, left - 1), now)
        while len(self._left) > 10_000:  # who has been away longest
            self._left.popitem(last=False)
        return left >= 1


async def bounded(scope: Scope, receive: Receive) -> Receive:
    """The same request, with its whole body at hand.

    :raises Exceeded: it is too large, or does not come.
    """
    if scope["method"] not in _WITH_BODY:
        return receive
    most = LARGEST_UPLOAD if scope["path"] == _UPLOADS else LARGEST_BODY
    if _announced(scope) > most:
        raise Exceeded(TOO_LARGE)
    try:
        body = await asyncio.wait_for(_read(receive, most), _SLOWEST)
    except TimeoutError:
        raise Exceeded(TOO_SLOW) from None
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return messages.pop() if messages else await receive()

    return again


def _announced(scope: Scope) -> int:
    told = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(told) if told.isdigit() and len(told) < 20 else 0


async def _read(receive: Receive, most: int) -> bytes:
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        more = message.get("more_body", False)
        if size > most:
            raise Exceeded(TOO_LARGE)
    return b"".join(parts)
