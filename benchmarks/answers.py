"""near, links, why and suggestions through the API, against the best Cypher by hand over the bare driver.

At 100,000 things and 500,000 links, each with its claim, on both engines (``SAMENSPEL_BENCH_ENGINE=embedded,neo4j``):
the 95th percentile against that of the Cypher plus an empty route, asked in turn; how many answers a second against a
bare FastAPI that runs the same Cypher; and how the time grows from a tenth of the graph. ``cpu`` is the processor time
of one answer, of this process and the engine together: on a busy machine that says more than the clock.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import quote

import httpx
from fastapi import FastAPI
from starlette.responses import Response

from benchmarks.engines import ENGINES, Asked, large
from benchmarks.load import answers_a_second
from benchmarks.measure import Measure
from benchmarks.peers import Peer, as_json
from graph_model.collecting import ANSWERING, collect_seldom
from tests.api.clients import running, served, settings

THINGS = int(os.environ.get("SAMENSPEL_BENCH_THINGS", "100000"))
TIMES = 300
SECONDS = 10.0
AGAINST_PEER, MILLISECONDS, SUGGESTING, RATE, GROWTH = 1.3, 50, 30, 0.7, 1.5
API = "/api/v1"
Ask = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Asks:
    """One question: where our server answers it, where the bare one does, and the Cypher by hand."""

    name: str
    path: Callable[[int], str]
    bare: Callable[[int], str] = str
    by_hand: Ask | None = None


@dataclass(slots=True)
class Took:
    """How long something took, in milliseconds by the clock and of processors."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.clock, n=20)[-1]

    @property
    def told(self) -> str:
        return f"p50 {statistics.median(self.clock):.1f} p95 {self.p95:.1f} cpu {statistics.median(self.cpu):.1f} ms"


def measures() -> Iterator[Measure]:
    """The lines of both engines."""
    for engine in ENGINES:
        small = _of_a_tenth(engine)
        with large(engine, THINGS) as asked, _servers(asked) as (client, bare):
            for asks in _questions(asked):
                yield from _measured(engine, asked, client, bare, asks, small.get(asks.name))


def _of_a_tenth(engine: str) -> dict[str, float]:
    """The median milliseconds of near and links in a graph of a tenth."""
    with large(engine, THINGS // 10) as asked, _servers(asked) as (client, _):
        found = {}
        for asks in _questions(asked)[:2]:
            took = _took(asked, {"ours": lambda n, asks=asks: client.get(asks.path(n)).raise_for_status()})["ours"]
            found[asks.name] = statistics.median(took.clock)
        return found


@contextmanager
def _servers(asked: Asked) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """Our server, and a bare one that answers by hand; both over the same graph, in this process.

    It looks for garbage as ``samenspel serve`` does, also for the bare one, which is the quicker for it too.
    """
    with tempfile.TemporaryDirectory() as made:
        app, told = _bare(Peer(asked.graph._engine.bolt._open(), asked.graph.engine)), settings(Path(made))
        with (
            served(asked.graph, Path(made)) as ours,
            running(app, told) as theirs,
            httpx.Client(base_url=ours, timeout=60) as client,
            httpx.Client(base_url=theirs, timeout=60) as bare,
        ):
            collect_seldom(ANSWERING)
            yield client, bare


def _bare(peer: Peer) -> FastAPI:
    app = FastAPI()

    def answer(text: str) -> Response:
        return Response(text, media_type="application/json")

    app.add_api_route("/", lambda: answer("{}"))
    app.add_api_route("/links/{one}", lambda one: answer(as_json(peer.links(one))))
    app.add_api_route("/near/{one}", lambda one: answer(as_json(peer.near(one))))
    app.add_api_route("/why/{one}/{other}", lambda one, other: answer(as_json(peer.why(one, other))))
    return app


def _questions(asked: Asked) -> list[Asks]:
    homes, initiatives = asked.large.things["CareOrganisation"], asked.large.things["Initiative"]
    name, peer = asked.large.names, Peer(asked.graph._engine.bolt._open(), asked.graph.engine)
    several = min(len(homes), 1_000)

    def home(n: int) -> str:
        return homes[n % several]

    def other(n: int) -> str:
        return initiatives[-(n % several) - 1]

    def typed(n: int) -> str:
        return quote(name[initiatives[n * 7 % len(initiatives)]][: 1 + n % 8])

    return [
        Asks("near", lambda n: f"{API}/near?thing={home(n)}", lambda n: f"/near/{home(n)}",
             lambda n: peer.near(home(n))),
        Asks("links", lambda n: f"{API}/things/{home(n)}/links", lambda n: f"/links/{home(n)}",
             lambda n: peer.links(home(n))),
        Asks("why", lambda n: f"{API}/why?from={home(n)}&to={other(n)}", lambda n: f"/why/{home(n)}/{other(n)}",
             lambda n: peer.why(home(n), other(n))),
        Asks("suggest", lambda n: f"{API}/suggest?q={typed(n)}"),
    ]  # fmt: skip


def _measured(
    engine: str, asked: Asked, client: httpx.Client, bare: httpx.Client, asks: Asks, small: float | None
) -> Iterator[Measure]:
    line = partial(Measure, at_least=False)

    def ours(n: int) -> object:
        return client.get(asks.path(n)).raise_for_status()

    if asks.by_hand is None:
        took = _took(asked, {"ours": ours})["ours"]
        yield line(f"{engine}-{asks.name}-p95/{SUGGESTING}ms", took.p95 / SUGGESTING, 1, took.told)
        return
    took = _took(asked, {"ours": ours, "theirs": asks.by_hand, "nothing": lambda _: bare.get("/")})
    peer = took["theirs"].p95 + took["nothing"].p95
    detail = f"{took['ours'].told}; by hand {took['theirs'].told}; empty route {took['nothing'].told}"
    yield line(f"{engine}-{asks.name}/cypher+route", took["ours"].p95 / peer, AGAINST_PEER, detail)
    yield line(f"{engine}-{asks.name}-p95/{MILLISECONDS}ms", took["ours"].p95 / MILLISECONDS, 1)
    if small is not None:
        grown = statistics.median(took["ours"].clock) / small
        yield line(f"{engine}-{asks.name}/a-tenth", grown, GROWTH, f"median {small:.1f} ms in a tenth of the graph")
    rates = [
        answers_a_second(str(server.base_url), [path(n) for n in range(1_000)], SECONDS)
        for server, path in ((client, asks.path), (bare, asks.bare))
    ]
    told = f"{rates[0]:.0f} and {rates[1]:.0f} answers a second, to four clients"
    yield Measure(f"{engine}-{asks.name}-rate/bare", rates[0] / rates[1], RATE, told)


def _took(asked: Asked, who: dict[str, Ask]) -> dict[str, Took]:
    """How long each takes, asked in turn, once all of them answer as a server does that runs.

    So many others are asked before, and again when what those have going on beside them has ended: from then on ours
    asks other questions, which the engine has not met, and a Java machine takes hundreds before it has worked out how
    to go about one. That costs each of them twice the time, and the one that asks the more kinds of question the most.
    """
    for _ in range(2):
        for n in range(TIMES, TIMES + 150):
            for ask in who.values():
                ask(n)
        asked.graph.beside.wait()
    took = {name: Took() for name in who}
    for n in range(TIMES):
        for name, ask in who.items():
            cpu, clock = time.process_time() * 1000 + asked.engine_ms(), time.perf_counter()
            ask(n)
            took[name].clock.append(1000 * (time.perf_counter() - clock))
            took[name].cpu.append(time.process_time() * 1000 + asked.engine_ms() - cpu)
    return took
