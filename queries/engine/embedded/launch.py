"""The command that starts the bundled engine, and what its log says about it."""

from __future__ import annotations

import importlib.util
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from graph_model.errors import GraphUnavailable

from .folder import DATABASE, USER, EngineFolder, full, in_use, read_only

# What the package itself passes to its Java runtime, with a collector and heap that suit one reader's machine.
_JAVA_OPTIONS = (
    "-XX:+UseSerialGC",
    "-Xms64m",
    "-Xmx512m",
    "-XX:+UseCompactObjectHeaders",
    "-XX:+ExitOnOutOfMemoryError",
    "--add-modules=jdk.incubator.vector",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
)

_MEBIBYTES_128 = 128 * 1024 * 1024
_SETTINGS: Mapping[str, object] = MappingProxyType(
    {
        "server.mode": "development",  # production mode hides the text of every error
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.defaultDatabases": f"{DATABASE}[{USER}]",
        "server.httpIncomingHost": "127.0.0.1",
        "bolt.host": "127.0.0.1",
        "bolt.port": 0,
        "bolt.maxMessageSize": _MEBIBYTES_128,
        "bolt.packstream.maxValueLength": _MEBIBYTES_128,
        "txWalFlush": 1,  # fdatasync at each commit: what is acknowledged survives a power cut
        "dateTimeImplementation": "java.time.ZonedDateTime",
        "command.timeout": 60_000,  # the only time limit that the engine keeps
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "polyglotEngineEnabled": "false",
        "serverMetrics": "false",
        "backup.enabled": "true",
    }
)

# Parts of the package that listen or compute for others; what is not on the class path cannot be reached.
_NOT_LOADED = ("console", "graphql", "mcp", "postgresw", "python-bridge", "redisw")

_BOLT = re.compile(r"Listening for incoming BOLT connections on \S*/127\.0\.0\.1:(\d+)")
_HTTP = re.compile(r"HTTP Server started \(host=127\.0\.0\.1 port=(\d+)")
_STARTED = "ArcadeDB Server started in"
_LOCKED = re.compile(r"LockException|locked by another process|is locked", re.IGNORECASE)
_FULL = re.compile(r"No space left on device|Disk quota exceeded")
_READ_ONLY = re.compile(r"Read-only file system|Permission denied|AccessDeniedException")


def command(folder: EngineFolder) -> list[str]:
    """The command line of the engine over this folder; the password goes as a file, never on the command line."""
    package = _package()
    start = random.randrange(20_000, 50_000)
    settings = {
        **_SETTINGS,
        "server.rootPath": folder.home,
        "server.logsDirectory": folder.log.parent,
        "server.rootPasswordPath": folder.password_file,
        "server.httpIncomingPort": f"{start}-{start + 9_999}",
    }
    jars = (jar for jar in sorted((package / "jars").glob("*.jar")) if not _left_out(jar))
    return [
        str(package / "jre" / "bin" / "java"),
        *_JAVA_OPTIONS,
        f"-XX:ErrorFile={folder.log.parent}/java-crash.log",
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "-cp",
        ":".join(map(str, jars)),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def _package() -> Path:
    """Where the engine's package lies; it is found, not imported, so no JVM enters this process."""
    found = importlib.util.find_spec("arcadedb_embedded")
    if found is None or not found.submodule_search_locations:
        raise GraphUnavailable(
            "De meegeleverde graafmotor ontbreekt in deze installatie; installeer samenspel opnieuw, of geef met "
            "SAMENSPEL_GRAPH het adres van een Neo4j op."
        )
    return Path(next(iter(found.submodule_search_locations)))


def _left_out(jar: Path) -> bool:
    return any(jar.name.startswith(f"arcadedb-{part}") for part in _NOT_LOADED)


@dataclass(slots=True)
class LogReader:
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
        return {"failed": self.complaint or f"De graafmotor van {self.folder} start niet; zie het logboek in die map."}

    def read(self, line: str) -> None:
        """Take in one line."""
        if found := _BOLT.search(line):
            self.bolt_port = int(found[1])
        elif found := _HTTP.search(line):
            self.http_port = int(found[1])
        elif _STARTED in line:
            self.started = True
        else:
            self._listen_for_trouble(line)

    def _listen_for_trouble(self, line: str) -> None:
        if _LOCKED.search(line):
            self.complaint = in_use(self.folder)
        elif _FULL.search(line):
            self.complaint = full(self.folder)
        elif _READ_ONLY.search(line):
            self.complaint = read_only(self.folder)
