"""On the development pages: what a careful reader finds stands in the blocks, and the title is the page's title."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from ingest.page import Page, read_page

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared is absent")


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.sub(r"[\W_]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).split())


def pages() -> list[tuple[str, Page, dict[str, list[dict[str, object]]]]]:
    found = []
    for pattern, gold in (
        ("gold/pages/*.html", "gold/pages"),
        ("gold/pages/*.txt", "gold/pages"),
        ("seeds/*.txt", "gold/seeds"),
    ):
        for path in sorted(SHARED.glob(pattern)):
            told = json.loads((SHARED / gold / f"{path.stem}.gold.json").read_text(encoding="utf-8"))
            found.append((path.suffix, read_page(path.read_bytes(), path.name), told))
    return found


@pytest.fixture(scope="module")
def gold_pages() -> list[tuple[str, Page, dict[str, list[dict[str, object]]]]]:
    return pages()


def test_mentions_stand_in_the_blocks(gold_pages: list[tuple[str, Page, dict[str, list[dict[str, object]]]]]) -> None:
    asked = found = 0
    for _, page, told in gold_pages:
        read = f" {plain(' . '.join(f'{b.label} {b.text}' for b in page.blocks))} "
        for entity in told["entities"]:
            names = [entity["name"], *entity.get("mentions", [])]  # type: ignore[misc]
            asked += 1
            found += any(f" {plain(str(name))} " in read for name in names)
    assert found / asked >= 0.985


def test_no_block_holds_what_stands_in_the_site_around_a_page(
    gold_pages: list[tuple[str, Page, dict[str, list[dict[str, object]]]]],
) -> None:
    """Traps are spread over text and site; of those in HTML pages the text holds under half."""
    traps = held = 0
    for suffix, page, told in gold_pages:
        if suffix == ".html":
            read = f" {plain(' . '.join(b.text for b in page.blocks))} "
            traps += len(told["traps"])
            held += sum(f" {plain(str(trap))} " in read for trap in told["traps"])
    assert held / traps <= 0.47


def test_the_title_is_the_pages_title(gold_pages: list[tuple[str, Page, dict[str, list[dict[str, object]]]]]) -> None:
    """Where an event or document of the page is named by one of its first headings, that heading is the title."""
    asked = right = 0
    for _, page, told in gold_pages:
        named = {
            plain(str(name))
            for entity in told["entities"]
            if entity["type"] in ("Event", "Document")
            for name in (entity["name"], *entity.get("mentions", []))  # type: ignore[misc]
        }
        first = [b for b in page.blocks[:4] if b.kind in ("title", "heading")]
        if any(plain(b.text) in named for b in first):
            asked += 1
            right += plain(page.title) in named
    assert asked > 60
    assert right / asked >= 0.95
