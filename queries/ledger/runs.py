"""Runs: what was done, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph_model.errors import NotFound
from graph_model.keys import digest
from queries.engine.base import Graph, Reading, Writing
from queries.ledger.draft import Draft, instant, page_of
from queries.ledger.given import check_secret, given_of
from queries.ledger.pages import commit
from queries.ledger.records import Outcome, PageOutcome, RunRecord, UndoReport
from queries.ledger.rows import Row
from queries.ledger.suppressions import erased_in
from queries.masking import mask_target


def begin_run(graph: Graph, command: str, arguments: Sequence[str], at: str, undoes: str = "") -> str:
    """Note that a run begins; gives its id. ``at`` is ISO 8601 in UTC. Its arguments are kept without erased names.

    :raises NotAllowed: when the graph was made with another secret, or none is given.
    """
    check_secret(graph)
    given = given_of(graph)

    def work(tx: Writing) -> str:
        run = digest("run", command, at, str(tx.version))[:12]
        erased = erased_in(tx, given)
        told = [mask_target(argument, erased) for argument in arguments]
        row = {"id": run, "command": command, "arguments": told, "started": instant(at), "status": "running"}
        tx.ask("ledger/save_run", row={**row, "undoes": undoes or None})
        return run

    return graph.change(work)


def end_run(graph: Graph, run: str, status: str, counts: Mapping[str, int], at: str) -> None:
    """Note how a run ended: ``done``, ``partly`` or ``failed``."""
    row = {"id": run, "status": status, "counts": json.dumps(dict(sorted(counts.items()))), "ended": instant(at)}
    graph.change(lambda tx: tx.ask("ledger/save_run", row=row))


def runs(graph: Graph, limit: int = 50) -> list[RunRecord]:
    """The latest runs, latest first."""
    return graph.answer(lambda tx: [_record_of(row["run"]) for row in tx.ask("ledger/runs", limit=limit)])


def find_run(graph: Graph, run: str) -> RunRecord:
    """One run.

    :raises NotFound: when there is no such run.
    """
    return graph.answer(lambda tx: _run(tx, run))


def _run(tx: Reading, run: str) -> RunRecord:
    rows = tx.ask("ledger/run", id=run)
    if not rows:
        raise NotFound(f"Er is geen run met het nummer {run}; 'samenspel runs list' toont welke er zijn.")
    pages = len(tx.ask("ledger/changes_of_run", run=run))
    return _record_of(rows[0]["run"], pages)


def _record_of(row: Mapping[str, Any], pages: int = 0) -> RunRecord:
    return RunRecord(
        id=row["id"],
        command=row["command"],
        arguments=tuple(row.get("arguments") or ()),
        started=row["started"].isoformat(),
        ended=row["ended"].isoformat() if row.get("ended") else "",
        status=row["status"],
        counts=json.loads(row.get("counts") or "{}"),
        undoes=row.get("undoes") or "",
        pages=pages,
    )


def undo_run(graph: Graph, run: str, at: str) -> UndoReport:
    """Put every page that a run changed back as it was; pages that a later run changed since are left and told.

    Taking back is a run itself, so it can be taken back too.

    :raises NotFound: when there is no such run.
    """
    find_run(graph, run)
    given = given_of(graph)
    undoing = begin_run(graph, "undo", (run,), at, undoes=run)

    def work(tx: Writing) -> UndoReport:
        draft = Draft(tx)
        rows = sorted(tx.ask("ledger/changes_of_run", run=run), key=lambda row: str(row["page"]))
        pages = [row["page"] for row in rows]
        latest = {row["page"]: row["number"] for row in tx.ask("ledger/last_changes", pages=pages)}
        draft.load(pages)
        kept = tuple(row["page"] for row in rows if latest[row["page"]] != row["number"])
        restored = tuple(_restore(draft, row) for row in rows if latest[row["page"]] == row["number"])
        commit(draft, undoing, given)
        return UndoReport(undoing, restored, kept)

    report = graph.change(work)
    counts = {"restored": len(report.restored), "kept": len(report.kept)}
    end_run(graph, undoing, "partly" if report.kept else "done", counts, at)
    return report


def _restore(draft: Draft, row: Mapping[str, Any]) -> PageOutcome:
    """Put one page and its claims back as a change found them."""
    before = json.loads(row["before"])
    now = draft.page(row["page"])
    assert now is not None, "a page that changed is there"
    draft.put_page(page_of(before["page"]) if before["page"] else {**now, "gone": True})
    counts = {"added": 0, "updated": 0, "retired": 0}
    for id_, was in sorted(before["claims"].items()):
        current = draft.claim(id_)
        assert current is not None, "a claim that changed is there"
        restored: Row = was if was is not None else {**current, "retired": True}
        counts[_sort(current, restored)] += 1
        draft.put_claim(restored)
    outcome = Outcome.RESTORED if before["page"] and not before["page"]["gone"] else Outcome.WITHDRAWN
    return PageOutcome(row["page"], now["address"], outcome, **counts)


def _sort(current: Row, restored: Row) -> str:
    if current["retired"] == restored["retired"]:
        return "updated"
    return "retired" if restored["retired"] else "added"
