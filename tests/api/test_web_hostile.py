"""Whatever a source says stays text on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

from queries import Graph
from queries.search import search
from tests.api.clients import client
from tests.api.hostile import ALARM, NAMES, load_hostile

FORMS = (
    ("/zoeken", "q"), ("/zoeken", "soort"), ("/in-de-buurt", "ding"), ("/in-de-buurt", "km"), ("/waarom", "van"),
    ("/taal/en", "naar"),
)  # fmt: skip
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Strict(HTMLParser):
    """Reads a page: its elements, their attributes, and whether they close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def web(graph: Graph, tmp_path: Path) -> Iterator[httpx.Client]:
    load_hostile(graph)
    with client(graph, tmp_path) as made:
        yield made


def _addresses(graph: Graph, web: httpx.Client) -> Iterator[str]:
    things = [hit.id for name in NAMES for hit in search(graph, name[:300]).items]
    yield from (f"/ding/{thing}" for thing in dict.fromkeys(things))
    yield from (f"/ding/{httpx.URL('/', params={'x': name}).query.decode()[2:].replace('+', '%20')}" for name in NAMES)
    source = web.get("/bron/" + next(hit.id for hit in search(graph, "pwned", kind="Document").items))
    assert source.status_code == 200
    yield str(source.url.path)
    yield f"/waarom?van={things[0]}&naar={things[-1]}"
    yield f"/in-de-buurt?ding={things[0]}"
    yield "/"


def test_no_page_takes_a_name_for_markup(web: httpx.Client, graph: Graph) -> None:
    for address in _addresses(graph, web):
        _check(web.get(address, follow_redirects=True))
    for name in NAMES:
        for path, parameter in FORMS:
            _check(web.get(path, params={"q": "a", "ding": "b", parameter: name}, follow_redirects=True))


def _check(page: httpx.Response) -> None:
    assert page.status_code < 500
    read = Strict()
    read.feed(page.text)
    read.close()
    assert read.open == []
    for tag, name, value in read.attributes:
        assert not name.startswith("on"), (page.url, tag, name)
        assert name != "style"
        if name in ("href", "src", "action"):
            assert re.match(r"(?:/(?!/)|#|https?://)", value), (page.url, tag, value)
    assert f"<script>{ALARM}" not in page.text
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", unescape(page.text))


def test_a_name_reads_as_it_is_written(web: httpx.Client, graph: Graph) -> None:
    for name in (NAMES[0], NAMES[1], NAMES[4], NAMES[9]):
        thing = search(graph, name).items[0]
        page = web.get(f"/ding/{thing.id}")
        heading = re.search(r"<h1[^>]*><bdi>(.*?)</bdi></h1>", page.text)
        assert heading is not None
        assert unescape(heading[1]) == name


def test_an_address_that_is_no_web_page_is_no_link(web: httpx.Client, graph: Graph) -> None:
    shown = "".join(web.get(address, follow_redirects=True).text for address in _addresses(graph, web))
    ways = {unescape(way) for way in re.findall(r'href="([^"]*)"', shown)}
    assert [way for way in ways if re.match(r"(?:javascript|data|//)", way)] == []
