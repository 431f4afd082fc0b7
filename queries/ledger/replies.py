"""What second readers answered, word for word: kept, so that reading again, rebuilding and restoring ask nobody.

A reply goes by the hash of the page's stored (masked) text, the version of the prompt and the model. Its text is JSON.
Nothing in it is trusted: what it claims is read from it anew, each time in the same way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph_model.keys import digest
from queries.engine.base import Graph, Reading, Writing
from queries.ledger.draft import instant
from queries.ledger.given import given_of
from queries.ledger.graph_store import in_batches
from queries.ledger.suppressions import erased_in
from queries.masking import ErasedNames, mask

Mask = Callable[[str], str]
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply: to which text (its fingerprint), with which prompt, of which model, and when (ISO 8601 in UTC).

    ``text`` is JSON, masked as the page is.
    """

    fingerprint: str
    prompt: str
    model: str
    text: str
    at: str = ""

    @property
    def id(self) -> str:
        return reply_id(self.fingerprint, self.prompt, self.model)


def reply_id(fingerprint: str, prompt: str, model: str) -> str:
    """By what a reply is found again."""
    return digest("reply", fingerprint, prompt, model)


def keep_replies(graph: Graph, replies: Sequence[Reply]) -> list[Reply]:
    """Keep replies, each in the place of an earlier one to the same question; gives them as they are kept: masked.

    :raises NotAllowed: without the secret that this graph was made with.
    """
    given = given_of(graph)

    def work(tx: Writing) -> list[Reply]:
        erased = erased_in(tx, given)
        kept = [masked_reply(reply, erased) for reply in replies]
        _save(tx, [_row(reply) for reply in kept])
        return kept

    return graph.change(work) if replies else []


def masked_reply(reply: Reply, erased: ErasedNames | None = None) -> Reply:
    """A reply with covered in it what is covered in pages."""
    return replace(reply, text=masked_json(reply.text, lambda text: mask(text, erased)))


def kept_replies(graph: Graph, ids: Iterable[str]) -> dict[str, Reply]:
    """The replies that are kept of these, by id."""
    wanted = sorted(set(ids))

    def question(tx: Reading) -> dict[str, Reply]:
        batches = (tx.ask("ledger/replies_by_id", ids=batch) for batch in in_batches(wanted, _AT_ONCE))
        return {row["reply"]["id"]: reply_of(row["reply"]) for batch in batches for row in batch}

    return graph.answer(question) if wanted else {}


def latest_replies(graph: Graph, fingerprints: Iterable[str]) -> dict[str, Reply]:
    """The latest reply to each of these texts, by its fingerprint, whoever gave it."""
    wanted = sorted(set(fingerprints))

    def question(tx: Reading) -> dict[str, Reply]:
        found: dict[str, Reply] = {}
        for row in tx.ask("ledger/replies_to_texts", fingerprints=wanted):
            found.setdefault(row["reply"]["fingerprint"], reply_of(row["reply"]))
        return found

    return graph.answer(question) if wanted else {}


def mask_replies(tx: Writing, cover: Mask, moved: Mapping[str, str]) -> int:
    """Mask what all replies say, and move those to texts that changed; gives how many replies that touched.

    Part of the transaction that masks the pages, so that no reply holds a name that its page does not hold.

    :param cover: covers what may not stand in a text, at equal length.
    :param moved: the new fingerprint of each text that changed, by its old one.
    """
    touched = 0
    for reply in _all(tx):
        masked = Reply(
            moved.get(reply.fingerprint, reply.fingerprint), reply.prompt, reply.model, masked_json(reply.text, cover),
            reply.at,
        )  # fmt: skip
        if masked == reply:
            continue
        touched += 1
        if masked.id != reply.id:
            tx.ask("ledger/drop_replies", ids=[reply.id])
        _save(tx, [_row(masked)])
    return touched


def masked_json(text: str, cover: Mask) -> str:
    """JSON with every text in it masked, keys too; what is no JSON is masked as it stands."""
    try:
        value = json.loads(text)
    except ValueError:
        return cover(text)
    return json.dumps(_masked(value, cover), ensure_ascii=False, separators=(",", ":"))


def _masked(value: Any, cover: Mask) -> Any:
    if isinstance(value, str):
        return cover(value)
    if isinstance(value, list):
        return [_masked(one, cover) for one in value]
    if isinstance(value, dict):
        return {cover(name): _masked(one, cover) for name, one in value.items()}
    return value


def _all(tx: Reading) -> Iterator[Reply]:
    """All replies, a few at a time; all that are there when this begins, for what is changed may move behind."""
    seen: set[str] = set()
    after = ""
    while rows := tx.ask("ledger/replies_after", after=after, limit=_AT_ONCE):
        after = rows[-1]["reply"]["id"]
        for row in rows:
            reply = reply_of(row["reply"])
            if reply.id not in seen:
                seen.add(reply.id)
                yield reply


def reply_of(row: Mapping[str, Any]) -> Reply:
    """A reply from its stored properties."""
    return Reply(row["fingerprint"], row["prompt"], row["model"], row["text"], row["at"].isoformat())


def _row(reply: Reply) -> dict[str, Any]:
    return {
        "id": reply.id, "fingerprint": reply.fingerprint, "prompt": reply.prompt, "model": reply.model,
        "text": reply.text, "at": instant(reply.at),
    }  # fmt: skip


def _save(tx: Writing, rows: list[dict[str, Any]]) -> None:
    for batch in in_batches(rows, _AT_ONCE):
        tx.ask("ledger/save_replies", rows=batch)
