"""What nobody saw or confirmed for long: links whose every source was last looked at before a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from graph_model.errors import BadQuestion
from graph_model.schema import WEAK_LINKS
from queries import results
from queries.as_of import has_ended, months_before
from queries.as_of import now as this_moment
from queries.confirmations import confirmed_links
from queries.engine.base import Graph, Reading
from queries.evidence import claims_of
from queries.ledger.graph_store import in_batches
from queries.links import link_of
from queries.paging import check_page, next_page
from queries.results.stale import Stale, StaleLink

DEFAULT_MONTHS = 12
DEFAULT_LIMIT = 50
MAX_MONTHS = 600
Row = Mapping[str, Any]


def stale(
    graph: Graph, *, months: int = DEFAULT_MONTHS, after: int = 0, limit: int = DEFAULT_LIMIT,
    now: datetime | None = None,
) -> Stale:  # fmt: skip
    """The links that no source was seen to say, and nobody confirmed, for so many months; longest ago first.

    What has ended by itself is left out: it need not be seen again.

    :raises BadQuestion: a number that makes no sense.
    """
    check_page(after, limit)
    if not 0 <= months <= MAX_MONTHS:
        raise BadQuestion(f"Vraag naar 0 tot en met {MAX_MONTHS} maanden.")
    at = now or this_moment()
    since = months_before(at, months)

    def question(reading: Reading) -> Stale:
        rows = [row for row in _unseen(reading, since) if not has_ended(row, at)]
        found = _told(reading, rows, since)
        found.sort(key=lambda one: (one.link.last_seen or "", one.link.sentence, one.link.id))
        return Stale(
            months=months, since=since.isoformat(), items=tuple(found[after : after + limit]), total=len(found),
            next=next_page(after, limit, len(found)), version=reading.version,
        )  # fmt: skip

    return graph.answer(question)


def _unseen(reading: Reading, since: datetime) -> list[Row]:
    """The links of which every claim stands in a source that was not looked at since."""
    pages = [row["id"] for row in reading.ask("stale/pages", since=since)]
    said = [row for batch in in_batches(pages) for row in reading.ask("evidence/claims_on", pages=batch)]
    old = {row["id"] for row in said}
    told = [row for row in said if row["object"] and row["predicate"] not in WEAK_LINKS]
    keys = sorted({key for row in told for key in (row["subject"], row["object"])})
    things: dict[str, str] = {}
    for batch in in_batches(keys):
        things |= {row["key"]: row["id"] for row in reading.ask("evidence/things_of_keys", keys=batch)}
    pairs = {(things[r["subject"]], things[r["object"]]) for r in told if {r["subject"], r["object"]} <= things.keys()}
    both_ways = sorted(pairs | {(b, a) for a, b in pairs})
    found: dict[str, Row] = {}
    for batch in in_batches([{"here": a, "there": b} for a, b in both_ways]):
        found |= {row["id"]: row for row in reading.ask("stale/links", pairs=batch)}
    return [row for row in found.values() if row["kind"] not in WEAK_LINKS and old.issuperset(row["claims"])]


def _told(reading: Reading, rows: Sequence[Row], since: datetime) -> list[StaleLink]:
    """The links with who says so and when they were last confirmed; those confirmed since are not stale."""
    claims = claims_of(reading, (claim for row in rows for claim in row["claims"]))
    confirmed = confirmed_links(reading, _ids(rows))
    found = []
    for row in rows:
        here = results.Ref(id=row["here"], kind=row["here_kind"], name=row["here_name"])
        link = link_of(here, row, claims, confirmed)
        if not (link.confirmed and link.confirmed.at >= since.isoformat()):
            found.append(StaleLink(here=here, link=link))
    return found


def _ids(rows: Iterable[Row]) -> set[str]:
    return {row["here"] for row in rows}
