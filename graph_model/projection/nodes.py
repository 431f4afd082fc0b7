"""Nodes: what the claims about one group of keys make of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph_model.decisions import Decision
from graph_model.keys import family_of_key, id_of
from graph_model.names import own_name, search_text
from graph_model.projection.given import Given
from graph_model.projection.identity import Group, alias_block
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from graph_model.projection.tally import (
    ALIAS,
    HOST,
    KIND,
    NAME,
    REGISTER_KIND,
    REGISTER_NAME,
    REGISTERED,
    STANDS,
    Tally,
    counts,
    counts_of,
)
from graph_model.schema import FIELD_KINDS, KIND_RANK, NODE_KINDS, family_of

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rest of the graph needs to know of a group: its id, its kind, whether it exists and is confirmed."""

    id: str
    kind: str
    exists: bool
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in the graph. ``fields`` holds per field the value to show, or all where several stand together."""

    id: str
    kind: str
    name: str
    keys: tuple[str, ...]
    aliases: tuple[str, ...]
    search: str
    confirmed: bool
    fields: Mapping[str, Value] = field(default_factory=dict)


def group_id(group: Group, given: Given) -> str:
    """The id of a group: that of its smallest key."""
    return id_of(min(group), given.secret)


def standing_of(group: Group, tally: Tally, given: Given, ruled_kind: str = "", confirmed: bool = False) -> Standing:
    """How a group stands by its tally.

    :param ruled_kind: the kind that a person gave it, or empty.
    :param confirmed: whether a person confirmed a statement about it.
    """
    hosts = sum(1 for feature in tally if feature.startswith(HOST))
    return Standing(
        id=group_id(group, given),
        kind=ruled_kind or _kind(group, tally),
        exists=confirmed or tally.get(STANDS, 0) > 0,
        confirmed=confirmed or tally.get(REGISTERED, 0) > 0 or hosts > 1,
    )


def _kind(group: Group, tally: Tally) -> str:
    """The kind that ranks first: by register, then by the weight of claims, then the more specific."""
    weights = counts(tally, REGISTER_KIND) or counts(tally, KIND)
    if not weights:
        family = family_of_key(min(group))
        return next(kind.name for kind in NODE_KINDS.values() if kind.family == family)
    return min(weights, key=lambda kind: (-weights[kind], KIND_RANK.get(kind, 9), kind))


def node_of(
    standing: Standing, group: Group, tally: Tally, field_claims: Iterable[Said], rulings: Rulings, given: Given
) -> Node:
    """The node of a group that exists, with the values of its fields that rank first."""
    fields = _fields(standing, field_claims, rulings, given)
    given_name = fields.pop("name", "")
    fields.pop("kind", None)
    fields.pop("alias", None)
    names = names_of(standing.kind, group, tally)
    name = given_name if isinstance(given_name, str) and given_name else names[0]
    aliases = tuple(n for n in names if n != name)
    if standing.kind == "Document":
        aliases = tuple(a for a in aliases if "://" not in a)
    return Node(
        id=standing.id,
        kind=standing.kind,
        name=name,
        keys=tuple(sorted(group)),
        aliases=aliases,
        search=search_text((name, *aliases)),
        confirmed=standing.confirmed,
        fields=fields,
    )


def names_of(kind: str, group: Group, tally: Tally) -> tuple[str, ...]:
    """All names, each once, the one to show first: a register's, a main name's, the most used; stated aliases last.

    A gathering goes by its own name rather than by the title of its report or programme.
    """
    registered, written, others = counts_of(tally, (REGISTER_NAME, NAME, ALIAS))
    family = family_of(kind)
    stated = {alias_block(family, alias) for alias in others}

    def rank(name: str) -> tuple[int, bool, int, int, str]:
        other = own_name(name) != name if family == "event" else bool(stated) and alias_block(family, name) in stated
        return -registered.get(name, 0), other, -written.get(name, 0), -len(name), name

    found = sorted({*registered, *written}, key=rank)
    return tuple(dict.fromkeys((*(found or [min(group).split("|")[1]]), *sorted(others))))


def _fields(standing: Standing, claims: Iterable[Said], rulings: Rulings, given: Given) -> dict[str, Value]:
    by_field: dict[str, list[Said]] = {}
    for said in claims:
        if rulings.refused(said) or not (said.strength >= given.line or rulings.confirmed(said)):
            continue
        by_field.setdefault(said.predicate, []).append(said)
    replaced = rulings.replacements(standing.id)
    fields: dict[str, Value] = {}
    for name in sorted({*by_field, *(d.predicate for d in replaced)}):
        if name not in FIELD_KINDS:
            continue
        values = _ranked(by_field.get(name, []), [d for d in replaced if d.predicate == name], rulings)
        if values:
            fields[name] = tuple(sorted(values)) if FIELD_KINDS[name].multiple else values[0]
    return fields


def _ranked(claims: list[Said], replaced: list[Decision], rulings: Rulings) -> list[str]:
    """The values of one field, first-ranked first, each once."""
    by_person = [d.replacement for d in reversed(replaced) if d.replacement]
    claims = sorted(claims, key=lambda said: (rulings.confirmed(said), said.rank), reverse=True)
    return list(dict.fromkeys((*by_person, *(said.value for said in claims))))


def ruled_kind(group: str, decisions: Iterable[Decision], group_of: Mapping[str, str]) -> str:
    """The kind that a person gave a group, the latest if several; empty when nobody did."""
    kinds = [
        d.replacement or d.value
        for d in decisions
        if d.predicate == "kind" and d.verdict != "refused" and group_of.get(d.left, d.left) == group
    ]
    known = [kind for kind in kinds if kind in NODE_KINDS]
    return known[-1] if known else ""
