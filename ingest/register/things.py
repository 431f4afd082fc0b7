"""The things that a row names: their kind, their name, and what tells them from namesakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_model.errors import NotUnderstood
from graph_model.evidence import End
from graph_model.schema import NODE_KINDS, family_of
from ingest.register.description import KindOf, TableOf, ThingOf
from ingest.register.known import Kinds, known_kind
from ingest.register.places import place_end
from ingest.register.problems import Forgotten, WrongCell
from ingest.register.sheets import Row
from ingest.register.texts import constant_kind, holds, text, texts
from ingest.register.values import date_value, field_value, position_value
from queries.masking import COVER

Named = Mapping[str, tuple[End, ...]]


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value of a field of a thing."""

    field: str
    value: str


def things_of(table: TableOf, row: Row, known: Kinds, notes: list[str]) -> Named:
    """The ends that a row names, by the label that the description gives them. ``notes`` gathers unclear places.

    :raises WrongCell: a kind does not exist, a name is nothing but punctuation, or a date is none.
    """
    return {label: tuple(_ends(thing, row, known, notes)) for label, thing in table.things.items()}


def _ends(thing: ThingOf, row: Row, known: Kinds, notes: list[str]) -> Iterator[End]:
    if not holds(thing.when, row):
        return
    for name in texts(thing.name, row):
        kind = _kind(thing.kind, row, name, known)
        if not kind:
            continue
        if kind == "Person" and COVER in name:
            raise Forgotten("Deze naam wordt vergeten.")
        end = _end(thing, row, kind, name, notes)
        try:
            _ = end.key
        except NotUnderstood as error:
            raise WrongCell(str(error), thing.name.column) from error
        yield end


def _kind(kind: KindOf, row: Row, name: str, known: Kinds) -> str:
    if kind.family:
        return known_kind(known, kind.family, name, kind.otherwise)
    said = constant_kind(kind, row)
    if said not in NODE_KINDS:
        raise WrongCell(f"de soort {said!r} is onbekend.", kind.column)
    return said


def _end(thing: ThingOf, row: Row, kind: str, name: str, notes: list[str]) -> End:
    if kind == "Place":
        end, note = place_end(name, text(thing.municipality, row), text(thing.province, row))
        notes += [note] if note else []
        return end
    qualifier = text(thing.qualifier, row)
    if qualifier and family_of(kind) == "event":
        assert thing.qualifier is not None
        qualifier = date_value(qualifier, thing.qualifier.column)
    return End(kind, name, qualifier)


def fields_of(thing: ThingOf, row: Row, kind: str) -> Iterator[FieldValue]:
    """The values that a row gives to the fields of a thing of this kind.

    :raises WrongCell: a value cannot be one of its field, or things of this kind have no such field.
    """
    for field, cells in thing.fields.items():
        for value in texts(cells, row):
            if field not in NODE_KINDS[kind].fields:
                raise WrongCell(f"{NODE_KINDS[kind].dutch} heeft geen eigenschap {field!r}.", cells.column)
            yield FieldValue(field, field_value(field, value, cells.column))
    if thing.position is None:
        return
    parts = (thing.position.latitude, thing.position.longitude, thing.position.precision)
    latitude, longitude, precision = (text(cells, row) for cells in parts)
    if latitude or longitude:
        yield FieldValue("position", position_value(latitude, longitude, precision, thing.position))
