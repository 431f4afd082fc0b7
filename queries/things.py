"""Things with their fields: what is shown, and for one thing everything that was said of each field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from graph_model.dates import fits, is_date
from graph_model.errors import NotFound
from graph_model.keys import block_of
from graph_model.projection.given import LINE
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from graph_model.schema import FIELD_KINDS
from queries import results
from queries.as_of import has_ended, holds, now
from queries.choosing import why_shown
from queries.engine.base import Reading
from queries.evidence import best_first, claims_of
from queries.geography import PRECISIONS, Placed, counting
from queries.ledger.decision_rows import decisions_in_force
from queries.ledger.rows import said_of_texts
from queries.names import name_then, names_of
from queries.words import kind_words

# These have keys of their own in a thing.
_OWN_KEY = frozenset(("name", "kind", "alias", "url", "position"))

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """A thing as it lies in the graph: its properties, and the places where it is at home or takes place."""

    row: Row
    places: tuple[Placed, ...]

    @property
    def ref(self) -> results.Ref:
        return results.Ref(id=self.row["id"], kind=self.row["kind"], name=self.row["name"])

    @property
    def points(self) -> tuple[Placed, ...]:
        """The positions that count, best first."""
        return counting(self._own, self.places)

    @property
    def _own(self) -> Placed | None:
        return _point(self.row) if self.row.get("lat") is not None else None

    def thing(self, fields: Mapping[str, results.FieldValues] | None = None) -> results.Thing:
        """The thing as an answer gives it; without ``fields`` those hold only what is shown."""
        row, points = self.row, self.points
        return results.Thing(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            kind_words=kind_words(row["kind"]),
            aliases=tuple(row.get("aliases") or ()),
            url=row.get("url"),
            fields=dict(_shown_fields(row) if fields is None else fields),
            position=points[0].position if points else None,
        )


def stored_of(found: Row, at: datetime | None = None) -> Stored:
    """A thing from a row with its properties as ``thing`` and its ``places``: those where it was at a moment.

    Without a moment all count but those that it has left by now.
    """
    there = (place for place in found["places"] if (holds(place, at) if at else not has_ended(place, now())))
    places = sorted(there, key=lambda place: (place["name"], place["id"]))
    refs = [results.Ref(id=place["id"], kind=place["kind"], name=place["name"]) for place in places]
    points = [_point(place, ref) for place, ref in zip(places, refs, strict=True)]
    return Stored(found["thing"], tuple(point for point in points if point))


def _point(row: Row, via: results.Ref | None = None) -> Placed | None:
    """The position in a row; None when it is of something too wide to measure from, as a province."""
    if row["position_precision"] not in PRECISIONS:
        return None
    area = (row.get("municipality") or "", row.get("province") or "")
    return Placed(row["lat"], row["lon"], row["position_precision"], via, area)


def things_stored(reading: Reading, ids: Iterable[str], at: datetime | None = None) -> dict[str, Stored]:
    """Things by id, with their places at a moment (now, if none is given)."""
    wanted = sorted(set(ids))
    rows = reading.ask("things/by_id", ids=wanted) if wanted else []
    return {row["thing"]["id"]: stored_of(row, at) for row in rows}


def stored_by_id(reading: Reading, thing_id: str, at: datetime | None = None) -> Stored:
    """One thing, with its places at a moment (now, if none is given).

    :raises NotFound: there is no such thing (any more).
    """
    found = things_stored(reading, [thing_id], at)
    if thing_id not in found:
        raise NotFound(f"Er is niets met nummer {thing_id!r}.")
    return found[thing_id]


def with_claims(reading: Reading, stored: Stored, at: datetime | None = None) -> results.Thing:
    """A thing with all its names, all values of its fields and the claims behind them; ``at``: as it was then."""
    row = stored.row
    rulings = _rulings(reading, row)
    names = names_of(reading, row["name"], row["keys"], rulings) if row.get("aliases") else ()
    thing = stored.thing(_fields_with_claims(reading, row, rulings))
    return thing.model_copy(update={"names": names, "name_then": name_then(names, at) if at else None})


def _shown_fields(row: Row) -> dict[str, results.FieldValues]:
    return {
        name: results.FieldValues(words=field.dutch, value=_shown(row[name]))
        for name, field in FIELD_KINDS.items()
        if name in row and name not in _OWN_KEY and not field.hidden
    }


def _shown(value: object) -> str | tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def _fields_with_claims(reading: Reading, row: Row, rulings: Rulings) -> dict[str, results.FieldValues]:
    said = _published_fields(reading, row, rulings)
    claims = claims_of(reading, (s.id for s in said))
    by_field: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_field[one.predicate].append(one)
    fields = _shown_fields(row)
    return {
        name: _field(fields[name], name, by_field[name], claims, why_shown(name, by_field[name], row["id"], rulings))
        for name in fields
    }


def _rulings(reading: Reading, row: Row) -> Rulings:
    """What people ruled on the fields and names of a thing."""
    keys: list[str] = row["keys"]
    decisions = reading.ask("ledger/decisions_on", blocks=sorted({block_of(key) for key in keys}))
    return Rulings(decisions_in_force(decisions), {key: str(row["id"]) for key in keys})


def _published_fields(reading: Reading, row: Row, rulings: Rulings) -> list[Said]:
    """What live claims say of the fields of a thing, first-ranked first; what was refused or is too weak left out."""
    (fields,) = reading.ask("ledger/fields_of", keys=row["keys"])
    said = said_of_texts(fields["claims"])
    kept = [s for s in said if not rulings.refused(s) and (s.strength >= LINE or rulings.confirmed(s))]
    return sorted(kept, key=lambda s: (rulings.confirmed(s), s.rank), reverse=True)


def _field(
    shown: results.FieldValues, name: str, said: Sequence[Said], claims: Mapping[str, results.Claim], why: str
) -> results.FieldValues:
    by_value: dict[str, list[str]] = defaultdict(list)
    values = (shown.value,) if isinstance(shown.value, str) else shown.value
    for value in values:
        by_value[value] = []
    for one in said:
        by_value[one.value].append(one.id)
    entries = tuple(
        results.FieldEntry(value=value, shown=value in values, claims=best_first(claims, ids))
        for value, ids in by_value.items()
    )
    conflict = _contradict(name, list(by_value))
    return shown.model_copy(update={"values": entries, "conflict": conflict, "why": why if conflict else None})


def _contradict(name: str, values: Sequence[str]) -> bool:
    """Whether values exclude each other; a date that is only known less well does not."""
    field = FIELD_KINDS[name]
    if field.multiple:
        return False
    if field.date and all(map(is_date, values)):
        return not all(fits(a, b) or fits(b, a) for a, b in combinations(values, 2))
    return len(values) > 1
