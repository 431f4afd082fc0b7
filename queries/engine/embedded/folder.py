"""Where the files of the embedded engine lie, and who may read them: nobody but their owner."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import GraphUnavailable

FIRST_DATABASE = "samenspel"
USER = "root"

_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_LITTLE = 32 * 1024 * 1024
"""Bytes of room with which a large transaction may not fit any more."""

_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class EngineFolder:
    """The folder ``engine`` inside the data folder: everything that the embedded engine keeps.

    :param data: the data folder, absolute.
    """

    data: Path

    @property
    def home(self) -> Path:
        return self.data / "engine"

    @property
    def password_file(self) -> Path:
        return self.home / "password"

    @property
    def writer_lock(self) -> Path:
        """Held around every write transaction, by the writing process; ``writer.turn`` beside it is the queue."""
        return self.home / "writer.lock"

    @property
    def start_lock(self) -> Path:
        """Held by the one process that is starting a supervisor."""
        return self.home / "start.lock"

    @property
    def supervisor_lock(self) -> Path:
        """Held by the supervisor as long as it lives."""
        return self.home / "supervisor.lock"

    @property
    def java_lock(self) -> Path:
        """Held by the supervisor *and* its java, so it is free only when both have ended; holds java's process id."""
        return self.home / "java.lock"

    @property
    def socket(self) -> Path:
        """The supervisor's socket; see :meth:`socket_address`."""
        return self.home / "socket"

    @property
    def databases(self) -> Path:
        return self.home / "databases"

    @property
    def images(self) -> Path:
        """Where the engine makes images of databases and reads them; none is kept."""
        return self.home / "backups"

    @property
    def database(self) -> str:
        """The name of the database that counts: another one takes its place when it is written anew."""
        try:
            return (self.home / "database").read_text(encoding="ascii")
        except FileNotFoundError:
            return FIRST_DATABASE

    def next_database(self) -> str:
        """A name for a fresh database, which no folder here has."""
        taken = {folder.name for folder in self.databases.glob("*")} | {self.database}
        return next(name for n in itertools.count(2) if (name := f"{FIRST_DATABASE}{n}") not in taken)

    def choose(self, database: str) -> None:
        """Let this database count from now on, in one step that is on disk when it returns."""
        draft = self.home / f"database.{secrets.token_hex(8)}"
        with clear_about(self.data):
            with draft.open("x", encoding="ascii") as file:
                file.write(database)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.home / "database")
            descriptor = os.open(self.home, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def replaced(self) -> list[Path]:
        """The folders of databases that do not count (any more)."""
        found = self.databases.glob(f"{FIRST_DATABASE}*/")
        return [folder for folder in found if folder.is_dir() and folder.name != self.database]

    def clear(self) -> None:
        """Take away databases that do not count (any more), with what the engine logged of them, and images.

        Only for who holds the folder as its sole supervisor, with no engine running.
        """
        with clear_about(self.data):
            others = self.replaced()
            for folder in others:
                shutil.rmtree(folder)
            if others:
                shutil.rmtree(self.log.parent)
                self.log.parent.mkdir()
            for draft in self.home.glob("database.*"):
                draft.unlink()
            if self.images.exists():  # a kill left them
                shutil.rmtree(self.images)

    @property
    def log(self) -> Path:
        return self.home / "log" / "engine.log"

    def make(self) -> None:
        """Make the folder and its password where they are missing.

        :raises GraphUnavailable: the folder cannot be made or written to.
        """
        with clear_about(self.data):
            self.home.mkdir(parents=True, exist_ok=True)
            self.home.chmod(0o700)
            self.log.parent.mkdir(exist_ok=True)
            if not self.password_file.exists():
                self._make_password()

    def password(self) -> str:
        """The password of the engine's one user, made at the first start."""
        with clear_about(self.data):
            return self.password_file.read_text(encoding="ascii")

    def try_room(self) -> None:
        """See whether there is room to write.

        :raises GraphUnavailable: the disk is full, or may not be written to.
        """
        trial = self.home / f"room.{secrets.token_hex(8)}"
        with clear_about(self.data):
            try:
                trial.write_bytes(bytes(_LITTLE // 32))
            finally:
                trial.unlink(missing_ok=True)
            if shutil.disk_usage(self.home).free < _LITTLE:
                raise OSError(errno.ENOSPC, "little room left")

    def _make_password(self) -> None:
        """Put the password there in one step: of several processes at once, the first one's stays."""
        draft = self.home / f"password.{secrets.token_hex(8)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(24))
                file.flush()
                os.fsync(file.fileno())
            with contextlib.suppress(FileExistsError):
                os.link(draft, self.password_file)
        finally:
            draft.unlink()

    @contextlib.contextmanager
    def socket_address(self) -> Iterator[str]:
        """The address of the supervisor's socket, short enough for the 108 bytes that a socket's address may have.

        A long path is reached through the open folder's descriptor, so there is no second place that could go stale.
        """
        path = str(self.socket)
        if len(os.fsencode(path)) < 100:
            yield path
            return
        with clear_about(self.data):
            descriptor = os.open(self.home, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield f"/proc/self/fd/{descriptor}/socket"
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def clear_about(folder: Path) -> Iterator[None]:
    """Turn what the operating system says about a folder into a sentence that says what to do."""
    try:
        yield
    except OSError as error:
        raise GraphUnavailable(sentence_for(error, folder), str(folder)) from error


def sentence_for(error: OSError, folder: Path) -> str:
    """A Dutch sentence for what the operating system refused."""
    if error.errno in _READ_ONLY:
        return read_only(folder)
    if error.errno in _FULL:
        return full(folder)
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return f"{folder} is geen map; kies met --data een map voor de graaf."
    return f"De map {folder} is niet te gebruiken ({error.strerror or error})."


def in_use(folder: Path) -> str:
    return (
        f"De map {folder} is al in gebruik door een andere graafmotor; "
        "sluit die eerst, of kies met --data een andere map."
    )


def full(folder: Path) -> str:
    return f"De schijf van {folder} is vol; maak ruimte vrij en probeer het opnieuw."


def read_only(folder: Path) -> str:
    return f"De map {folder} is niet beschrijfbaar; kies met --data een map waarin u mag schrijven."
