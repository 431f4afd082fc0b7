"""One thing as a page shows it: its fields, its first links, and the quotes behind all of them."""

from __future__ import annotations

from queries import results
from queries.engine.base import Graph, Reading
from queries.links import DEFAULT_LIMIT, link_filter, page_of_links
from queries.paging import check_page, next_page
from queries.resolve import resolve
from queries.things import stored_by_id, with_claims


def show(graph: Graph, thing: str, *, limit: int = DEFAULT_LIMIT) -> results.Shown:
    """A thing with everything that is known of it and its first links, as :func:`queries.links.links` orders them.

    :param thing: an id, an old id, a name in any spelling, or words.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    """
    check_page(0, limit)

    def question(reading: Reading) -> results.Shown:
        stored = stored_by_id(reading, resolve(reading, thing).id)
        found = with_claims(reading, stored)
        links, counts = page_of_links(reading, found, link_filter(), 0, limit)
        total = sum(counts.values())
        return results.Shown(
            **{name: getattr(found, name) for name in results.Thing.model_fields},
            links=links,
            counts=counts,
            confirmed=bool(stored.row["confirmed"]),
            page=stored.row.get("page"),
            total=total,
            next=next_page(0, limit, total),
            version=reading.version,
        )

    return graph.answer(question)
