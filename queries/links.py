"""Who links to a thing: grouped by kind and direction, counted, dated, each link with its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from graph_model.dates import in_words, is_date
from graph_model.schema import LINK_KINDS, NODE_KINDS, WEAK_LINKS
from queries import results
from queries.as_of import day_of
from queries.confirmations import Place, confirmed_by, place
from queries.engine.base import Graph, Reading
from queries.evidence import best_first, claims_of, moment
from queries.kinds import link_or_node_kinds
from queries.lapsed import lapsed_links
from queries.paging import check_page, next_page
from queries.resolve import resolve
from queries.results.things import Confirmation
from queries.things import stored_by_id
from queries.told import Whole, whole_and, with_claims
from queries.words import NO_DATES, sentence, titled, words_of

DEFAULT_LIMIT = 50
# First what a reader asks for first: what came of it, who, with whom; geography and subjects after that.
_ORDER = (
    "STARTED", "FOUNDED", "HAS_ROLE", "PART_OF", "PARTNER_OF", "MEMBER_OF", "SUCCEEDS", "ORGANISES", "TAKES_PART_IN",
    "HELD_AT", "FEATURES", "FOLLOWS_UP", "MADE", "BASED_IN", "HELD_IN", "HAS_THEME", "HAS_KEYWORD", *WEAK_LINKS,
)  # fmt: skip
_RANKS = "|" + "|".join(_ORDER) + "|"


@dataclass(frozen=True, slots=True)
class LinkFilter:
    """Which links are wanted. ``as_of`` is the last moment (UTC) of the day on which they must hold, or None."""

    kinds: tuple[str, ...] = tuple(kind for kind in LINK_KINDS if kind not in WEAK_LINKS)
    other_kinds: tuple[str, ...] = tuple(NODE_KINDS)
    as_of: datetime | None = None


def links(
    graph: Graph,
    thing: str,
    *,
    kind: str = "",
    as_of: str = "",
    known: str = "",
    after: int = 0,
    limit: int = DEFAULT_LIMIT,
) -> results.Links:
    """The links of a thing. MENTIONS and LINKS_TO are left out unless asked for by ``kind``.

    :param thing: an id, a name in any spelling, or words.
    :param kind: a kind of link ("STARTED", "bracht voort"), or of the thing at the other end ("persoon").
    :param as_of: a date (EDTF) on which the link must hold, at its last moment; links without dates are kept, marked.
    :param known: a date (EDTF): the links as they were known at its last moment, whatever came to light since (slow).
    :param after: how many links to leave out, ``next`` of the answer before.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: a kind, a date or a number that makes no sense.
    """
    wanted = link_filter(kind, as_of)
    check_page(after, limit)
    if known:
        return _links_known(graph, thing, wanted, known, as_of, after, limit)

    def question(reading: Reading) -> results.Links:
        whole, found, page, groups = thing_with_links(reading, thing, wanted, after, limit)
        past = lapsed_links(reading, found, whole.stored.row["keys"], wanted.kinds, as_of) if as_of else ()
        total = sum(group.count for group in groups)
        return results.Links(
            thing=found, links=page, counts=counts_of(groups), groups=groups, lapsed=past, as_of=as_of or None,
            total=total, next=next_page(after, limit, total), version=reading.version,
        )  # fmt: skip

    return graph.answer(question)


def _links_known(
    graph: Graph, thing: str, wanted: LinkFilter, known: str, as_of: str, after: int, limit: int
) -> results.Links:
    from queries.known import known_of, last_moment  # it projects: what a plain question need not load

    at = last_moment(known)

    def question(reading: Reading) -> results.Links:
        stored = stored_by_id(reading, resolve(reading, thing).id, wanted.as_of)
        then = known_of(graph, reading, stored.row["keys"], at)
        rows = sorted(then.rows(wanted.kinds, wanted.other_kinds, wanted.as_of), key=_place_in_list)
        page = rows[after : after + limit]
        claims = claims_of(reading, (claim for row in page for claim in row["claims"]))
        groups = _groups([{**row, "number": 1} for row in rows])
        here = stored.ref.model_copy(update={"name": then.node.name} if then.node else {})
        return results.Links(
            thing=stored.thing(), links=tuple(link_of(here, row, claims) for row in page), counts=counts_of(groups),
            groups=groups, as_of=as_of or None, known=known, total=len(rows), next=next_page(after, limit, len(rows)),
            version=reading.version,
        )  # fmt: skip

    return graph.answer(question)


def _place_in_list(row: Mapping[str, Any]) -> tuple[int, bool, int, str, str]:
    """As ``links/of_thing`` orders."""
    return _ORDER.index(row["kind"]), row["direction"] == "in", -row["sources"], row["other_name"], row["id"]


def link_filter(kind: str = "", as_of: str = "") -> LinkFilter:
    """The filter for what a user asks; :raises BadQuestion: it makes no sense."""
    links, others = link_or_node_kinds(kind) if kind else ((), ())
    plain = LinkFilter()
    return LinkFilter(links or plain.kinds, others or plain.other_kinds, day_of(as_of))


def thing_with_links(
    reading: Reading, thing: str, wanted: LinkFilter, after: int, limit: int
) -> tuple[Whole, results.Thing, tuple[results.Link, ...], tuple[results.LinkGroup, ...]]:
    """The thing that is meant, one page of its links, with their claims; and how many it has of each group.

    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.resolve.resolve`.
    """
    shared = {
        "kinds": list(wanted.kinds), "other_kinds": list(wanted.other_kinds), "as_of": wanted.as_of,
        "moment": wanted.as_of and wanted.as_of.isoformat(),
    }  # fmt: skip
    cut = {"order": _RANKS, "skip": after, "limit": limit}
    whole, (rows,) = whole_and(
        reading, thing, wanted.as_of, lambda id_: [("links/of_thing", {"id": id_, **shared, **cut})]
    )
    here = whole.stored.ref
    # A first page that is not full holds all of them.
    all_here = after == 0 and len(rows) < limit
    numbers = [{**row, "number": 1} for row in rows] if all_here else reading.ask("links/counts", id=here.id, **shared)
    claims = claims_of(reading, (*whole.shown_claims, *(claim for row in rows for claim in row["claims"])))
    confirmed = confirmed_by(reading, whole.decisions)
    found = with_claims(reading, whole, wanted.as_of, claims)
    return whole, found, tuple(link_of(here, row, claims, confirmed) for row in rows), _groups(numbers)


def counts_of(groups: Iterable[results.LinkGroup]) -> dict[str, int]:
    """How many links there are of each kind, in the order in which they are shown."""
    counts: dict[str, int] = {}
    for group in groups:
        counts[group.kind] = counts.get(group.kind, 0) + group.count
    return counts


def _groups(rows: Iterable[Mapping[str, Any]]) -> tuple[results.LinkGroup, ...]:
    """In the order of the links themselves: by kind, forwards before backwards; a symmetric kind has one group."""
    numbers: dict[tuple[str, results.Direction], int] = {}
    for row in rows:
        forwards = row["direction"] == "out" or LINK_KINDS[row["kind"]].symmetric
        direction: results.Direction = "out" if forwards else "in"
        numbers[row["kind"], direction] = numbers.get((row["kind"], direction), 0) + row["number"]
    return tuple(
        results.LinkGroup(kind=kind, direction=direction, words=words_of(kind, direction), count=number)
        for (kind, direction), number in sorted(
            numbers.items(), key=lambda one: (_ORDER.index(one[0][0]), one[0][1] == "in")
        )
    )


def link_of(
    here: results.Ref,
    row: Mapping[str, Any],
    claims: Mapping[str, results.Claim],
    confirmed: Mapping[Place, Confirmation] = MappingProxyType({}),
) -> results.Link:
    """A link as seen from ``here``, with those of its claims that are given."""
    start, end = (here.id, row["other_id"]) if row["direction"] == "out" else (row["other_id"], here.id)
    by_hand = confirmed.get(place(row["kind"], start, end, row["role"] or ""))
    return results.Link(**link_values(here, row, claims), confirmed=by_hand)


def link_values(here: results.Ref, row: Mapping[str, Any], claims: Mapping[str, results.Claim]) -> dict[str, Any]:
    """The values of the keys that every shape of link has."""
    kind, direction, role = row["kind"], row["direction"], row["role"] or ""
    valid_from, valid_to = row["valid_from"] or None, row["valid_to"] or None
    dates = period(valid_from, valid_to)
    other = results.Ref(id=row["other_id"], kind=row["other_kind"], name=row["other_name"])
    return {
        "id": row["id"], "kind": kind, "direction": direction, "role": role,
        "words": words_of(kind, direction, role),
        "sentence": sentence(kind, direction, titled(here), titled(other), role, here.kind, dates),
        "other": other,
        "stated": row["stated"], "confidence": row["confidence"],
        "valid_from": valid_from, "valid_to": valid_to,
        "dated": bool(dates), "note": None if dates else NO_DATES,
        "sources": row["sources"], "first_seen": moment(row["first_seen"]),
        "last_seen": max((c.last_seen for i in row["claims"] if (c := claims.get(i)) and c.last_seen), default=None),
        "claims": best_first(claims, row["claims"]), "claim_count": len(row["claims"]),
    }  # fmt: skip


def period(valid_from: str | None, valid_to: str | None) -> str:
    """From when to when, in Dutch words: "sinds 2021", "tot juni 2024", "2021 tot juni 2024"; empty when unknown."""
    start, end = _shown(valid_from), _shown(valid_to)
    if start and end:
        return f"{start} tot {end}"
    return f"sinds {start}" if start else f"tot {end}" if end else ""


def _shown(edtf: str | None) -> str:
    return in_words(edtf) if edtf and edtf != ".." and is_date(edtf) else ""
