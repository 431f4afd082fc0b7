"""The annotated pages that a language model was asked about, its replies, and the built-in reading of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ingest.page import Page, read_page
from ingest.placing import placed
from ingest.reading import Reading
from tests.quality.calibration import fit_chances, reading_with
from tests.quality.measure import left_out
from tests.quality.train import PAGES

REPLIES = PAGES.parents[1] / "model_replies"


@dataclass(frozen=True, slots=True)
class Asked:
    """One page with its annotations, the reply to it, and a built-in reading of it."""

    name: str
    page: Page
    gold: dict[str, Any]
    reply: dict[str, Any]
    first: Reading

    @property
    def head(self) -> str:
        """The set of pages that it belongs to: of one set all have the same layout and writer."""
        return self.name[0]


def page_of(name: str) -> Page:
    """An annotated page by the first part of its name."""
    file = next(path for path in sorted(PAGES.glob(f"{name}.*")) if path.suffix != ".json")
    return read_page(file.read_bytes(), f"file:{file.name}")


def replies() -> dict[str, dict[str, Any]]:
    """The recorded replies, by the name of their page."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(REPLIES.glob("*.json"))}


def asked(first: dict[str, Reading]) -> list[Asked]:
    """All pages that have a reply, each with the built-in reading that is given of it."""
    found = []
    for name, reply in replies().items():
        gold = json.loads((PAGES / f"{name}.gold.json").read_text(encoding="utf-8"))
        found.append(Asked(name, page_of(name), gold, reply, placed(first[name])))
    return found


def held_out() -> dict[str, Reading]:
    """Every page as the built-in reader reads it when it has seen no page of its set; takes some minutes."""
    pages, _ = left_out(PAGES, letters=True)
    readings = {}
    for head in sorted({page.name[0] for page in pages}):
        weights = fit_chances([page for page in pages if page.name[0] != head])
        readings |= {page.name: reading_with(page, weights) for page in pages if page.name[0] == head}
    return readings
