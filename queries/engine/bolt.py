"""The one way to an engine: transactions over Bolt by the official driver, its errors turned into ours."""

from __future__ import annotations

import logging
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from graph_model.errors import BadQuestion, Fault, GraphUnavailable, NotAllowed, SamenspelError

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session, Transaction

T = TypeVar("T")
Access = Literal["READ", "WRITE"]

_PATIENCE = 30.0
"""Seconds in which a transaction that met a passing trouble (a deadlock, a change of leader) is tried again."""

_FEW = 200
"""Rows that a server sends at a time to who may stop halfway."""

_loading = threading.Lock()
_log = logging.getLogger("neo4j")

_COLLISION = {
    f"Neo.ClientError.Schema.{name}"
    for name in (
        "ConstraintValidationFailed",  # a MERGE key that another writer made at the same moment
        "EquivalentSchemaRuleAlreadyExists",  # an index made IF NOT EXISTS that another process made meanwhile
        "ConstraintAlreadyExists",
        "IndexAlreadyExists",
    )
}
_STOPPED_CODES = ("Neo.ClientError.Transaction.TransactionTimedOut", "Neo.ClientError.Transaction.Terminated")
STOPPED = "Deze vraag duurde de graaf te lang; vraag minder tegelijk."

_COLLISIONS = 5
"""How often work that collided is tried again; it succeeds then, unless it collides with itself."""


class ConnectionLost(GraphUnavailable):
    """The engine is not there, or went away.

    :param in_commit: it went away while committing, so the work may or may not have been kept.
    """

    def __init__(self, message: str, address: str, *, in_commit: bool = False) -> None:
        super().__init__(message, address)
        self.in_commit = in_commit


@dataclass(slots=True)
class Bolt:
    """A pool of connections to one address, opened at the first transaction."""

    address: str
    user: str
    password: str = field(repr=False)
    database: str
    reached: bool = False
    _driver: Driver | None = None
    _opening: threading.Lock = field(default_factory=threading.Lock)

    def transact(self, access: Access, work: Callable[[ManagedTransaction], T]) -> T:
        """Run work in one managed transaction; it may be run more than once, and is kept wholly or not at all.

        :raises ConnectionLost: the engine is not there.
        :raises NotAllowed, BadQuestion, GraphUnavailable, Fault: as the engine or the driver says.
        """
        return self._patiently(lambda: self._once(access, work))

    def read(self, work: Callable[[Session], T]) -> T:
        """Run work that only reads, each statement by itself; it may be run more than once.

        A transaction around them would cost two round trips and give nothing: on both engines a later statement of it
        sees what was committed meanwhile.

        :raises ConnectionLost, NotAllowed, BadQuestion, GraphUnavailable, Fault: as :meth:`transact`.
        """
        return self._patiently(lambda: self._each(work))

    def _patiently(self, attempt: Callable[[], T]) -> T:
        """What an attempt gives; of one that met a passing trouble, what a next one gives."""
        load_driver()
        from neo4j.exceptions import DriverError, Neo4jError

        until = time.monotonic() + _PATIENCE
        collisions = 0
        for pause in _pauses():
            try:
                return attempt()
            except Neo4jError as error:
                collisions += error.code in _COLLISION
                again = error.code in _COLLISION or error.is_retryable()
                if not again or collisions > _COLLISIONS or time.monotonic() > until:
                    raise translated(error, self.address) from error
            except DriverError as error:
                raise translated(error, self.address) from error
            time.sleep(pause)
        raise AssertionError("the pauses never end")

    def _once(self, access: Access, work: Callable[[ManagedTransaction], T]) -> T:
        with self._open().session(database=self.database or None) as session:
            result = session.execute_write(work) if access == "WRITE" else session.execute_read(work)
        self.reached = True
        return result

    def _each(self, work: Callable[[Session], T]) -> T:
        with self._open().session(database=self.database or None, default_access_mode="READ") as session:
            result = work(session)
        self.reached = True
        return result

    def look(self, work: Callable[[Transaction], T], seconds: float) -> T:
        """Run work once in a transaction that reads and keeps nothing; a server that keeps time ends it after that.

        :raises NotAllowed, BadQuestion, GraphUnavailable, Fault: as :meth:`transact`.
        """
        load_driver()
        from neo4j.exceptions import DriverError, Neo4jError

        driver, database = self._open(), self.database or None
        try:
            with (
                driver.session(database=database, default_access_mode="READ", fetch_size=_FEW) as session,
                session.begin_transaction(timeout=seconds) as transaction,
            ):
                result = work(transaction)
                transaction.rollback()
                return result
        except (DriverError, Neo4jError) as error:
            raise translated(error, self.address) from error

    def define(self, statement: str) -> None:
        """Run one statement that changes constraints or indexes; it stands in a transaction of its own."""
        self.transact("WRITE", lambda transaction: transaction.run(statement).consume())

    def _open(self) -> Driver:
        with self._opening:
            if self._driver is None:
                self._driver = _driver(self.address, self.user, self.password)
            return self._driver

    def close(self) -> None:
        with self._opening:
            if self._driver is not None:
                self._driver.close()
                self._driver = None


