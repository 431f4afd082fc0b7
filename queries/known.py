"""What was known on a day: the graph projected from the claims and decisions that the ledger held then (slow).

Valid time is when something held (``queries.as_of``); this is when it was told. A decision that was taken back since
counts as never made: when it was taken back is not kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graph_model.dates import bounds
from graph_model.errors import BadQuestion, NotUnderstood
from graph_model.projection.given import Given
from graph_model.projection.links import Link
from graph_model.projection.nodes import Node
from graph_model.projection.project import Projection, project_said
from graph_model.projection.said import Said
from graph_model.surnames import load_common_surnames
from queries.as_of import holds
from queries.changes.log import log_since
from queries.engine.base import Graph, Reading
from queries.ledger.decision_rows import decision_of
from queries.ledger.draft import instant
from queries.ledger.given import given_of
from queries.ledger.graph_rows import link_row
from queries.ledger.rows import said_of_values
from queries.uncollected import uncollected

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """The graph of a day, and the things in it that one thing of now was then."""

    projection: Projection
    here: frozenset[str]

    @property
    def node(self) -> Node | None:
        """What the thing was then: of several the one that is first by its id; None when nobody knew it."""
        return next((self.projection.nodes[id_] for id_ in sorted(self.here) if id_ in self.projection.nodes), None)

    def rows(self, kinds: Collection[str], other_kinds: Collection[str], at: datetime | None) -> Iterator[Row]:
        """The links of the thing in the form of ``links/of_thing``, in no order; ``at``: only what held then."""
        for link in self.projection.links.values():
            for direction, here, there in (("out", link.start, link.end), ("in", link.end, link.start)):
                if here in self.here and there not in self.here and link.kind in kinds:
                    other = self.projection.nodes[there]
                    row = _row(link, direction, other)
                    if other.kind in other_kinds and holds(row, at):
                        yield row


def last_moment(known: str) -> datetime:
    """The last moment (UTC) of the day that is asked about.

    :raises BadQuestion: it is no date.
    """
    try:
        return bounds(known)[1]
    except NotUnderstood as error:
        raise BadQuestion(f"Datum niet begrepen: {error}") from error


def known_of(graph: Graph, reading: Reading, keys: Iterable[str], at: datetime) -> Known:
    """What was known at a moment of the thing with these keys."""
    given = given_of(graph) if graph.secret else Given(common_surnames=load_common_surnames())
    with uncollected():
        projection = project_said(list(_claims_then(reading, at).values()), _decisions_then(reading, at), given)
    return Known(projection, frozenset(projection.group_of[key] for key in keys if key in projection.group_of))


def _claims_then(reading: Reading, at: datetime) -> Mapping[str, Said]:
    """The claims that counted: those of now, with every run since undone, latest first."""
    now = (said_of_values(row["claim"]) for row in reading.ask("ledger/all_claims"))
    claims = {said.id: said for said in now}
    for ran in log_since(reading, at + timedelta(microseconds=1)):
        for turn in ran.turns:
            if turn.before is None:
                claims.pop(turn.id, None)
            else:
                claims[turn.id] = turn.before
    return claims


def _decisions_then(reading: Reading, at: datetime) -> Iterator[Any]:
    for row in reading.ask("ledger/all_decisions"):
        decision = decision_of(row["decision"])
        if not decision.at or instant(decision.at) <= at:
            yield decision


def _row(link: Link, direction: str, other: Node) -> Row:
    found = link_row(link)["properties"]
    named = ("id", "role", "claims", "sources", "stated", "confidence", "first_seen", "valid_from", "valid_to")
    return {
        **{name: found.get(name) for name in named},
        "kind": link.kind, "direction": direction,
        "since": found.get("valid_from_latest"), "until": found.get("valid_to_earliest"),
        "other_id": other.id, "other_kind": other.kind, "other_name": other.name,
    }  # fmt: skip
