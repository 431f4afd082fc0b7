"""What the engine's log says about its start: where it listens, or why it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .folder import full, in_use, read_only

_BOLT = re.compile(r"Listening for incoming BOLT connections on \S*/127\.0\.0\.1:(\d+)")
_HTTP = re.compile(r"HTTP Server started \(host=127\.0\.0\.1 port=(\d+)")
_STARTED = "ArcadeDB Server started in"
_LOCKED = re.compile(r"LockException|locked by another process|is locked", re.IGNORECASE)
_FULL = re.compile(r"No space left on device|Disk quota exceeded")
_READ_ONLY = re.compile(r"Read-only file system|Permission denied|AccessDeniedException")


@dataclass(slots=True)
class StartupLog:
    """Reads the engine's log line by line, until it is ready or says why it is not."""

    folder: Path
    bolt_port: int | None = None
    http_port: int | None = None
    started: bool = False
    complaint: str = ""

    @property
    def ready(self) -> bool:
        """It runs on without a service whose port was taken, so its own word that it started is not enough."""
        return self.started and self.bolt_port is not None and self.http_port is not None

    def state(self) -> dict[str, object]:
        """What to tell clients: ``{"bolt": port, "http": port}``, or ``{"failed": sentence}``."""
        if self.ready:
            return {"bolt": self.bolt_port, "http": self.http_port}
        return {"failed": self.complaint or f"De graafmotor van {self.folder} start niet; zie engine/log in die map."}

    def read(self, line: str) -> None:
        """Take in one line."""
        if found := _BOLT.search(line):
            self.bolt_port = int(found[1])
        elif found := _HTTP.search(line):
            self.http_port = int(found[1])
        elif _STARTED in line:
            self.started = True
        elif _LOCKED.search(line):
            self.complaint = in_use(self.folder)
        elif _FULL.search(line):
            self.complaint = full(self.folder)
        elif _READ_ONLY.search(line):
            self.complaint = read_only(self.folder)
