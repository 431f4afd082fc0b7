"""Decisions into the ledger and back, with the graph that follows, in one transaction."""

from __future__ import annotations

from graph_model.decisions import Decision
from graph_model.errors import NotFound
from queries.engine.base import Graph, Writing
from queries.ledger.decision_rows import decision_of, decision_row
from queries.ledger.given import given_of
from queries.ledger.reproject import reproject


def decide(graph: Graph, decision: Decision) -> None:
    """Store a decision and redraw what it touches."""
    given = given_of(graph)

    def work(tx: Writing) -> None:
        tx.ask("ledger/save_decision", row=decision_row(decision))
        reproject(tx, (), given, decision.blocks)

    graph.change(work)


def take_back(graph: Graph, decision_id: str) -> None:
    """Take a decision back and redraw what it touched.

    :raises NotFound: when there is no such decision.
    """
    given = given_of(graph)

    def work(tx: Writing) -> bool:
        rows = tx.ask("ledger/take_back_decision", id=decision_id)
        if rows:
            reproject(tx, (), given, decision_of(rows[0]["decision"]).blocks)
        return bool(rows)

    if not graph.change(work):
        raise NotFound(f"Er is geen beslissing met het nummer {decision_id}.")
