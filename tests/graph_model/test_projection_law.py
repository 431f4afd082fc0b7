"""The graph is a pure function of the ledger: neither order nor repetition counts."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from graph_model.decisions import Decision
from graph_model.evidence import Claim
from graph_model.projection.given import Given
from graph_model.projection.project import Projection, project
from graph_model.projection.said import said_of
from graph_model.projection.tally import add, tallies_of
from graph_model.schema import LINK_KINDS
from queries.ledger.records import PageReading
from tests.ledgers import decisions, readings

GIVEN = Given(secret=b"geheim", common_surnames=frozenset({"de vries", "jansen"}))
pytestmark = pytest.mark.timeout(900)
pages = st.lists(readings, max_size=5, unique_by=lambda reading: reading.page.key)


def claims_of(found: list[PageReading]) -> list[Claim]:
    return list({claim.id: claim for reading in found for claim in reading.claims}.values())


@settings(max_examples=2_000)
@for_all(pages, st.lists(decisions, max_size=3), st.integers())
def test_a_graph_holds_together_in_whatever_order_its_claims_and_decisions_came(
    found: list[PageReading], decided: list[Decision], seed: int
) -> None:
    claims = claims_of(found)
    graph = project(claims, decided, GIVEN)
    _holds_together(graph, claims)
    Random(seed).shuffle(claims)
    Random(seed).shuffle(decided)
    again = project(claims, decided, GIVEN)
    assert again.nodes == graph.nodes
    assert again.links == graph.links
    assert again.group_of == graph.group_of


def _holds_together(graph: Projection, claims: list[Claim]) -> None:
    """No link without two nodes that it may join, no node or link without a claim, every key in one node only."""
    ids = {claim.id for claim in claims}
    for link in graph.links.values():
        assert link.claims
        assert set(link.claims) <= ids
        assert LINK_KINDS[link.kind].allows(graph.nodes[link.start].kind, graph.nodes[link.end].kind)
    keys = [key for node in graph.nodes.values() for key in node.keys]
    assert len(keys) == len(set(keys))
    named = {key for claim in claims for key in (claim.subject_key, claim.object_key) if key}
    assert set(keys) <= named


@settings(max_examples=300)
@for_all(pages, st.integers(0, 4))
def test_taking_claims_away_is_as_if_they_had_never_come(found: list[PageReading], number: int) -> None:
    said = [said_of(claim) for claim in claims_of(found)]
    kept, taken = said[number:], said[:number]
    tallies = tallies_of(said, GIVEN)
    for one in taken:
        add(tallies, one, GIVEN, -1)
    assert {key: tally for key, tally in tallies.items() if tally} == tallies_of(kept, GIVEN)
