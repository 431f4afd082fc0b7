"""The pages that we wrote and annotated as a whole for the reader to learn from are annotated rightly."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.extract.pairs import LINKS_BETWEEN
from ingest.page import read_page
from tests.quality.train import WRITTEN

_UNPAIRED = frozenset(("HAS_THEME", "HAS_KEYWORD"))
_GOLDS: list[dict[str, Any]] = [
    json.loads(path.read_text(encoding="utf-8")) for path in sorted(WRITTEN.glob("*.gold.json"))
]


@pytest.mark.parametrize("gold", _GOLDS, ids=lambda gold: gold["document"])
def test_every_link_joins_two_annotated_things_that_may_be_joined(gold: dict[str, Any]) -> None:
    kinds: dict[str, set[str]] = {}
    for thing in gold["entities"]:
        kinds.setdefault(thing["name"], set()).add(thing["type"])
    wrong = [
        (r["type"], r["subject"], r["object"])
        for r in gold["relations"]
        if not kinds.get(r["subject"]) or not kinds.get(r["object"])
    ]
    wrong += [
        (r["type"], r["subject"], r["object"])
        for r in gold["relations"]
        if r["type"] not in _UNPAIRED and "Movement" not in kinds.get(r["object"], ())
        and not any(
            r["type"] in LINKS_BETWEEN.get((a, b), ())
            for a in kinds.get(r["subject"], ())
            for b in kinds.get(r["object"], ())
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("gold", _GOLDS, ids=lambda gold: gold["document"])
def test_most_things_are_named_in_what_the_page_says_itself(gold: dict[str, Any]) -> None:
    page = read_page((WRITTEN / gold["document"]).read_bytes(), f"file:{gold['document']}")
    text = " ".join(page.text.lower().split())
    named = [any(" ".join(form.lower().split()) in text for form in t["mentions"]) for t in gold["entities"]]
    assert sum(named) >= 0.95 * len(named)
