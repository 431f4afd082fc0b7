"""When somebody last saw that initiatives are as the graph says: a source that speaks of them, or who confirmed it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from queries.confirmations import confirmed_links
from queries.engine.base import Reading
from queries.evidence import moment
from queries.ledger.graph_store import in_batches
from queries.things import Stored


def last_seen(reading: Reading, things: Iterable[Stored]) -> dict[str, str]:
    """By the id of each thing the last moment (ISO 8601), of those of which there is one."""
    of_key = {key: str(one.row["id"]) for one in things for key in one.row["keys"]}
    seen: dict[str, str] = {}
    for batch in in_batches(sorted(of_key)):
        for row in reading.ask("near/last_seen", keys=batch):
            _later(seen, of_key[row["key"]], moment(row["seen"]))
    wanted = set(of_key.values())
    for (_, start, end, _), by_hand in confirmed_links(reading, wanted).items():
        for thing in {start, end} & wanted:
            _later(seen, thing, by_hand.at)
    return seen


def seen_since(seen: str | None, since: datetime) -> bool:
    """Whether it was seen at or after a moment."""
    return seen is not None and datetime.fromisoformat(seen) >= since


def _later(seen: dict[str, str], thing: str, at: str | None) -> None:
    if at and (thing not in seen or datetime.fromisoformat(at) > datetime.fromisoformat(seen[thing])):
        seen[thing] = at
