"""The pages that we wrote and annotated as a whole for the reader to learn from are annotated rightly."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.page import read_page
from tests.quality.train import WRITTEN

_GOLDS: list[dict[str, Any]] = [
    json.loads(path.read_text(encoding="utf-8")) for path in sorted(WRITTEN.glob("*.gold.json"))
]


@pytest.mark.parametrize("gold", _GOLDS, ids=lambda gold: gold["document"])
def test_every_link_joins_two_annotated_things(gold: dict[str, Any]) -> None:
    kinds: dict[str, set[str]] = {}
    for thing in gold["entities"]:
        kinds.setdefault(thing["name"], set()).add(thing["type"])
    wrong = [
        (r["type"], r["subject"], r["object"])
        for r in gold["relations"]
        if not kinds.get(r["subject"]) or not kinds.get(r["object"])
    ]
    assert wrong == []


@pytest.mark.parametrize("gold", _GOLDS, ids=lambda gold: gold["document"])
def test_most_things_are_named_in_what_the_page_says_itself(gold: dict[str, Any]) -> None:
    page = read_page((WRITTEN / gold["document"]).read_bytes(), f"file:{gold['document']}")
    text = " ".join(page.text.lower().split())
    told = [thing for thing in gold["entities"] if not thing.get("optional")]
    named = [any(" ".join(form.lower().split()) in text for form in thing["mentions"]) for thing in told]
    assert sum(named) >= 0.95 * len(named)
