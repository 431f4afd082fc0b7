"""Running a question that somebody else wrote: read-only, within a time, a number of rows and a size."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from graph_model.errors import BadQuestion, Fault, GraphUnavailable, NotAllowed

from .bolt import STOPPED, Bolt
from .values import checked

if TYPE_CHECKING:
    from neo4j import Transaction

T = TypeVar("T")

_AT_ONCE = 4
_slots = threading.BoundedSemaphore(_AT_ONCE)
"""Of a process: a question that its engine does not stop keeps its place until it ends."""

_WAITING = 10.0
_GRACE = 2.0
"""Seconds beyond the limit in which the engine may say itself that it stopped."""

_MOST_VALUES = 500_000
_TOO_LONG = "Deze vraag duurde te lang en is gestopt; vraag minder tegelijk, of met LIMIT."
_NO_RIGHT = "Via deze deur is alleen de graaf te lezen: noem bij elk los patroon een soort, bijvoorbeeld (n:Thing)."
_TOO_LARGE = "Dit antwoord is te groot; vraag minder tegelijk, of met LIMIT."


@dataclass(frozen=True, slots=True)
class Rows:
    """The first rows of an answer; ``more``: there are others."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Doorway:
    """Where strangers' questions are asked.

    :param plans: whether this engine tells beforehand what a question will do.
    :param end_overdue: ends what visitors have been running for more than so many seconds.
    """

    bolt: Bolt
    plans: bool
    end_overdue: Callable[[float], None]
    close: Callable[[], None]

    def plan(self, text: str, parameters: Mapping[str, object], seconds: float) -> tuple[str, Mapping[str, Any]]:
        """The type of this question and its plan, without running it."""

        def explain(transaction: Transaction) -> tuple[str, Mapping[str, Any]]:
            told = transaction.run(f"EXPLAIN {text}", checked(parameters)).consume()
            return told.query_type or "", told.plan or {}

        return self._in_time(lambda: self.bolt.look(explain, seconds), seconds)

    def rows(self, text: str, parameters: Mapping[str, object], seconds: float, most: int) -> Rows:
        """The first rows of the answer, as values that JSON knows.

        :raises BadQuestion: it takes too long, is too large, or the engine does not understand it.
        :raises NotAllowed: the engine refuses it.
        """

        def read(transaction: Transaction) -> Rows:
            result = transaction.run(text, checked(parameters))
            columns, size = tuple(result.keys()), _Size()
            found: list[tuple[Any, ...]] = []
            for record in result:
                if len(found) == most:
                    return Rows(columns, tuple(found), more=True)
                found.append(tuple(size.shown(value) for value in record.values()))
            return Rows(columns, tuple(found), more=False)

        return self._in_time(lambda: self.bolt.look(read, seconds), seconds)

    def _in_time(self, talk: Callable[[], T], seconds: float) -> T:
        """What the talk gives; one that goes on for too long is left behind, and its engine told to end it."""
        if not _slots.acquire(timeout=_WAITING):
            raise GraphUnavailable("Er lopen al te veel vragen tegelijk; probeer het zo weer.", self.bolt.address)
        running = _Running(talk)
        threading.Thread(target=running.run, daemon=True).start()
        if not running.ended.wait(seconds):
            self.end_overdue(seconds - 1)
            running.ended.wait(_GRACE)
        if not running.ended.is_set():
            raise BadQuestion(_TOO_LONG)
        result: T = running.result()
        return result


@dataclass(slots=True)
class _Running:
    """A talk with the engine in a thread of its own, which gives its slot back when it ends."""

    talk: Callable[[], Any]
    ended: threading.Event = field(default_factory=threading.Event)
    found: Any = None
    failed: Exception | None = None

    def run(self) -> None:
        try:
            self.found = self.talk()
        except Exception as error:  # noqa: BLE001  raised again by who waits, in the thread that asked
            self.failed = error
        finally:
            _slots.release()
            self.ended.set()

    def result(self) -> Any:
        if isinstance(self.failed, BadQuestion) and self.failed.args[0] == STOPPED:
            raise BadQuestion(_TOO_LONG) from self.failed
        if isinstance(self.failed, NotAllowed):
            raise NotAllowed(_NO_RIGHT) from self.failed
        if isinstance(self.failed, (Fault, UnicodeEncodeError, OverflowError)):  # not ours: they asked for it
            raise BadQuestion(f"De graafmotor kan deze vraag niet beantwoorden ({self.failed}).") from self.failed
        if self.failed is not None:
            raise self.failed
        return self.found


@dataclass(slots=True)
class _Size:
    """Counts the values of an answer while it shows them."""

    values: int = 0

    def shown(self, value: Any) -> Any:
        """A value as JSON knows it."""
        self.values += 1
        if self.values > _MOST_VALUES or (isinstance(value, (str, bytes)) and len(value) > _MOST_VALUES):
            raise BadQuestion(_TOO_LARGE)
        if value is None or isinstance(value, (bool, int, str)):
            return value
        if isinstance(value, float):
            return value if math.isfinite(value) else None
        if isinstance(value, list):
            return [self.shown(one) for one in value]
        if isinstance(value, dict):
            return {str(key): self.shown(one) for key, one in value.items()}
        return self._foreign(value)

    def _foreign(self, value: Any) -> Any:
        from neo4j.graph import Node, Path, Relationship
        from neo4j.spatial import Point
        from neo4j.time import DateTime

        if isinstance(value, Node):
            return self.shown({key: one for key, one in value.items() if key not in _BOOKKEEPING})
        if isinstance(value, Relationship):
            return self.shown({"type": value.type, **dict(value.items())})
        if isinstance(value, Path):
            return {"things": self.shown(list(value.nodes)), "links": self.shown(list(value.relationships))}
        if isinstance(value, Point):
            return self.shown(list(value))
        if isinstance(value, DateTime):
            value = value.to_native()
        if isinstance(value, datetime):
            return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
        if isinstance(value, date):
            return value.isoformat()
        return value.hex() if isinstance(value, (bytes, bytearray)) else str(value)


_BOOKKEEPING: frozenset[Literal["search", "cell"]] = frozenset(("search", "cell"))
"""Fields of a thing that only looking things up needs."""
