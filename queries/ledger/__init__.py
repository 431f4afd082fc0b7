"""The only door for writes: claims and decisions in, the touched part of the graph drawn in the same transaction."""

from queries.ledger.contents import holds_only
from queries.ledger.deciding import decide, take_back
from queries.ledger.erasing import Erasure, erase
from queries.ledger.pages import addresses_read_by, check, record, stands, unchanged, withdraw
from queries.ledger.preview import Preview, preview, preview_withdrawal, statement_said
from queries.ledger.rebuild import Differences, projected, rebuild
from queries.ledger.records import Outcome, PageOutcome, PageReading, PageRecord, RunRecord, UndoReport
from queries.ledger.replies import Reply, keep_replies, kept_replies, mask_replies, reply_id
from queries.ledger.runs import begin_run, end_run, find_run, runs, undo_run
from queries.ledger.suppressions import erased_people

__all__ = [
    "Differences",
    "Erasure",
    "Outcome",
    "PageOutcome",
    "PageReading",
    "PageRecord",
    "Preview",
    "Reply",
    "RunRecord",
    "UndoReport",
    "addresses_read_by",
    "begin_run",
    "check",
    "decide",
    "end_run",
    "erase",
    "erased_people",
    "find_run",
    "holds_only",
    "keep_replies",
    "kept_replies",
    "mask_replies",
    "preview",
    "preview_withdrawal",
    "projected",
    "rebuild",
    "record",
    "reply_id",
    "runs",
    "stands",
    "statement_said",
    "take_back",
    "unchanged",
    "undo_run",
    "withdraw",
]