def _pauses() -> Iterator[float]:
    """Seconds to wait before each next try: doubling from 10 ms to 1 s, with a spread so that two do not keep pace."""
    pause = 0.01
    while True:
        yield pause * random.uniform(0.5, 1.5)
        pause = min(pause * 2, 1.0)


def _driver(address: str, user: str, password: str) -> Driver:
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError

    try:
        return GraphDatabase.driver(
            address,
            auth=(user, password) if user or password else None,
            max_transaction_retry_time=0,  # tries again are ours: the driver does not know the engine may have moved
            connection_timeout=10,
            connection_acquisition_timeout=30,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="samenspel",
        )
    except (DriverError, ValueError) as error:
        raise GraphUnavailable(f"Het adres van de graaf klopt niet: {address} ({error}).", address) from error


def load_driver() -> None:
    """Import the driver without the array libraries that it loads only to know their types: half of its time.

    The one place that imports it first: two threads that import it at once get a half of it each.
    """
    with _loading:
        if not _log.handlers:
            _log.addHandler(logging.NullHandler())  # or what it logs goes to the user's terminal
        if "neo4j" in sys.modules:
            return
        absent = [name for name in ("numpy", "pandas", "pyarrow") if name not in sys.modules]
        sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
        try:
            import neo4j  # noqa: F401
        finally:
            for name in absent:
                del sys.modules[name]


def translated(error: Exception, address: str) -> SamenspelError:
    """Our error for one of the driver or the engine, by what a caller can do about it."""
    from neo4j import exceptions as theirs

    if isinstance(error, theirs.IncompleteCommit):
        return ConnectionLost(
            f"De graaf op {address} viel weg tijdens het bewaren; of dat nog gelukt is, is niet bekend.",
            address,
            in_commit=True,
        )
    if isinstance(error, (theirs.ServiceUnavailable, theirs.SessionExpired, theirs.ConnectionPoolError)):
        return ConnectionLost(f"De graaf op {address} is niet bereikbaar; draait de server?", address)
    if isinstance(error, theirs.ConfigurationError):
        return GraphUnavailable(f"Met de graaf op {address} valt zo niet te praten: {error}.", address)
    if isinstance(error, theirs.Neo4jError):
        return _from_server(error, address)
    return Fault(f"De graaf kon dit niet verwerken: {error}")


def _from_server(error: Any, address: str) -> SamenspelError:
    code, words = error.code or "", error.message or ""
    if code.startswith("Neo.ClientError.Security"):
        if "Forbidden" in code:
            return NotAllowed("Deze gebruiker mag dit niet in de graaf.")
        return NotAllowed(f"Gebruikersnaam of wachtwoord van de graaf op {address} klopt niet.")
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return GraphUnavailable(f"Op {address} bestaat geen database met die naam.", address)
    if code.startswith("Neo.TransientError"):
        return GraphUnavailable(f"De graaf op {address} is nu te druk; probeer het zo weer.", address)
    if code.startswith(_STOPPED_CODES):
        return BadQuestion(STOPPED)
    if code.startswith("Neo.ClientError.Statement"):
        return BadQuestion(f"De graaf begrijpt deze vraag niet: {words}")
    return Fault(f"De graaf meldt een fout ({code}): {words}")
