"""The jars of a Neo4j Community server, gathered once by Maven into a cache outside the checkout."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from filelock import FileLock

POM = Path(__file__).with_name("pom.xml")
GATHER_SECONDS = 600


class NoNeo4j(Exception):
    """Neo4j cannot be had here; the message says why, in plain words."""


def cache_folder() -> Path:
    """Where the tests keep what they download: ``$XDG_CACHE_HOME/samenspel-tests`` or ``~/.cache/samenspel-tests``."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "samenspel-tests"


def java() -> Path:
    """The Java runtime that the embedded engine brings; Neo4j runs on it too.

    :raises NoNeo4j: when arcadedb-embedded is not installed.
    """
    found = find_spec("arcadedb_embedded")
    if found is None or not found.submodule_search_locations:
        raise NoNeo4j("arcadedb-embedded, whose Java runtime starts Neo4j, is not installed: run make setup")
    return Path(found.submodule_search_locations[0]) / "jre" / "bin" / "java"


def archive_of(folder: Path) -> Path:
    """Where the archive lies of the classes in a folder with jars, as this Java runtime uses it; see class_archive."""
    return folder.with_name(f"{folder.name}-{version('arcadedb-embedded')}.aot")


def jars(say: Callable[[str], None] = print) -> Path:
    """The folder with all jars of the server, gathered now if it is not there yet (about 10 s, 118 MB).

    :param say: told in one line what is going on when it takes long.
    :raises NoNeo4j: without Maven or without a network.
    """
    fingerprint = hashlib.blake2b(POM.read_bytes(), digest_size=6).hexdigest()
    folder = cache_folder() / f"neo4j-{fingerprint}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            maven = _maven()
            say("Gathering Neo4j for the tests, once (118 MB) ...")
            _gather(folder, maven)
    return folder


def _maven() -> str:
    maven = shutil.which("mvn")
    if maven is None:
        raise NoNeo4j("Maven (mvn), which gathers Neo4j's jars, is not installed: on Debian, apt install maven")
    return maven


def _gather(folder: Path, maven: str) -> None:
    """Copies the jars to a folder beside the wanted one and renames it, so that it is there wholly or not at all."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        gathered = Path(work) / "jars"
        shutil.copy(POM, work)
        command = [maven, "--batch-mode", "--quiet", "--strict-checksums", "dependency:copy-dependencies"]
        options = ["-DincludeScope=runtime", f"-DoutputDirectory={gathered}"]
        try:
            run = subprocess.run(
                [*command, *options],
                cwd=work, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=GATHER_SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise NoNeo4j(f"Maven did not gather Neo4j's jars within {GATHER_SECONDS} s") from None
        if run.returncode != 0:
            said = (run.stdout + run.stderr).strip().splitlines() or ["nothing"]
            first = next((line for line in said if "ERROR" in line), said[0])
            raise NoNeo4j(f"Maven could not gather Neo4j's jars (no network?): {first[:300]}")
        gathered.rename(folder)
