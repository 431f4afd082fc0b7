"""One thing as a page shows it: its fields, its first links, and the quotes behind all of them."""

from __future__ import annotations

from queries import results
from queries.engine.base import Graph, Reading
from queries.links import DEFAULT_LIMIT, counts_of, link_filter, thing_with_links
from queries.paging import check_page, next_page


def show(graph: Graph, thing: str, *, as_of: str = "", limit: int = DEFAULT_LIMIT) -> results.Shown:
    """A thing with everything that is known of it and its first links, as :func:`queries.links.links` orders them.

    :param thing: an id, an old id, a name in any spelling, or words.
    :param as_of: a date (EDTF): only links that held, and the place that counted, at its last moment.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: a date or a number that makes no sense.
    """
    check_page(0, limit)
    wanted = link_filter(as_of=as_of)

    def question(reading: Reading) -> results.Shown:
        whole, found, links, groups = thing_with_links(reading, thing, wanted, 0, limit)
        total = sum(group.count for group in groups)
        return results.Shown(
            **{name: getattr(found, name) for name in results.Thing.model_fields},
            links=links,
            counts=counts_of(groups),
            groups=groups,
            confirmed=bool(whole.stored.row["confirmed"]),
            page=whole.stored.row.get("page"),
            as_of=as_of or None,
            total=total,
            next=next_page(0, limit, total),
            version=reading.version,
        )

    return graph.answer(question)
