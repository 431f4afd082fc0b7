"""Corrections: a person confirms, refuses or replaces what a claim says; each can be taken back.

The verdict is on the statement, not on the one claim: it holds for all pages that say the same, read before or after.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.decisions import Decision, Verdict
from graph_model.errors import BadQuestion, NotFound
from graph_model.keys import block_of
from graph_model.projection.said import Said
from graph_model.schema import FIELD_KINDS
from queries import results
from queries.candidates import words_of_said
from queries.engine.base import Graph, Reading
from queries.ledger.deciding import decide, take_back
from queries.ledger.decision_rows import decisions_on
from queries.ledger.rows import NULLABLE, said_of_row


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, when (ISO 8601 in UTC), and why."""

    by: str
    at: str
    reason: str = ""


def confirm(graph: Graph, claim: str, signed: Signed) -> results.Correction:
    """Confirm what a claim says: it enters the graph however weak it is.

    :raises NotFound: no claim has this id.
    """
    return _rule(graph, claim, Verdict.CONFIRMED, "", signed)


def correct(graph: Graph, claim: str, signed: Signed, to: str = "") -> results.Correction:
    """Refuse what a claim says, or put another value in its place (``to``).

    :raises NotFound: no claim has this id.
    :raises BadQuestion: no reason is given, or the value of a link is to be replaced.
    """
    if not signed.reason.strip():
        raise BadQuestion("Zeg waarom: een verbetering heeft een reden nodig.")
    return _rule(graph, claim, Verdict.REPLACED if to else Verdict.REFUSED, to, signed)


def undo_correction(graph: Graph, claim: str) -> results.Correction:
    """Take back the verdict in force on what a claim says.

    :raises NotFound: no claim has this id, or nobody ruled on it.
    """
    said = _said(graph, claim)
    decision = graph.answer(lambda reading: _in_force_on(reading, said))
    if decision is None:
        raise NotFound(f"Over bewering {claim} is niets besloten, of het is al teruggenomen.")
    take_back(graph, decision.id)
    return results.Correction(claim=claim, verdict="undone", words=words_of_said(said), replacement=None)


def _rule(graph: Graph, claim: str, verdict: Verdict, replacement: str, signed: Signed) -> results.Correction:
    said = _said(graph, claim)
    if replacement and (said.object or said.predicate not in FIELD_KINDS):
        raise BadQuestion("Een verband krijgt geen andere waarde: weiger het zonder --to.")
    decide(graph, _decision(said, verdict, replacement.strip(), signed))
    return results.Correction(
        claim=claim, verdict=verdict.value, words=words_of_said(said), replacement=replacement.strip() or None
    )


def _decision(said: Said, verdict: Verdict, replacement: str, signed: Signed) -> Decision:
    return Decision(
        verdict, said.subject, said.object, said.predicate, "" if said.object else said.value, said.role,
        replacement, signed.by, signed.at, signed.reason,
    )  # fmt: skip


def _said(graph: Graph, claim: str) -> Said:
    rows = graph.answer(lambda reading: reading.ask("ledger/claims_by_id", ids=[claim]))
    if not rows:
        raise NotFound(f"Er is geen bewering met nummer {claim!r}.")
    return said_of_row({**NULLABLE, **rows[0]["claim"]})


def _in_force_on(reading: Reading, said: Said) -> Decision | None:
    matter = _decision(said, Verdict.CONFIRMED, "", Signed("", "")).matter
    decisions = decisions_on(reading, [block_of(said.subject)])
    return next((decision for decision in decisions if decision.matter == matter), None)
