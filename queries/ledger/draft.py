"""What a transaction is about to write: rows as they are stored, rows as they will be, and what that changes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from graph_model.keys import digest
from queries.engine.base import Writing
from queries.ledger.change import Change
from queries.ledger.graph_store import in_batches
from queries.ledger.rows import NULLABLE, Row, said_of_row, with_said


class Draft:
    """Pages and claims under change. Nothing is written before ``write``."""

    def __init__(self, tx: Writing) -> None:
        self.tx = tx
        self._pages: dict[str, Row] = {}
        self._pages_now: dict[str, Row] = {}
        self._claims: dict[str, Row] = {}
        self._claims_now: dict[str, Row] = {}
        self._by_page: dict[str, set[str]] = defaultdict(set)
        self._whole: set[str] = set()

    def load(self, pages: Iterable[str]) -> None:
        """Load pages and all their claims, those that were retired too."""
        wanted = sorted(set(pages) - self._whole)
        if not wanted:
            return
        ids = {"ids": wanted}
        stored, claims = self.tx.ask_together(("ledger/whole_pages", ids), ("ledger/claims_of_pages", ids))
        for row in stored:
            page: Row = {"published": None, "shape": None, "mark": None, **row["page"]}
            self._pages[page["id"]] = self._pages_now[page["id"]] = page
        for row in claims:
            self._keep(row["claim"])
        self._whole |= set(wanted)

    def load_claims(self, ids: Iterable[str]) -> None:
        """Load single claims."""
        for batch in in_batches(sorted(set(ids) - set(self._claims_now))):
            for row in self.tx.ask("ledger/claims_by_id", ids=batch):
                self._keep(row["claim"])

    def _keep(self, row: Row) -> None:
        filled = {**NULLABLE, **row}
        filled.pop("said", None)
        self._claims[row["id"]] = self._claims_now[row["id"]] = filled
        self._by_page[row["page"]].add(row["id"])

    def page(self, page: str) -> Row | None:
        """A page as it will be."""
        return self._pages_now.get(page)

    def page_before(self, page: str) -> Row | None:
        """A page as it is stored."""
        return self._pages.get(page)

    def claim(self, id_: str) -> Row | None:
        """A claim as it will be."""
        return self._claims_now.get(id_)

    def claims_of(self, page: str) -> list[Row]:
        """The claims of a page as they will be, retired ones too."""
        return [self._claims_now[id_] for id_ in sorted(self._by_page[page])]

    def put_page(self, row: Row) -> None:
        self._pages_now[row["id"]] = row

    def put_claim(self, row: Row) -> None:
        self._claims_now[row["id"]] = row
        self._by_page[row["page"]].add(row["id"])

    def texts(self) -> set[str]:
        """The hashes of all texts that pages here have or had."""
        rows = [*self._pages.values(), *self._pages_now.values()]
        return {row["fingerprint"] for row in rows if row.get("fingerprint")}

    def pages_now(self) -> list[Row]:
        return list(self._pages_now.values())

    def changes(self) -> list[Change]:
        """What changes for the graph, claim by claim."""
        found = []
        silent = self._whole - {row["page"] for row in self._claims.values() if not row["retired"]}
        for id_, now in sorted(self._claims_now.items()):
            was = self._claims.get(id_)
            if was is now or was == now:
                continue
            before = said_of_row(was) if was and not was["retired"] else None
            after = said_of_row(now) if not now["retired"] else None
            if before or after:
                found.append(Change(before, after, now["page"] in silent))
        return found

    def write(self) -> None:
        """Write the pages and claims that changed."""
        pages = [row for id_, row in sorted(self._pages_now.items()) if self._pages.get(id_) != row]
        claims = [row for id_, row in sorted(self._claims_now.items()) if self._claims.get(id_) != row]
        for batch in in_batches(pages, 100):
            self.tx.ask("ledger/save_pages", rows=batch)
        # What is not there yet need not be looked for, which spares the engine a quarter of its work.
        for batch in in_batches([with_said(row) for row in claims if row["id"] not in self._claims]):
            self.tx.ask("ledger/create_claims", rows=batch)
        for batch in in_batches([with_said(row) for row in claims if row["id"] in self._claims]):
            self.tx.ask("ledger/save_claims", rows=batch)

    def remember(self, run: str, number: int) -> None:
        """Keep how every page that changes was before, so that the run can be taken back."""
        rows = []
        for page in sorted(self._pages_now):
            touched = [i for i in sorted(self._by_page[page]) if self._claims.get(i) != self._claims_now[i]]
            if not (touched or self._pages.get(page) != self._pages_now[page]):
                continue
            before = {
                "page": _plain(self._pages.get(page)),
                "claims": {id_: self._claims.get(id_) for id_ in touched},
            }
            text = json.dumps(before, ensure_ascii=False, separators=(",", ":"))
            rows.append({"id": digest("change", run, page), "run": run, "page": page, "number": number, "before": text})
        if rows:
            self.tx.ask("ledger/save_changes", rows=rows)


def _plain(row: Row | None) -> Row | None:
    if row is None:
        return None
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in row.items()}


def instant(text: str) -> datetime:
    """A moment in UTC from ISO 8601; the beginning of time when empty."""
    if not text:
        return datetime(1, 1, 1, tzinfo=UTC)
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def page_of(plain: dict[str, Any]) -> Row:
    """A page's row from its plain form."""
    return {k: instant(v) if k in ("fetched", "checked") else v for k, v in plain.items()}
