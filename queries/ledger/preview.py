"""What a reading, or a withdrawal, would change: the same steps as the real thing, with nothing written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from graph_model.evidence import statement_of
from graph_model.keys import block_of
from graph_model.projection.said import Said
from queries.engine.base import Graph, Reading, Writing
from queries.ledger.change import Change
from queries.ledger.draft import Draft
from queries.ledger.given import given_of
from queries.ledger.graph_store import in_batches
from queries.ledger.pages import let_go, take_in
from queries.ledger.records import PageOutcome, PageReading
from queries.ledger.rows import said_of_texts
from queries.ledger.suppressions import erased_in
from queries.masking import KeyedNames

_NOBODY = KeyedNames(b"", frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of pages, and of which claims.

    ``held`` are the statements that would lose a claim and that other sources still make.
    """

    outcomes: tuple[PageOutcome, ...]
    changes: tuple[Change, ...]
    held: frozenset[str]

    def is_held(self, said: Said) -> bool:
        """Whether other sources still say what this claim said."""
        return statement_said(said) in self.held


def preview(graph: Graph, readings: Sequence[PageReading]) -> Preview:
    """What recording these readings would change."""

    def question(reading: Reading) -> Preview:
        draft = _draft(reading)
        erased = erased_in(reading, given_of(graph)) if graph.secret else _NOBODY
        return _preview(draft, take_in(draft, readings, erased))

    return graph.answer(question)


def preview_withdrawal(graph: Graph, address: str, at: str) -> Preview:
    """What withdrawing a page would change. ``at`` is ISO 8601 in UTC."""

    def question(reading: Reading) -> Preview:
        draft = _draft(reading)
        return _preview(draft, [let_go(draft, address, at)])

    return graph.answer(question)


def _draft(reading: Reading) -> Draft:
    # A draft only asks until it is told to write, which nobody does here.
    return Draft(cast(Writing, reading))


def _preview(draft: Draft, outcomes: Sequence[PageOutcome]) -> Preview:
    changes = tuple(draft.changes())
    lost = {statement_said(change.before) for change in changes if change.before and not change.after}
    changed = {said.id for change in changes for said in change.sides}
    others: list[Said] = []
    for batch in in_batches(sorted(lost)):
        (row,) = draft.tx.ask("ledger/claims_saying", statements=batch)
        others += [said for said in said_of_texts(row["claims"]) if said.id not in changed]
    return Preview(tuple(outcomes), changes, frozenset(map(statement_said, others)))


def statement_said(said: Said) -> str:
    """The hash of what a claim says, whoever says it, and whatever tells its ends from namesakes."""
    target = block_of(said.object) if said.object else said.value
    return statement_of(block_of(said.subject), said.predicate, target, said.role)
