"""The map as people use it: with the mouse, on a phone, by a shared link, in light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.visualizations.conftest import OpenMap
from tests.visualizations.looking import THINGS, click_on, part, selected, shown
from tests.visualizations.made_maps import drawn_map, id_of, large_map
from visualizations.drawing import DrawnMap

pytestmark = pytest.mark.browser


def test_a_click_on_a_thing_shows_its_links_and_a_click_beside_lets_go(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small)
    click_on(page, "linde")
    page.wait_for_selector(f"{part('details')} >> text=De Linde")
    assert page.locator(f"{part('details')} h3").all_inner_texts() == [
        "heeft als voorzitter 1", "werkt samen met 1", "organiseert 1", "gevestigd in 1", "gaat over 1",
    ]  # fmt: skip
    page.mouse.click(640, 130)
    page.wait_for_selector(part("details"), state="hidden")
    assert selected(page) is None


def test_a_quote_leads_to_its_source_with_the_words_marked(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small, f"ding={id_of('hof')}")
    page.click(f"{part('details')} summary >> nth=0")
    assert page.inner_text("blockquote >> nth=0") == "De Linde en het Hof werken samen."
    link = page.locator(".sm-quotes a").first
    assert link.get_attribute("href") == (
        "https://dorp.example/nieuws?x=1#:~:text=De%20Linde%20en%20het%20Hof%20werken%20samen."
    )
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_link_in_the_panel_leads_on_to_the_other_thing(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small, f"ding={id_of('linde')}")
    page.click(f"{part('details')} button:has-text('Anna Jansen')")
    assert page.inner_text(f"{part('details')} h2") == "Anna Jansen"


def test_the_legend_counts_and_filters(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small)
    rows = page.locator(f"{part('kinds')} li:visible").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == [
        "initiatieven 2", "zorgorganisaties 1", "personen 1", "bijeenkomsten 1", "thema's 1", "plaatsen 1",
        "zonder verbanden 1",
    ]  # fmt: skip
    assert shown(page) == {name for _, _, name in THINGS} - {"Losse Schakel"}
    page.uncheck(f"{part('kinds')} label:has-text('plaatsen') input")
    assert "Goor" not in shown(page)
    page.check(f"{part('kinds')} label:has-text('zonder verbanden') input")
    assert "Losse Schakel" in shown(page)
    assert page.inner_text(part("shown")) == "6 van de 7 dingen en 4 verbanden getoond."


def test_a_filter_lets_go_of_what_it_hides(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small, f"ding={id_of('anna')}")
    assert selected(page) == "Anna Jansen"
    page.uncheck(f"{part('kinds')} label:has-text('personen') input")
    assert selected(page) is None


def test_a_theme_and_a_year_leave_what_belongs_to_them(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small)
    page.select_option(part("theme"), label="Eigen regie")
    assert shown(page) == {"De Linde", "Eigen regie"}
    page.select_option(part("theme"), label="alle")
    years = page.locator(f"{part('year')} option").all_inner_texts()
    assert years == ["alle", str(2015 + len("Buurttafel") % 10)]


def test_a_shared_link_shows_the_same_again(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small)
    page.uncheck(f"{part('kinds')} label:has-text('plaatsen') input")
    page.fill(part("words"), "hof")
    page.keyboard.press("Enter")
    fragment = page.url.partition("#")[2]
    again = open_map(small, fragment)
    assert (shown(again), selected(again)) == (shown(page), "Het Hof")


@pytest.mark.parametrize(
    "fragment",
    [
        "ding=__proto__&zonder=__proto__,constructor",
        "beeld=NaN,1,2",
        "beeld=1e309,0,1",
        "jaar=1e3&thema=<b>",
        "%",
        "ding=%00",
    ],
)
def test_a_fragment_that_makes_no_sense_is_left_out(open_map: OpenMap, small: DrawnMap, fragment: str) -> None:
    page = open_map(small, fragment)
    assert selected(page) is None
    assert "De Linde" in shown(page)


def test_a_picture_can_be_saved_as_png_and_svg(open_map: OpenMap, small: DrawnMap, tmp_path: Path) -> None:
    page = open_map(small)
    beginnings = {"png": b"\x89PNG", "svg": b"<svg"}
    for name, beginning in beginnings.items():
        with page.expect_download() as download:
            page.click(part(name))
        download.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(beginning)
    assert "De Linde" in (tmp_path / "svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_follows_light_and_dark(open_map: OpenMap, small: DrawnMap, scheme: str) -> None:
    page = open_map(small, color_scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.getElementById('netwerkkaart')).backgroundColor")
    assert paper == {"light": "rgb(251, 250, 247)", "dark": "rgb(21, 25, 30)"}[scheme]
    assert page.evaluate("Samenspel.app.painter.paper.theme") == scheme


def test_on_a_phone_nothing_sticks_out_and_all_can_be_reached(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small, f"ding={id_of('linde')}", viewport={"width": 390, "height": 780}, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.is_visible(f"{part('details')} h2")
    assert page.evaluate("document.querySelector('.sm-canvas').clientHeight") > 150
    page.click(".sm-legend summary")
    assert page.is_visible(f"{part('kinds')} label:has-text('plaatsen')")


def test_the_map_is_painted_where_things_are(open_map: OpenMap, small: DrawnMap) -> None:
    page = open_map(small)
    pixel: list[int] = page.evaluate(
        """async (id) => {
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const canvas = document.querySelector('.sm-canvas canvas');
          const { left, top } = canvas.getBoundingClientRect();
          const { x, y } = Samenspel.app.view.onScreen(Samenspel.app.model.things.get(id));
          const many = canvas.width / canvas.clientWidth;
          return [...canvas.getContext('2d').getImageData((x - left) * many, (y - top) * many, 1, 1).data];
        }""",
        id_of("linde"),
    )
    assert pixel[:3] == [0, 0x9E, 0x73]


def test_what_is_invented_says_so_wherever_it_shows(open_map: OpenMap, small: DrawnMap) -> None:
    marked = tuple(thing.model_copy(update={"invented": thing.name == "Het Hof"}) for thing in small.things)
    page = open_map(small.model_copy(update={"things": marked}), f"ding={id_of('hof')}")
    assert page.inner_text(".sm-kind").strip() == "zorgorganisatie, verzonnen voorbeeld"
    page.fill(part("words"), "hof")
    assert "verzonnen voorbeeld" in page.inner_text(part("hits"))


def test_a_map_of_nothing_says_so(open_map: OpenMap) -> None:
    page = open_map(drawn_map([], []))
    assert page.inner_text(part("shown")) == "Er staat nog niets op deze kaart."
    page.focus(part("canvas"))
    for key in ("ArrowRight", "Enter", "0", "Escape"):
        page.keyboard.press(key)


def test_a_large_map_never_lets_the_browser_place_things(open_map: OpenMap) -> None:
    drawn = large_map(300, 700)
    page = open_map(drawn)
    places: list[Any] = page.evaluate("[...Samenspel.app.model.things.values()].map((t) => [t.id, t.x, t.y])")
    assert {tuple(place) for place in places} == {(thing.id, thing.x, thing.y) for thing in drawn.things}
