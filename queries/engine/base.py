"""The graph as everybody sees it: ask it, change it, close it."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, Self, TypeVar

from graph_model.errors import Fault, GraphUnavailable, SamenspelError
from queries.schema_version import check_schema

from .bolt import Access, Bolt, ConnectionLost
from .doorway import Doorway
from .values import checked, plain_row, plain_rows

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Result

T = TypeVar("T")
Asked = tuple[str, Mapping[str, object]]  # a question of the library by its name, and its parameters

_LEDGER = "MATCH (l:Ledger {id: 'ledger'}) "
_SEEN = "RETURN l.version AS version, l.uid AS uid, l.schema AS schema, l.restoring AS restoring"
_LOOK = _LEDGER + _SEEN
_COUNT = _LEDGER + "SET l.version = l.version + 1 " + _SEEN
_HOLD = _LEDGER + "SET l.version = l.version " + _SEEN

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

    def rejoin(self, lost: ConnectionLost, attempt: int) -> None:
        """Come to a running engine again, or raise what was lost; ``attempt`` counts from 0."""

    def explained(self, fault: Fault) -> SamenspelError | None:
        """What lies behind a fault that the engine names in words of its own, where that is known."""

    def replacement(self) -> contextlib.AbstractContextManager[FreshStore] | None:
        """An empty store that takes the place of this one when the block ends well, while nobody else writes.

        None where there can be no second one: then the contents are replaced where they are.
        """

    def clear_replaced(self) -> None:
        """Take away what is left of stores that were replaced."""

    def make_search_index(self, name: str, label: str, field: str) -> None: ...
    def doorway(self) -> Doorway:
        """A way in for questions that strangers wrote; to be closed."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class NewRow:
    """A node, or a link when it has a start and an end: what the engine calls the nodes there, for as long as it runs.

    ``values``: texts, numbers, truths and lists of them.
    """

    label: str
    values: Mapping[str, object]
    start: str = ""
    end: str = ""


