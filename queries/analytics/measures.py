"""The answer to "who is linked most, who stands between others, which groups hold together"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph_model.errors import BadQuestion
from queries.analytics.centrality import Between, betweenness, degrees
from queries.analytics.communities import Community, Feature, communities
from queries.analytics.network import Network, Row, rows_kept
from queries.analytics.telling import EXPLAINED, community_shown, message, words_for
from queries.as_of import day_of, has_ended, holds
from queries.as_of import now as this_moment
from queries.engine.base import Graph, Reading
from queries.kept import Kept
from queries.kinds import node_kinds
from queries.paging import check_page, next_page
from queries.results.measures import By, CommunityShown, Measured, Measures

DEFAULT_LIMIT = 20
BY: tuple[By, ...] = ("betweenness", "degree")


@dataclass(frozen=True, slots=True)
class Taken:
    """All measures of a network."""

    network: Network
    degrees: Sequence[int]
    between: Between
    communities: Sequence[Community]

    @property
    def community_of(self) -> dict[int, int]:
        """The number of the group (from 1, largest first) that each thing belongs to."""
        return {member: n for n, group in enumerate(self.communities, start=1) for member in group.members}


_KEPT: Kept[Taken] = Kept()


def _taken(graph: Graph, reading: Reading, as_of: str, at: datetime | None) -> Taken:
    """The measures as of a day (its last moment), or as of today."""

    def take() -> Taken:
        network = rows_kept(graph, reading).network(at)
        features = _features(network, reading.ask("analytics/features"), at)
        return Taken(network, degrees(network), betweenness(network), communities(network, features))

    return _KEPT.of(graph, reading, take, as_of or f"vandaag {this_moment().date().isoformat()}")


def _features(network: Network, rows: Sequence[Row], at: datetime | None) -> dict[int, set[Feature]]:
    found: dict[int, set[Feature]] = defaultdict(set)
    moment = at or this_moment()
    for row in rows:
        stands = holds(row, at) if at else not has_ended(row, moment)
        if stands and row["id"] in network.number:
            name = (row["municipality"] or row["name"]) if row["kind"] == "Place" else row["name"]
            found[network.number[row["id"]]].add(Feature(row["kind"], name))
    return found


def measures(
    graph: Graph, *, by: str = "betweenness", kind: str = "", as_of: str = "", after: int = 0,
    limit: int = DEFAULT_LIMIT,
) -> Measures:  # fmt: skip
    """People, organisations and gatherings by how much they are linked or stand between others; and groups of them.

    :param by: "betweenness" or "degree": which of them comes first.
    :param kind: only things of this kind ("persoon", "organisatie"); all count in the measures.
    :param as_of: a date (EDTF): the network of the links that held at its last moment.
    :param limit: how many things are told, and how many groups, the largest first.
    :raises BadQuestion: a measure, kind, date or number that makes no sense.
    """
    check_page(after, limit)
    if by not in BY:
        raise BadQuestion(f"{by!r} is geen maat; kies uit {', '.join(BY)}.")
    kinds, at = node_kinds(kind) if kind else (), day_of(as_of)

    def question(reading: Reading) -> Measures:
        taken = _taken(graph, reading, as_of, at)
        ranked = _ranked(taken, by, kinds)
        return Measures(
            by=by,
            items=tuple(_item(taken, n) for n in ranked[after : after + limit]),
            communities=_groups(taken, limit),
            communities_total=len(taken.communities),
            things=len(taken.network.things),
            ties=len(taken.network.ties),
            exact=taken.between.exact,
            walks=taken.between.walks,
            explained=EXPLAINED,
            as_of=as_of or None,
            message=message(taken.network, taken.between),
            total=len(ranked),
            next=next_page(after, limit, len(ranked)),
            version=reading.version,
        )

    return graph.answer(question)


def _groups(taken: Taken, limit: int) -> tuple[CommunityShown, ...]:
    shown = taken.communities[:limit]
    return tuple(community_shown(taken.network, n, group) for n, group in enumerate(shown, start=1))


def _ranked(taken: Taken, by: By, kinds: Sequence[str]) -> list[int]:
    """The numbers of the things of these kinds, first whatever has most of a measure; what has no ties comes last."""
    values: Mapping[int, float] = dict(enumerate(taken.between.shares if by == "betweenness" else taken.degrees))
    things = taken.network.things
    wanted = (n for n, thing in enumerate(things) if not kinds or thing.kind in kinds)
    return sorted(wanted, key=lambda n: (-round(values[n], 9), -taken.degrees[n], things[n].name.casefold(), n))


def _item(taken: Taken, n: int) -> Measured:
    thing, degree, share = taken.network.things[n], taken.degrees[n], taken.between.shares[n]
    number = taken.community_of.get(n)
    group = taken.communities[number - 1] if number else None
    return Measured(
        id=thing.id, kind=thing.kind, name=thing.name, degree=degree, betweenness=round(share, 6), community=number,
        words=words_for(taken.network, thing, degree, share, group),
    )  # fmt: skip
