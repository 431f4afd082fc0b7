"""Links that a source told of on a day and tells of no more: the past that has no dates of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph_model.dates import bounds
from graph_model.names import fold
from graph_model.projection.given import LINE
from graph_model.schema import LINK_KINDS
from queries import results
from queries.as_of import Row
from queries.engine.base import Reading
from queries.evidence import best_first, claims_of
from queries.ledger.draft import instant
from queries.ledger.outside import Outside
from queries.results.things import Lapsed
from queries.words import sentence

_Slot = tuple[str, str, str, str]


def lapsed_links(
    reading: Reading, here: results.Ref, keys: Sequence[str], kinds: Sequence[str], as_of: str
) -> tuple[Lapsed, ...]:
    """What sources were seen to say of a thing about a day, and no source says now; by its words.

    :param as_of: a date (EDTF); a claim counts when it was seen on, or both before and after, any moment of it.
    """
    first, last = bounds(as_of)
    rows = [row["claim"] for row in reading.ask("links/lapsed", keys=list(keys), kinds=list(kinds))]
    seen = [row for row in rows if row["strength"] >= LINE and _overlaps(row, first.isoformat(), last.isoformat())]
    outside = Outside(reading)
    outside.look_up(key for row in seen for key in (row["subject"], row["object"]))
    slots: dict[_Slot, list[Row]] = defaultdict(list)
    for row in seen:
        slots[_slot(row, outside)].append(row)
    still = _drawn(reading, here.id, slots)
    claims = claims_of(reading, (row["id"] for some in slots.values() for row in some))
    told = (
        _told(some, best_first(claims, [row["id"] for row in some]))
        for slot, some in slots.items()
        if slot not in still
    )
    return tuple(sorted(told, key=lambda one: one.sentence))


def _overlaps(row: Row, first: str, last: str) -> bool:
    seen_last = row.get("last_seen") or row["first_seen"]
    return instant(row["first_seen"]).isoformat() <= last and instant(seen_last).isoformat() >= first


def _slot(row: Row, outside: Outside) -> _Slot:
    """The link that a claim spoke of: its kind, its ends (ids, or keys of what is gone), its folded role."""
    ends = []
    for key in (row["subject"], row["object"]):
        standing = outside.standing(key)
        ends.append(standing.id if standing else key)
    return row["predicate"], ends[0], ends[1], fold(row.get("role") or "")


def _drawn(reading: Reading, here: str, slots: Iterable[_Slot]) -> set[_Slot]:
    """Those of these links that the graph still has, whatever their dates."""
    others = sorted({end for _, a, b, _ in slots for end in (a, b)} - {here})
    pairs = [{"here": a, "there": b} for other in others for a, b in ((here, other), (other, here))]
    rows = reading.ask("stale/links", pairs=pairs) if pairs else []
    drawn = {(row["kind"], row["here"], row["other_id"], fold(row["role"] or "")) for row in rows}
    return drawn | {(kind, b, a, role) for kind, a, b, role in drawn if LINK_KINDS[kind].symmetric}


def _told(rows: Sequence[Row], claims: tuple[results.Claim, ...]) -> Lapsed:
    row = rows[0]
    role = row.get("role") or ""
    return Lapsed(
        kind=row["predicate"], role=role,
        sentence=sentence(
            row["predicate"], "out", row["subject_name"], row["object_name"], role, row["subject_kind"]
        ),
        first_seen=min(one["first_seen"] for one in rows),
        last_seen=max(one.get("last_seen") or one["first_seen"] for one in rows), claims=claims,
    )  # fmt: skip
