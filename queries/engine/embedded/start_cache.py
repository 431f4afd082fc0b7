"""The engine's loaded and linked classes, kept between starts: its start then takes a third of the time.

The Java runtime records them during a first session; from that record a supervisor that has nobody left to serve
makes the cache. A cache that does not fit the program is not used by the Java runtime, so it can only be missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from .folder import EngineFolder
from .program import JAVA_OPTIONS, Program

_LONGEST = 120.0
"""Seconds that making the cache may take."""

_OLD = 600.0
"""Seconds after which a record is a left-over of a supervisor that was killed."""


@dataclass(frozen=True, slots=True)
class StartCache:
    """The cache of one program, in one folder."""

    folder: EngineFolder
    program: Program
    name: str = field(init=False)

    def __post_init__(self) -> None:
        parts = [*JAVA_OPTIONS, *(f"{jar} {jar.stat().st_size} {jar.stat().st_mtime_ns}" for jar in self.program.jars)]
        digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
        object.__setattr__(self, "name", f"classes-{digest}")

    @property
    def file(self) -> Path:
        return self.folder.home / f"{self.name}.aot"

    @property
    def record(self) -> Path:
        return self.folder.home / f"{self.name}.{os.getpid()}.record"

    def options(self) -> list[str]:
        """The options to start with: use the cache, or record what it is to hold."""
        if self.file.exists():
            return [f"-XX:AOTCache={self.file}"]
        return ["-XX:AOTMode=record", f"-XX:AOTConfiguration={self.record}"]

    def make(self) -> None:
        """Make the cache of what this session recorded; it is there wholly or not at all."""
        self._remove_old()
        if not self.record.exists():
            return
        draft = self.record.with_suffix(".draft")
        try:
            made = self._assemble(draft)
            if made and draft.exists():
                draft.replace(self.file)
        finally:
            for left in (draft, self.record):
                left.unlink(missing_ok=True)

    def _assemble(self, draft: Path) -> bool:
        modes = ("-XX:AOTMode=create", f"-XX:AOTConfiguration={self.record}", f"-XX:AOTCache={draft}")
        words = [str(self.program.java), *JAVA_OPTIONS, *modes, "-cp", self.program.class_path]
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            done = subprocess.run(
                ["nice", "-n", "19", *words],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_LONGEST,
                check=False,
            )
            return done.returncode == 0
        return False

    def _remove_old(self) -> None:
        """Caches of other versions of the program, and records that nobody is going to use."""
        for left in self.folder.home.glob("classes-*"):
            with contextlib.suppress(OSError):
                is_old = time.time() - left.stat().st_mtime > _OLD
                if not left.name.startswith(self.name) or (left.suffix != ".aot" and is_old):
                    left.unlink()
