"""Decisions to a text and back: JSON lines behind a header that tells format, version, number and a hash.

A text that is damaged, cut off or of a later version is refused as a whole. Taking over twice is taking over once; a
decision that was taken back here stays taken back.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from graph_model.decisions import Decision, Verdict
from graph_model.errors import NotUnderstood
from graph_model.keys import SEPARATOR, digest
from graph_model.schema import FAMILIES
from queries import results
from queries.engine.base import Graph, Reading
from queries.ledger.deciding import decide_all
from queries.ledger.decision_rows import decisions_in_force

FORMAT, VERSION = "samenspel-besluiten", 1
_FIELDS = frozenset(field.name for field in fields(Decision))


def exported(graph: Graph) -> tuple[str, int]:
    """All decisions in force as text, and how many there are."""
    rows = graph.answer(lambda reading: reading.ask("ledger/all_decisions"))
    lines = [json.dumps(asdict(decision), ensure_ascii=False) for decision in decisions_in_force(rows)]
    header = {"format": FORMAT, "version": VERSION, "decisions": len(lines), "hash": digest(*lines)}
    return "\n".join((json.dumps(header), *lines)) + "\n", len(lines)


def take_over(graph: Graph, text: str, source: str = "") -> results.DecisionsMoved:
    """Store the decisions of a text that are not here yet, all in one change.

    :raises NotUnderstood: the text is no such export, is damaged, or is of a later version; nothing is changed.
    """
    decisions = _decisions(text, source)
    ids = [decision.id for decision in decisions]
    known = graph.answer(lambda reading: _undone_by_id(reading, ids))
    fresh = [decision for decision in decisions if decision.id not in known]
    added = decide_all(graph, fresh) if fresh else []
    undone = sum(known.values())
    return results.DecisionsMoved(
        read=len(decisions), added=len(added), known=len(known) - undone, taken_back=undone,
        forgotten=len(fresh) - len(added),
    )  # fmt: skip


def _undone_by_id(reading: Reading, ids: list[str]) -> dict[str, bool]:
    return {row["id"]: bool(row["undone"]) for row in reading.ask("review/decisions_by_id", ids=ids)}


def _decisions(text: str, source: str) -> list[Decision]:
    header, *lines = text.splitlines() or [""]
    told = _object(header, source)
    if told.get("format") != FORMAT:
        raise NotUnderstood("Dit is geen bestand met besluiten van Samenspel.", source)
    if not isinstance(told.get("version"), int) or told["version"] > VERSION:
        raise NotUnderstood("Dit bestand is van een nieuwere versie van Samenspel dan deze.", source)
    if told.get("decisions") != len(lines) or told.get("hash") != digest(*lines):
        raise NotUnderstood("Het bestand met besluiten is beschadigd of afgekapt; er is niets overgenomen.", source)
    return [_decision(_object(line, source), source) for line in lines]


def _object(line: str, source: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise NotUnderstood("Dit is geen bestand met besluiten van Samenspel.", source)
    return found


def _decision(told: dict[str, Any], source: str) -> Decision:
    """A decision from its JSON.

    :raises NotUnderstood: a field is missing, unknown or no text, or a key is none.
    """
    whole = told.keys() == _FIELDS and all(isinstance(value, str) for value in told.values())
    if not whole or told["verdict"] not in set(Verdict) or not _is_key(told["left"]):
        raise NotUnderstood(f"Een besluit in het bestand klopt niet: {json.dumps(told)[:120]}", source)
    decision = Decision(**{**told, "verdict": Verdict(told["verdict"])})
    if not _is_key(decision.right) and (decision.is_pair or decision.right):
        raise NotUnderstood(f"Een besluit in het bestand klopt niet: {json.dumps(told)[:120]}", source)
    return decision


def _is_key(text: str) -> bool:
    return text.partition(SEPARATOR)[0] in FAMILIES and text.count(SEPARATOR) == 2
