"""How much there is, how fresh it is, and how well it was read."""

from __future__ import annotations

from collections.abc import Iterable

from graph_model.projection.given import LINE, LOWER_LINE
from graph_model.schema import LINK_KINDS, NODE_KINDS, WEAK_LINKS
from queries import results
from queries.engine.base import Graph, Reading
from queries.evidence import moment


def overview(graph: Graph) -> results.Overview:
    """The whole graph in numbers. Kinds without things or links are counted as 0."""
    return graph.answer(_overview)


def _overview(reading: Reading) -> results.Overview:
    pages = reading.ask("overview/pages")[0]
    claims = reading.ask("overview/claims", line=LINE)[0]
    lifted = reading.ask("overview/lifted", line=LINE, lower_line=LOWER_LINE)[0]["number"]
    published = reading.ask("overview/published")[0]
    coverage = reading.ask("near/coverage")[0]
    return results.Overview(
        counts=results.Counts(
            things=_by_kind(reading, "overview/things", NODE_KINDS),
            links=_by_kind(reading, "overview/links", LINK_KINDS),
            pages=pages["pages"],
            sources=pages["sources"],
            claims=claims["claims"],
            candidates=claims["weak"] - lifted,
        ),
        freshness=results.Freshness(
            last_read=moment(pages["last_read"]),
            last_checked=moment(pages["last_checked"]),
            newest_published=published["newest"],
            oldest_published=published["oldest"],
        ),
        reading=results.ReadingQuality(
            pages_gone=pages["gone"],
            pages_without_things=max(0, pages["pages"] - claims["pages"]),
            hosts=pages["hosts"],
            initiatives_without_position=coverage["initiatives"] - coverage["with_position"],
            links_with_one_source=reading.ask("overview/single_source", weak=list(WEAK_LINKS))[0]["number"],
        ),
        version=reading.version,
    )


def _by_kind(reading: Reading, question: str, kinds: Iterable[str]) -> dict[str, int]:
    """The numbers that a question gives, in the order of the schema."""
    found = {row["kind"]: row["number"] for row in reading.ask(question)}
    return {kind: found.get(kind, 0) for kind in kinds}
