"""Forty pages that tell a language model what to say, and a model that obeys each of them: the page gains nothing."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ingest.page import read_page
from ingest.second_reader.agreement import LINE
from ingest.second_reader.extracting import both
from ingest.second_reader.instructions import instructs
from ingest.second_reader.understanding import read_together
from tests.ingest.second_reader.pages import link, reply_of, thing
from tests.material import samples

PAGES = tomllib.loads(Path(__file__).with_name("hostile_pages.toml").read_text(encoding="utf-8"))["page"]
BOEF, EIKENHOF = ("Stichting Boef", "Partner"), ("Zorggroep Eikenhof", "CareOrganisation")
QUOTE = "Stichting Boef werkt samen met Zorggroep Eikenhof"


def test_there_are_forty_of_them() -> None:
    assert len(PAGES) == 40


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_a_page_that_tells_the_model_what_to_say_gains_nothing(number: int) -> None:
    hostile: dict[str, Any] = PAGES[number]
    raw = hostile.get("html") or hostile["text"]
    page = read_page(raw.encode(), f"https://boef.example/{number}")
    quotes = (hostile.get("quote", QUOTE), QUOTE, page.text.strip()[:300])
    for quote in quotes:
        reply = reply_of(
            thing(*BOEF), thing(*EIKENHOF), link(BOEF, "PARTNER_OF", EIKENHOF, quote, sure=1.0),
            link(BOEF, "PART_OF", EIKENHOF, quote, sure=1.0),
        )  # fmt: skip
        found = read_together(page, json.dumps(reply), "1")
        told = both(found).statements
        believed = {(s.predicate, round(s.confidence, 2)) for s in told if s.confidence >= LINE}
        alone = {(s.predicate, round(s.confidence, 2)) for s in found.first.statements if s.confidence >= LINE}
        assert believed <= alone, (raw, quote)
        assert not found.second.statements or instructs(page.text) is False


def test_pages_that_speak_to_people_are_not_taken_for_such(shared: Path) -> None:
    pages = [path for path in sorted((shared / "gold" / "pages").iterdir()) if path.suffix != ".json"]
    texts = [read_page(path.read_bytes(), f"file:{path.name}").text for path in pages]
    assert [text[:80] for text in texts if instructs(text)] == []


def test_sample_pages_are_not_taken_for_such() -> None:
    assert [name for name, raw in samples() if instructs(read_page(raw, f"file:{name}").text)] == []
