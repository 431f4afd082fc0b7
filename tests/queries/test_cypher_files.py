"""Every question in ``queries/cypher`` runs, on both engines, and knows the kinds as the schema has them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from graph_model.schema import LINK_KINDS, NODE_KINDS, TYING_LINKS, WEAK_LINKS
from queries import Graph
from queries.constraints import UNIQUE
from queries.ledger.rows import claim_row, with_said
from queries.library import Question, questions
from tests.queries.pages import initiative, said

QUESTIONS = {question.name: question for question in questions()}
NOW = datetime(2025, 7, 1, tzinfo=UTC)
# A value for every parameter that a question may have, by its name.
VALUES: dict[str, object] = {
    "after": 0, "among": [], "as_of": NOW, "at": NOW, "barred": ["Place"],
    "day": NOW, "rounds": [{"lat": 52.0, "lon": 5.0, "high": 0.1, "wide": 0.2}],
    "blocks": ["organisation|linde"], "cells": ["520:50"], "claims": [{"id": "c", "key": "organisation|linde|"}],
    "ends": ["oaaaaaaaaaaaa"], "block": "organisation|l",
    "fans": [{"here": "oaaaaaaaaaaaa", "there": ["obbbbbbbbbbbb"]}], "fields": ["start"], "few": 9,
    "fingerprints": ["f"], "first": NOW, "last": NOW,
    "hubs": [],
    "hash": "h", "id": "oaaaaaaaaaaaa", "ids": ["oaaaaaaaaaaaa"], "initiatives": ["oaaaaaaaaaaaa"], "joints": ["j"],
    "keys": ["organisation|linde|"], "kinds": ["Initiative"], "limit": 10, "line": 500, "lower_line": 350,
    "looked_at": 50, "municipalities": ["Lochem"],
    "moment": "2025-07-01T00:00:00+00:00", "most": 3,
    "order": "|STARTED|", "organisations": ["Partner"], "other_kinds": ["Initiative"], "pages": ["document|a.example|"],
    "places": ["laaaaaaaaaaaa"],
    "pairs": [{"here": "oaaaaaaaaaaaa", "there": "obbbbbbbbbbbb"}], "query": "(linde linde*)",
    "reader": "r", "row": {"id": "r"}, "rows": [], "run": "r", "runs": ["r"], "since": NOW,
    "skip": 0, "start": "oaaaaaaaaaaaa", "statements": ["s"], "target": "obbbbbbbbbbbb", "things": ["oaaaaaaaaaaaa"],
    "unwanted": {"document|a.example|": True},
    "version": "v", "weak": list(WEAK_LINKS), "wholes": ["Partner"],
}  # fmt: skip


def _parameters(question: Question) -> dict[str, object]:
    missing = question.parameters.keys() - VALUES.keys()
    assert not missing, f"give a value for {sorted(missing)} of {question.name}"
    return {name: VALUES[name] for name in question.parameters}


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_runs(neighbourhood: Graph, name: str) -> None:
    parameters = _parameters(QUESTIONS[name])

    class Enough(Exception):
        """Ends the transaction, so that nothing of it stays."""

    def work(writing: object) -> None:
        writing.ask(name, **parameters)  # type: ignore[attr-defined]
        raise Enough

    with pytest.raises(Enough):
        neighbourhood.change(work)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_kind_that_a_question_names_is_in_the_schema(name: str) -> None:
    text = QUESTIONS[name].text
    for listed in re.findall(r"\[\w*:([A-Z_|]+)", text):
        assert set(listed.split("|")) <= LINK_KINDS.keys()
    labels = set(re.findall(r"\(\w*:([A-Z]\w+)", text)) - UNIQUE.keys()
    assert labels <= NODE_KINDS.keys()


# What some questions about ties take in beside these.
BESIDE = {
    "search/degrees": {"HELD_IN", "BASED_IN"}, "search/known": {"HELD_IN", "BASED_IN"},
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name.startswith(("near/", "why/", *BESIDE))])
def test_questions_about_ties_know_all_of_them(name: str) -> None:
    wide = [set(kinds.split("|")) for kinds in re.findall(r"\[\w*:([A-Z_|]+)", QUESTIONS[name].text)]
    for kinds in wide:
        if len(kinds) > 5:
            assert kinds == set(TYING_LINKS) | BESIDE.get(name, set())


def test_a_new_claim_is_stored_with_all_of_its_properties() -> None:
    claim = said(initiative("De Linde"), "form", "kring")
    named = re.findall(r"(\w+): row\.(\w+)", QUESTIONS["ledger/create_claims"].text)
    assert {name for name, _ in named} == with_said(claim_row(claim)).keys()
    assert all(name == value for name, value in named)
