"""Decisions into the ledger and back, with the graph that follows, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph_model.decisions import Decision
from graph_model.errors import NotAllowed, NotFound
from graph_model.keys import block_of
from queries.engine.base import Graph, Writing
from queries.ledger.decision_rows import decision_of, decision_row
from queries.ledger.given import given_of
from queries.ledger.reproject import reproject
from queries.ledger.suppressions import erased_in
from queries.masking import KeyedNames, mask, names_in


def decide(graph: Graph, decision: Decision) -> Decision:
    """Store a decision and redraw what it touches; gives it as it is stored, without private data and erased names.

    :raises NotAllowed: it is about somebody who was erased.
    """
    given = given_of(graph)

    def work(tx: Writing) -> Decision:
        kept = _masked(decision, erased_in(tx, given))
        tx.ask("ledger/save_decision", row=decision_row(kept))
        reproject(tx, (), given, kept.blocks)
        return kept

    return graph.change(work)


def decide_all(graph: Graph, decisions: Iterable[Decision]) -> list[Decision]:
    """Store decisions and redraw what they touch, all in one change; those about somebody erased are left out.

    Gives those that were stored, as they are stored.
    """
    given, decisions = given_of(graph), tuple(decisions)

    def work(tx: Writing) -> list[Decision]:
        erased = erased_in(tx, given)
        kept = [_masked(decision, erased) for decision in decisions if not _is_about(decision, erased)]
        for decision in kept:
            tx.ask("ledger/save_decision", row=decision_row(decision))
        reproject(tx, (), given, {block for decision in kept for block in decision.blocks})
        return kept

    return graph.change(work)


def _is_about(decision: Decision, erased: KeyedNames) -> bool:
    """Whether a decision names somebody who was erased."""
    return any(names_in(block_of(key).partition("|")[2], erased) for key in (decision.left, decision.right) if key)


def _masked(decision: Decision, erased: KeyedNames) -> Decision:
    if _is_about(decision, erased):
        raise NotAllowed("Dit gaat over iemand die op eigen verzoek vergeten is; daarover wordt niets bewaard.")
    return replace(
        decision, value=mask(decision.value, erased), role=mask(decision.role, erased), by=mask(decision.by, erased),
        replacement=mask(decision.replacement, erased), reason=mask(decision.reason, erased),
    )  # fmt: skip


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
