"""The kinds that a register gives names, for columns that name things without saying what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph_model.errors import NotUnderstood
from graph_model.keys import block_of, key_of
from graph_model.schema import NODE_KINDS
from ingest.register.description import TableOf, ThingOf
from ingest.register.sheets import Row, Sheet
from ingest.register.texts import constant_kind, is_passed_over, texts

Kinds = Mapping[str, str]


def kinds_by_name(tables: Iterable[tuple[TableOf, Sheet]]) -> Kinds:
    """The kind of each thing that a row is about, by the block of its name; by its other names where those are free."""
    named: dict[str, str] = {}
    also: dict[str, str] = {}
    for table, sheet in tables:
        thing = table.things.get(table.about)
        if thing is None or thing.kind.family:
            continue
        for row in sheet.rows:
            if not is_passed_over(table.skip, row):
                _add(thing, row, named, also)
    return {**also, **named}


def _add(thing: ThingOf, row: Row, named: dict[str, str], also: dict[str, str]) -> None:
    kind = constant_kind(thing.kind, row)
    if kind not in NODE_KINDS:
        return
    for name in texts(thing.name, row):
        named.setdefault(_block(kind, name), kind)
    if "alias" in thing.fields:
        for name in texts(thing.fields["alias"], row):
            also.setdefault(_block(kind, name), kind)


def known_kind(known: Kinds, family: str, name: str, otherwise: str) -> str:
    """The kind that the register gives this name in a family of kinds, else ``otherwise``."""
    some_kind = next(kind.name for kind in NODE_KINDS.values() if kind.family == family)
    return known.get(_block(some_kind, name), otherwise)


def _block(kind: str, name: str) -> str:
    try:
        return block_of(key_of(kind, name))
    except NotUnderstood:  # told where the row is read
        return ""
