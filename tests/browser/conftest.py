"""The pages in a real browser, over one graph that holds everything hard to show; and what must never happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph_model.evidence import Claim, End
from queries import Graph, connect
from queries.links import links
from queries.search import search
from tests.api.clients import served
from tests.api.hostile import NAMES, load_hostile
from tests.engines.address import SECRET
from tests.queries.pages import at_home, initiative, load, load_neighbourhood, said

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

HUB, LONELY, LONG = "De Lindeboom", "Eenzaam Hoekje", "Vereniging " + "voor samen leven en samen zorgen in de wijk " * 6
PATIENCE = 60_000
"""Milliseconds; the machine may be busy with other tests."""


def _hard_to_show() -> Iterator[Claim]:
    yield from (said(initiative(HUB), "PARTNER_OF", initiative(f"Kring {n:03d}")) for n in range(300))
    yield said(initiative(LONELY), "form", "kring")
    yield said(initiative(LONG), "PARTNER_OF", End("CareOrganisation", "Stichting " + "Zorgaanbiedersfederatie" * 9))
    yield from at_home(HUB, 52.14, 6.2)


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The invented neighbourhood, hostile names, a hub with 300 links, a thing with none, and endless names."""
    with connect(tmp_path_factory.mktemp("shown"), secret=SECRET) as graph:
        graph.prepare()
        load_neighbourhood(graph)
        load_hostile(graph)
        load(graph, _hard_to_show())
        yield graph


@pytest.fixture(scope="session")
def site(shown: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over that graph."""
    with served(shown, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def addresses(shown: Graph) -> dict[str, str]:
    """Every kind of page, by a name for it."""

    def of(name: str) -> str:
        return links(shown, name).thing.id

    hostile = [search(shown, name[:200], kind="initiatief").items[0].id for name in NAMES]
    source = search(shown, "pwned", kind="bron").items[0].id
    return {
        "start": "/",
        "search": "/zoeken?q=buurtkring",
        "search-nothing": "/zoeken?q=buurtkrink+nord&soort=Person",
        "search-hostile": f"/zoeken?q={'%3Cscript%3Ealert(1)%3C/script%3E'}",
        "thing": f"/ding/{of('Buurtkring Noord')}",
        "thing-hub": f"/ding/{of(HUB)}",
        "thing-lonely": f"/ding/{of(LONELY)}",
        "thing-long": f"/ding/{of(LONG)}",
        **{f"thing-hostile-{n}": f"/ding/{id}" for n, id in enumerate(hostile)},
        "event": f"/ding/{of('Ontmoetingsavond De Wilgenhof')}",
        "near": "/in-de-buurt?ding=De+Wilgenhof&km=25",
        "near-empty": "/in-de-buurt",
        "near-which": "/in-de-buurt?ding=Buurt",
        "why": "/waarom?van=Voorzorgcirkel+Deventerweg&naar=De+Wilgenhof",
        "why-none": "/waarom?van=Dorpstafel+Ampsen&naar=De+Wilgenhof",
        "why-hostile": f"/waarom?van={hostile[0]}&naar={hostile[3]}",
        "network": "/netwerk",
        "source": f"/bron/{search(shown, 'Over Buurtkring Noord', kind='bron').items[0].id}",
        "source-hostile": f"/bron/{source}",
        "source-register": f"/bron/{search(shown, 'Register van het voorbeeld', kind='bron').items[0].id}",
        "about": "/over",
        "docs": "/api/v1/docs",
        "unknown": "/bestaat/niet",
        "unknown-thing": "/ding/xyzzyburg",
        "which-thing": "/ding/Buurt",
    }


class Watch:
    """Everything in a page that should not be: errors, requests to elsewhere, dialogs, refusals of the policy."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.faults: list[str] = []

    def over(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", self._said)
        page.on("request", lambda request: self._asked(request.url))
        page.on("dialog", lambda dialog: (self.faults.append("a dialog"), dialog.dismiss()))
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective));"
        )

    def _said(self, message: ConsoleMessage) -> None:
        # That the page itself was not found is an answer, and the browser says so on its console.
        own = message.location.get("url") == message.page.url if message.page else False
        if message.type in ("error", "warning") and not (own and "status of 4" in message.text):
            self.faults.append(f"{message.type}: {message.text}")

    def _asked(self, address: str) -> None:
        if not address.startswith((self.site, "data:", "blob:")):
            self.faults.append(f"request: {address}")


@pytest.fixture
def watch(site: str) -> Iterator[Watch]:
    """Fails the test when something happened that should not."""
    watching = Watch(site)
    yield watching
    assert watching.faults == []


Look = Callable[..., "Page"]


@pytest.fixture
def look(browser: Browser, watch: Watch, site: str) -> Iterator[Look]:
    """Opens a window of this width in light or dark; further arguments are those of a browser context."""
    contexts: list[BrowserContext] = []

    def open_window(width: int = 1280, scheme: str = "light", **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, base_url=site, **more
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watch.over(page)
        return page

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core, which looks for barriers in a page."""
    return (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
