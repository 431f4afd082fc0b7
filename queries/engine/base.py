"""The graph as everybody sees it: ask it, change it, close it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, Protocol, Self, TypeVar

from graph_model.errors import GraphUnavailable

from .bolt import Access, Bolt, ConnectionLost
from .values import checked, plain_rows

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

T = TypeVar("T")

_VERSION = "MATCH (l:Ledger {id: 'ledger'}) RETURN l.version AS version"
_NEXT_VERSION = "MATCH (l:Ledger {id: 'ledger'}) SET l.version = l.version + 1 RETURN l.version AS version"
_SAME_VERSION = "MATCH (l:Ledger {id: 'ledger'}) SET l.version = l.version RETURN l.version AS version"

_REJOINS = 3
_NONE: Mapping[str, object] = MappingProxyType({})


class Engine(Protocol):
    """How an address comes to exist, and what the two engines do differently."""

    @property
    def kind(self) -> Literal["embedded", "neo4j"]: ...
    @property
    def still_access(self) -> Access:
        """The access with which an answer that must not move is read while :meth:`writing` is held."""

    @property
    def bolt(self) -> Bolt: ...
    def writing(self) -> contextlib.AbstractContextManager[None]:
        """Keep other writers out, where a write transaction does not do so by itself."""

    def rejoin(self, lost: ConnectionLost) -> None:
        """Come to a running engine again, or raise what was lost."""

    def make_search_index(self, name: str, label: str, field: str) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A transaction that reads one version of the graph."""

    _transaction: ManagedTransaction
    version: int

    def ask(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        """Answer the question in ``queries/cypher/<name>.cypher``: one dict a row, of plain Python values."""
        from queries.library import question

        return self.run(question(name).with_parameters(parameters), parameters)

    def run(self, text: str, parameters: Mapping[str, object] = _NONE) -> list[dict[str, Any]]:
        """Run text that was generated from the schema's own names, never from values: those are parameters."""
        result = self._transaction.run(text, checked(parameters))
        return plain_rows(result.keys(), result)


@dataclass(frozen=True, slots=True)
class Writing(Reading):
    """A transaction that makes the next version of the graph."""


class Graph:
    """A graph that answers questions and takes changes; close it, or use it as a context manager."""

    def __init__(self, engine: Engine, secret: bytes | None = None) -> None:
        self._engine = engine
        self.secret = secret

    @property
    def engine(self) -> Literal["embedded", "neo4j"]:
        return self._engine.kind

    @property
    def address(self) -> str:
        """The Bolt address; that of the embedded engine may change when it had to be started again."""
        return self._engine.bolt.address

    def prepare(self) -> None:
        """Make the constraints, the indexes and the ledger's counter where they are missing."""
        from queries.constraints import prepare

        prepare(self._engine)

    def answer(self, question: Callable[[Reading], T]) -> T:
        """The answer to a question, all of it read from one version of the graph.

        The question may be asked more than once: a writer can commit halfway, also within one statement.
        """
        for _ in range(2):
            answer, still = self._connected(lambda: self._engine.bolt.transact("READ", _asking(question, _VERSION)))
            if still:
                return answer
        with self._engine.writing():
            first = _VERSION if self._engine.still_access == "READ" else _SAME_VERSION
            return self._connected(
                lambda: self._engine.bolt.transact(self._engine.still_access, _asking(question, first))
            )[0]

    def change(self, work: Callable[[Writing], T]) -> T:
        """Change the graph: all of the work is kept, as one new version, or nothing of it.

        Work may be run more than once, so it must leave nothing behind but what it returns.
        """
        with self._engine.writing():
            return self._connected(lambda: self._engine.bolt.transact("WRITE", _changing(work)))

    def _connected(self, talk: Callable[[], T]) -> T:
        for _ in range(_REJOINS):
            try:
                return talk()
            except ConnectionLost as lost:
                self._engine.rejoin(lost)
        return talk()

    def close(self) -> None:
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _asking(question: Callable[[Reading], T], first: str) -> Callable[[ManagedTransaction], tuple[T, bool]]:
    """The question between two looks at the version; False beside the answer where it moved in between."""

    def work(transaction: ManagedTransaction) -> tuple[T, bool]:
        version = _version(transaction, first)
        answer = question(Reading(transaction, version))
        return answer, _version(transaction, _VERSION) == version

    return work


def _changing(work: Callable[[Writing], T]) -> Callable[[ManagedTransaction], T]:
    """The work after the statement that every change begins with: on Neo4j it is the lock, on both the version."""

    def counted(transaction: ManagedTransaction) -> T:
        return work(Writing(transaction, _version(transaction, _NEXT_VERSION)))

    return counted


def _version(transaction: ManagedTransaction, statement: str) -> int:
    record = transaction.run(statement).single()
    if record is None:
        raise GraphUnavailable("Deze graaf is nog leeg: er is nog niets ingelezen.")
    version: int = record["version"]
    return version
