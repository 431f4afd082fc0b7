"""No page has barriers that axe finds, errors, requests to elsewhere, or refusals of its policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Look

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
_RUN = """async () => {
  const found = await axe.run(document, {resultTypes: ['violations']});
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`);
}"""


def go(page: Page, address: str) -> None:
    """Open the page; the map is there when it says so."""
    page.goto(address)
    if "netwerk" in address:
        page.wait_for_selector('#netwerkkaart[data-state="ready"]')


# Colours do not depend on the width, so both schemes and both widths are seen in two goes.
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_page_is_free_of_barriers_and_fits(
    look: Look, addresses: dict[str, str], axe: str, width: int, scheme: str
) -> None:
    page = look(width, scheme)
    found: dict[str, list[str]] = {}
    for name, address in addresses.items():
        go(page, address)
        page.evaluate(axe)
        barriers = page.evaluate(_RUN)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        barriers += [f"{wide} pixels too wide"] if wide > 0 else []
        barriers += ["hostile text ran"] if page.evaluate("'pwned' in globalThis") else []
        if barriers:
            found[name] = barriers
    assert found == {}


def test_what_is_opened_is_free_of_barriers_too(look: Look, addresses: dict[str, str], axe: str) -> None:
    page = look(390, "dark")
    for name in ("thing", "thing-hostile-0", "near", "why", "docs"):
        page.goto(addresses[name])
        page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        page.evaluate(axe)
        assert page.evaluate(_RUN) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_the_english_pages_are_free_of_barriers(look: Look, addresses: dict[str, str], axe: str) -> None:
    page = look()
    page.goto("/taal/en?naar=/")
    for name in ("start", "thing", "near", "why", "source", "about", "search-nothing"):
        page.goto(addresses[name])
        assert page.get_attribute("html", "lang") == "en"
        page.evaluate(axe)
        assert page.evaluate(_RUN) == [], name
