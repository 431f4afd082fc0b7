"""What the server tells of itself: counts and a log, in which nobody's name and no question ever stands."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from api.watching import begin_log, log
from queries import Graph
from queries.overview import overview
from tests.api.clients import client

NAME = "Gerda Zwartepoorte"


@pytest.fixture
def web(neighbourhood: Graph, tmp_path: Path) -> Iterator[httpx.Client]:
    with client(neighbourhood, tmp_path) as made:
        yield made


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = begin_log(requests=True, stream=stream)
    yield stream
    log.removeHandler(handler)


def _soon(seen: Callable[[], bool]) -> None:
    """Waits for what the server tells of a request, which it does after it answered."""
    for _ in range(500):
        if seen():
            return
        time.sleep(0.02)
    raise AssertionError("it never came")


def _ask(web: httpx.Client) -> None:
    for address in (
        f"/api/v1/search?q={NAME}", f"/api/v1/things/{NAME}", f"/ding/{NAME}", f"/api/v1/{NAME}", "/api/v1/overview",
        f"/api/v1/search?{NAME}=1",
    ):  # fmt: skip
        web.get(address, headers={"User-Agent": NAME, "Authorization": "" if "ding" in address else "x"})
    web.request(NAME.split()[0], "/health")
    web.post("/api/v1/cypher", json={"query": NAME})


def test_counts_tell_how_much_was_asked_and_not_what(web: httpx.Client, neighbourhood: Graph) -> None:
    _ask(web)
    web.get("/api/v1/overview")
    _soon(lambda: 'route="/api/v1/overview",status="200"' in web.get("/metrics").text)
    got = web.get("/metrics")
    assert got.status_code == 200
    assert not {word for word in NAME.split() if word in got.text}
    families = {family.name: family for family in text_string_to_metric_families(got.text)}
    requests = {
        (sample.labels["method"], sample.labels["route"], sample.labels["status"]): sample.value
        for sample in families["samenspel_requests"].samples
        if sample.name.endswith("_total")
    }
    assert requests["GET", "/api/v1/overview", "200"] == 1
    assert requests["GET", "/api/v1/overview", "401"] == 1
    assert {route for _, route, _ in requests} >= {"/api/v1/search", "/api/v1/things/{id}", "elders"}
    assert families["samenspel_graph_version"].samples[0].value == overview(neighbourhood).version
    assert families["samenspel_requests_now"].samples[0].value == 1


def test_the_log_is_json_without_anything_that_was_asked(web: httpx.Client, lines: io.StringIO) -> None:
    _ask(web)
    _soon(lambda: lines.getvalue().count("\n") == 8)
    text = lines.getvalue()
    told = [json.loads(line) for line in text.splitlines()]
    assert len(told) == 8
    assert {line["event"] for line in told} == {"request"}
    assert all(line.keys() == {"at", "level", "event", "method", "route", "status", "ms"} for line in told)
    assert not {word for word in NAME.split() if word in text}


def test_a_fault_of_ours_is_logged_by_where_it_is_not_by_its_words(
    web: httpx.Client, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(NAME)

    monkeypatch.setattr("api.routes.search.search", broken)
    got = web.get("/api/v1/search", params={"q": NAME})
    assert (got.status_code, got.headers["content-type"]) == (500, "application/problem+json")
    assert "geen fout van u" in got.json()["detail"]
    assert NAME not in got.text
    _soon(lambda: '"fault"' in lines.getvalue())
    fault = next(line for line in map(json.loads, lines.getvalue().splitlines()) if line["event"] == "fault")
    assert (fault["route"], fault["sort"]) == ("/api/v1/search", "RuntimeError")
    assert any("broken" in where for where in fault["where"])
    assert NAME not in lines.getvalue()
