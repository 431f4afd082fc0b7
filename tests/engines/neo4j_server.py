"""A real Neo4j Community server on loopback, for the tests and for whoever wants to look: started, stopped, killed.

By hand: ``python -m tests.engines.neo4j_server`` prints address, user and password, and runs until Ctrl-C.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

from neo4j import GraphDatabase

from tests.engines.jars import NoNeo4j, archive_of, jars, java

USER = "neo4j"
START_SECONDS, END_SECONDS = 120, 300
HEAP = "512m"
OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
MAIN, ADMIN = "org.neo4j.server.CommunityEntryPoint", "org.neo4j.cli.AdminTool"

CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size={pages}
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
"""

# Tests fill and empty the graph all the time. By what it then counts Neo4j would plan each question anew after ten
# seconds.
BRIEF = "dbms.cypher.min_replan_interval=1h\n"

# A JVM outlives a killed parent. So a shell starts it, and ends it when the pipe to us closes, however we end.
# $ENDING is the signal for that.
WATCHED = (
    '"$@" </dev/null & server=$!; { cat >/dev/null; kill -s "$ENDING" "$server"; } <&3 & exec 3<&-; wait "$server"'
)


class Neo4jServer:
    """One server with its own home folder; the same data, port and password at every start.

    :param password: of a server that was there before; else a new one is set at the first start.
    :param pages: how much of the store it keeps in memory.
    :param lasting: it plans and has its Java runtime compile as a server that runs for days. In the minutes of a test
        the second compiler takes half of all processor time, and never earns it back.
    :param recorded: where its Java runtime writes what classes it loaded when it ends, for which it gets the time.
    :raises NoNeo4j: from :meth:`start`, when it does not come up; the message ends with the server's own words.
    """

    def __init__(
        self, home: Path, jar_folder: Path, password: str = "", pages: str = "64m", *, lasting: bool = False,
        recorded: Path | None = None,
    ) -> None:  # fmt: skip
        self.home = home
        self.jar_folder = jar_folder
        self.password = password or secrets.token_urlsafe(16)
        self.pages = pages
        self.lasting = lasting
        self.recorded = recorded
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._password_is_set = bool(password)

    @property
    def address(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns when the server says that it has started (about 5 s) and only our password opens it."""
        conf = self.home / "conf" / "neo4j.conf"
        conf.parent.mkdir(parents=True, exist_ok=True)
        conf.write_text(CONF.format(port=self.port, pages=self.pages) + ("" if self.lasting else BRIEF))
        log = self.home / "logs" / "neo4j.log"
        seen = log.stat().st_size if log.exists() else 0
        server = self._java(MAIN, f"--home-dir={self.home}", f"--config-dir={conf.parent}")
        with (self.home / "console.txt").open("ab") as console:
            self._process = subprocess.Popen(
                ["sh", "-c", f"exec 3<&0; {WATCHED}", "neo4j", *server],
                stdin=subprocess.PIPE, stdout=console, stderr=console, start_new_session=True,
                env={**os.environ, "ENDING": "TERM" if self.recorded else "KILL"},
            )  # fmt: skip
        try:
            self._await_started(log, seen)
            if not self._password_is_set:
                self._set_password()
        except BaseException:
            self.kill()
            raise

    def kill(self) -> None:
        """Ends it at once, as kill -9 does; what it acknowledged must still be there at the next start."""
        if self._process is None:
            return
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=END_SECONDS)
        self._process = None

    def admin(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs ``neo4j-admin`` with these arguments on this home folder (while the server is down)."""
        environment = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf"), "LC_ALL": "C.UTF-8"}
        command = self._java(ADMIN, *arguments)
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)

    def __enter__(self) -> Neo4jServer:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()

    def _java(self, main: str, *arguments: str) -> list[str]:
        opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENS]
        memory = ["-XX:+UseSerialGC", "-Xms64m", f"-Xmx{HEAP}"]
        brief = [] if self.lasting else ["-XX:TieredStopAtLevel=1", *self._classes()]
        return [str(java()), *memory, *brief, *opens, "-cp", f"{self.jar_folder}/*", main, *arguments]

    def _classes(self) -> list[str]:
        """Options of the Java runtime that write the classes to an archive, or use the one that there is."""
        if self.recorded:
            return [f"-XX:AOTCacheOutput={self.recorded}"]
        archive = archive_of(self.jar_folder)
        return [f"-XX:AOTCache={archive}"] if archive.exists() else []

    def _await_started(self, log: Path, seen: int) -> None:
        """Waits for the server's own word: an open port could be a stranger's."""
        assert self._process is not None
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            said = log.read_bytes()[seen:] if log.exists() else b""
            if b" Started." in said:
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise NoNeo4j(f"Neo4j did not start: {self._last_words(log)}")

    def _last_words(self, log: Path) -> str:
        texts = [file.read_text(errors="replace") for file in (self.home / "console.txt", log) if file.exists()]
        return " | ".join("\n".join(texts).strip().splitlines()[-3:])[-500:]

    def _set_password(self) -> None:
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        with GraphDatabase.driver(self.address, auth=(USER, "neo4j")) as driver:
            driver.execute_query(change, password=self.password, database_="system")
        self._password_is_set = True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _by_hand() -> None:
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)  # also where a shell started it in the background
    with tempfile.TemporaryDirectory(prefix="neo4j-") as home, Neo4jServer(Path(home), jars()) as server:
        print(f"address  {server.address}\nuser     {USER}\npassword {server.password}\nCtrl-C ends it and its data.")
        try:
            signal.pause()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    _by_hand()
