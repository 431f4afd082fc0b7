"""What people decided since a moment, as items beside what changed in the world."""

from __future__ import annotations

from datetime import datetime

from graph_model.decisions import Decision, Verdict
from graph_model.schema import FIELD_KINDS, LINK_KINDS
from queries.changes.items import Item
from queries.engine.base import Reading
from queries.ledger.decision_rows import decision_of
from queries.ledger.outside import Outside
from queries.results import CandidateEnd
from queries.results.changes import Change
from queries.words import sentence

_PAIRS = {
    Verdict.SAME: "{a} en {b} zijn hetzelfde",
    Verdict.DIFFERENT: "{a} en {b} zijn niet hetzelfde",
    Verdict.UNSURE: "of {a} en {b} hetzelfde zijn, is onzeker",
}
_STATEMENTS = {
    Verdict.CONFIRMED: "bevestigd: {said}",
    Verdict.REFUSED: "geweigerd: {said}",
    Verdict.REPLACED: "{said}: vervangen door {replacement}",
}


def decided_since(reading: Reading, since: datetime) -> list[Item]:
    """The decisions that were made at this moment or later and not taken back."""
    rows = reading.ask("changes/decisions_since", moment=since.isoformat())
    found = [decision_of(row["decision"]) for row in rows]
    outside = Outside(reading)
    ids = outside.groups({key for one in found for key in (one.left, one.right) if key})
    names = {row["id"]: row for row in reading.ask("changes/names", ids=sorted(set(ids.values())))} if ids else {}

    def end(key: str) -> CandidateEnd:
        row = names.get(ids.get(key, ""))
        # A key without a thing shows its folded name: more is not known of it.
        return CandidateEnd(
            id=row and row["id"], kind=row["kind"] if row else "", name=row["name"] if row else key.split("|")[1]
        )

    return [_item(one, end(one.left), end(one.right) if one.right else None) for one in found]


def _item(decision: Decision, a: CandidateEnd, b: CandidateEnd | None) -> Item:
    words = _words(decision, a, b)
    by = f"{decision.by or 'iemand'}{f': {decision.reason}' if decision.reason else ''}"
    change = Change(
        at=decision.at, run=None, cause="person", what="decided", kind=decision.predicate, role=decision.role,
        words=f"{words} (door {by})", subject=a, object=b, before=decision.value or None,
        after=decision.replacement or None, claims=(), claim_count=0,
    )  # fmt: skip
    return Item(change, ())


def _words(decision: Decision, a: CandidateEnd, b: CandidateEnd | None) -> str:
    if decision.is_pair:
        return _PAIRS[decision.verdict].format(a=a.name, b=b.name if b else "")
    if b and decision.predicate in LINK_KINDS:
        said = sentence(decision.predicate, "out", a.name, b.name, decision.role, a.kind)
    else:
        field = FIELD_KINDS.get(decision.predicate)
        said = f"{a.name}, {field.dutch if field else decision.predicate} {decision.value}"
    words = _STATEMENTS[decision.verdict].format(said=said, replacement=decision.replacement)
    return words[:1].upper() + words[1:]
