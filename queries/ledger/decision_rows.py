"""Decisions as rows of the store, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import chain
from typing import Any

from graph_model.decisions import Decision, Verdict, in_force
from graph_model.keys import block_of
from queries.engine.base import Asked, Reading

_FIELDS = ("left", "right", "predicate", "value", "role", "replacement", "by", "at", "reason")


def decision_row(decision: Decision) -> dict[str, Any]:
    """A decision as properties of its stored node."""
    row = {name: value or None for name, value in asdict(decision).items()}
    row |= {"id": decision.id, "verdict": decision.verdict.value, "undone": False}
    row |= {"subject_block": block_of(decision.left), "object_block": block_of(decision.right or decision.left)}
    return row


def decision_of(row: Mapping[str, Any]) -> Decision:
    """A stored decision."""
    return Decision(Verdict(row["verdict"]), **{name: row.get(name) or "" for name in _FIELDS})


def asked_on(blocks: Iterable[str]) -> tuple[Asked, Asked]:
    """What to ask for the decisions in force that speak of these blocks; one that speaks of two comes twice."""
    wanted = {"blocks": sorted(blocks)}
    return ("ledger/decisions_on_subjects", wanted), ("ledger/decisions_on_objects", wanted)


def decisions_on(reading: Reading, blocks: Iterable[str]) -> list[Decision]:
    """The decisions in force that speak of these blocks."""
    return decisions_in_force(chain(*reading.ask_together(*asked_on(blocks))))


def decisions_in_force(rows: Iterable[Mapping[str, Any]]) -> list[Decision]:
    """The decisions that count among those that a question found (each row's ``decision``)."""
    return in_force(tuple(decision_of(row["decision"]) for row in rows))
