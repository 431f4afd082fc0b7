"""How much one client may ask and send."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.limits import LARGEST_BODY, LARGEST_UPLOAD, Limits
from queries import Graph
from tests.api.clients import client, served

FAR, HERE = "192.0.2.7", "127.0.0.1"


class Clock:
    """A clock that stands still until it is told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def _asked(limits: Limits, who: str, times: int) -> int:
    """How many of so many questions one after the other may be asked."""
    allowed = 0
    for _ in range(times):
        with limits.asking(who) as trouble:
            allowed += trouble is None
    return allowed


def test_another_machine_may_ask_so_much_at_once_and_then_so_much_a_second() -> None:
    clock = Clock()
    limits = Limits(rate=2, burst=10, clock=clock)
    assert _asked(limits, FAR, 30) == 10
    assert _asked(limits, "192.0.2.8", 3) == 3
    clock.now = 3.0
    assert _asked(limits, FAR, 30) == 6
    clock.now = 1000.0
    assert _asked(limits, FAR, 30) == 10
    assert _asked(limits, HERE, 500) == 500


def test_nobody_asks_more_than_so_much_at_the_same_time() -> None:
    limits = Limits(in_all=5, each=2)
    with limits.asking(FAR) as one, limits.asking(FAR) as two, limits.asking(FAR) as three:
        assert (one, two) == (None, None)
        assert three is not None
        assert three.status == 429
    with (
        limits.asking(HERE),
        limits.asking(HERE),
        limits.asking(HERE),
        limits.asking(HERE),
        limits.asking(HERE) as five,
    ):
        assert five is None
        with limits.asking(HERE) as six:
            assert six is not None
    assert _asked(limits, FAR, 1) == 1


@pytest.fixture
def web(neighbourhood: Graph, tmp_path: Path) -> Iterator[httpx.Client]:
    with client(neighbourhood, tmp_path) as made:
        yield made


def test_what_is_sent_may_not_be_too_large(web: httpx.Client) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(20):
            yield b"x" * (LARGEST_BODY // 10)

    for address in ("/api/v1/cypher", "/api/v1/corrections", "/", "/ding/x"):
        for content in (b"x" * (LARGEST_BODY + 1), b"x" * 1_000_000, parts()):
            assert web.post(address, content=content).status_code == 413
    assert web.post("/api/v1/read", content=b"x" * (LARGEST_UPLOAD + 1)).json()["type"].endswith("#too-large")
    assert web.post("/api/v1/cypher", content=b"x" * LARGEST_BODY).status_code in (400, 401)


def test_a_length_that_lies_or_is_none_is_no_fault_of_ours(neighbourhood: Graph, tmp_path: Path) -> None:
    with served(neighbourhood, tmp_path) as address:
        host, port = address.removeprefix("http://").split(":")
        for told in (b"-5", b"9" * 30, b"abc", b"99999999999"):
            with socket.create_connection((host, int(port))) as raw:
                raw.sendall(
                    b"POST /api/v1/cypher HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + told + b"\r\n\r\n{}"
                )
                raw.settimeout(10)
                status = raw.recv(100).split(b" ")[1]
            assert status in (b"400", b"413"), told
