"""The graph as everybody sees it: ask it, change it, close it."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, Self, TypeVar

from graph_model.errors import Fault, GraphUnavailable, SamenspelError
from queries.schema_version import check_schema

from .beside import Beside
from .bolt import Access, Bolt, ConnectionLost
from .doorway import Doorway
from .image import Image
from .looks import COUNT, HOLD, LOOK, Looks, looked
from .reading import Asked, Reading, Runner, Writing

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

__all__ = ["Asked", "Engine", "FreshStore", "Graph", "NewRow", "Reading", "Writing"]

T = TypeVar("T")
R = TypeVar("R", bound=Reading)


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

    def changing(self, transaction: ManagedTransaction) -> Runner:
        """What runs the statements of a change."""

    def rejoin(self, lost: ConnectionLost, attempt: int) -> None:
        """Come to a running engine again, or raise what was lost; ``attempt`` counts from 0."""

    def explained(self, fault: Fault) -> SamenspelError | None:
        """What lies behind a fault that the engine names in words of its own, where that is known."""

    @property
    def image_form(self) -> str:
        """The form of the images that this engine makes and reads; empty where it does neither."""

    def image(self) -> contextlib.AbstractContextManager[Path | None]:
        """A file with an image of this store for as long as the block lasts; None of an engine that makes none."""

    def replacement(self, image: Image | None = None) -> contextlib.AbstractContextManager[FreshStore] | None:
        """A store that takes the place of this one when the block ends well, while nobody else writes.

        None where there can be no second one: then the contents are replaced where they are.

        :param image: what is in it, else it is empty; of this engine's own form.
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


class Graph:
    """A graph that answers questions and takes changes; close it, or use it as a context manager."""

    def __init__(self, engine: Engine, secret: bytes | None = None, *, gated: bool = True) -> None:
        """``gated``: keep out of a store of another form, or that is being restored; only upkeep goes in there."""
        self._engine = engine
        self._gated = gated
        self._uid: str | None = None
        self.secret = secret
        self.beside = Beside()

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

    @property
    def image_form(self) -> str:
        """As :attr:`Engine.image_form`."""
        return self._engine.image_form

    def image(self) -> contextlib.AbstractContextManager[Path | None]:
        """As :meth:`Engine.image`."""
        return self._engine.image()

    def replacement(self, image: Image | None = None) -> contextlib.AbstractContextManager[FreshStore] | None:
        """As :meth:`Engine.replacement`."""
        return self._engine.replacement(image)

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
            answer, still = self._connected(lambda: self._engine.bolt.read(partial(self._asked, question)))
            if still:
                return answer
        access = self._engine.still_access
        hold = LOOK if access == "READ" else HOLD
        with self._engine.writing():
            return self._connected(
                lambda: self._engine.bolt.transact(access, lambda tx: question(self._reading(tx, hold, Reading)))
            )

    def glance(self, question: Callable[[Reading], T]) -> T | None:
        """The answer to a question that need not be answered: None when a writer comes between, or the graph goes away.

        :raises SamenspelError: as :meth:`answer`, but for that.
        """
        try:
            answer, still = self._engine.bolt.read(partial(self._asked, question))
        except ConnectionLost:
            return None
        return answer if still else None

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
        self.beside.end()
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

    def _asked(self, question: Callable[[Reading], T], runner: Runner) -> tuple[T, bool]:
        """The answer between two looks at the version, and whether that stood still."""
        looks = Looks(self._judged)
        if self._uid is None:  # of a graph that is empty, or of another form, that is said before a question trips
            looks.begin(runner, LOOK)
        answer = question(Reading(runner, looks))
        return answer, looks.end(runner)

    def _reading(self, runner: Runner, first: str, kind: type[R]) -> R:
        """What reads, or writes, the version that the first statement holds: it cannot move."""
        looks = Looks(self._judged, ride=False)
        looks.begin(runner, first)
        return kind(runner, looks)

    def _judged(self, found: Mapping[str, Any] | None) -> int:
        """The version in what was found of the ledger, of the graph that we have been talking with so far."""
        if found is None:
            raise GraphUnavailable("Deze graaf is nog leeg: er is nog niets ingelezen.", self.address)
        if self._gated:
            self._pass_gate(found["schema"], found["restoring"])
        if self._uid is None:
            self._uid = found["uid"]
        elif self._uid != found["uid"]:
            raise GraphUnavailable(
                f"De graaf op {self.address} is intussen door een andere vervangen; start dit programma opnieuw.",
                self.address,
            )
        version: int = found["version"]
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
            if bolt.read(lambda runner: self._graph._judged(looked(runner, LOOK))) == made:
                return result
        try:
            return bolt.transact("WRITE", self._run)
        except ConnectionLost as lost:
            if not lost.in_commit:
                self._unsure = None
            raise

    def _run(self, transaction: ManagedTransaction) -> T:
        """The work after the statement that every change begins with: the lock on Neo4j, the version on both."""
        runner = self._graph._engine.changing(transaction)
        writing = self._graph._reading(runner, COUNT, Writing)
        result = self._work(writing)
        self._unsure = writing.version, result
        return result
