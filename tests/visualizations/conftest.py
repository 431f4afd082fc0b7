"""Maps opened in a real browser, and what must never happen while one looks at them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.visualizations.looking import small_map
from visualizations.drawing import DrawnMap
from visualizations.export import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 60_000
"""Milliseconds; the machine may be busy with other tests."""

OpenMap = Callable[..., "Page"]


class Watch:
    """Everything in a page that should not be: errors, requests to elsewhere, dialogs, refusals of the policy."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def over(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("request", lambda request: self._asked(request.url))
        page.on("dialog", lambda dialog: (self.faults.append("a dialog"), dialog.dismiss()))
        page.add_init_script(
            "globalThis.hurt = () => { throw new Error('hostile text ran') };"
            "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective));"
        )

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(f"{kind}: {text}")

    def _asked(self, address: str) -> None:
        if not re.match(r"(file|data|blob):|http://127\.0\.0\.1[:/]", address):
            self.faults.append(f"request: {address}")


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fails the test when something happened that should not."""
    watching = Watch()
    yield watching
    assert watching.faults == []


@pytest.fixture
def look(browser: Browser, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Opens an address in a window of its own and waits for a state of the map; ``more`` goes to the context."""
    contexts: list[BrowserContext] = []

    def open_address(address: str, state: str = "ready", **more: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **more})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watch.over(page)
        page.goto(address)
        page.wait_for_selector(f'#netwerkkaart[data-state="{state}"]')
        return page

    yield open_address
    for context in contexts:
        context.close()


@pytest.fixture
def open_map(look: Callable[..., Page], tmp_path: Path) -> OpenMap:
    """Writes a map as one file and opens it; ``fragment`` is the part of the address after #."""

    def open_file(drawn: DrawnMap, fragment: str = "", **more: Any) -> Page:
        file = tmp_path / "kaart.html"
        write(drawn, file)
        return look(f"{file.as_uri()}{fragment and '#' + fragment}", **more)

    return open_file


@pytest.fixture
def small() -> DrawnMap:
    """A map of seven things that are easily told apart."""
    return small_map()
