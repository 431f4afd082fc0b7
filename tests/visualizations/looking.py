"""What a test asks a page with a map: its parts, what it shows, what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.visualizations.made_maps import drawn_map, id_of
from visualizations.drawing import DrawnMap

if TYPE_CHECKING:
    from playwright.sync_api import Page

THINGS = [
    ("linde", "Initiative", "De Linde"), ("hof", "CareOrganisation", "Het Hof"), ("anna", "Person", "Anna Jansen"),
    ("tafel", "Event", "Buurttafel"), ("goor", "Place", "Goor"), ("regie", "Theme", "Eigen regie"),
    ("los", "Initiative", "Losse Schakel"),
]  # fmt: skip
LINKS = [
    ("linde", "PARTNER_OF", "hof"), ("anna", "HAS_ROLE", "linde"), ("linde", "ORGANISES", "tafel"),
    ("linde", "BASED_IN", "goor"), ("hof", "BASED_IN", "goor"), ("linde", "HAS_THEME", "regie"),
    ("tafel", "HELD_IN", "goor"),
]  # fmt: skip


def small_map() -> DrawnMap:
    """The seven things above with their links, each link with one quote."""
    return drawn_map(
        THINGS, LINKS, quote="De Linde en het Hof werken samen.", url="https://dorp.example/nieuws?x=1#kop"
    )


def part(name: str) -> str:
    """The selector of a part of the map."""
    return f'[data-part="{name}"]'


def shown(page: Page) -> set[str]:
    """The names of what the map shows."""
    names: list[str] = page.evaluate("[...Samenspel.app.shown.things].map((thing) => thing.name)")
    return set(names)


def selected(page: Page) -> str | None:
    """The name of what is selected."""
    name: str | None = page.evaluate("Samenspel.app.selected?.name ?? null")
    return name


def click_on(page: Page, key: str) -> None:
    """Click where a thing is painted."""
    seen = "(id) => Samenspel.app.view.onScreen(Samenspel.app.model.things.get(id))"
    where: dict[str, float] = page.evaluate(seen, id_of(key))
    page.mouse.click(where["x"], where["y"])
