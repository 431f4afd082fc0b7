"""The command line, told where the graph of this test run is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from api.cli import main
from ingest.pipeline import read_into
from ingest.register import BUNDLED
from ingest.sources import list_sources
from queries import Graph
from tests.conftest import SECRET
from tests.engines.address import Address


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


def _load_register(graph: Graph) -> None:
    report = read_into(graph, list_sources([str(BUNDLED)]))
    assert (report.not_understood, report.faults, report.rejected) == ((), (), ())


@pytest.fixture(scope="module")
def register(holding: Callable[[Callable[[Graph], None]], Graph]) -> Graph:
    """A graph that holds the bundled register; a file that changes it does so after its last question.

    The files that ask for it follow each other, so that it is read once.
    """
    return holding(_load_register)
