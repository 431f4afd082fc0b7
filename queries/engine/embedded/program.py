"""The bundled engine's program: the Java runtime and the jars that its package brings, and the options it needs."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import GraphUnavailable

MAIN_CLASS = "com.arcadedb.server.ArcadeDBServer"

# What the package itself passes to its Java runtime, with a collector and heap that suit one reader's machine.
JAVA_OPTIONS = (
    "-XX:+UseSerialGC",
    # The second compiler takes twice the processor time of all work in an engine's first minute, and most engines do
    # not live much longer; without it pages are read faster and answers come sooner.
    "-XX:TieredStopAtLevel=1",
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

# Parts of the package that listen or compute for others; what is not on the class path cannot be reached.
_NOT_LOADED = ("console", "graphql", "mcp", "postgresw", "python-bridge", "redisw")


@dataclass(frozen=True, slots=True)
class Program:
    """The folder of the package, its Java runtime, and the jars to load."""

    package: Path
    java: Path
    jars: tuple[Path, ...]

    def words(self, *options: str) -> list[str]:
        """The command line of this Java runtime, with these options after its own.

        The path of the data folder may hold any letter, so it must not be read in the C locale; and options that
        somebody keeps in the environment for another Java could contradict ours.
        """
        clean = ("env", "-u", "JAVA_TOOL_OPTIONS", "-u", "JDK_JAVA_OPTIONS", "LC_ALL=C.UTF-8")
        return [*clean, str(self.java), *JAVA_OPTIONS, *options, "-cp", self.class_path]

    @property
    def class_path(self) -> str:
        return ":".join(map(str, self.jars))


def bundled() -> Program:
    """The program of the installed package; it is found, not imported, so no JVM enters this process.

    :raises GraphUnavailable: the package is not installed.
    """
    found = importlib.util.find_spec("arcadedb_embedded")
    if found is None or not found.submodule_search_locations:
        raise GraphUnavailable(
            "De meegeleverde graafmotor ontbreekt in deze installatie; installeer samenspel opnieuw, of geef met "
            "SAMENSPEL_GRAPH het adres van een Neo4j op."
        )
    package = Path(next(iter(found.submodule_search_locations)))
    jars = (jar for jar in sorted((package / "jars").glob("*.jar")) if not _is_left_out(jar))
    return Program(package, package / "jre" / "bin" / "java", tuple(jars))


def _is_left_out(jar: Path) -> bool:
    return any(jar.name.startswith(f"arcadedb-{part}") for part in _NOT_LOADED)
