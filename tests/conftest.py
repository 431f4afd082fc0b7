"""What every test can ask for: the two engines, an empty graph on each, the browser; and what CI makes of a skip."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from tests.engines.address import SECRET, Address
from tests.engines.class_archive import with_archive
from tests.engines.emptying import empty_out
from tests.engines.jars import NoNeo4j, jars
from tests.engines.neo4j_server import USER, Neo4jServer
from tests.sharing import Sharing, place_in_line

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from xdist.remote import Producer

    from queries import Graph
    from tests.engines.place import Place

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
GIVEN_NEO4J = "SAMENSPEL_TEST_NEO4J"
ROOT = Path(__file__).parents[1]

# No deadlines: an example on a real graph takes as long as the machine is busy.
settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), max_examples=200, derandomize=True, print_blob=True)
settings.load_profile("ci" if IN_CI else "dev")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test is a failed one."""
    report = yield
    return _judged(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a skipped file is a failed one."""
    report = yield
    return _judged(report)


@pytest.hookimpl(tryfirst=True)  # what shares an engine is put together after this, and keeps that order
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest work first; and a long campaign takes what it takes, whatever its file says of its other tests."""
    items.sort(key=lambda item: place_in_line(item.nodeid))
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.timeout(0), append=False)


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: no collection of garbage need look at it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing:
    """Two workers share the tests group by group, in the order in which the groups were put."""
    config.option.loadscopereorder = False
    return Sharing(config, log)


Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _judged(report: Report) -> Report:
    """Fails what was skipped in CI, but for want of the folder ../shared, which not everybody has."""
    if IN_CI and report.skipped and isinstance(report.longrepr, tuple) and "../shared" not in report.longrepr[2]:
        report.outcome = "failed"
        report.longrepr = f"In CI nothing may be skipped: {report.longrepr[2]}"
    return report


@pytest.fixture(scope="session")
def say(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Prints one line at once, also while pytest captures, so that nobody wonders what takes so long."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def say_now(line: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n{line}", flush=True)

    return say_now


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared beside the checkout, with pages and annotations that are not ours to publish."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is absent")
    return folder


@pytest.fixture(scope="session")
def neo4j_jars(say: Callable[[str], None]) -> Path:
    """The jars of a Neo4j server, its classes kept beside them; skips with the reason where they cannot be had."""
    try:
        return with_archive(jars(say), say)
    except NoNeo4j as reason:
        pytest.skip(f"no Neo4j here: {reason}")


@pytest.fixture(scope="session")
def neo4j_address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """The Neo4j of this test run: the one that the environment names (it is emptied!), else one of our own."""
    given = os.environ.get(GIVEN_NEO4J)
    if given:
        yield Address(given, os.environ.get(f"{GIVEN_NEO4J}_USER", USER), os.environ.get(f"{GIVEN_NEO4J}_PASSWORD", ""))
        return
    server = Neo4jServer(tmp_path_factory.mktemp("neo4j"), request.getfixturevalue("neo4j_jars"))
    try:
        server.start()
    except NoNeo4j as reason:
        pytest.skip(f"no Neo4j here: {reason}")
    yield Address(server.address, USER, server.password)
    server.kill()


@pytest.fixture(scope="session", params=["embedded", "neo4j"])
def engine(request: pytest.FixtureRequest) -> str:
    """The name of the engine; whatever asks for it (also through `graph`) runs once on each."""
    return str(request.param)


@pytest.fixture(scope="session")
def address(engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """Where the engine of this test run is reached; the embedded one does not linger after it."""
    if engine == "neo4j":
        yield request.getfixturevalue("neo4j_address")
        return
    from queries.engine.embedded.folder import EngineFolder
    from queries.engine.embedded.join import stop

    folder = tmp_path_factory.mktemp("embedded")
    yield Address(folder)
    stop(EngineFolder(folder))


@pytest.fixture(scope="session")
def opened(address: Address) -> Iterator[Graph]:
    """One connection for the whole run; tests ask for `graph` or `emptied`."""
    from queries import connect

    graph = connect(
        address.where, user=address.user, password=address.password, database=address.database, secret=SECRET
    )
    graph.prepare()
    yield graph
    graph.close()


@pytest.fixture(scope="session")
def emptied(opened: Graph) -> Callable[[], Graph]:
    """Call it for an empty, prepared graph: for examples of hypothesis, which share one test."""

    def empty() -> Graph:
        empty_out(opened)
        return opened

    return empty


@pytest.fixture(scope="session")
def holding(opened: Graph, emptied: Callable[[], Graph]) -> Callable[[Callable[[Graph], None]], Graph]:
    """Call it with what loads a graph that most only read: it is loaded anew when something changed it since."""
    held: dict[Callable[[Graph], None], int] = {}

    def hold(load: Callable[[Graph], None]) -> Graph:
        if held.get(load) != opened.answer(lambda reading: reading.version):
            load(emptied())
            held[load] = opened.answer(lambda reading: reading.version)
        return opened

    return hold


@pytest.fixture
def graph(emptied: Callable[[], Graph]) -> Graph:
    """An empty, prepared graph, on each engine in turn."""
    return emptied()


@pytest.fixture
def neighbourhood(holding: Callable[[Callable[[Graph], None]], Graph]) -> Graph:
    """The invented neighbourhood of ``graph_model.examples``; only after a test that changed it it is loaded anew."""
    from tests.queries.pages import load_neighbourhood

    return holding(load_neighbourhood)


@pytest.fixture(scope="session")
def own_neo4j(neo4j_jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A server that tests may kill, and start again before they end: one for all, for each start takes seconds."""
    with Neo4jServer(tmp_path_factory.mktemp("own-neo4j"), neo4j_jars) as server:
        yield server


@pytest.fixture(params=["embedded", "neo4j"], ids=["own-embedded", "own-neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """An empty graph of a test's own, whose engine it may kill, on each engine in turn."""
    from tests.engines.place import embedded_place, place_on

    if request.param == "neo4j":
        yield place_on(request.getfixturevalue("own_neo4j"), SECRET)
        return
    with embedded_place(tmp_path / "graph", SECRET) as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of this machine; none is downloaded."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium here: on Debian, apt install chromium")
    from playwright.sync_api import sync_playwright

    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses its sandbox to root
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=sandbox)
        yield chromium
        chromium.close()
