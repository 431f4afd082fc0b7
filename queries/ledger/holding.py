"""Where the ledger holds somebody's name: in pages, claims, decisions, earlier states and whatever else is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_model.errors import BadQuestion
from graph_model.names import fold_person
from queries.constraints import UNIQUE
from queries.engine.base import Reading
from queries.ledger.graph_store import in_batches
from queries.ledger.rows import Row
from queries.ledger.sieve import Sieve
from queries.library import question
from queries.masking import known_words
from queries.masking.inverted import turned, turns

_PAGES = 250
"""Pages whose claims are looked through at once."""

OTHER_LABELS = tuple(
    label
    for label in UNIQUE
    if label not in ("Ledger", "Page", "Claim", "Decision", "Suppression", "Change", "Reply", "Key", "Thing", "Layout")
)
"""What else the ledger keeps; their texts are looked through and covered as they are."""
ROWS_OF = {label: f"MATCH (n:{label}) RETURN properties(n) AS row" for label in OTHER_LABELS}


@dataclass(frozen=True, slots=True)
class Holder:
    """A name, the other names that its people go by, and their ids in the graph.

    Whoever has the same name is meant as well: a name cannot be forgotten for one of two.
    """

    name: str
    names: tuple[str, ...]
    things: tuple[str, ...]
    keys: frozenset[str]


def holder_of(tx: Reading, name: str) -> Holder:
    """Who goes by a name, or has this id.

    :raises BadQuestion: it is no name, or what has this id is no person.
    """
    rows = tx.ask("ledger/things_by_id", ids=[name])
    if rows and rows[0]["thing"]["kind"] != "Person":
        raise BadQuestion(f"{rows[0]['thing']['name']} is geen persoon; alleen personen worden vergeten.")
    name = turned(rows[0]["thing"]["name"] if rows else name)
    folded = fold_person(name)
    if not any(len(word) > 1 for word in folded.split()):
        raise BadQuestion(f"{name!r} is geen naam.")
    written = [folded, *map(" ".join, turns(folded.split()))]
    blocks = [f"person|{one}" for one in written]
    things = sorted({row["thing"] for row in tx.ask("ledger/keys_of_blocks", blocks=blocks)})
    if rows:
        things = sorted({*things, rows[0]["thing"]["id"]})
    known = [row["thing"] for row in tx.ask("ledger/things_by_id", ids=things)] if things else []
    keys = frozenset(key for thing in known for key in thing["keys"])
    names = [name, *(key.split("|")[1] for key in sorted(keys)), *(a for thing in known for a in thing["aliases"])]
    return Holder(name, tuple(_each_once(names)), tuple(things), keys)


def _each_once(names: Iterable[str]) -> Iterator[str]:
    """Each name once, however it is written; a further one of a single word is no full name and would hit others."""
    seen = set()
    for number, name in enumerate(names):
        joined = "".join(known_words(name))
        if joined and joined not in seen and (number == 0 or " " in fold_person(name)):
            seen.add(joined)
            yield name


@dataclass(frozen=True, slots=True)
class Held:
    """What may hold a name, by a first look: ids of pages and claims, and whole rows of the rest."""

    pages: tuple[str, ...]
    claims: tuple[str, ...]
    decisions: tuple[Row, ...]
    changes: tuple[Row, ...]
    others: tuple[tuple[str, Row], ...]


def held(tx: Reading, names: Iterable[str]) -> Held:
    """Look for names through the whole ledger, text after text."""
    sieve = Sieve(names)
    known, named = _pages(tx, sieve)
    pages, looked_at = _citing(tx, sieve, known)
    if looked_at < tx.ask("forgetting/claims")[0]["number"]:  # some cite a page that is not here
        cited = {row["page"] for row in _all(tx, "forgetting/cited_pages")} - known
        named |= {page for page in cited if sieve.passes(page)}
        pages |= _citing(tx, sieve, cited)[0]
    pages |= named
    claims = []
    for batch in in_batches(sorted(pages), _PAGES):
        for row in tx.ask("forgetting/claim_texts", pages=batch):
            claims += [text.partition(" ")[0] for text in row["texts"] if row["page"] in named or sieve.passes(text)]
    decisions = [row["decision"] for row in _all(tx, "forgetting/decisions")]
    changes = [row["change"] for row in _all(tx, "forgetting/change_texts") if _may(row["change"], sieve, pages)]
    others = [(label, row["row"]) for label in OTHER_LABELS for row in tx.stream(ROWS_OF[label])]
    return Held(
        tuple(sorted(pages)), tuple(sorted(claims)),
        tuple(row for row in decisions if sieve.passes(*_texts(row))), tuple(changes),
        tuple((label, row) for label, row in others if sieve.passes(*_texts(row))),
    )  # fmt: skip


def _pages(tx: Reading, sieve: Sieve) -> tuple[set[str], set[str]]:
    """All pages, and those that may hold a name in their text, title or address."""
    known, named = set(), set()
    for row in _all(tx, "forgetting/page_texts"):
        known.add(row["id"])
        if sieve.passes(row["id"], *row["texts"]):
            named.add(row["id"])
    return known, named


def _citing(tx: Reading, sieve: Sieve, pages: Iterable[str]) -> tuple[set[str], int]:
    """Those of the pages of which a claim may hold a name, and how many claims were looked at."""
    found, number = set(), 0
    for batch in in_batches(sorted(pages), _PAGES):
        for row in tx.ask("forgetting/claim_names", pages=batch):
            number += row["claims"]
            if sieve.passes(*row["texts"]):
                found.add(row["page"])
    return found, number


def _may(change: Row, sieve: Sieve, pages: set[str]) -> bool:
    return change["page"] in pages or sieve.passes(change["page"], change["before"])


def _all(tx: Reading, name: str) -> Iterator[Row]:
    return tx.stream(question(name).with_parameters({}))


def _texts(row: Row) -> Iterator[str]:
    for value in row.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield json.dumps(value, ensure_ascii=False)
