"""The law held against the store: the whole ledger projected anew, compared or written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

from graph_model.projection.given import Given
from graph_model.projection.project import Projection, project_said
from queries.engine.base import Graph, Reading, Writing
from queries.ledger.decision_rows import decision_of
from queries.ledger.given import given_of
from queries.ledger.graph_rows import link_row, node_row
from queries.ledger.graph_store import create_links, in_batches, save_nodes
from queries.ledger.neighbourhood import key_row
from queries.ledger.rows import said_of_values
from queries.uncollected import uncollected

# Computed, kept for speed or told apart by when pages were read: no part of what the law says.
_OUTSIDE_THE_LAW = ("first_seen",)


@dataclass(frozen=True, slots=True)
class Differences:
    """Where the stored graph is not what follows from the ledger, as Dutch sentences; empty when all is well."""

    items: tuple[str, ...]
    things: int
    links: int


def rebuild(graph: Graph, *, check: bool = False) -> Differences:
    """Project the whole ledger anew and compare; unless ``check``, write the graph anew where it differs."""
    given = given_of(graph)
    if check:
        with uncollected():
            return graph.answer(lambda tx: _compare(tx, _project(tx, given), given))

    def work(tx: Writing) -> Differences:
        projection = _project(tx, given)
        found = _compare(tx, projection, given)
        if found.items:
            _write_anew(tx, projection, given)
        return found

    with uncollected():
        return graph.change(work)


def drawing(projection: Projection, given: Given) -> Iterator[Callable[[Writing], None]]:
    """The steps that draw a graph of which nothing is drawn yet, in this order, in one transaction or several."""
    for nodes in in_batches(list(projection.nodes.values())):
        yield partial(save_nodes, nodes=nodes, new=True)
    for links in in_batches(sorted(projection.links.values(), key=attrgetter("kind"))):
        yield partial(create_links, links=links)
    for rows in in_batches(key_rows(projection, given)):
        yield partial(_create_keys, rows=rows)


def _create_keys(tx: Writing, rows: list[dict[str, Any]]) -> None:
    tx.ask("ledger/create_keys", rows=rows)


def key_rows(projection: Projection, given: Given) -> list[dict[str, Any]]:
    """The properties of all keys."""
    found = sorted((key, tally) for key, tally in projection.tallies.items() if tally)
    return [key_row(key, projection.group_of[key], tally, given) for key, tally in found]


def projected(graph: Graph) -> Projection:
    """The graph that follows from the whole ledger."""
    given = given_of(graph)
    return graph.answer(lambda tx: _project(tx, given))


def _project(tx: Reading, given: Given) -> Projection:
    claims = [said_of_values(row["claim"]) for row in tx.ask("ledger/all_claims")]
    decisions = [decision_of(row["decision"]) for row in tx.ask("ledger/all_decisions")]
    return project_said(claims, decisions, given)


def _compare(tx: Reading, projection: Projection, given: Given) -> Differences:
    things = {row["thing"]["id"]: row["thing"] for row in tx.ask("ledger/all_things")}
    links = {row["properties"]["id"]: row for row in tx.ask("ledger/all_links")}
    keys = {row["key"]: (row["thing"], json.loads(row["tally"])) for row in tx.ask("ledger/all_keys")}
    items = [
        *_node_differences(things, {id_: node_row(node) for id_, node in projection.nodes.items()}),
        *_link_differences(links, projection),
        *_key_differences(keys, projection),
    ]
    return Differences(tuple(items), len(projection.nodes), len(projection.links))


def _node_differences(stored: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[str]:
    for id_ in sorted({*stored, *wanted}):
        if id_ not in stored:
            yield f"{wanted[id_]['name']} ({id_}) ontbreekt in de graaf."
        elif id_ not in wanted:
            yield f"{stored[id_]['name']} ({id_}) staat in de graaf zonder bewering."
        elif stored[id_] != wanted[id_]:
            fields = sorted(k for k in {*stored[id_], *wanted[id_]} if stored[id_].get(k) != wanted[id_].get(k))
            yield f"{wanted[id_]['name']} ({id_}) verschilt in {', '.join(fields)}."


def _link_differences(stored: Mapping[str, Mapping[str, Any]], projection: Projection) -> Iterator[str]:
    for id_ in sorted({*stored, *projection.links}):
        wanted = projection.links.get(id_)
        if id_ not in stored and wanted:
            yield f"De link {wanted.kind} van {wanted.start} naar {wanted.end} ontbreekt in de graaf."
        elif wanted is None:
            yield f"De link {stored[id_]['kind']} met nummer {id_} staat in de graaf zonder bewering."
        else:
            row, fresh = stored[id_], link_row(wanted)
            same = (row["kind"], row["start"], row["end"]) == (wanted.kind, wanted.start, wanted.end)
            if not same or _lawful(row["properties"]) != _lawful(fresh["properties"]):
                yield f"De link {wanted.kind} van {wanted.start} naar {wanted.end} verschilt."


def _lawful(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in properties.items() if k not in _OUTSIDE_THE_LAW}


def _key_differences(stored: Mapping[str, tuple[str, dict[str, int]]], projection: Projection) -> Iterator[str]:
    wanted = {key: (projection.group_of[key], tally) for key, tally in projection.tallies.items() if tally}
    for key in sorted({*stored, *wanted}):
        if stored.get(key) != wanted.get(key):
            yield f"De sleutel {key} verschilt."


def _write_anew(tx: Writing, projection: Projection, given: Given) -> None:
    for batch in in_batches([row["thing"]["id"] for row in tx.ask("ledger/all_things")]):
        tx.ask("ledger/drop_things", ids=batch)
    for batch in in_batches([row["key"] for row in tx.ask("ledger/all_keys")]):
        tx.ask("ledger/drop_keys", keys=batch)
    for step in drawing(projection, given):
        step(tx)
