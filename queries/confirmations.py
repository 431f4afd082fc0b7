"""Which links a person confirmed, when, and who it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph_model.decisions import Decision, Verdict
from graph_model.names import fold
from graph_model.schema import LINK_KINDS
from queries.engine.base import Reading
from queries.ledger.decision_rows import decisions_on
from queries.ledger.outside import Outside
from queries.results.things import Confirmation

# A link: its kind, its ends (the smaller id first where it has no direction), its folded role.
Place = tuple[str, str, str, str]


def confirmed_links(reading: Reading, things: Iterable[str]) -> dict[Place, Confirmation]:
    """The confirmations in force on links of these things."""
    wanted = sorted(set(things))
    blocks = sorted({row["block"] for row in reading.ask("ledger/keys_of_things", things=wanted)}) if wanted else []
    return confirmed_by(reading, decisions_on(reading, blocks) if blocks else ())


def confirmed_by(reading: Reading, decisions: Iterable[Decision]) -> dict[Place, Confirmation]:
    """The confirmations of links among decisions in force."""
    found = [d for d in decisions if d.verdict is Verdict.CONFIRMED and d.right and d.predicate in LINK_KINDS]
    groups = Outside(reading).groups({key for d in found for key in (d.left, d.right)})
    return {_place_of(d, groups): Confirmation(at=d.at, by=d.by) for d in found if {d.left, d.right} <= groups.keys()}


def _place_of(decision: Decision, groups: Mapping[str, str]) -> Place:
    return place(decision.predicate, groups[decision.left], groups[decision.right], decision.role)


def place(kind: str, start: str, end: str, role: str) -> Place:
    """The place of a link in :func:`confirmed_links`."""
    if LINK_KINDS[kind].symmetric and end < start:
        start, end = end, start
    return kind, start, end, fold(role)
