"""The command line and a server, told where the graph of this test run is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx
import pytest

from api.cli import main
from ingest.pipeline import read_into
from ingest.register import BUNDLED
from ingest.sources import list_sources
from queries import Graph
from tests.api.clients import client
from tests.engines.address import SECRET, Address


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def samenspel(address: Address, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs one command on the graph of this test run, on each engine in turn."""
    place = "SAMENSPEL_DATA" if not isinstance(address.where, str) else "SAMENSPEL_GRAPH"
    told = {
        place: str(address.where), "SAMENSPEL_USER": address.user, "SAMENSPEL_PASSWORD": address.password,
        "SAMENSPEL_DATABASE": address.database, "SAMENSPEL_SECRET": SECRET.decode(),
        "COLUMNS": "100",  # however wide the terminal is that the tests run in
    }  # fmt: skip
    for name, value in told.items():
        monkeypatch.setenv(name, value)

    def run(*words: str) -> Said:
        capsys.readouterr()
        status = main(words)
        shown = capsys.readouterr()
        return Said(status, shown.out, shown.err)

    return run


@pytest.fixture(scope="module")
def server(opened: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of one server for all tests of a file, over whatever the graph of this test run holds."""
    with client(opened, tmp_path_factory.mktemp("server")) as made:
        yield made


@pytest.fixture
def web(server: httpx.Client, neighbourhood: Graph) -> httpx.Client:
    """That client, over the invented neighbourhood; it comes as nobody it knows."""
    server.cookies.clear()
    return server


def _load_register(graph: Graph) -> None:
    report = read_into(graph, list_sources([str(BUNDLED)]))
    assert (report.not_understood, report.faults, report.rejected) == ((), (), ())


@pytest.fixture(scope="module")
def register(holding: Callable[[Callable[[Graph], None]], Graph]) -> Graph:
    """A graph that holds the bundled register; a file that changes it does so after its last question.

    The files that ask for it follow each other, so that it is read once.
    """
    return holding(_load_register)
