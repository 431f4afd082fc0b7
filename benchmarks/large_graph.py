"""A graph of 100,000 things and 500,000 links with a claim each, written straight into the store: only to be asked."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph_model.keys import id_of, key_of
from graph_model.names import search_text
from queries import Graph
from queries.engine.base import Writing
from queries.ledger.draft import instant
from queries.ledger.graph_store import NEW_LINK_TEXTS, NEW_NODE_TEXTS

AT = "2025-01-01T00:00:00+00:00"
BATCH = 2_000
# Shares of all things, and for each kind of link from what to what, with how many there are a thing.
_SHARES = {
    "Initiative": 0.3, "CareOrganisation": 0.1, "Partner": 0.08, "Person": 0.3, "Event": 0.145, "Place": 0.02,
    "Theme": 0.004, "Movement": 0.001, "Document": 0.05,
}  # fmt: skip
_LINKS = (
    ("BASED_IN", "Initiative", "Place", 0.3), ("BASED_IN", "CareOrganisation", "Place", 0.1),
    ("HAS_THEME", "Initiative", "Theme", 0.6), ("HAS_ROLE", "Person", "Initiative", 0.5),
    ("HAS_ROLE", "Person", "CareOrganisation", 0.2), ("ORGANISES", "Initiative", "Event", 0.4),
    ("PARTNER_OF", "Initiative", "CareOrganisation", 0.6), ("PARTNER_OF", "Initiative", "Partner", 0.5),
    ("TAKES_PART_IN", "Person", "Event", 0.6), ("MEMBER_OF", "Initiative", "Movement", 0.2),
    ("MENTIONS", "Document", "Initiative", 1.0),
)  # fmt: skip
_FIRST = ("Zorg", "Buurt", "Dorps", "Wijk", "Samen", "Mantel", "Noaber", "Huis", "Stads", "Vrij", "Ouder", "Levens")
_LAST = ("kring", "huis", "tafel", "coöperatie", "cirkel", "hof", "netwerk", "punt", "wijzer", "hart", "brug", "loket")
_MORE = ("Noord", "Zuid", "Berkel", "Linde", "Waterkant", "Achterhoek", "Molen", "Veldzicht", "Esch", "Duin", "Haven")


@dataclass(frozen=True, slots=True)
class LargeGraph:
    """The ids of what was made, by kind."""

    things: dict[str, list[str]]
    names: dict[str, str]


def large_graph(things: int) -> LargeGraph:
    """What is in the graph of so many things."""
    return _known(_things(things, random.Random(1)))


def _things(things: int, chance: random.Random) -> dict[str, list[dict[str, Any]]]:
    return {kind: [_thing(kind, n, chance) for n in range(int(things * share))] for kind, share in _SHARES.items()}


def _known(rows: dict[str, list[dict[str, Any]]]) -> LargeGraph:
    return LargeGraph(
        {kind: [row["id"] for row in nodes] for kind, nodes in rows.items()},
        {row["id"]: row["name"] for nodes in rows.values() for row in nodes},
    )


def write_large_graph(graph: Graph, things: int) -> LargeGraph:
    """Write a graph of so many things, five times as many links, and a claim for each link."""
    chance = random.Random(1)
    rows = _things(things, chance)
    for kind, nodes in rows.items():
        _write(graph, NEW_NODE_TEXTS[kind], nodes)
    _write(graph, "UNWIND $rows AS row CREATE (k:Key {key: row.key}) SET k = row", list(_keys(rows)))
    _write(graph, "UNWIND $rows AS row CREATE (p:Page {id: row.id}) SET p = row", list(_pages(rows["Document"])))
    pages = [row["keys"][0] for row in rows["Document"]]
    for number, (kind, start, end, share) in enumerate(_LINKS):
        links = list(_links(number, kind, rows[start], rows[end], int(things * share), pages, chance))
        _write(graph, NEW_LINK_TEXTS[kind], [link for link, _ in links])
        _write(graph, "UNWIND $rows AS row CREATE (c:Claim {id: row.id}) SET c = row", [claim for _, claim in links])
    return _known(rows)


def _write(graph: Graph, text: str, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        batch = {"rows": rows[start : start + BATCH]}

        def work(tx: Writing, batch: dict[str, Any] = batch) -> None:
            tx.run(text, batch)

        graph.change(work)


def _thing(kind: str, number: int, chance: random.Random) -> dict[str, Any]:
    name = f"{chance.choice(_FIRST)}{chance.choice(_LAST)} {chance.choice(_MORE)} {kind[:2]}{number}"
    key = key_of(kind, f"https://s{number % 40}.test/{number}" if kind == "Document" else name)
    row: dict[str, Any] = {
        "id": id_of(key), "kind": kind, "name": name, "keys": [key], "aliases": [], "search": search_text((name,)),
        "confirmed": True,
    }  # fmt: skip
    if kind == "Place":
        lat, lon = chance.uniform(50.8, 53.4), chance.uniform(3.6, 7.1)
        row |= {"lat": lat, "lon": lon, "position_precision": "place", "municipality": f"Gemeente {number % 340}"}
        row["cell"] = f"{math.floor(lat * 10)}:{math.floor(lon * 10)}"
    if kind == "Initiative":
        row["form"] = chance.choice(("zorgcoöperatie", "voorzorgcirkel", "stadsdorp", "dorpshuis"))
    return row


def _keys(rows: dict[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    for nodes in rows.values():
        for row in nodes:
            key = row["keys"][0]
            yield {"key": key, "id": row["id"], "thing": row["id"], "block": key.rsplit("|", 1)[0]}


def _pages(documents: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in documents:
        key = row["keys"][0]
        yield {
            "id": key, "address": f"https://{key.split('|')[1]}", "title": row["name"], "text": "", "language": "nl",
            "fingerprint": row["id"], "host": "s.test", "format": "html", "origin": "page", "fetched": instant(AT),
            "checked": instant(AT), "gone": False, "echo": False, "readers": '{"samenspel": "1"}',
        }  # fmt: skip


def _links(
    number: int, kind: str, starts: list[dict[str, Any]], ends: list[dict[str, Any]], wanted: int, pages: list[str],
    chance: random.Random,
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:  # fmt: skip
    for n in range(wanted):
        start, end = starts[n % len(starts)], chance.choice(ends)
        claim = f"c{number}x{n:07}"
        properties = {"id": f"l{number}x{n:07}", "claims": [claim], "role": "", "sources": 1, "stated": True,
                      "confidence": 0.9, "first_seen": AT}  # fmt: skip
        link = {"id": properties["id"], "start": start["id"], "end": end["id"], "properties": properties}
        yield link, _claim(claim, kind, start, end, pages[n % len(pages)])


def _claim(id_: str, kind: str, start: dict[str, Any], end: dict[str, Any], page: str) -> dict[str, Any]:
    evidence = [{
        "reader": "samenspel", "version": "1", "quote": f"{start['name']} en {end['name']} horen bij elkaar",
        "start": 0, "end": 40, "confidence": 0.9, "stated": True, "valid_from": "", "valid_to": "",
    }]  # fmt: skip
    return {
        "id": id_, "page": page, "subject": start["keys"][0], "object": end["keys"][0], "predicate": kind,
        "evidence": json.dumps(evidence), "origin": "page", "fetched": AT, "first_seen": AT, "retired": False,
        "strength": 900, "stated": True, "statement": id_,
    }  # fmt: skip
