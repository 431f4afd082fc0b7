"""Erasing a person: out of the graph, and the name out of everything that the ledger keeps, in one transaction.

What is left on disk of earlier states, the engine keeps until its database is written anew (``queries.sweeping``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph_model.projection.given import Given
from queries.engine.base import Graph, Writing
from queries.ledger.draft import Draft
from queries.ledger.forgetting import Forgetting
from queries.ledger.given import check_secret, given_of
from queries.ledger.graph_store import in_batches
from queries.ledger.holding import Held, Holder, held, holder_of
from queries.ledger.pages import settle_echoes
from queries.ledger.replies import mask_replies
from queries.ledger.reproject import reproject
from queries.ledger.rows import Row
from queries.ledger.scrubbing import Scrub
from queries.ledger.sieve import Sieve
from queries.ledger.suppressions import suppress
from queries.masking import PlainNames


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing did: numbers only, for a report that holds no name.

    ``people`` left the graph, ``claims`` and ``decisions`` were deleted, ``pages`` had the name in title or text,
    ``withdrawn`` are pages whose address held it.
    """

    people: int
    spellings: int
    claims: int
    decisions: int
    pages: int
    withdrawn: int


@dataclass(slots=True)
class _Going:
    """What is to be deleted, by sort; ``blocks`` are those of decisions that change."""

    claims: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    decisions: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    blocks: set[str] = field(default_factory=set)
    covered: set[str] = field(default_factory=set)


def erase(graph: Graph, name: str, at: str) -> Erasure:
    """Erase everybody who goes by this name (or the person with this id), and keep the name out from now on.

    :param at: now, ISO 8601 in UTC.
    :raises BadQuestion: it is no name, or what has this id is no person.
    :raises NotAllowed: without the secret that this graph was made with.
    """
    check_secret(graph)
    given = given_of(graph)
    return graph.change(lambda tx: _erase(tx, holder_of(tx, name), given, at))


def _erase(tx: Writing, holder: Holder, given: Given, at: str) -> Erasure:
    found = held(tx, holder.names)
    sieve = Sieve(holder.names)
    scrub = Scrub(Forgetting(PlainNames.of(holder.names)), sieve.passes)
    draft, going = Draft(tx), _Going()
    draft.load(found.pages)
    draft.load_claims(found.claims)
    _scrub_pages(draft, scrub, found, going)
    _scrub_claims(draft, scrub, found, going)
    settle_echoes(draft)
    changes = draft.changes()
    draft.write()
    _scrub_decisions(tx, scrub, found, going)
    _scrub_the_rest(tx, scrub, found, going)
    mask_replies(tx, scrub.text, scrub.moved)
    _delete(tx, going)
    suppress(tx, holder.names, given, at)
    tx.ask("forgetting/mark_unswept")
    reproject(tx, changes, given, going.blocks)
    _forget_places(tx, holder.things)
    return Erasure(
        len(holder.things), len(holder.names), len(going.claims), len(going.decisions), len(going.covered),
        len(going.pages),
    )  # fmt: skip


def _scrub_pages(draft: Draft, scrub: Scrub, found: Held, going: _Going) -> None:
    for change in found.changes:
        scrub.learn(change)
    for id_ in found.pages:
        row = draft.page(id_)
        if row is None:
            continue
        left = scrub.page(row)
        if left is None:
            going.pages.add(id_)
            draft.put_page({**row, "gone": True})
        elif left is not row:
            going.covered.add(id_)
            draft.put_page(left)


def _scrub_claims(draft: Draft, scrub: Scrub, found: Held, going: _Going) -> None:
    rows = {row["id"]: row for page in found.pages for row in draft.claims_of(page)}
    for id_, row in sorted(rows.items()):
        left = scrub.claim(row)
        if left is row:
            continue
        if left is None or left["id"] != id_:
            going.claims.add(id_)
            draft.put_claim({**row, "retired": True})
        if left is not None:
            other = draft.claim(left["id"]) if left["id"] != id_ else None
            if other is None or (other["retired"] and not left["retired"]):
                draft.put_claim(left)


def _scrub_decisions(tx: Writing, scrub: Scrub, found: Held, going: _Going) -> None:
    for row in found.decisions:
        left = scrub.decision(row)
        if left is row:
            continue
        for one in filter(None, (row, left)):
            going.blocks |= {one["subject_block"], one["object_block"]}
        if left is not None:
            tx.ask("ledger/save_decision", row=left)
        if left is None or left["id"] != row["id"]:
            going.decisions.add(row["id"])


def _scrub_the_rest(tx: Writing, scrub: Scrub, found: Held, going: _Going) -> None:
    """What earlier runs changed, so that undoing them brings no name back; and whatever else is kept."""
    rows: list[Row] = []
    for row in found.changes:
        left = scrub.change(row)
        if left is None:
            going.changes.add(row["id"])
        elif left is not row:
            rows.append(left)
    for batch in in_batches(rows, 100):
        tx.ask("ledger/save_changes", rows=batch)
    for label, row in found.others:
        left = scrub.other(row)
        if left is not row:
            tx.run(f"MATCH (n:{label} {{id: $id}}) SET n = $row", {"id": row["id"], "row": left})


def _delete(tx: Writing, going: _Going) -> None:
    for name, ids in (
        ("claims", going.claims), ("pages", going.pages), ("decisions", going.decisions), ("changes", going.changes),
    ):  # fmt: skip
        for batch in in_batches(sorted(ids)):
            tx.ask(f"forgetting/delete_{name}", ids=batch)


def _forget_places(tx: Writing, things: Iterable[str]) -> None:
    """Where the erased people lay on the map."""
    gone = set(things)
    for row in tx.ask("forgetting/layouts"):
        layout = row["layout"]
        kept = [i for i, thing in enumerate(layout["things"]) if thing not in gone]
        if len(kept) < len(layout["things"]):
            left = {name: [layout[name][i] for i in kept] for name in ("things", "xs", "ys")}
            tx.ask("map/save_layout", row={**layout, **left})
