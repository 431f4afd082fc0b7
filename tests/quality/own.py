"""Our own annotated pages: invented people and organisations in real places, in many layouts."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from ingest.extract import read
from ingest.extract.gold_shape import as_line
from ingest.page import Page, read_page
from tests.quality.scoring import Score, score

PAGES = Path(__file__).with_name("pages")
# What is shown without a reviewer: see ``graph_model.projection.given``.
LINE = 0.5

Line = dict[str, Any]


def documents() -> list[Path]:
    """The pages, by name."""
    return sorted(path for path in PAGES.iterdir() if path.suffix != ".json")


def page_of(path: Path) -> Page:
    """One of them as the reader gets it."""
    return read_page(path.read_bytes(), f"file:{path.name}")


def line_of(path: Path) -> Line:
    """What the reader says of one of them."""
    page = page_of(path)
    return as_line(page, read(page), path.name)


@cache
def read_pages() -> tuple[tuple[Line, Line], ...]:
    """Every page as annotated and as read."""
    golds = {path: json.loads((PAGES / f"{path.stem}.gold.json").read_text(encoding="utf-8")) for path in documents()}
    return tuple((gold, line_of(path)) for path, gold in golds.items())


def scores() -> dict[str, Score]:
    """The scores: strict, with the kinds of organisation as one, and of what is published."""
    pages = read_pages()
    return {
        "strict": score(pages),
        "as one": score(pages, as_one=True),
        "published": score(pages, as_one=True, least=LINE),
    }


def figures() -> dict[str, float]:
    """The figures under which a floor lies."""
    found = scores()
    return {
        "things": found["strict"].all_things.f1,
        "links": found["strict"].all_links.f1,
        "things as one": found["as one"].all_things.f1,
        "links as one": found["as one"].all_links.f1,
        "precision of published links": found["published"].all_links.precision,
        "recall of published links": found["published"].all_links.recall,
    }
