"""Rows of the ledger with names forgotten: pages first, then claims, then decisions and what earlier runs changed.

What comes later hangs on what came before: a claim's quote on the text of its page, a decision on keys that went.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

from graph_model.decisions import Decision
from graph_model.keys import block_of, fingerprint
from queries.ledger.decision_rows import decision_of, decision_row
from queries.ledger.forgetting import Forgetting
from queries.ledger.replies import masked_json, reply_of
from queries.ledger.rows import NULLABLE, Row, claim_of, claim_row
from queries.masking import Parts
from queries.masking.parts import NO_PARTS


class Scrub:
    """Forgets names in row after row; a row without them is given back as it is, one that must go as None."""

    def __init__(self, forgetting: Forgetting, in_key: Callable[[str], bool] = lambda _: False) -> None:
        """``in_key`` tells whether a folded key without spaces may hold a name."""
        self._forget, self._in_key = forgetting, in_key
        self._parts: dict[str, Parts] = {}
        self._gone_pages: set[str] = set()
        self._claims: dict[str, str | None] = {}
        self._keys: dict[str, str | None] = {}
        self.moved: dict[str, str] = {}
        """The hash of each text that was covered, by the one before."""

    def text(self, text: str) -> str:
        """A text by itself, with the names covered."""
        return self._forget.text(text)

    def page(self, row: Row) -> Row | None:
        """A page; None when its address holds a name: it is withdrawn and leaves nothing behind."""
        if self._forget.is_in(row["address"]):
            self._gone_pages.add(row["id"])
            return None
        parts = self._forget.parts(row.get("text") or "") | self._forget.parts(row.get("title") or "")
        if parts:
            self._parts[row["id"]] = parts | self._parts.get(row["id"], NO_PARTS)
        left = self._covered(row, ("title", "text", "readers", "published"), parts)
        if left is row or left.get("text") == row.get("text"):
            return left
        self.moved[row["fingerprint"]] = fingerprint(left["text"])
        return {**left, "fingerprint": self.moved[row["fingerprint"]]}

    def learn(self, row: Row) -> None:
        """Take in how a page was before a run: claims of that text are to be met before the change itself."""
        before = json.loads(row["before"])["page"]
        if before:
            self.page(before)

    def claim(self, row: Row) -> Row | None:
        """A claim; None when nothing may be left of it."""
        left = self._claim(row)
        if left is not row:
            self._claims[row["id"]] = left["id"] if left else None
            for name in ("subject", "object"):
                if row.get(name) and (left is None or left[name] != row[name]):
                    self._note_key(row[name], left[name] if left else None)
        return left

    def _claim(self, row: Row) -> Row | None:
        if row["page"] in self._gone_pages or self._forget.is_in(row["page"]):
            return None
        claim = claim_of(row)
        text = self.moved.get(claim.fingerprint)
        left = self._forget.claim(claim, self._parts.get(row["page"], NO_PARTS), text)
        if left is claim:
            return row
        if left is None:
            return None
        made = {**NULLABLE, **row, **claim_row(left, retired=row["retired"])}
        made.pop("said", None)
        return made

    def _note_key(self, key: str, left: str | None) -> None:
        """A key that went; one that only one claim lost, and another still says, stays."""
        if left is None and not (self._names(key) or self._in_key(key)):
            return
        self._keys[key] = left

    def _names(self, key: str) -> bool:
        return self._forget.is_in(block_of(key).partition("|")[2])

    def decision(self, row: Row) -> Row | None:
        """A decision; None when it is about what went."""
        decision = decision_of(row)
        ends = [self._key(decision.left), self._key(decision.right) if decision.right else ""]
        if None in ends:
            return None
        text = self._forget.text
        left: Decision = replace(
            decision, left=ends[0] or "", right=ends[1] or "", value=text(decision.value), role=text(decision.role),
            replacement=text(decision.replacement), by=text(decision.by), reason=text(decision.reason),
        )  # fmt: skip
        return row if left == decision else {**row, **decision_row(left), "undone": row["undone"]}

    def _key(self, key: str) -> str | None:
        if key in self._keys:
            return self._keys[key]
        return None if self._names(key) or self._in_key(key) else key

    def change(self, row: Row) -> Row | None:
        """How a page was before a run; None when the page is withdrawn."""
        if row["page"] in self._gone_pages or self._forget.is_in(row["page"]):
            return None
        before = json.loads(row["before"])
        page = self.page(before["page"]) if before["page"] else None
        claims = dict(filter(None, (self._claim_before(id_, was) for id_, was in before["claims"].items())))
        left = json.dumps({"page": page, "claims": claims}, ensure_ascii=False, separators=(",", ":"))
        return row if left == row["before"] else {**row, "before": left}

    def _claim_before(self, id_: str, was: Row | None) -> tuple[str, Row | None] | None:
        """A claim as it was, by its id now; None when there is no such claim any more."""
        if was is not None:
            left = self._claim(was)
            return (left["id"], left) if left else None
        now = self._claims.get(id_, id_)
        return (now, None) if now else None

    def reply(self, row: Row) -> Row:
        """What a second reader answered; it moves with the text that it answers to."""
        was = reply_of(row)
        left = replace(
            was, fingerprint=self.moved.get(was.fingerprint, was.fingerprint), text=masked_json(was.text, self.text)
        )
        return row if left == was else {**row, "id": left.id, "fingerprint": left.fingerprint, "text": left.text}

    def other(self, row: Row) -> Row:
        """Any other row: names are covered in every text of it but its id."""
        return self._covered(row, [name for name in row if name != "id"], NO_PARTS)

    def _covered(self, row: Row, names: Iterable[str], parts: Parts) -> Row:
        found = {name: self._value(row[name], parts) for name in names if row.get(name)}
        return {**row, **found} if any(found[name] != row[name] for name in found) else row

    def _value(self, value: object, parts: Parts) -> object:
        if isinstance(value, str):
            return self._forget.text(value, parts)
        return [self._value(one, parts) for one in value] if isinstance(value, list) else value
