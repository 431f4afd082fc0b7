"""Whatever somebody puts into a question, nothing of it is run and none of it makes a fault of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from api.tokens import Role
from queries import Graph
from tests.api.clients import client_with_token

API = "/api/v1"
HOSTILE = (
    "') DETACH DELETE n //",
    "' OR 1=1 WITH 1 AS x MATCH (n) DETACH DELETE n RETURN '",
    "`}) CREATE (x:Hacker) //",
    "\\u0027 CREATE (x:Hacker) //",
    "$name} RETURN 1 //",
    "(a OR b) AND ~1 *:* [a TO z]",
    "<script>globalThis.pwned=1</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}} {% raw %} ${7*7} #{7*7} %(a)s {0.__class__}",
    '=HYPERLINK("http://kwaad.example")',
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "file:///etc/passwd",
    "x\r\nSet-Cookie: a=b\r\n\r\n<html>",
    "x\0y",
    "\u202eegnithcer",
    "on\u200bzicht\u200dbaar\ufeff",
    "a\u0300" * 40,
    "\U0001f469\u200d\U0001f33e\U000e0041",
    "\ud800",
    "\udfff\ud800 half",
    "ﷺ" * 50,
    "9" * 300,
    "-1e999",
    "nan",
    "true",
    "[]",
    "a" * 300,
    "%",
    "*",
    "?#&=",
    " ",
)
LARGE = "é" * 500_000
QUESTIONS = (
    "search?q={}", "search?q=a&kind={}", "search?q=a&place={}", "search?q=a&theme={}", "suggest?q={}", "things/{}",
    "things/{}/links", "things/x/links?kind={}", "things/x?as_of={}", "near?thing={}", "near?thing=Zutphen&theme={}",
    "near?thing=Zutphen&form={}", "near?thing=Zutphen&km={}", "why?from={}&to=Zutphen", "why?from=Zutphen&to={}",
    "themes?region={}", "themes?since={}", "gaps?region={}", "events?since={}", "events?theme={}", "events?near={}",
    "events.ics?region={}", "changes?since={}", "changes?since=2025&about={}", "documents/{}", "claims/{}",
    "map?thing={}", "review?about={}", "search?q=a&after={}", "search?q=a&limit={}", "{}",
)  # fmt: skip


@pytest.fixture
def web(neighbourhood: Graph, tmp_path: Path) -> Iterator[httpx.Client]:
    with client_with_token(neighbourhood, tmp_path, Role.KEEPER) as made:
        yield made


def _size(graph: Graph) -> list[dict[str, object]]:
    """What an injected text would change; a file that can be read leaves its Document and run, as it should."""
    return graph.answer(
        lambda reading: [
            *reading.run("MATCH (t:Thing) WHERE t.kind <> 'Document' RETURN count(t) AS things"),
            *reading.run("MATCH (n) WHERE 'Hacker' IN labels(n) RETURN count(n) AS hackers"),
            *reading.run("MATCH (c:Claim) RETURN count(c) > 0 AS claims"),
        ]
    )


def _sound(got: httpx.Response, text: str) -> None:
    assert got.status_code < 500, (str(got.url)[:200], text[:60])
    assert "set-cookie" not in got.headers
    assert "root:" not in got.text
    if got.status_code < 400 and got.status_code != 200:  # not changed, or to be found elsewhere here
        place = got.headers.get("location", "/")
        assert place.startswith("/")
        assert not place.startswith(("//", "/\\"))
        return
    assert got.headers["content-type"].split(";")[0] in (
        "application/json", "application/problem+json", "text/calendar", "text/html",
    )  # fmt: skip
    if "json" in got.headers["content-type"]:
        got.json()
    if "html" in got.headers["content-type"]:
        assert "<script>globalThis" not in got.text
        assert "<img src=x" not in got.text
        assert "49" not in got.text or "{{7*7}}" not in text


def test_no_hostile_text_in_an_address_runs_or_breaks_anything(web: httpx.Client, neighbourhood: Graph) -> None:
    before = _size(neighbourhood)
    for number, text in enumerate(HOSTILE):
        written = quote(text.encode("utf-8", "surrogatepass"), safe="")
        # Each text in some of the questions, and each question with some of the texts.
        for question in QUESTIONS[number % 6 :: 6]:
            _sound(web.get(f"{API}/{question.replace('{}', written)}"), text)
        for page in ("/zoeken?q={}", "/ding/{}", "/bron/{}", "/waarom?van={}&naar=x", "/in-de-buurt?ding={}")[
            number % 5 :: 5
        ]:
            _sound(web.get(page.replace("{}", written)), text)
    assert _size(neighbourhood) == before


def test_no_hostile_text_in_a_body_runs_or_breaks_anything(web: httpx.Client, neighbourhood: Graph) -> None:
    before = _size(neighbourhood)
    for text in (*HOSTILE, LARGE):
        for address, body in (
            ("cypher", {"query": text}),
            ("cypher", {"query": "MATCH (n:Thing {name: $x}) RETURN n", "parameters": {"x": text}}),
            ("cypher", {"query": "RETURN 1", "parameters": {text: 1}}),
            ("corrections", {"claim": text, "verdict": "refused", "by": text, "reason": text}),
            ("read", {"sources": [text]}),
            ("read", {"uploads": [{"name": "x", "content": text}]}),
            (text[:50], [text]),
        ):
            address = quote(address.encode("utf-8", "surrogatepass"), safe="")
            got = web.post(f"{API}/{address}", content=json.dumps(body), headers={"Content-Type": "application/json"})
            _sound(got, text)
    assert _size(neighbourhood) == before


def test_no_hostile_text_in_a_header_runs_or_breaks_anything(web: httpx.Client) -> None:
    for text in HOSTILE[:-1]:  # a blank alone is no value of a header
        raw = text.encode("utf-8", "surrogatepass").replace(b"\r", b"").replace(b"\n", b"").replace(b"\0", b"")
        for name in (
            "Authorization",
            "If-None-Match",
            "Accept-Language",
            "Cookie",
            "Content-Type",
            "Accept",
            "Referer",
        ):
            got = web.get(f"{API}/overview", headers=[(name.encode(), raw)])
            _sound(got, text)
            assert web.get("/over", headers=[(name.encode(), raw)]).status_code < 500
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", ""):
        got = web.post(f"{API}/cypher", content='{"query": "RETURN 1"}', headers={"Content-Type": kind})
        assert got.status_code in (200, 400, 415), kind
