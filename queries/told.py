"""One thing told whole: everything that was said of each of its fields and names, and what people ruled on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from graph_model.dates import fits, is_date
from graph_model.decisions import Decision
from graph_model.errors import NotFound
from graph_model.projection.given import LINE
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from graph_model.schema import FIELD_KINDS
from queries import results
from queries.choosing import why_shown
from queries.engine.base import Asked, Reading
from queries.evidence import best_first, claims_of
from queries.ledger.decision_rows import decisions_in_force
from queries.ledger.rows import said_of_texts
from queries.names import name_then, names_of
from queries.resolve import is_id, resolve
from queries.things import Stored, shown_fields, stored_of


@dataclass(frozen=True, slots=True)
class Whole:
    """A thing with what live claims say of its fields, and the decisions in force on its names."""

    stored: Stored
    said: tuple[Said, ...]
    decisions: tuple[Decision, ...]

    @property
    def rulings(self) -> Rulings:
        """What people ruled on its names."""
        return Rulings(self.decisions, {key: str(self.stored.row["id"]) for key in self.stored.row["keys"]})

    @property
    def shown_claims(self) -> list[str]:
        """The ids of the claims behind what is shown of its fields."""
        return [said.id for said in _published(self)]


def whole_of(reading: Reading, thing: str, at: datetime | None = None) -> Whole:
    """The one thing that is meant, with its places at a moment (now, if none is given).

    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.resolve.resolve`.
    """
    return whole_and(reading, thing, at, lambda _: ())[0]


def whole_and(
    reading: Reading, thing: str, at: datetime | None, beside: Callable[[str], Sequence[Asked]]
) -> tuple[Whole, list[list[dict[str, Any]]]]:
    """The same, with the answers to questions about it that are asked along; ``beside`` makes them from its id.

    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.resolve.resolve`.
    """
    text = thing.strip()
    found = _by_id(reading, text, at, beside(text)) if is_id(text) else None
    if found is None:
        id_ = resolve(reading, text).id
        found = _by_id(reading, id_, at, beside(id_))
    elif found[0].stored.row["id"] != text:  # an old id: what was asked along is not about this thing
        id_ = found[0].stored.row["id"]
        found = _by_id(reading, id_, at, beside(id_))
    if found is None:
        raise NotFound(f"Er is niets met nummer {thing!r}.")
    return found


def _by_id(
    reading: Reading, id_: str, at: datetime | None, beside: Sequence[Asked]
) -> tuple[Whole, list[list[dict[str, Any]]]] | None:
    rows, *others = reading.ask_together(("things/whole", {"id": id_}), *beside)
    if not rows:
        return None
    row = rows[0]
    decisions = {decision["id"]: {"decision": decision} for decision in row["decisions"]}
    whole = Whole(stored_of(row, at), tuple(said_of_texts(row["said"])), tuple(decisions_in_force(decisions.values())))
    return whole, others


def with_claims(
    reading: Reading, whole: Whole, at: datetime | None = None, claims: Mapping[str, results.Claim] | None = None
) -> results.Thing:
    """A thing with all its names, all values of its fields and the claims behind them; ``at``: as it was then.

    :param claims: those of :attr:`Whole.shown_claims`, where they were asked for already.
    """
    row = whole.stored.row
    names = names_of(reading, row["name"], row["keys"], whole.rulings) if row.get("aliases") else ()
    known = claims_of(reading, whole.shown_claims) if claims is None else claims
    thing = whole.stored.thing(_fields_with_claims(whole, known))
    return thing.model_copy(update={"names": names, "name_then": name_then(names, at) if at else None})


def _fields_with_claims(whole: Whole, claims: Mapping[str, results.Claim]) -> dict[str, results.FieldValues]:
    row, rulings = whole.stored.row, whole.rulings
    by_field: dict[str, list[Said]] = defaultdict(list)
    for one in _published(whole):
        by_field[one.predicate].append(one)
    fields = shown_fields(row)
    return {
        name: _field(fields[name], name, by_field[name], claims, why_shown(name, by_field[name], row["id"], rulings))
        for name in fields
    }


def _published(whole: Whole) -> list[Said]:
    """What live claims say of the fields of a thing, first-ranked first; what was refused or is too weak left out."""
    rulings = whole.rulings
    kept = [s for s in whole.said if not rulings.refused(s) and (s.strength >= LINE or rulings.confirmed(s))]
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
