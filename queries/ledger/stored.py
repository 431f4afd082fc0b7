"""Pages as they are stored, for whoever reads their texts again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from queries.engine.base import Graph, Reading

# So many pages are read again at once.
BATCH = 32


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as it was read last. ``fetched`` is ISO 8601 in UTC; ``targets`` are where its links lead, by span.

    ``readers`` are who read it, each with its version.
    """

    id: str
    address: str
    text: str
    shape: str
    language: str
    format: str
    fetched: str
    targets: Mapping[tuple[int, int], str]
    readers: Mapping[str, str]


def pages_to_reread(graph: Graph, reader: str, version: str, after: str = "") -> list[StoredPage]:
    """Pages that a reader read in another version than this, in the order of their ids, after a given one."""

    def question(tx: Reading) -> list[StoredPage]:
        rows = tx.ask("ledger/pages_to_reread", **_read_by(reader, version), after=after, limit=BATCH)
        targets = _targets(tx, [row["page"]["id"] for row in rows])
        return [_stored(row["page"], targets[row["page"]["id"]]) for row in rows]

    return graph.answer(question)


def number_to_reread(graph: Graph, reader: str, version: str) -> int:
    """How many such pages there are."""
    rows = graph.answer(lambda tx: tx.ask("ledger/number_to_reread", **_read_by(reader, version)))
    return int(rows[0]["number"])


def _read_by(reader: str, version: str) -> dict[str, str]:
    # What else took part in a reading is named behind the version, so that stays open.
    return {"reader": json.dumps(reader), "version": f'{json.dumps(reader)}: "{version}'}


def _targets(tx: Reading, pages: list[str]) -> dict[str, dict[tuple[int, int], str]]:
    found: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for row in tx.ask("ledger/hyperlinks", pages=pages) if pages else ():
        for evidence in json.loads(row["evidence"]):
            found[row["page"]][evidence["start"], evidence["end"]] = row["target"]
    return found


def _stored(page: Mapping[str, Any], targets: Mapping[tuple[int, int], str]) -> StoredPage:
    return StoredPage(
        page["id"], page["address"], page["text"], page.get("shape") or "", page.get("language") or "",
        page["format"], page["fetched"].isoformat(), targets, json.loads(page["readers"]),
    )  # fmt: skip
