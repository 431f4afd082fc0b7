"""What may go to an engine and what comes back: plain Python values only, alike on both engines.

Measured: a ``zoneinfo`` datetime crashes the driver or is an hour off, a null in a list property raises on one engine
only, and a list of mixed types is kept by one and refused by the other. So what could differ is refused here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from graph_model.errors import Fault

if TYPE_CHECKING:
    from neo4j import Record

_PLAIN = frozenset({str, int, float, bool, type(None)})


def checked(parameters: Mapping[str, object]) -> dict[str, object]:
    """The parameters as they may be sent.

    :raises Fault: a value that the two engines would not keep alike; the message says where it stands.
    """
    for name, value in parameters.items():
        _check(value, name)
    return dict(parameters)


def _check(value: object, where: str) -> None:
    kind = type(value)
    if kind in _PLAIN:
        return
    if kind is list or kind is tuple:
        _check_list(value, where)  # type: ignore[arg-type]
    elif kind is dict:
        for key, inner in value.items():  # type: ignore[attr-defined]
            if type(inner) not in _PLAIN:
                _check(inner, f"{where}.{key}")
    elif kind is datetime:
        if value.tzinfo is not UTC:  # type: ignore[attr-defined]
            raise Fault(f"Parameter {where} is een tijdstip dat niet in UTC staat: {value}")
    elif kind is not date:
        raise Fault(f"Parameter {where} is van een soort die de graaf niet kent: {kind.__name__}")


def _check_list(items: list[object] | tuple[object, ...], where: str) -> None:
    kinds = set(map(type, items))
    if len(kinds) > 1:
        raise Fault(f"Parameter {where} is een lijst van meer dan één soort: {sorted(k.__name__ for k in kinds)}")
    if type(None) in kinds:
        raise Fault(f"Parameter {where} is een lijst met een lege waarde erin")
    if kinds and not kinds <= _PLAIN:
        for item in items:
            _check(item, where)


def plain_rows(keys: Iterable[str], records: Iterable[Record]) -> list[dict[str, Any]]:
    """The records as dicts of plain Python values: times as UTC ``datetime``, nodes and links as their properties.

    A question that returns nothing but ``rows`` collected its rows itself: a record of its own for each of thousands
    costs the driver more than all that is in it.
    """
    names = list(keys)
    if names == ["rows"]:
        return [row for record in records for row in plain(record.value())]
    return [plain_row(names, record) for record in records]


def plain_row(names: Iterable[str], record: Record) -> dict[str, Any]:
    """One record as a dict of plain Python values."""
    return dict(zip(names, map(plain, record.values()), strict=True))


def plain(value: Any) -> Any:
    """One value that came back, as a plain Python value.

    :raises Fault: a kind of value that no question of ours should ask for (a path, a duration).
    """
    if type(value) in _PLAIN:
        return value
    if isinstance(value, list):
        # Thousands of lists come back within one answer, and hardly one holds anything that needs a look.
        return value if _PLAIN.issuperset(map(type, value)) else [plain(item) for item in value]
    if isinstance(value, dict):
        if _PLAIN.issuperset(map(type, value.values())):
            return value
        return {key: inner if type(inner) in _PLAIN else plain(inner) for key, inner in value.items()}
    return _foreign(value)


def _foreign(value: Any) -> Any:
    from neo4j.graph import Node, Relationship
    from neo4j.spatial import Point
    from neo4j.time import Date, DateTime

    if isinstance(value, DateTime):
        return value.to_native().astimezone(UTC)
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, (Node, Relationship)):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, Point):
        return tuple(value)
    raise Fault(f"De graaf gaf een waarde van een onbekende soort terug: {type(value).__name__}")
