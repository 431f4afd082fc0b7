"""The unique keys and indexes of ledger and graph, as data, and how a graph is prepared with them."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_model.errors import NotAllowed
from graph_model.schema import LINK_KINDS
from queries import schema_version

if TYPE_CHECKING:
    from queries.engine.base import Engine

SEARCH_INDEX, SEARCH_LABEL, SEARCH_FIELD = "zoek_namen", "Thing", "search"

UNIQUE = {
    "Ledger": "id",
    "Page": "id",
    "Claim": "id",
    "Decision": "id",
    "Suppression": "id",
    "Run": "id",
    "Change": "id",
    "Reply": "id",
    "Key": "key",
    "Thing": "id",
    "Layout": "id",
}
"""The key of every label that is merged on."""

INDEXED = {
    "Claim": ("page", "subject", "object", "statement", "field_of", "points_to"),
    "Page": ("fingerprint",),
    "Decision": ("subject_block", "object_block"),
    "Reply": ("fingerprint",),
    "Change": ("run", "page"),
    "Key": ("block", "id", "thing", "joint"),
    "Thing": ("cell",),
}
"""Fields that are looked up by, a label."""

# Of a store without our counter: something that somebody else keeps there.
_STRANGE = "OPTIONAL MATCH (l:Ledger {id: 'ledger'}) WITH l LIMIT 1 MATCH (n) WHERE l IS NULL RETURN 1 AS found LIMIT 1"

FILLED = ("Claim", "Key")
"""Labels of so many rows that a new store makes their indexes when all rows are there."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index on a field of a label or of a kind of link; a unique one is a constraint as well."""

    name: str
    label: str
    field: str
    unique: bool

    @property
    def statement(self) -> str:
        """What makes it where it is missing, in Cypher that both engines take."""
        if not self.unique:
            return f"CREATE INDEX {self.name} IF NOT EXISTS FOR (n:{self.label}) ON (n.{self.field})"
        of = f"()-[n:{self.label}]-()" if self.label in LINK_KINDS else f"(n:{self.label})"
        return f"CREATE CONSTRAINT {self.name} IF NOT EXISTS FOR {of} REQUIRE n.{self.field} IS UNIQUE"


def indexes_of(labels: Iterable[str]) -> Iterator[Index]:
    """The indexes of these labels and kinds of link."""
    for label in labels:
        name, key = label.lower(), UNIQUE.get(label, "id")
        yield Index(f"{name}_{key}", label, key, unique=True)
        for field in INDEXED.get(label, ()):
            yield Index(f"{name}_by_{field}", label, field, unique=False)


def statements() -> Iterator[str]:
    """Every constraint and index but the full-text one, in Cypher that both engines take."""
    for index in indexes_of((*UNIQUE, *LINK_KINDS)):
        yield index.statement


def fingerprint() -> str:
    """What ``(:Ledger).prepared`` says when a graph was prepared with exactly these."""
    parts = (*statements(), SEARCH_INDEX, SEARCH_LABEL, SEARCH_FIELD)
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def prepare(engine: Engine) -> None:
    """Prepare the graph where that was not done yet; may be done by many processes at once.

    :raises NotAllowed: it is a database in which somebody keeps something else; nothing is made in it.
    """
    wanted = fingerprint()
    if _prepared_as(engine) == wanted:
        return
    with engine.writing():
        if _prepared_as(engine) == wanted:  # by another process, while this one waited for the lock
            return
        _refuse_a_strangers(engine)
        for statement in statements():
            engine.bolt.define(statement)
        engine.make_search_index(SEARCH_INDEX, SEARCH_LABEL, SEARCH_FIELD)
        _count(engine, wanted)


def prepare_to_fill(engine: Engine) -> None:
    """Prepare a store that is all new for being filled: all but the indexes of :data:`FILLED` and of links.

    Those are made faster when all rows are there; whoever fills makes them, then says :func:`filled`.
    """
    for index in indexes_of(label for label in UNIQUE if label not in FILLED):
        engine.bolt.define(index.statement)
    engine.make_search_index(SEARCH_INDEX, SEARCH_LABEL, SEARCH_FIELD)
    _count(engine, "")


def filled(engine: Engine) -> None:
    """Say of a store that was filled that nothing is missing."""
    _count(engine, fingerprint())


def _count(engine: Engine, prepared: str) -> None:
    """Make the ledger's counter where there is none, and tell it what is prepared."""
    engine.bolt.transact(
        "WRITE",
        lambda transaction: transaction.run(
            "MERGE (l:Ledger {id: 'ledger'}) ON CREATE SET l.uid = $uid, l.version = 0, l.schema = $schema "
            "SET l.prepared = $prepared",
            uid=uuid.uuid4().hex,
            schema=schema_version.SCHEMA,
            prepared=prepared,
        ).consume(),
    )


def _refuse_a_strangers(engine: Engine) -> None:
    found = engine.bolt.transact("READ", lambda transaction: transaction.run(_STRANGE).single())
    if found is not None:
        raise NotAllowed(
            "In deze database staat al iets anders, dat niet van Samenspel is; geef een lege op. Er is niets veranderd."
        )


def _prepared_as(engine: Engine) -> str | None:
    record = engine.bolt.transact(
        "READ",
        lambda transaction: transaction.run("MATCH (l:Ledger {id: 'ledger'}) RETURN l.prepared AS prepared").single(),
    )
    return record["prepared"] if record else None
