"""What pages said that are gone: it lapses after the days of grace that their source sets, for sites have bad days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from ingest.fetch.snapshots import Snapshot, Snapshots
from ingest.report import GonePage, Tally
from ingest.sources.bundled import described, described_names
from ingest.sources.description import GRACE, SourceOf
from queries import Graph
from queries.ledger.pages import stands, withdraw

# The status of a page of which somebody says that it is gone.
SAID = 0


def let_lapse(graph: Graph, sources: Iterable[SourceOf], snapshots: Snapshots, run: str, tally: Tally, at: str) -> None:
    """Withdraw the pages whose grace is over by ``at`` (ISO 8601 in UTC).

    A page that other addresses still lead to stays: an entry of a feed outlives the feed.
    """
    graces = {source.name: source.grace for source in sources if source.is_named}
    elsewhere = snapshots.pages_there()
    for snapshot in snapshots.gone():
        if at < lapses_at(snapshot, graces.get(snapshot.source, grace_of(snapshot.source))):
            continue
        for address in sorted(set(snapshot.texts) - elsewhere):
            if stands(graph, address):
                tally.kept(withdraw(graph, address, run, at))


def report_gone(snapshots: Snapshots, address: str, at: str) -> GonePage | None:
    """Note that a page of a described source is said to be gone; None when it is of none, or of one without grace.

    When the next walk through the source still finds it, that is forgotten.
    """
    known = snapshots.find(address)
    if known is None or not known.source or not grace_of(known.source):
        return None
    gone = snapshots.mark_gone(address, at)
    if gone is None:
        return None
    return GonePage(
        address=address, pages=tuple(gone.texts), status=SAID, since=gone.gone, source=gone.source,
        grace=grace_of(gone.source),
    )  # fmt: skip


def grace_of(source: str) -> int:
    """The days of grace of a source by its name; those of a page that belongs to none."""
    return described(source).grace if source in described_names() else GRACE


def lapses_at(snapshot: Snapshot, grace: int) -> str:
    """When what a page said lapses that is gone, ISO 8601 in UTC."""
    return (datetime.fromisoformat(snapshot.gone) + timedelta(days=grace)).isoformat(timespec="microseconds")
