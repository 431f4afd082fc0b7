"""Names, quotes and addresses that want to run: none does, wherever they show."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.visualizations.conftest import OpenMap
from tests.visualizations.made_maps import HOSTILE, hostile_map, id_of

pytestmark = pytest.mark.browser


def test_nothing_runs_while_one_looks_at_every_hostile_thing(open_map: OpenMap) -> None:
    page = open_map(hostile_map())
    page.evaluate(
        """async () => {
          const app = Samenspel.app;
          for (const thing of app.model.things.values()) {
            app.choose(thing);
            for (const summary of document.querySelectorAll('.sm-details summary')) summary.click();
            await new Promise((done) => requestAnimationFrame(done));
          }
          app.showTable(true);
        }"""
    )
    assert page.evaluate("document.querySelectorAll('#netwerkkaart :is(script, img, iframe, object)').length") == 0
    foreign = page.evaluate(
        "[...document.querySelectorAll('#netwerkkaart a')].filter((a) => !/^https?:/.test(a.href)).length"
    )
    assert foreign == 0


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.strip()])
def test_a_hostile_name_can_be_searched_and_shared(open_map: OpenMap, name: str) -> None:
    page = open_map(hostile_map(), "zonder=" + "&thema=")
    page.fill('[data-part="words"]', name[:150].replace("\0", ""))
    page.keyboard.press("Enter")
    page.reload()
    page.wait_for_selector('#netwerkkaart[data-state="ready"]')


def test_long_names_stay_within_the_page(open_map: OpenMap) -> None:
    for width in (390, 1280):
        page = open_map(hostile_map(), f"ding={id_of('k10')}", viewport={"width": width, "height": 780})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (
            page.evaluate(
                "(() => { const d = document.querySelector('.sm-details'); return d.scrollWidth - d.clientWidth })()"
            )
            <= 0
        )


def test_names_that_turn_direction_do_not_turn_what_stands_beside_them(open_map: OpenMap) -> None:
    page = open_map(hostile_map(), f"ding={id_of('k7')}")
    name = page.inner_text(".sm-details h2")
    assert not any(mark in name for mark in "\u202e\u202c\u2066\u2067")
    assert page.evaluate("document.querySelector('.sm-details h2 bdi') !== null")


def test_a_drawing_of_hostile_names_is_sound_xml(open_map: OpenMap, tmp_path: Path) -> None:
    page = open_map(hostile_map())
    with page.expect_download() as download:
        page.click('[data-part="svg"]')
    download.value.save_as(tmp_path / "kaart.svg")
    root = ET.parse(tmp_path / "kaart.svg").getroot()
    assert not [element for element in root.iter() if element.tag.endswith(("script", "foreignObject", "image"))]
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
