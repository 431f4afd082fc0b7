"""kill -9 of the engine, its supervisor and its writers: the next command recovers, nothing acknowledged is lost."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from queries import connect
from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.join import stop
from tests.queries.engine_processes import ROOT, Writer, java_of, kill, of_folder, parent_of

ROUNDS = (("java",), ("supervisor",), ("java", "supervisor"), ("writers",), ("java", "supervisor", "writers"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One folder for all kills, so each round also opens what the ones before it left."""
    data = tmp_path_factory.mktemp("kills")
    yield data
    stop(EngineFolder(data))


@pytest.mark.parametrize("victims", ROUNDS, ids="+".join)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(folder: Path, victims: tuple[str, ...]) -> None:
    _kill_while_writing(folder, victims, "-".join(victims))


@pytest.mark.soak
@pytest.mark.parametrize("number", range(100))
def test_nothing_is_lost_in_a_hundred_kills(folder: Path, number: int) -> None:
    _kill_while_writing(folder, ROUNDS[number % len(ROUNDS)], f"round-{number}")


def _kill_while_writing(folder: Path, victims: tuple[str, ...], name: str) -> None:
    writers = [Writer(folder, f"{name}-{number}", 100_000) for number in range(2)]
    acknowledged = [[writer.line()] for writer in writers]
    time.sleep(random.uniform(0, 0.5))
    java = java_of(folder)
    processes = {"java": [java], "supervisor": [parent_of(java)], "writers": [w.process.pid for w in writers]}
    kill(*(process for victim in victims for process in processes[victim]))
    if "writers" not in victims:  # they rejoin by themselves and write on
        address = acknowledged[0][0][2]
        for writer, lines in zip(writers, acknowledged, strict=True):
            while lines[-1][2] == address:
                lines.append(writer.line())
    for writer, lines in zip(writers, acknowledged, strict=True):
        lines += writer.killed()
    _check(folder, {writer.name: lines for writer, lines in zip(writers, acknowledged, strict=True)})


def _check(folder: Path, acknowledged: dict[str, list[list[str]]]) -> None:
    """All that was acknowledged is there, at most one more a writer, and the count goes with it in each change."""
    with connect(folder) as graph:
        graph.prepare()
        text = "MATCH (t:Thing) RETURN t.id AS id, t.count AS count"
        rows, version = graph.answer(lambda reading: (reading.run(text), reading.version))
    things = {row["id"]: row["count"] for row in rows}
    assert things.pop("hub") == len(things) == version
    for name, lines in acknowledged.items():
        kept = {int(thing.rsplit("-", 1)[1]) for thing in things if thing.startswith(f"{name}-")}
        assert kept in ({*range(len(lines))}, {*range(len(lines) + 1)})
        assert [int(line[0]) for line in lines] == list(range(len(lines)))
        assert len({line[1] for line in lines}) == len(lines), "no version was given twice"


@pytest.mark.soak
@pytest.mark.parametrize("number", range(20))
def test_a_first_start_that_was_killed_is_no_obstacle(tmp_path: Path, number: int) -> None:
    writer = Writer(tmp_path, "first", 100)
    time.sleep(random.uniform(0.1, 6))
    kill(*of_folder(tmp_path))
    lines = writer.killed()
    second = Writer(tmp_path, "second", 1)
    assert len(second.finished()) == 1
    _check(tmp_path, {"first": lines, "second": [["0", "1"]]})
    for text in ("CREATE (:Thing {id: 'hub'})", "CREATE (:Claim {id: 'a'}), (:Claim {id: 'a'})"):
        with connect(tmp_path) as graph, pytest.raises(Exception, match="ConstraintValidationFailed"):
            graph.change(lambda writing, text=text: writing.run(text))
    stop(EngineFolder(tmp_path))


FULL_DISK = """
set -e
mount -t tmpfs -o size=30m tmpfs "$1"
"$2" -c '
import subprocess, sys
from graph_model.errors import GraphUnavailable
from queries import connect
from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.join import stop
from pathlib import Path

data = Path(sys.argv[1]) / "data"
kept = 0
with connect(data) as graph:
    graph.prepare()
    def add():
        rows = [{"id": f"{kept}-{number}", "text": "x" * 7000} for number in range(5)]
        graph.change(lambda w: w.run("UNWIND $rows AS r CREATE (:Thing {id: r.id, text: r.text})", {"rows": rows}))
    def count():
        rows = graph.answer(lambda reading: reading.run("MATCH (t:Thing) RETURN count(t) AS count"))
        return rows[0]["count"]
    try:
        while True:
            add()
            kept += 1
    except GraphUnavailable as error:
        print(error)
    assert count() == 5 * kept > 0, (count(), kept)
    subprocess.run(["mount", "-o", "remount,size=200m", sys.argv[1]], check=True)
    add()
    kept += 1
    stop(EngineFolder(data))
    assert count() == 5 * kept
stop(EngineFolder(data))
' "$1"
"""


@pytest.mark.soak
def test_a_full_disk_is_said_so_and_costs_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """On a small disk in a name space of our own, where this machine allows one."""
    unshare = [shutil.which("unshare") or "unshare", "--map-root-user", "--mount"]
    if subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    command = [*unshare, "sh", "-c", FULL_DISK, "sh", str(tmp_path), sys.executable]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout == f"De schijf van {tmp_path}/data is vol; maak ruimte vrij en probeer het opnieuw.\n"
