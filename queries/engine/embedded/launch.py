"""The command that starts the bundled engine over a folder."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from .folder import USER, EngineFolder
from .program import MAIN_CLASS, Program

_MEBIBYTES_128 = 128 * 1024 * 1024
_SETTINGS: Mapping[str, object] = MappingProxyType(
    {
        "server.mode": "development",  # production mode hides the text of every error
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
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
    }
)


def command(program: Program, folder: EngineFolder, options: Iterable[str]) -> list[str]:
    """The command line of the engine over this folder; no password stands on it.

    :param options: further options of the Java runtime.
    """
    first = random.randrange(20_000, 50_000)  # it tells the HTTP port it took only when it chose from a range
    settings = {
        **_SETTINGS,
        "server.defaultDatabases": f"{folder.database}[{USER}]",
        "server.rootPath": folder.home,
        "server.logsDirectory": folder.log.parent,
        "server.httpIncomingPort": f"{first}-{first + 9_999}",
    }
    words = program.words(
        *options,
        f"-Djava.util.logging.config.file={Path(__file__).with_name('logging.properties')}",
        f"-XX:ErrorFile={folder.log.parent}/java-crash.log",
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
    )
    return [*words, MAIN_CLASS]
