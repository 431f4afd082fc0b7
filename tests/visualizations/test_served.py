"""The map that a server gives, under the strictest policy: fetched data, quotes and neighbours."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.visualizations.conftest import Watch
from tests.visualizations.made_maps import drawn_map, id_of
from visualizations.drawing import DrawnMap
from visualizations.network import SCRIPTS, STATIC, STYLES, fragment

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
ALL = drawn_map(
    [("a", "Initiative", "De Linde"), ("b", "Partner", "Het Hof"), ("c", "Partner", "Verre Vriend")],
    [("a", "PARTNER_OF", "b"), ("b", "STARTED", "c")], quote="Zij werken samen.",
)  # fmt: skip


def _only(*keys: str) -> DrawnMap:
    ids = {id_of(key) for key in keys}
    return ALL.model_copy(update={
        "quotes": {}, "things": tuple(t for t in ALL.things if t.id in ids),
        "links": tuple(link for link in ALL.links if {link.origin, link.target} <= ids),
    })  # fmt: skip


@dataclass(slots=True)
class Site:
    """What the server answers, by path; and what it was asked."""

    address: str = ""
    whole: str = field(default_factory=lambda: _only("a", "b").json_text())
    around: tuple[int, str] = (200, "")
    links: tuple[int, str] = (200, "")
    status: int = 200
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str) -> tuple[int, str, bytes]:
        split = urlsplit(path)
        if split.path == "/netwerk":
            return 200, "text/html; charset=utf-8", _page().encode()
        if split.path.startswith("/static/"):
            file = STATIC / split.path.removeprefix("/static/")
            return 200, f"{guess_type(file.name)[0]}; charset=utf-8", file.read_bytes()
        self.asked.append(path)
        if split.path == "/api/v1/map" and "thing" in parse_qs(split.query):
            return self.around[0], "application/json", self.around[1].encode()
        if split.path == "/api/v1/map":
            return self.status, "application/json", self.whole.encode()
        return self.links[0], "application/json", self.links[1].encode()


def _page() -> str:
    styles = "".join(f'<link rel="stylesheet" href="/static/{name}">' for name in STYLES)
    scripts = "".join(f'<script src="/static/{name}" defer></script>' for name in SCRIPTS)
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Netwerk</title>{styles}'
        f'<link rel="icon" href="data:,"></head><body><main>{fragment()}</main>{scripts}</body></html>'
    )


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, site: Site, *rest: object) -> None:
        self.site = site
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        status, kind, body = self.site.answer(self.path)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing; a failed test says enough."""


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, found)) as server:
        found.address = f"http://127.0.0.1:{server.server_address[1]}/netwerk"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield found
        server.shutdown()
        thread.join()


Look = Callable[..., "Page"]


def test_the_map_is_fetched_and_drawn(site: Site, look: Look) -> None:
    page = look(site.address)
    assert page.evaluate("[...Samenspel.app.shown.things].map((t) => t.name).sort()") == ["De Linde", "Het Hof"]
    assert page.inner_text('[data-part="shown"]') == "2 van de 3 dingen en 1 verband getoond."


def test_quotes_are_fetched_when_a_thing_is_chosen_and_lead_to_the_stored_page(site: Site, look: Look) -> None:
    link = ALL.links[0] if ALL.links[0].kind == "PARTNER_OF" else ALL.links[1]
    claim = ALL.quotes[link.id][0]
    site.links = 200, f'{{"links": [{{"id": "{link.id}", "claims": [{claim.model_dump_json()}]}}]}}'
    page = look(f"{site.address}#ding={id_of('a')}")
    page.click(".sm-details summary >> nth=0")
    page.wait_for_selector("blockquote")
    addresses = [a.get_attribute("href") for a in page.locator(".sm-quotes a").all()]
    assert addresses == [
        f"/bron/{claim.document.id}#{claim.id}",
        "https://dorp.example/bladzijde#:~:text=Zij%20werken%20samen.",
    ]
    assert f"/api/v1/things/{id_of('a')}/links?limit=1000" in site.asked
    assert page.get_attribute(".sm-actions a", "href") == f"/ding/{id_of('a')}"


def test_quotes_that_do_not_come_are_told(site: Site, look: Look) -> None:
    site.links = 200, "geen json"
    page = look(f"{site.address}#ding={id_of('a')}")
    page.click(".sm-details summary >> nth=0")
    page.wait_for_selector("text=De citaten konden niet worden opgehaald.")


def test_neighbours_are_fetched_and_what_was_there_stays(site: Site, look: Look) -> None:
    middle = next(thing for thing in ALL.things if thing.id == id_of("b"))
    site.around = 200, _only("b", "c").model_copy(update={"thing": middle}).json_text()
    page = look(f"{site.address}#ding={id_of('b')}")
    places = "[...Samenspel.app.model.things.values()].slice(0, 2).map(({ x, y }) => [x, y])"
    before = page.evaluate(places)
    page.click("text=Buren ophalen (nog 1 verband)")
    page.wait_for_selector(".sm-details button:has-text('Verre Vriend')")
    assert page.evaluate(places) == before
    assert page.inner_text('[data-part="message"]') == "1 ding erbij."
    assert page.locator("text=Buren ophalen").count() == 0


def test_a_search_can_go_beyond_the_map(site: Site, look: Look) -> None:
    middle = next(thing for thing in ALL.things if thing.id == id_of("c"))
    site.around = 200, _only("b", "c").model_copy(update={"thing": middle}).json_text()
    page = look(site.address)
    page.fill('[data-part="words"]', "verre vriend")
    page.keyboard.press("Enter")
    page.wait_for_selector(".sm-details h2:has-text('Verre Vriend')")
    assert "/api/v1/map?thing=verre+vriend&steps=1" in site.asked


def test_a_problem_of_the_server_is_told_in_its_words(site: Site, look: Look, watch: Watch) -> None:
    page = look(site.address)
    site.around = 404, '{"detail": "Niets gevonden dat <b>x</b> heet.", "candidates": [{"name": "De Linde"}]}'
    page.evaluate("Samenspel.app.fetch('x', 1)")
    page.wait_for_selector("text=Niets gevonden dat <b>x</b> heet. Bijvoorbeeld: De Linde.")
    # The browser itself notes an answer that is no success; nothing else may be noted.
    assert [fault for fault in watch.faults if "404" not in fault] == []
    watch.faults.clear()


def test_a_map_that_does_not_come_is_told(site: Site, look: Look, watch: Watch) -> None:
    site.status = 503
    page = look(site.address, state="failed")
    assert page.inner_text('[data-part="shown"]') == "De kaart kon niet worden opgehaald; herlaad de pagina."
    assert [fault for fault in watch.faults if "503" not in fault] == []
    watch.faults.clear()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_of_the_page_around_it_goes_first(site: Site, look: Look, theme: str) -> None:
    page = look(site.address, color_scheme="light" if theme == "dark" else "dark")
    page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
    page.wait_for_function("(theme) => Samenspel.app.painter.paper.theme === theme", arg=theme)
    paper = page.evaluate("getComputedStyle(document.getElementById('netwerkkaart')).backgroundColor")
    assert paper == {"light": "rgb(251, 250, 247)", "dark": "rgb(21, 25, 30)"}[theme]
