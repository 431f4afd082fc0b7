"""What goes wrong is told as problem+json, with a Dutch sentence and a way on."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries import connect
from tests.api.clients import client

API = "/api/v1"


@pytest.mark.parametrize(
    ("asked", "status", "kind", "words"),
    [
        ("search", 400, "bad-question", "q ontbreekt"),
        ("search?q=", 400, "bad-question", "Geef een woord"),
        ("search?q=%00", 400, "bad-question", "Geef een woord"),
        (f"search?q={'x' * 301}", 400, "bad-question", "hoogstens 300 tekens"),
        ("search?q=a&limit=0", 400, "bad-question", "minstens 1"),
        ("search?q=a&limit=1e3", 400, "bad-question", "'1e3' is geen geheel getal"),
        (f"search?q=a&after={'9' * 400}", 400, "bad-question", "after"),
        ("search?q=a&kind=eenhoorn", 400, "bad-question", "eenhoorn"),
        ("search?q=a&limt=3", 400, "bad-question", "bedoelde u limit?"),
        ("overview?x=1", 400, "bad-question", "er zijn er geen"),
        ("near?thing=De+Wilgenhof&km=ver", 400, "bad-question", "'ver' is geen getal"),
        ("near?thing=De+Wilgenhof&km=nan", 400, "bad-question", "km"),
        ("near?thing=De+Wilgenhof&km=-1", 400, "bad-question", "meer zijn dan 0"),
        ("near?thing=De+Wilgenhof&km=401", 400, "bad-question", "hoogstens 400"),
        ("why?from=Zutphen&to=zutphen", 400, "bad-question", "hetzelfde"),
        ("things/Buurtkring%20Noord/links?as_of=gisteren", 400, "bad-question", "gisteren"),
        ("map?steps=3", 400, "bad-question", "steps"),
        ("things/xyzzyburg", 404, "not-found", "xyzzyburg"),
        ("claims/geen", 404, "not-found", "geen"),
        ("documents/Zutphen", 404, "not-found", "Zutphen"),
        ("things/Buurt", 409, "ambiguous", "Buurt"),
        ("serch?q=a", 404, "no-such-address", "Bedoelde u /api/v1/search"),
        ("x/../../etc/passwd", 404, "no-such-address", "bestaat niet"),
    ],
)
def test_a_wrong_question_is_told_in_one_dutch_sentence(
    web: httpx.Client, asked: str, status: int, kind: str, words: str
) -> None:
    got = web.get(f"{API}/{asked}")
    assert got.headers["content-type"] == "application/problem+json"
    told = got.json()
    assert (got.status_code, told["status"], told["type"]) == (status, status, f"{API}/docs#{kind}")
    assert words in told["detail"]
    assert told["title"]
    assert len(got.content) < 4000


def test_several_that_match_are_listed_with_the_ids_that_choose(web: httpx.Client) -> None:
    told = web.get(f"{API}/things/Buurt").json()
    assert len(told["candidates"]) > 1
    for one in told["candidates"]:
        assert web.get(f"{API}/things/{one['id']}").json()["name"] == one["name"]


def test_names_that_come_close_are_suggested(web: httpx.Client) -> None:
    assert "Buurtkring Noord" in web.get(f"{API}/things/Buurtkring%20Nord%20Xx").json()["suggestions"]


def test_only_reading_is_possible(web: httpx.Client) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"):
        for address in (f"{API}/search", f"{API}/things/x", "/", "/ding/x", "/health"):
            got = web.request(method, address)
            assert got.status_code == 405, (method, address)
            assert "GET" in got.headers["allow"]


def test_an_endless_address_is_too_long(web: httpx.Client) -> None:
    assert web.get(f"{API}/search?q={'x' * 9000}").json()["type"].endswith("#too-long")
    assert web.get(f"/zoeken?q={'x' * 9000}").status_code == 414


def test_a_graph_that_is_gone_is_told_without_saying_where_it_was(tmp_path: Path) -> None:
    with connect("bolt://127.0.0.1:1", user="u", password="secret-word") as graph, client(graph, tmp_path) as web:
        for address in (f"{API}/overview", "/health", "/", "/ding/x"):
            got = web.get(address)
            assert (got.status_code, got.headers["retry-after"]) == (503, "30")
            assert "127.0.0.1:1" not in got.text
            assert "secret-word" not in got.text


def test_every_kind_of_problem_is_explained_on_the_page_that_its_type_leads_to(web: httpx.Client) -> None:
    page = web.get(f"{API}/docs").text
    kinds = ("bad-question", "not-found", "ambiguous", "graph-unavailable", "no-such-address", "too-long", "no-token")
    assert [kind for kind in kinds if f'id="{kind}"' not in page] == []


ROUTES = (
    "/api/v1/search?q={}", "/api/v1/search?q=a&kind={}", "/api/v1/things/{}", "/api/v1/things/x/links?as_of={}",
    "/api/v1/near?thing={}", "/api/v1/near?thing=x&theme={}", "/api/v1/why?from={}&to={}", "/api/v1/documents/{}",
    "/api/v1/claims/{}", "/api/v1/map?thing={}", "/api/v1/changes?since={}", "/api/v1/near?thing=x&as_of={}",
    "/api/v1/{}", "/zoeken?q={}", "/ding/{}", "/bron/{}?x={}",
    "/in-de-buurt?ding=x&km={}", "/waarom?van={}", "/taal/en?naar={}", "/{}", "/static/{}", "/static/kaart/{}",
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.sampled_from(ROUTES), st.one_of(st.text(max_size=30).map(str.encode), st.binary(max_size=30)))
def test_no_bytes_in_an_address_make_a_fault_of_ours(web: httpx.Client, route: str, given_bytes: bytes) -> None:
    got = web.get(route.replace("{}", quote(given_bytes, safe="")))
    assert got.status_code < 500
    assert got.headers["x-content-type-options"] == "nosniff"
