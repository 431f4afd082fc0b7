"""The map without a mouse: by search, by keyboard, and as a table."""

from __future__ import annotations

import pytest

from tests.visualizations.conftest import OpenMap
from tests.visualizations.looking import part, selected, shown
from tests.visualizations.made_maps import drawn_map, large_map
from visualizations.drawing import DrawnMap

pytestmark = pytest.mark.browser


def test_search_folds_and_works_by_keyboard_alone(open_map: OpenMap) -> None:
    page = open_map(
        drawn_map([("a", "Initiative", "'t Laêfhoes"), ("b", "Partner", "Noaberschap")], [("a", "PARTNER_OF", "b")])
    )
    page.focus(part("words"))
    page.keyboard.type("laefh")
    assert page.locator(f"{part('hits')} [role=option]").count() == 1
    page.keyboard.press("ArrowDown")
    assert page.get_attribute(part("words"), "aria-activedescendant") == "sm-hit-0"
    page.keyboard.press("Enter")
    assert selected(page) == "'t Laêfhoes"
    assert page.is_hidden(part("hits"))


def test_search_finds_what_is_hidden_and_shows_it_again(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small, "zonder=Person")
    assert "Anna Jansen" not in shown(page)
    page.fill(part("words"), "anna")
    assert "nu verborgen" in page.inner_text(part("hits"))
    page.keyboard.press("Enter")
    assert selected(page) == "Anna Jansen"
    assert "Anna Jansen" in shown(page)


def test_a_search_without_hits_says_so(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small)
    page.fill(part("words"), "kasteel")
    assert page.inner_text(part("hits")) == "Niets gevonden op deze kaart."


def test_the_table_holds_every_thing_and_link_that_is_shown(open_map: OpenMap) -> None:
    drawn = large_map(250, 500)
    page = open_map(drawn, "los=1&tabel=1")
    assert page.is_hidden(part("canvas"))
    rows: list[str] = page.evaluate(
        """() => {
          const names = [];
          const table = document.querySelectorAll('.sm-tables table')[0];
          const next = () => [...document.querySelectorAll('.sm-pager')[0].querySelectorAll('button')].at(-1);
          for (;;) {
            names.push(...[...table.tBodies[0].rows].map((row) => row.cells[0].innerText));
            if (next().disabled) return names;
            next().click();
          }
        }"""
    )
    assert sorted(rows) == sorted(thing.name for thing in drawn.things)
    captions = page.locator(".sm-tables caption").all_inner_texts()
    assert captions[1].startswith(f"Verbanden ({len(drawn.links)}")


def test_the_table_sorts_by_any_column_both_ways(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small, "tabel=1")

    def first() -> str:
        return page.inner_text(".sm-tables tbody tr >> nth=0 >> td >> nth=0")

    assert first() == "De Linde"
    page.click(".sm-tables th button:has-text('Naam')")
    assert (first(), page.get_attribute(".sm-tables th >> nth=0", "aria-sort")) == ("Anna Jansen", "ascending")
    page.click(".sm-tables th button:has-text('Naam')")
    assert (first(), page.get_attribute(".sm-tables th >> nth=0", "aria-sort")) == ("Het Hof", "descending")


def test_every_thing_can_be_reached_by_keyboard(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small, "tabel=1&los=1")
    page.focus(".sm-tables tbody button >> nth=0")
    page.keyboard.press("Enter")
    assert selected(page) == "De Linde"


def test_arrows_walk_along_links_and_escape_lets_go(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small)
    page.focus(part("canvas"))
    page.keyboard.press("ArrowRight")
    assert selected(page) == "De Linde"
    ways: dict[str, str | None] = page.evaluate(
        """() => Object.fromEntries(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'].map((key, i) => {
          const app = Samenspel.app, here = app.selected;
          const way = [[1, 0], [-1, 0], [0, -1], [0, 1]][i];
          return [key, Samenspel.towards(here, app.model.neighbours(here), way)?.name ?? null];
        }))"""
    )
    key, name = next((key, name) for key, name in ways.items() if name)
    page.keyboard.press(key)
    assert selected(page) == name
    page.keyboard.press("Escape")
    assert selected(page) is None


def test_keys_zoom_and_enter_goes_to_the_details(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small)
    page.focus(part("canvas"))
    before = page.evaluate("Samenspel.app.view.scale")
    page.keyboard.press("+")
    assert page.evaluate("Samenspel.app.view.scale") == pytest.approx(before * 1.3)
    page.keyboard.press("0")
    assert page.evaluate("Samenspel.app.view.scale") == pytest.approx(before)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.innerText") == "De Linde"
