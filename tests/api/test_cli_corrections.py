"""Candidates, confirming and correcting on the command line."""

from __future__ import annotations

import json

from queries import Graph
from queries.candidates import candidates
from tests.api.conftest import Command


def test_candidates_are_told_with_quote_and_number_and_as_json(samenspel: Command, neighbourhood: Graph) -> None:
    waiting = candidates(neighbourhood)
    said = samenspel("candidates")
    assert said.status == 0
    first = waiting.items[0]
    assert first.claim.id in said.out
    assert "“" in said.out
    assert samenspel("candidates", "--json").out == waiting.json_text() + "\n"


def test_a_claim_is_confirmed_refused_and_put_back(samenspel: Command, neighbourhood: Graph) -> None:
    waiting = candidates(neighbourhood)
    claim = waiting.items[0].claim.id
    assert samenspel("confirm", claim).out.startswith("Bevestigd: ")
    assert candidates(neighbourhood).total == waiting.total - 1
    assert samenspel("confirm", claim, "--undo").out.startswith("Teruggenomen")
    assert samenspel("correct", claim).status == 2
    refused = json.loads(samenspel("correct", claim, "--reason", "klopt niet", "--by", "Anna", "--json").out)
    assert (refused["verdict"], refused["claim"]) == ("refused", claim)
    assert samenspel("correct", claim, "--undo").status == 0
    assert candidates(neighbourhood).total == waiting.total


def test_an_unknown_claim_is_not_found(samenspel: Command, neighbourhood: Graph) -> None:
    said = samenspel("confirm", "niets")
    assert (said.status, "Er is geen bewering" in said.err) == (3, True)
