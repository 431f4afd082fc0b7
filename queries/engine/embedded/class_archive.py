"""The engine's classes, parsed and linked once and mapped at each start: its start then takes half the time.

It lies beside the jars that it was made of, where every graph of this installation finds it, or else in the folder of
one graph. Set-up makes it, or else a supervisor that has nobody left to serve (7 s of an idle core, 75 MB). An archive
that does not fit the program is not used by the Java runtime, so it can only be missing, never wrong.

    python -m queries.engine.embedded.class_archive
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

from .program import JAVA_OPTIONS, Program, bundled

_LONGEST = 120.0
"""Seconds that making the archive may take."""

_USED_AT_START = ("antlr4", "arcadedb", "gson", "jboss", "slf4j", "undertow", "wildfly-common", "xnio")
"""Jars of which a start and the first questions load many classes."""


@dataclass(frozen=True, slots=True)
class ClassArchive:
    """The archive of one program's classes.

    :param program: of the engine; its folder is the first choice.
    :param home: the folder of one graph, for where the program's may not be written to.
    """

    program: Program
    home: Path
    name: str = field(init=False)

    def __post_init__(self) -> None:
        stats = ((jar, jar.stat()) for jar in self.program.jars)
        parts = [*JAVA_OPTIONS, *(f"{jar} {stat.st_size} {stat.st_mtime_ns}" for jar, stat in stats)]
        digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
        object.__setattr__(self, "name", f"classes-{digest}.jsa")

    @property
    def file(self) -> Path | None:
        """The archive, where there is one."""
        places = (self.program.package, self.home)
        return next((file for place in places if (file := place / self.name).exists()), None)

    def options(self) -> list[str]:
        """Options of the Java runtime that use the archive, where there is one."""
        return [f"-XX:SharedArchiveFile={file}"] if (file := self.file) else []

    def make(self) -> None:
        """Make the archive if it is missing, at the lowest priority; it is there wholly or not at all.

        A full disk or a slow machine leaves the engine without it, which costs a second at its start.
        """
        if self.file:
            return
        place = self.program.package if os.access(self.program.package, os.W_OK) else self.home
        file = place / self.name
        names, draft = file.with_suffix(".names"), file.with_suffix(".draft")
        with contextlib.suppress(OSError, subprocess.SubprocessError), names.open("a", encoding="utf-8") as list_:
            fcntl.flock(list_, fcntl.LOCK_EX | fcntl.LOCK_NB)  # or another process is making it
            try:
                list_.truncate(0)
                list_.write("\n".join(self._classes()) + "\n")
                list_.flush()
                self._dump(names, draft)
                with draft.open("rb") as made:
                    os.fsync(made.fileno())
                for old in place.glob("classes-*.jsa"):
                    old.unlink()
                draft.replace(file)
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


if __name__ == "__main__":
    ClassArchive(bundled(), bundled().package).make()
