"""The classes of Neo4j, loaded and linked once and mapped at each start, which then takes two thirds of the time.

The archive lies beside the jars, for all later runs. The Java runtime does not use one that does not fit, so it can
only be missing, never wrong.

``python -m tests.engines.class_archive`` gathers both, jars and archive, where they are not there yet.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from tests.engines.jars import NoNeo4j, archive_of, jars
from tests.engines.neo4j_server import Neo4jServer


def with_archive(folder: Path, say: Callable[[str], None] = print) -> Path:
    """The folder with jars, when the archive lies beside it: made now if it does not yet (a minute, 131 MB).

    :raises NoNeo4j: when the server that writes down what it loaded does not start.
    """
    archive = archive_of(folder)
    with FileLock(f"{archive}.lock"):
        if not archive.exists():
            say("Keeping the classes of Neo4j for the tests, once (131 MB) ...")
            _make(folder, archive)
    return folder


def _make(folder: Path, archive: Path) -> None:
    """Writes to a folder beside the wanted file and renames it, so that it is there wholly or not at all."""
    with tempfile.TemporaryDirectory(dir=archive.parent) as work:
        draft = Path(work) / archive.name
        with Neo4jServer(Path(work) / "server", folder, recorded=draft):
            pass  # its start is all that is to be remembered
        if draft.exists():
            draft.replace(archive)


def _by_hand() -> None:
    try:
        print(with_archive(jars()))
    except NoNeo4j as reason:
        sys.exit(f"no Neo4j here: {reason}")


if __name__ == "__main__":
    _by_hand()
