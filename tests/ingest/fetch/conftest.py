"""Fetchers that may ask the server of a test, and do not really wait."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from ingest.fetch.fetcher import Fetcher
from ingest.fetch.limits import Limits
from ingest.fetch.reach import Reach
from tests.ingest.fetch.misbehaving import TLS, Server

QUICK = Limits(seconds=5, connect_seconds=2, unpacked=1_000_000, wire=1_000_000, tries=2)


@dataclass(slots=True)
class Asker:
    """A fetcher, and how long it would have waited each time."""

    fetcher: Fetcher
    waited: list[float] = field(default_factory=list)


Ask = Callable[..., Asker]


@pytest.fixture
def asker() -> Ask:
    """Makes a fetcher that may ask these servers, by their address on loopback or by a name."""

    def make(
        *servers: Server, limits: Limits = QUICK, names: Sequence[str] = (), agent: str = "Samenspel/0 (+a@b.nl)"
    ) -> Asker:
        doors = {f"{name}:{server.port}" for server in servers for name in ("127.0.0.1", *names)}
        reach = Reach(frozenset(doors), resolve=lambda host, port: ["127.0.0.1"])
        waited: list[float] = []
        return Asker(Fetcher(agent, reach, limits, tls=trusting(), sleep=waited.append), waited)

    return make


def trusting() -> ssl.SSLContext:
    """Trusts the authority of the tests, and nobody else."""
    context = ssl.create_default_context(cafile=str(TLS / "ca.pem"))
    context.set_alpn_protocols(["http/1.1"])
    return context
