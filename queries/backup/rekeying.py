"""What a change of folding asks of a ledger: keys, ids and hashes of statements computed anew from names as they stand.

Names are kept as pages write them, so nothing is lost; what folded apart may now be one statement, of which the one
that counts is kept, for it comes first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from graph_model.errors import NotUnderstood
from graph_model.keys import digest, key_of
from queries.backup.form import Row
from queries.ledger.decision_rows import decision_of, decision_row
from queries.ledger.rows import NULLABLE, claim_of, claim_row


def rekeyed(rows: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    """The rows of a ledger by today's folding, in the same order; a migration of ``queries.backup.migrations``."""
    yield from _Rekeying().all(rows)


class _Rekeying:
    """Remembers what every key, page and claim became: what comes later names them."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._claims: dict[str, str] = {}
        self._taken: set[str] = set()

    def all(self, rows: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
        ways: dict[str, Callable[[Row], Row | None]] = {
            "Page": self._page, "Claim": self._claim, "Decision": self._decision, "Change": self._change,
        }  # fmt: skip
        for label, row in rows:
            left = ways[label](row) if label in ways else row
            if left is not None and f"{label} {left['id']}" not in self._taken:
                self._taken.add(f"{label} {left['id']}")
                yield label, left

    def _page(self, row: Row) -> Row:
        self._pages[row["id"]] = key_of("Document", row["address"])
        return {**row, "id": self._pages[row["id"]]}

    def _page_key(self, key: str) -> str:
        return self._pages.get(key, key)

    def _claim(self, row: Row) -> Row | None:
        page = self._page_key(row["page"])
        try:
            made = claim_row(replace(claim_of(row), page=page), retired=row["retired"])
        except NotUnderstood:  # nothing of a name is left by today's folding
            return None
        self._claims[row["id"]] = made["id"]
        for end in ("subject", "object"):
            if row.get(end):
                self._keys[row[end]] = made[end]
        return {**NULLABLE, **row, **made}

    def _decision(self, row: Row) -> Row:
        was = decision_of(row)
        now = replace(was, left=self._keys.get(was.left, was.left), right=self._keys.get(was.right, was.right))
        return {**row, **decision_row(now), "undone": row["undone"]}

    def _change(self, row: Row) -> Row:
        before = json.loads(row["before"])
        page = self._page(before["page"]) if before["page"] else None
        claims: dict[str, Row | None] = {}
        for id_, was in before["claims"].items():
            now = self._claim(was) if was else None
            claims.setdefault(now["id"] if now else self._claims.get(id_, id_), now)
        key = self._page_key(row["page"])
        text = json.dumps({"page": page, "claims": claims}, ensure_ascii=False, separators=(",", ":"))
        return {**row, "id": digest("change", row["run"], key), "page": key, "before": text}
