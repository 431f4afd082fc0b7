"""The engine's classes, parsed and linked once and mapped at each start: its start then takes half the time.

A supervisor that has nobody left to serve makes the archive (7 s of an idle core, 75 MB). An archive that does not
fit the program is not used by the Java runtime, so it can only be missing, never wrong.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .folder import EngineFolder
from .program import JAVA_OPTIONS, Program

_LONGEST = 120.0
"""Seconds that making the archive may take."""

_USED_AT_START = ("antlr4", "arcadedb", "gson", "jboss", "slf4j", "undertow", "wildfly-common", "xnio")
"""Jars of which a start and the first questions load many classes."""


@dataclass(frozen=True, slots=True)
class ClassArchive:
    """The archive of one program's classes, in one folder."""

    folder: EngineFolder
    program: Program
    file: Path = field(init=False)

    def __post_init__(self) -> None:
        stats = ((jar, jar.stat()) for jar in self.program.jars)
        parts = [*JAVA_OPTIONS, *(f"{jar} {stat.st_size} {stat.st_mtime_ns}" for jar, stat in stats)]
        digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
        object.__setattr__(self, "file", self.folder.home / f"classes-{digest}.jsa")

    def options(self) -> list[str]:
        """Options of the Java runtime that use the archive, where there is one."""
        return [f"-XX:SharedArchiveFile={self.file}"] if self.file.exists() else []

    def make(self) -> None:
        """Make the archive if it is missing, at the lowest priority; it is there wholly or not at all.

        A full disk or a slow machine leaves the engine without it, which costs a second at its start.
        """
        if self.file.exists():
            return
        names, draft = self.file.with_suffix(".names"), self.file.with_suffix(".draft")
        with contextlib.suppress(OSError, subprocess.SubprocessError), names.open("a", encoding="utf-8") as list_:
            fcntl.flock(list_, fcntl.LOCK_EX | fcntl.LOCK_NB)  # or another supervisor is making it
            try:
                list_.truncate(0)
                list_.write("\n".join(self._classes()) + "\n")
                list_.flush()
                self._dump(names, draft)
                with draft.open("rb") as made:
                    os.fsync(made.fileno())
                for old in self.folder.home.glob("classes-*.jsa"):
                    old.unlink()
                draft.replace(self.file)
            finally:
                names.unlink(missing_ok=True)
                draft.unlink(missing_ok=True)

    def _classes(self) -> Iterator[str]:
        """What the Java runtime itself lists as loaded by most programs, and all classes of the jars used at start."""
        yield from (self.program.java.parents[1] / "lib" / "classlist").read_text(encoding="utf-8").splitlines()
        for jar in self.program.jars:
            if jar.name.startswith(_USED_AT_START):
                with zipfile.ZipFile(jar) as entries:
                    yield from (
                        name.removesuffix(".class")
                        for name in entries.namelist()
                        if name.endswith(".class") and not name.startswith("META-INF") and "-info" not in name
                    )

    def _dump(self, names: Path, draft: Path) -> None:
        modes = ("-Xshare:dump", f"-XX:SharedClassListFile={names}", f"-XX:SharedArchiveFile={draft}")
        subprocess.run(
            ["nice", "-n", "19", *self.program.words(*modes)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST,
            check=True,
        )
