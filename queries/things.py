"""Things as they lie in the graph, with what is shown of their fields and where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_model.errors import NotFound
from graph_model.schema import FIELD_KINDS
from queries import results
from queries.as_of import has_ended, holds, now
from queries.engine.base import Asked, Reading
from queries.geography import PRECISIONS, Placed, counting
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
            fields=dict(shown_fields(row) if fields is None else fields),
            position=points[0].position if points else None,
        )


def stored_of(found: Row, at: datetime | None = None, present: datetime | None = None) -> Stored:
    """A thing from a row with its properties as ``thing`` and its ``places``: those where it was at a moment.

    Without a moment all count but those that it has left by now, or by the moment that is said to be ``present``.
    """
    if not found["places"]:
        return Stored(found["thing"], ())
    moment = present or now()
    there = (place for place in found["places"] if (holds(place, at) if at else not has_ended(place, moment)))
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
    name, parameters = things_asked(ids)
    return things_in(reading.ask(name, **parameters), at) if parameters["ids"] else {}


def things_asked(ids: Iterable[str]) -> Asked:
    """The question for things by id, to be asked together with others; :func:`things_in` reads its answer."""
    return "things/by_id", {"ids": sorted(set(ids))}


def things_in(rows: Iterable[Row], at: datetime | None = None) -> dict[str, Stored]:
    """The things in an answer to :func:`things_asked`, by id, with their places at a moment."""
    moment = now()
    return {row["thing"]["id"]: stored_of(row, at, moment) for row in rows}


def stored_by_id(reading: Reading, thing_id: str, at: datetime | None = None) -> Stored:
    """One thing, with its places at a moment (now, if none is given).

    :raises NotFound: there is no such thing (any more).
    """
    found = things_stored(reading, [thing_id], at)
    if thing_id not in found:
        raise NotFound(f"Er is niets met nummer {thing_id!r}.")
    return found[thing_id]


def shown_fields(row: Row) -> dict[str, results.FieldValues]:
    """The fields of a thing as lists show them."""
    return {
        name: results.FieldValues(words=field.dutch, value=_shown(row[name]))
        for name, field in FIELD_KINDS.items()
        if name in row and name not in _OWN_KEY and not field.hidden
    }


def _shown(value: object) -> str | tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)
