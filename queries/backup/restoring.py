"""Restoring a backup: it takes the place of what was there, and who was erased on either side stays out."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from graph_model.errors import Fault, GraphUnavailable, NotAllowed
from queries import schema_version
from queries.backup.counter import counter_of
from queries.backup.filling import fill
from queries.backup.form import Row
from queries.backup.imaging import holds_what_is_told, image_for
from queries.backup.loading import load, tell_fresh
from queries.backup.migrations import migrated
from queries.backup.reading import Header, rows_in, verified
from queries.engine.base import Graph, Reading, Writing
from queries.ledger.forgetting import Forgetting
from queries.ledger.given import check_secret, given_of
from queries.ledger.graph_store import BATCH
from queries.ledger.scrubbing import Scrub
from queries.ledger.suppressions import erased_in
from queries.masking import KeyedNames

Read = Callable[[], Iterable[tuple[str, Row]]]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored: rows by label, when the backup was made, and how many erased people this side knew alone.

    ``by_image``: its image was taken, so that the rows had not to be gone through.
    """

    rows: dict[str, int]
    made: str
    kept_out: int
    by_image: bool


def restore(graph: Graph, file: Path) -> Restored:
    """Put a backup in the place of everything that this graph holds; a prepared, also an empty one.

    The file is looked through beforehand: what is damaged, newer or made with another secret changes nothing.

    :raises NotUnderstood: it is no backup, damaged, cut off, or newer than this program.
    :raises NotAllowed: the backup, or this graph, was made with another secret.
    """
    header = verified(file)
    upkeep = graph.for_upkeep()
    mine = check_secret(upkeep)
    if header.secret_check not in (None, mine):
        raise NotAllowed(
            "Deze back-up is met een ander geheim gemaakt (SAMENSPEL_SECRET, of het bestand 'secret' in de map met "
            "gegevens). Zet dat geheim eerst met de hand over: zonder kloppen de nummers van personen niet, en komen "
            "mensen die vergeten zijn weer terug."
        )
    given = given_of(graph)
    known = upkeep.answer(lambda tx: erased_in(tx, given))
    alone = _known_here_alone(known, file)
    ledger = {"secret_check": mine, "schema": schema_version.SCHEMA}

    def rows() -> Iterator[tuple[str, Row]]:
        return _without(lambda: migrated(rows_in(file), header.schema), alone)

    by_image = not alone and _by_image(upkeep, file, header, ledger)
    if not by_image:
        _replace_contents(upkeep, rows, ledger, header.ledger_version)
    return Restored(header.rows, header.made, len(alone.digests), by_image)


def _known_here_alone(known: KeyedNames, file: Path) -> KeyedNames:
    """The names that were erased here, and are not out of the backup."""
    there = set()
    for label, row in rows_in(file):
        if label != "Suppression":
            break
        there.add(row["id"])
    return KeyedNames(known.secret, known.digests - there, known.firsts)


def _without(read: Read, erased: KeyedNames) -> Iterator[tuple[str, Row]]:
    """The rows without erased names; for that, all are gone through once more beforehand."""
    if not erased:
        yield from read()
        return
    scrub = Scrub(Forgetting(erased))
    for label, row in read():
        if label == "Change":
            scrub.learn(row)
    ways: dict[str, Callable[[Row], Row | None]] = {
        "Page": scrub.page, "Claim": scrub.claim, "Decision": scrub.decision, "Change": scrub.change,
        "Reply": scrub.reply, "Suppression": lambda row: row,
    }  # fmt: skip
    for label, row in read():
        left = ways.get(label, scrub.other)(row)
        if left is not None:
            yield label, left


class _Unfit(Exception):
    """The image is not of the ledger that the backup tells of."""


def _by_image(upkeep: Graph, file: Path, header: Header, ledger: Row) -> bool:
    """Put the backup's image in the place of everything that the graph holds; gives whether it has one that fits."""
    image = image_for(upkeep, file, header) if header.schema == schema_version.SCHEMA else None
    fresh = upkeep.replacement(image) if image else None
    if fresh is None:
        return False
    try:
        with fresh as engine:
            store = Graph(engine, upkeep.secret, gated=False)
            if not store.answer(lambda tx: holds_what_is_told(tx, header)):
                raise _Unfit
            store.prepare()
            tell_fresh(engine, {**ledger, **_goes_on_from(upkeep, header.ledger_version)})
    except (_Unfit, Fault):
        return False
    return True


def _goes_on_from(upkeep: Graph, version: int) -> Row:
    """What makes another store's counter this one's: its uid stays, its version goes on from the greater."""
    here = upkeep.answer(counter_of)
    return {"uid": here["uid"], "version": max(version, here["version"]) + 1}


def _replace_contents(upkeep: Graph, read: Read, ledger: Row, version: int) -> None:
    """Put these rows, and what follows from them, in the place of everything that the graph holds.

    :param ledger: what is to stand on the ledger's counter besides.
    """
    fresh = upkeep.replacement()
    if fresh is None:
        for _ in read():  # all of it is understood, or nothing is taken away for it
            pass
        _in_place(upkeep, read(), {**ledger, "restoring": None}, version)
        return
    with fresh as engine:
        suppressed = upkeep.answer(lambda tx: tx.run(_SUPPRESSIONS))
        known = (("Suppression", found["row"]) for found in suppressed)
        fill(engine, upkeep.secret, chain(known, read()))
        tell_fresh(engine, {**ledger, **_goes_on_from(upkeep, version)})


_SUPPRESSIONS = "MATCH (s:Suppression) RETURN properties(s) AS row"


def _in_place(upkeep: Graph, rows: Iterable[tuple[str, Row]], ledger: Row, version: int) -> None:
    """Where there is but one database: nobody is let in until all is there, also when this is broken off."""
    token = secrets.token_hex(8)

    def go_on(tx: Reading) -> None:
        if counter_of(tx).get("restoring") != token:
            raise GraphUnavailable("Iemand anders is begonnen een back-up terug te zetten; deze poging stopt.")

    def drop(tx: Writing) -> int:
        go_on(tx)
        return int(tx.ask("backup/drop_some", limit=BATCH)[0]["number"])

    def finish(tx: Writing) -> None:
        go_on(tx)
        tx.ask("backup/set_ledger", row={**ledger, "version": max(version, tx.version) + 1})

    upkeep.change(lambda tx: tx.ask("backup/set_ledger", row={"restoring": token}))
    while upkeep.change(drop):
        pass
    load(upkeep, rows, go_on)
    upkeep.change(finish)
