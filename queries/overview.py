"""How much there is, how fresh it is, and how well it was read.

Sums over the whole graph are what a first answer waits for, so each is asked in the form that the engines count
fastest: plain groups rather than many conditions in one pass, and no pass that another one makes already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph_model.projection.given import LINE, LOWER_LINE
from graph_model.schema import LINK_KINDS, NODE_KINDS, WEAK_LINKS
from queries.engine.base import Graph, Reading
from queries.evidence import moment
from queries.results.overview import Counts, Freshness, Overview, ReadingQuality

Row = Mapping[str, Any]


def overview(graph: Graph) -> Overview:
    """The whole graph in numbers. Kinds without things or links are counted as 0."""
    return graph.answer(_overview)


def _overview(reading: Reading) -> Overview:
    pages, links = reading.ask("overview/pages"), reading.ask("overview/links")
    things = {row["kind"]: row["number"] for row in reading.ask("overview/things")}
    read = _number(row for row in pages if row["origin"] == "page" and not row["gone"])
    counts = Counts(
        things={kind: things.get(kind, 0) for kind in NODE_KINDS},
        links={kind: _number(row for row in links if row["kind"] == kind) for kind in LINK_KINDS},
        pages=read,
        sources=_number(row for row in pages if not row["gone"]),
        claims=_one(reading, "overview/claims"),
        candidates=_candidates(reading),
    )
    quality = ReadingQuality(
        pages_gone=_number(row for row in pages if row["gone"]),
        pages_without_things=max(0, read - _one(reading, "overview/telling")),
        hosts=_one(reading, "overview/hosts"),
        initiatives_without_position=counts.things["Initiative"] - len(reading.ask("overview/placed")),
        links_with_one_source=sum(row["single"] for row in links if row["kind"] not in WEAK_LINKS),
    )
    return Overview(counts=counts, freshness=_freshness(reading, pages), reading=quality, version=reading.version)


def _number(rows: Iterable[Row]) -> int:
    return sum(row["number"] for row in rows)


def _one(reading: Reading, question: str) -> int:
    (row,) = reading.ask(question)
    return int(row["number"])


def _candidates(reading: Reading) -> int:
    """The live claims below the line, without those that were lifted over it."""
    weak = reading.ask("overview/weak", line=LINE, lower_line=LOWER_LINE)
    liftable = [{"id": row["id"], "key": row["key"]} for row in weak if row["liftable"]]
    lifted = reading.ask("overview/lifted", claims=liftable)[0]["number"] if liftable else 0
    return len(weak) - int(lifted)


def _freshness(reading: Reading, pages: Sequence[Row]) -> Freshness:
    published = sorted(reading.ask("overview/published"), key=lambda row: (row["earliest"], row["published"]))
    return Freshness(
        last_read=moment(max((row["last_read"] for row in pages if row["last_read"]), default=None)),
        last_checked=moment(max((row["last_checked"] for row in pages if row["last_checked"]), default=None)),
        newest_published=published[-1]["published"] if published else None,
        oldest_published=published[0]["published"] if published else None,
    )
