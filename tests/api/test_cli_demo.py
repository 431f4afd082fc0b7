"""The demo: what ships with the program in a graph of its own, made once, kept, and served."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from queries import Graph
from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.join import stop
from queries.ledger.runs import runs
from tests.api.conftest import Command, Said
from tests.engines.emptying import empty_out

START = "import sys; from api.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def empty_once(emptied: Callable[[], Graph]) -> Graph:
    """A graph that is empty at the first test of this file, so that the next ones find what the demo made."""
    return emptied()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of all tests in this file; the engine of a demo in it does not linger after them."""
    folder = tmp_path_factory.mktemp("demo")
    yield folder
    if (folder / "demo").is_dir():
        stop(EngineFolder(folder / "demo"))


@pytest.fixture
def demo(samenspel: Command, empty_once: Graph, data: Path) -> Callable[[], Said]:
    """Runs the demo without serving; on the embedded engine in a graph of its own below the data folder."""
    return lambda: samenspel("demo", "--no-serve", "--data", str(data))


@pytest.fixture
def where(empty_once: Graph, data: Path) -> tuple[str, ...]:
    """What further commands need to find the graph of the demo."""
    return ("--data", str(data / "demo")) if empty_once.engine == "embedded" else ()


def test_the_demo_shows_a_thing_of_the_register_and_an_invented_one_with_quotes(demo: Callable[[], Said]) -> None:
    said = demo()
    assert said.status == 0
    register, invented = said.out.split("Uit de verzonnen voorbeeldpagina's:")
    assert "uit het register, niet letterlijk" in " ".join(register.split())
    assert "verzonnen voorbeeld" not in register
    assert re.search(r"^'t Naoberhoês .*· verzonnen voorbeeld$", invented, re.MULTILINE)
    assert "“" in invented
    assert "urn:samenspel:voorbeeld:naoberhoes.txt, verzonnen voorbeeld" in " ".join(invented.split())


def test_the_commands_that_the_demo_names_work(
    demo: Callable[[], Said], samenspel: Command, where: tuple[str, ...]
) -> None:
    named = re.findall(r"^  samenspel (links|near|why|overview)\b", demo().out, re.MULTILINE)
    assert set(named) == {"links", "near", "why", "overview"}
    assert "Warande" in samenspel("links", "Warande", *where).out
    found = samenspel("near", "De Wilgenbeemd", *where)
    assert found.status == 0
    assert re.search(r"^\d+\. Zorgcoöperatie De Achtersteveld .*verzonnen voorbeeld$", found.out, re.MULTILINE)
    assert re.search(r"^\d+\. Zorgcoöperatie Voorst (?!.*verzonnen)", found.out, re.MULTILINE)
    assert "Weg 1" in samenspel("why", "Buurtkring Berkelpoort", "De Wilgenbeemd", *where).out
    assert "verzonnen voorbeeld" in samenspel("search", "Berkelpoort", *where).out
    assert "verzonnen voorbeeld" not in samenspel("search", "Warande", *where).out


def test_the_graph_is_as_large_as_promised(
    demo: Callable[[], Said], samenspel: Command, where: tuple[str, ...]
) -> None:
    demo()
    counts = json.loads(samenspel("overview", "--json", *where).out)["counts"]
    assert counts["things"]["Initiative"] >= 200
    assert counts["things"]["CareOrganisation"] >= 190
    assert sum(number for kind, number in counts["links"].items() if kind != "MENTIONS") >= 1200
    assert counts["pages"] == 12


def test_a_second_demo_keeps_the_graph_and_reads_nothing(
    demo: Callable[[], Said], samenspel: Command, where: tuple[str, ...]
) -> None:
    first = demo()
    before = json.loads(samenspel("runs", "--json", *where).out)["items"]
    again = demo()
    assert (again.status, again.out) == (0, first.out)
    assert json.loads(samenspel("runs", "--json", *where).out)["items"] == before


def test_the_demo_is_served_at_a_free_port_until_it_is_stopped(
    demo: Callable[[], Said], empty_once: Graph, data: Path
) -> None:
    demo()
    words = [sys.executable, "-c", START, "demo", "--port", "0", "--data", str(data)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1"}) as running:
        assert running.stdout is not None
        shown = next(line for line in running.stdout if "staat klaar op" in line)
        address = shown.split()[-1]
        with urlopen(address + "zoeken?q=naoberhoes", timeout=60) as answer:
            page = answer.read().decode()
        running.send_signal(signal.SIGTERM)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
    assert "Naoberhoês" in page
    assert "verzonnen" in page
    assert running.returncode == 0


def test_what_was_taken_back_is_read_again(
    demo: Callable[[], Said], samenspel: Command, where: tuple[str, ...]
) -> None:
    def done() -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(samenspel("runs", "--json", *where).out)["items"]
        return found

    demo()
    before = done()
    assert samenspel("runs", "undo", before[0]["id"], *where).status == 0
    assert demo().status == 0
    assert [run["command"] for run in done()] == ["demo", "undo", *(run["command"] for run in before)]
    assert samenspel("show", "Naoberhoês", *where).status == 0


def test_the_demo_refuses_a_graph_with_other_contents(
    demo: Callable[[], Said], samenspel: Command, where: tuple[str, ...], tmp_path: Path
) -> None:
    demo()
    (tmp_path / "eigen.txt").write_text("Buurtkring Noord werkt samen met Zorggroep De Linde in Zutphen.\n")
    assert samenspel("read", str(tmp_path / "eigen.txt"), *where).status == 0
    said = demo()
    assert (said.status, said.out) == (6, "")
    assert "staat al iets anders" in said.err
    assert samenspel("show", "Buurtkring Noord", *where).status == 0


@pytest.mark.parametrize("engine", ["neo4j"], indirect=True)
def test_the_demo_refuses_somebody_elses_graph(samenspel: Command, graph: Graph) -> None:
    graph.change(lambda tx: tx.run("CREATE (:Film {titel: 'Iets heel anders'})"))
    said = samenspel("demo", "--no-serve")
    assert (said.status, runs(graph)) == (6, [])
    empty_out(graph)