class FreshStore(Engine, Protocol):
    """A store that is all new and belongs to who fills it: it takes rows by the thousand."""

    def make_types(self, labels: Iterable[str], links: Iterable[str]) -> None: ...
    def make_index(self, name: str, label: str, field: str, *, unique: bool) -> None:
        """Make an index on texts that are all there; of a label or a kind of link that has its type."""

    def packed(self, rows: Iterable[NewRow]) -> bytes: ...
    def put(self, packed: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A transaction that reads one version of the graph."""

    _transaction: ManagedTransaction
    version: int

    def ask(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        """Answer the question in ``queries/cypher/<name>.cypher``: one dict a row, of plain Python values."""
        from queries.library import question

        return self.run(question(name).with_parameters(parameters), parameters)

    def ask_together(self, *asked: Asked) -> list[list[dict[str, Any]]]:
        """Answer several questions in one go: being asked costs an engine more than many a short answer does."""
        from queries.library import question, together

        for name, parameters in asked:
            question(name).with_parameters(parameters)
        numbered = {f"{key}_{n}": value for n, (_, given) in enumerate(asked) for key, value in given.items()}
        found = self.run(together(tuple(name for name, _ in asked)), numbered)
        answers = {row["part"]: row["rows"] for row in found}
        return [answers.get(number, []) for number in range(len(asked))]

    def run(self, text: str, parameters: Mapping[str, object] = _NONE) -> list[dict[str, Any]]:
        """Run text that was generated from the schema's own names, never from values: those are parameters."""
        result = self._result(text, parameters)
        return plain_rows(result.keys(), result)

    def stream(self, text: str, parameters: Mapping[str, object] = _NONE) -> Iterator[dict[str, Any]]:
        """As ``run``, row by row as they come in: of very many, a few are in memory at a time."""
        result = self._result(text, parameters)
        names = result.keys()
        return (plain_row(names, record) for record in result)

    def _result(self, text: str, parameters: Mapping[str, object]) -> Result:
        try:
            return self._transaction.run(text, checked(parameters))
        except (UnicodeEncodeError, OverflowError) as error:  # half a character, a number of more than 64 bits
            raise Fault(f"Een parameter is niet te bewaren: {error}") from error


@dataclass(frozen=True, slots=True)
class Writing(Reading):
    """A transaction that makes the next version of the graph."""


class Graph:
    """A graph that answers questions and takes changes; close it, or use it as a context manager."""

    def __init__(self, engine: Engine, secret: bytes | None = None, *, gated: bool = True) -> None:
        """``gated``: keep out of a store of another form, or that is being restored; only upkeep goes in there."""
        self._engine = engine
        self._gated = gated
        self._uid: str | None = None
        self.secret = secret

    @property
    def engine(self) -> Literal["embedded", "neo4j"]:
        return self._engine.kind

    @property
    def address(self) -> str:
        """The Bolt address; that of the embedded engine changes when it had to be started again."""
        return self._engine.bolt.address

    def for_upkeep(self) -> Graph:
        """The same graph, also when it has another form or is half restored; closing it is closing this one."""
        return Graph(self._engine, self.secret, gated=False)

    def replacement(self) -> contextlib.AbstractContextManager[FreshStore] | None:
        """As :meth:`Engine.replacement`."""
        return self._engine.replacement()

    def clear_replaced(self) -> None:
        """As :meth:`Engine.clear_replaced`."""
        self._engine.clear_replaced()

    def doorway(self) -> Doorway:
        """As :meth:`Engine.doorway`."""
        return self._engine.doorway()

    def prepare(self) -> None:
        """Make the constraints, the indexes and the ledger's counter where they are missing."""
        from queries.constraints import prepare

        self._connected(lambda: prepare(self._engine))

    def answer(self, question: Callable[[Reading], T]) -> T:
        """The answer to a question, all of it read from one version of the graph.

        The question may be asked more than once: a writer can commit halfway, also within one statement.

        :raises GraphUnavailable: the graph cannot be reached, or nothing was ever put into it.
        """
        for _ in range(2):
            answer, still = self._connected(lambda: self._asked("READ", _LOOK, question))
            if still:
                return answer
        access = self._engine.still_access
        with self._engine.writing():
            return self._connected(lambda: self._asked(access, _LOOK if access == "READ" else _HOLD, question))[0]

    def change(self, work: Callable[[Writing], T]) -> T:
        """Change the graph: all of the work is kept, as one new version, or nothing of it.

        Work may be run more than once, so it must leave nothing behind but what it returns. What it needs to know it
        asks of the ``Writing`` that it is given, never of this graph, which would wait for itself.

        :raises GraphUnavailable: the graph cannot be reached; of a Neo4j that goes away while it keeps the work, the
            error says that it may have been kept.
        """
        with self._engine.writing():
            return self._connected(_Change(self, work).attempt)

    def close(self) -> None:
        """Let go of the graph; an embedded engine stops a while after the last one has."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _connected(self, talk: Callable[[], T]) -> T:
        for attempt in itertools.count():
            try:
                return talk()
            except ConnectionLost as lost:
                self._engine.rejoin(lost, attempt)
            except Fault as fault:
                reason = self._engine.explained(fault)
                if reason is None:
                    raise
                raise reason from fault
        raise AssertionError("attempts never run out")

    def _asked(self, access: Access, first: str, question: Callable[[Reading], T]) -> tuple[T, bool]:
        """The answer between two looks at the version, and whether that stood still."""

        def ask(transaction: ManagedTransaction) -> tuple[T, bool]:
            version = self._version(transaction, first)
            answer = question(Reading(transaction, version))
            return answer, self._version(transaction, _LOOK) == version

        return self._engine.bolt.transact(access, ask)

    def _version(self, transaction: ManagedTransaction, statement: str) -> int:
        """The version that the statement finds or makes, of the graph that we have been talking with so far."""
        record = transaction.run(statement).single()
        if record is None:
            raise GraphUnavailable("Deze graaf is nog leeg: er is nog niets ingelezen.", self.address)
        if self._gated:
            self._pass_gate(record["schema"], record["restoring"])
        if self._uid is None:
            self._uid = record["uid"]
        elif self._uid != record["uid"]:
            raise GraphUnavailable(
                f"De graaf op {self.address} is intussen door een andere vervangen; start dit programma opnieuw.",
                self.address,
            )
        version: int = record["version"]
        return version

    def _pass_gate(self, schema: object, restoring: str | None) -> None:
        check_schema(schema, self.address)
        if restoring:
            raise GraphUnavailable(
                "In deze graaf wordt een back-up teruggezet. Is dat afgebroken, voer restore dan nog eens uit.",
                self.address,
            )


class _Change(Generic[T]):
    """One change over several attempts: it knows whether an attempt that lost its connection was kept after all."""

    def __init__(self, graph: Graph, work: Callable[[Writing], T]) -> None:
        self._graph = graph
        self._work = work
        self._unsure: tuple[int, T] | None = None

    def attempt(self) -> T:
        """Try; after a commit without a reply, first look whether the graph is at the version that it made.

        That look is decisive only because the writer's lock was held all the time; without such a lock (Neo4j) the
        engine does not rejoin after a commit without a reply.
        """
        bolt = self._graph._engine.bolt
        if self._unsure is not None:
            made, result = self._unsure
            if bolt.transact("READ", lambda transaction: self._graph._version(transaction, _LOOK)) == made:
                return result
        try:
            return bolt.transact("WRITE", self._run)
        except ConnectionLost as lost:
            if not lost.in_commit:
                self._unsure = None
            raise

    def _run(self, transaction: ManagedTransaction) -> T:
        """The work after the statement that every change begins with: the lock on Neo4j, the version on both."""
        version = self._graph._version(transaction, _COUNT)
        result = self._work(Writing(transaction, version))
        self._unsure = version, result
        return result
