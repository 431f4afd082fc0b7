"""Images of the embedded engine's databases: it makes and reads them in one folder of its own, and nowhere else."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from ..image import Image
from .folder import EngineFolder, clear_about

Say = Callable[[str], None]


def image_form() -> str:
    """The form of its images: an engine of another version is not asked to read them."""
    return f"arcadedb {version('arcadedb-embedded')}"


@contextlib.contextmanager
def made(folder: EngineFolder, database: str, sql: Say) -> Iterator[Path]:
    """An image of a database, for as long as the block lasts; others read and write meanwhile.

    :raises Fault: the engine cannot make it. :raises OSError: the engine is not there.
    """
    with _file(folder, database) as file:
        sql(f"BACKUP DATABASE file://{file.name}")
        yield file


def put_back(folder: EngineFolder, image: Image, database: str, server: Say) -> None:
    """Make a new database out of an image.

    :raises Fault: the engine cannot read it. :raises NotUnderstood: it is another one by now.
    """
    with _file(folder, database) as file:
        with clear_about(folder.data):
            file.parent.mkdir(parents=True, exist_ok=True)
            image.copy_to(file)
        server(f"restore backup {database} {file.name} as {database}")


@contextlib.contextmanager
def _file(folder: EngineFolder, database: str) -> Iterator[Path]:
    """A file where the engine looks for images, which goes in any case; what a kill leaves goes at the next start."""
    # It reads only what it might have called so itself: by the name of the database and the moment.
    file = folder.images / database / f"{database}-backup-{_digits(8)}-{_digits(9)}.zip"
    try:
        yield file
    finally:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)


def _digits(number: int) -> str:
    return f"{secrets.randbelow(10**number):0{number}}"
