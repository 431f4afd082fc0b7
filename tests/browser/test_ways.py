"""From the start page to a quote in its source: by mouse, and by keyboard alone; on a wide screen and a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import HUB, Look

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("width", [1280, 390])]
_FOCUSED = """(() => {
  const e = document.activeElement;
  return [e.tagName, e.textContent, getComputedStyle(e).outlineStyle];
})()"""
QUOTE = "Wij werken samen met 't Naoberhoês"


def _assert_marked(page: Page) -> None:
    """The quote is marked in the text of its source, and in sight."""
    page.wait_for_url("**/bron/*#*")
    mark = page.locator("mark:target, mark:has(> span:target)")
    assert QUOTE in mark.inner_text()
    box = mark.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    colours = page.evaluate("[...document.querySelectorAll('mark')].map((m) => getComputedStyle(m).backgroundColor)")
    assert len(set(colours)) > 1


def test_by_mouse(look: Look, width: int) -> None:
    page = look(width)
    page.goto("/")
    page.get_by_label("Zoek een initiatief, organisatie, persoon of plaats").fill("buurtkring")
    page.get_by_role("button", name="Zoeken", exact=True).click()
    page.get_by_role("link", name="Buurtkring Noord", exact=True).click()
    link = page.locator(".links > li", has_text="Naoberhoês").filter(has=page.locator("text=initiatief")).first
    link.locator("summary").click()
    assert link.get_by_text(QUOTE).is_visible()
    link.locator("figcaption a").first.click()
    _assert_marked(page)


def test_by_keyboard_alone(look: Look, width: int) -> None:
    page = look(width)
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Direct naar de inhoud"
    assert page.locator(":focus").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("buurtkring")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken?*")
    _tab_to(page, "a", "Buurtkring Noord")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ding/*")
    _tab_to(page, "summary", "bij 't Naoberhoês")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Over Buurtkring Noord"
    page.keyboard.press("Enter")
    _assert_marked(page)


def test_a_name_that_is_suggested_while_typing_leads_to_its_page(look: Look, width: int) -> None:
    page = look(width)
    page.goto("/zoeken")
    field = page.get_by_role("combobox", name="Naam, of woorden daaruit")
    field.press_sequentially("naoberh")
    page.get_by_role("option", name="Naoberhoês").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    field.press("Escape")
    assert not page.get_by_role("listbox").is_visible()
    field.press_sequentially("o")
    page.get_by_role("option", name="Naoberhoês").first.wait_for()
    field.press("ArrowDown")
    assert page.locator(".suggestions [aria-selected=true]").count() == 1
    field.press("Enter")
    page.wait_for_url("**/ding/*")
    assert "Naoberhoês" in page.get_by_role("heading", level=1).inner_text()


def test_a_suggested_name_fills_a_field_of_a_question(look: Look, width: int) -> None:
    page = look(width)
    page.goto("/waarom")
    for label, typed, name in (("van", "buurtk", "Buurtkring Noord"), ("naar", "naober", "'t Naoberhoês")):
        page.locator(f"#{label}").press_sequentially(typed)
        page.get_by_role("option", name=name).first.click()
        assert page.locator(f"#{label}").input_value() == name


def test_a_search_is_narrowed_down_by_what_was_found(look: Look, width: int) -> None:
    page = look(width)
    page.goto("/zoeken?q=buurtkring")
    page.get_by_role("navigation", name="Soort").get_by_role("link", name="initiatieven").click()
    page.wait_for_url("**soort=Initiative**")
    chosen = page.get_by_role("navigation", name="Soort").locator("[aria-current]")
    assert "initiatieven" in chosen.inner_text()
    assert set(page.locator(".hits .kind").all_inner_texts()) == {"initiatief"}


def _tab_to(page: Page, tag: str, text: str) -> None:
    """Press Tab until this has the focus; every stop on the way must be seen to have it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        element, shown, outline = page.evaluate(_FOCUSED)
        assert outline != "none", shown
        if element.lower() == tag and text in shown:
            return
    raise AssertionError(f"Tab never reaches {text}")


def test_the_way_between_two_names_and_back(look: Look, width: int) -> None:
    page = look(width)
    page.goto("/")
    page.get_by_label("Eerste naam").fill("Voorzorgcirkel Deventerweg")
    page.get_by_label("Tweede naam").fill("De Wilgenhof")
    page.get_by_role("button", name="Toon het verband").click()
    page.locator("summary").first.click()
    assert page.locator("blockquote").first.is_visible()
    page.get_by_role("link", name="Draai om").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Van De Wilgenhof naar Voorzorgcirkel Deventerweg"


def test_a_hub_is_walked_through_part_by_part(look: Look, width: int) -> None:
    page = look(width)
    page.goto("/zoeken?q=" + HUB.replace(" ", "+"))
    with page.expect_navigation():
        page.get_by_role("link", name=HUB, exact=True).click()
    seen = page.locator(".link-line").count()
    while page.get_by_role("link", name="Volgende").count():
        with page.expect_navigation():
            page.get_by_role("link", name="Volgende").click()
        seen += page.locator(".link-line").count()
    assert seen == 300


def test_on_paper_every_quote_is_there_and_no_form(look: Look, width: int, addresses: dict[str, str]) -> None:
    page = look(width)
    page.goto(addresses["thing"])
    assert not page.locator("blockquote").first.is_visible()
    page.emulate_media(media="print")
    hidden = page.evaluate("[...document.querySelectorAll('blockquote')].filter((q) => !q.checkVisibility()).length")
    assert hidden == 0
    assert page.locator("nav").first.is_hidden()
    page.goto(addresses["near"])
    assert page.locator("form").first.is_hidden()
