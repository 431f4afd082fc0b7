"""Claims as rows of the store, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from operator import itemgetter
from typing import Any

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.projection.identity import alias_block
from graph_model.projection.said import Said

Row = dict[str, Any]
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Properties that a stored claim may lack; a row that is written has them all, so that rows can be compared.
NULLABLE: Row = dict.fromkeys(
    ("subject_qualifier", "object", "object_kind", "object_name", "object_qualifier", "value", "field_of", "points_to",
     "role", "valid_from", "valid_to", "fingerprint", "last_seen")
)  # fmt: skip


def claim_row(claim: Claim, *, retired: bool = False) -> Row:
    """A claim as properties of its stored node; empty texts are left out (null removes a property)."""
    best = claim.best
    end = claim.object
    row: Row = {
        "id": claim.id,
        "page": claim.page,
        "subject": claim.subject_key,
        "subject_kind": claim.subject.kind,
        "subject_name": claim.subject.name,
        "subject_qualifier": claim.subject.qualifier or None,
        "predicate": claim.predicate,
        "object": claim.object_key or None,
        "object_kind": end.kind if end else None,
        "object_name": end.name if end else None,
        "object_qualifier": (end.qualifier or None) if end else None,
        "value": None if end else claim.value,
        "field_of": None if end or claim.predicate == "alias" else claim.subject_key,
        "points_to": _points_to(claim),
        "role": claim.role or None,
        "statement": claim.statement,
        "evidence": _as_json(claim.evidence),
        "strength": round(best.confidence * 1000),
        "stated": best.stated,
        "valid_from": best.valid_from or None,
        "valid_to": best.valid_to or None,
        "origin": claim.origin.value,
        "host": claim.host,
        "fingerprint": claim.fingerprint or None,
        "fetched": claim.fetched,
        "echo": claim.echo,
        "first_seen": claim.first_seen,
        "last_seen": claim.last_seen or None,
        "retired": retired,
    }
    return row


_EVIDENCE_FIELDS = tuple(field.name for field in fields(Evidence))


def _as_json(evidence: Iterable[Evidence]) -> str:
    # By hand: dataclasses.asdict copies deeply and takes ten times as long.
    plain = [{name: getattr(e, name) for name in _EVIDENCE_FIELDS} for e in evidence]
    return _compact(plain)


def _points_to(claim: Claim) -> str | None:
    if claim.predicate != "alias":
        return None
    return alias_block(claim.subject_key.partition("|")[0], claim.value) or None


def claim_of(row: Mapping[str, Any]) -> Claim:
    """A stored claim with the evidence that it has, or had when it was retired."""
    return Claim(
        page=row["page"],
        subject=End(row["subject_kind"], row["subject_name"], row.get("subject_qualifier") or ""),
        predicate=row["predicate"],
        object=_object_of(row),
        value=row.get("value") or "",
        role=row.get("role") or "",
        evidence=tuple(Evidence(**evidence) for evidence in json.loads(row["evidence"])),
        origin=Origin(row["origin"]),
        host=row.get("host") or "",
        fingerprint=row.get("fingerprint") or "",
        fetched=row.get("fetched") or "",
        first_seen=row.get("first_seen") or "",
        last_seen=row.get("last_seen") or "",
        echo=bool(row.get("echo")),
    )


def _object_of(row: Mapping[str, Any]) -> End | None:
    if not row.get("object"):
        return None
    return End(row["object_kind"], row["object_name"], row.get("object_qualifier") or "")


_of_said = itemgetter(*(field.name for field in fields(Said)))


def said_of_row(row: Mapping[str, Any]) -> Said:
    """The flat form of a live stored claim."""
    return Said(*_said_values(row))


def with_said(row: Row) -> Row:
    """A claim's row as it is stored: with its flat form in one text, which retired claims lack.

    The graph is redrawn from that text: the engines read one property in a fifth of the time of twenty.
    """
    return {**row, "said": None if row["retired"] else _compact(_said_values(row))}


def heard(row: Row) -> tuple[Row, Said]:
    """A live claim's row of a backup as it is stored, and its flat form: both in one go."""
    values = _said_values({**NULLABLE, **row})
    return {**row, "said": _compact(values)}, Said(*values)


def said_of_texts(texts: Iterable[str]) -> list[Said]:
    """The flat forms of live stored claims from their texts."""
    return [Said(*values) for values in json.loads(f"[{','.join(texts)}]")]


def said_of_values(values: list[Any]) -> Said:
    """The flat form of a live stored claim from its properties in the order of ``Said``."""
    return Said(*_filled(values))


def _said_values(row: Mapping[str, Any]) -> list[Any]:
    return _filled(_of_said(row))


def _filled(values: Iterable[Any]) -> list[Any]:
    return ["" if value is None else value for value in values]
