"""Which two keys a person means who names two things, for a verdict is on keys: they outlast every reading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph_model.errors import Ambiguous, BadQuestion, Candidate, NotFound
from graph_model.keys import IN_TOWN, SEPARATOR, block_of, family_of_key, key_of, qualifier_of
from graph_model.projection.tally import NAME, REGISTER_NAME, counts
from graph_model.schema import FAMILIES
from queries import results
from queries.engine.base import Reading
from queries.resolve import resolve

_ID = re.compile(r"[opesltkd][a-z2-7]{12}")


@dataclass(frozen=True, slots=True)
class Side:
    """A key, its id, the name that pages write for it most, and the thing that it is part of."""

    key: str
    id: str
    name: str
    thing: results.Ref


def two_meant(reading: Reading, left: str, right: str) -> tuple[Side, Side]:
    """The two keys that are meant.

    :param left, right: each an id (of a key or thing), a key, or a name in any spelling.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`; also where one thing is meant twice without
        saying by which of its keys (the candidates are the keys, by their ids).
    :raises BadQuestion: the two are of different families, or one key.
    """
    a, b = _meant(reading, left), _meant(reading, right)
    if a.key == b.key:
        raise _one_key(reading, a)
    if family_of_key(a.key) != family_of_key(b.key):
        raise BadQuestion(f"{a.thing.name!r} en {b.thing.name!r} zijn van een ander slag en worden nooit één ding.")
    return a, b


def _meant(reading: Reading, words: str) -> Side:
    text = words.strip()
    if _ID.fullmatch(text):
        found = _sides(reading.ask("review/keys_by_id", ids=[text]))
        if found:
            return found[0]
    if text.partition(SEPARATOR)[0] in FAMILIES and text.count(SEPARATOR) > 1:
        by_key = sides_of_keys(reading, [text])
        if text not in by_key:
            raise NotFound(f"De sleutel {text!r} komt in geen bewering voor.")
        return by_key[text]
    return shown_side(reading, resolve(reading, text), text)


def shown_side(reading: Reading, thing: results.Ref, name: str = "") -> Side:
    """The key by which a thing is spoken of: that of the name given, else of the name shown, else its first."""
    keys = _keys_of(reading, thing.id)
    chosen = chosen_key(thing.kind, (name, thing.name), keys)
    return sides_of_keys(reading, [chosen])[chosen]


def chosen_key(kind: str, names: Iterable[str], keys: Iterable[str]) -> str:
    """Of a thing's keys the one that goes by the first of these names, the least qualified first."""
    by_block: dict[str, str] = {}
    for key in sorted(keys, reverse=True):
        by_block[block_of(key)] = key
    for name in names:
        if name and any(char.isalnum() for char in name):
            found = by_block.get(block_of(key_of(kind, name)))
            if found:
                return found
    return min(by_block.values())


def _keys_of(reading: Reading, thing: str) -> list[str]:
    blocks = sorted({row["block"] for row in reading.ask("ledger/keys_of_things", things=[thing])})
    rows = reading.ask("ledger/keys_of_blocks", blocks=blocks)
    return sorted(row["key"] for row in rows if row["thing"] == thing)


def sides_of_keys(reading: Reading, keys: Iterable[str]) -> dict[str, Side]:
    """The sides of these keys, by key; keys that no live claim names are left out."""
    wanted = sorted(set(keys))
    return {side.key: side for side in _sides(reading.ask("review/things_of_keys", keys=wanted))} if wanted else {}


def _sides(rows: Iterable[Mapping[str, Any]]) -> list[Side]:
    return [
        Side(row["key"], row["id"], _written(row), results.Ref(id=row["thing"], kind=row["kind"], name=row["name"]))
        for row in rows
    ]


def _written(row: Mapping[str, Any]) -> str:
    """How the key's name is written most; where no sure claim writes it, how its thing is called."""
    tally = json.loads(row["tally"])
    names = counts(tally, REGISTER_NAME) or counts(tally, NAME)
    return min(names, key=lambda name: (-names[name], name)) if names else str(row["name"])


def spoken(side: Side) -> str:
    """The name of a key as a reader needs it: with its town, date or organisation where it has one."""
    qualifier = _spoken(side.key)
    return f"{side.name} ({qualifier})" if qualifier and not qualifier.startswith("gn") else side.name


def _spoken(key: str) -> str:
    return qualifier_of(key).replace(IN_TOWN, " in ")


def _one_key(reading: Reading, side: Side) -> Ambiguous | BadQuestion:
    """That both words mean one key; with the keys to choose from where there are more."""
    sides = sides_of_keys(reading, _keys_of(reading, side.thing.id))
    if len(sides) < 2:
        return BadQuestion(f"{side.thing.name!r} is één ding onder één naam: daar valt niets aan te besluiten.")
    found = [
        Candidate(s.id, s.thing.kind, s.name, _spoken(key) or "zonder plaats of datum")
        for key, s in sorted(sides.items())
    ]
    return Ambiguous(f"{side.thing.name!r} is nu één ding; kies twee van zijn sleutels.", tuple(found))
