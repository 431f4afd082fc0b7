"""Corrections and reading over HTTP: for who may, as the commands do it, and never with files of the server."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.tokens import Role, new_token
from ingest.sources.bundled import described_names
from queries import Graph
from queries.links import links
from queries.overview import overview
from queries.search import search
from tests.api.clients import client, client_with_token, settings

API = "/api/v1"
PAGE = """<html><head><title>Dorpskring Het Anker</title></head><body><main><h1>Dorpskring Het Anker</h1>
<p>Dorpskring Het Anker is een burgerinitiatief in Zutphen. Dorpskring Het Anker werkt samen met Zorggroep De
Berkelbrug.</p></main></body></html>"""


@pytest.fixture
def web(neighbourhood: Graph, tmp_path: Path) -> Iterator[httpx.Client]:
    with client_with_token(neighbourhood, tmp_path, Role.KEEPER) as made:
        yield made


def _upload(name: str, content: bytes) -> Mapping[str, str]:
    return {"name": name, "content": base64.b64encode(content).decode()}


def _ruled(web: httpx.Client, claim: str, verdict: str, **more: str) -> dict[str, Any]:
    got = web.post(f"{API}/corrections", json={"claim": claim, "verdict": verdict, "by": "redactie", **more})
    assert got.status_code == 200, got.text
    told: dict[str, Any] = got.json()
    return told


def test_a_claim_is_refused_and_that_is_taken_back(web: httpx.Client, neighbourhood: Graph) -> None:
    link = next(link for link in links(neighbourhood, "Buurtkring Noord").links if link.claim_count == 1)
    told = _ruled(web, link.claims[0].id, "refused", reason="dat is nooit zo geweest")
    assert told["verdict"] == "refused"
    assert link.id not in {one.id for one in links(neighbourhood, "Buurtkring Noord").links}
    assert _ruled(web, link.claims[0].id, "undone")["verdict"] == "undone"
    assert link.id in {one.id for one in links(neighbourhood, "Buurtkring Noord").links}
    confirmed = _ruled(web, link.claims[0].id, "confirmed")
    assert confirmed["verdict"] == "confirmed"


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"claim": "geen", "verdict": "confirmed", "by": "x"}, 404, "geen"),
        ({"claim": "geen", "verdict": "misschien", "by": "x"}, 400, "verdict"),
        ({"claim": "geen", "verdict": "confirmed"}, 400, "by ontbreekt"),
        ({"claim": "geen", "verdict": "refused", "by": "x"}, 400, "waarom"),
    ],
)
def test_a_verdict_that_makes_no_sense_is_told(
    web: httpx.Client, body: Mapping[str, str], status: int, words: str
) -> None:
    got = web.post(f"{API}/corrections", json=body)
    assert (got.status_code, got.headers["content-type"]) == (status, "application/problem+json")
    assert words in got.json()["detail"]


def test_a_file_that_is_sent_is_read(web: httpx.Client, neighbourhood: Graph, tmp_path: Path) -> None:
    got = web.post(f"{API}/read", json={"uploads": [_upload("anker.html", PAGE.encode())]})
    report = got.json()
    assert (got.status_code, report["pages"], report["faults"]) == (200, 1, []), report
    assert search(neighbourhood, "Dorpskring Het Anker").items[0].name == "Dorpskring Het Anker"
    source = links(neighbourhood, "Dorpskring Het Anker").links[0].claims[0].document
    assert source.url == "urn:samenspel:ingestuurd:anker.html"
    version = overview(neighbourhood).version
    again = web.post(f"{API}/read", json={"uploads": [_upload("anker.html", PAGE.encode())]}).json()
    assert again["outcomes"] == {"unchanged": 1}
    assert overview(neighbourhood).counts == overview(neighbourhood).counts
    assert overview(neighbourhood).version >= version


def test_no_file_of_the_server_is_read(web: httpx.Client, neighbourhood: Graph, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.html"
    secret.write_text(PAGE, encoding="utf-8")
    before = overview(neighbourhood).counts
    tries = (
        str(secret), secret.as_uri(), f"file://localhost{secret}", "/etc/passwd", "-", "~/.ssh", ".", "../x", "",
        "urn:x", "register:x", "ftp://x.example/", "pyproject.toml", "http:/etc/passwd"[5:], f" {secret}", "\ud800",
    )  # fmt: skip
    for source in tries:
        got = web.post(
            f"{API}/read", content=_json({"sources": [source]}), headers={"Content-Type": "application/json"}
        )
        assert got.status_code == 400, source
    assert overview(neighbourhood).counts == before
    named = web.post(f"{API}/read", json={"uploads": [_upload(str(secret), b"niets")]}).json()
    assert "Anker" not in str(named)


def _json(value: object) -> str:
    import json

    return json.dumps(value)


def test_no_address_of_this_machine_is_fetched(web: httpx.Client) -> None:
    base = str(web.base_url)
    for address in (base, f"{base}/metrics", "http://169.254.169.254/latest", "http://localhost/", "http://[::1]/"):
        report = web.post(f"{API}/read", json={"sources": [address]}).json()
        assert (report["pages"], len(report["not_understood"])) == (0, 1), report


def test_only_a_keeper_may_read_and_a_reviewer_correct(web: httpx.Client, neighbourhood: Graph, tmp_path: Path) -> None:
    tokens = {role: new_token(settings(tmp_path), role) for role in Role}
    seen = {}
    with client(neighbourhood, tmp_path) as fresh:
        for role, token in tokens.items():
            headers = {"Authorization": f"Bearer {token}"}
            read = fresh.post(f"{API}/read", json={"sources": ["?"]}, headers=headers)
            ruled = fresh.post(
                f"{API}/corrections", json={"claim": "geen", "verdict": "undone", "by": "x"}, headers=headers
            )
            seen[role] = (read.status_code, ruled.status_code)
        assert fresh.post(f"{API}/read", json={"sources": ["?"]}).status_code == 401
    assert seen == {Role.READER: (403, 403), Role.REVIEWER: (403, 404), Role.KEEPER: (400, 404)}


def test_described_sources_are_told_without_a_token(neighbourhood: Graph, tmp_path: Path) -> None:
    with client(neighbourhood, tmp_path) as web:
        told = web.get(f"{API}/sources").json()
    assert {source["name"] for source in told["items"]} == set(described_names())
