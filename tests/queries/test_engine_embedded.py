"""The embedded engine: started once for all who ask, joined, kept private, and gone when nobody needs it."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import socket
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph_model.errors import GraphUnavailable
from queries import Graph, connect
from queries.engine.embedded.class_archive import ClassArchive
from queries.engine.embedded.engine import EmbeddedEngine
from queries.engine.embedded.folder import EngineFolder, clear_about
from queries.engine.embedded.join import join, stop
from queries.engine.embedded.launch import command
from queries.engine.embedded.program import bundled
from queries.engine.embedded.startup_log import StartupLog
from tests.queries.engine_processes import Writer, is_gone, java_of, parent_of, wait_until


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder whose path is longer than the address of a socket may be; its engine runs for this whole file."""
    data = tmp_path_factory.mktemp("embedded") / ("een lange naam met spaties en ë " * 4).strip()
    with connect(data):
        yield data
    stop(EngineFolder(data))


def test_who_comes_later_joins_the_engine_that_runs(folder: Path) -> None:
    with connect(folder) as first, connect(folder) as second:
        assert first.address == second.address
        assert first.engine == "embedded"


def test_only_its_owner_can_reach_it(folder: Path) -> None:
    engine = EngineFolder(folder)
    assert stat.S_IMODE(engine.home.stat().st_mode) == 0o700
    assert stat.S_IMODE(engine.password_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(engine.socket.stat().st_mode) == 0o600
    words = (
        Path(f"/proc/{java_of(folder)}/cmdline").read_bytes() + Path(f"/proc/{java_of(folder)}/environ").read_bytes()
    )
    assert engine.password().encode() not in words


def test_every_graph_of_an_installation_starts_with_the_classes_that_its_set_up_made(folder: Path) -> None:
    made = ClassArchive(bundled(), EngineFolder(folder).home).file
    assert made is not None, "make setup makes it"
    assert made.parent == bundled().package
    assert f"-XX:SharedArchiveFile={made}".encode() in Path(f"/proc/{java_of(folder)}/cmdline").read_bytes()


def test_where_the_installation_may_not_be_written_to_a_graph_keeps_its_own_classes(tmp_path: Path) -> None:
    archive = ClassArchive(replace(bundled(), package=tmp_path / "none"), tmp_path)
    assert archive.options() == []
    (tmp_path / archive.name).touch()
    assert archive.options() == [f"-XX:SharedArchiveFile={tmp_path / archive.name}"]


def test_ctrl_c_of_the_command_that_started_it_does_not_reach_it(folder: Path) -> None:
    supervisor = parent_of(java_of(folder))
    assert os.getsid(supervisor) == supervisor != os.getsid(0)


def test_a_second_engine_on_the_same_folder_is_refused_with_the_reason(folder: Path) -> None:
    engine = EngineFolder(folder)
    log = StartupLog(folder)
    second = subprocess.run(
        command(bundled(), engine, []), cwd=engine.home, capture_output=True, text=True, timeout=60, check=False
    )
    for line in (second.stdout + second.stderr).splitlines():
        log.read(line)
    assert not log.started
    assert (
        log.complaint == f"De map {folder} is al in gebruik door een andere graafmotor; sluit die eerst, of kies "
        "met --data een andere map."
    )


def test_a_folder_that_is_in_use_elsewhere_is_refused_with_the_reason(tmp_path: Path) -> None:
    engine = EngineFolder(tmp_path)
    engine.make()
    with socket.socket(socket.AF_UNIX) as of_another_machine, engine.supervisor_lock.open("w") as held:
        of_another_machine.bind(str(engine.socket))
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(GraphUnavailable, match="al in gebruik"):
            connect(tmp_path)


def test_what_a_killed_supervisor_left_is_no_obstacle(tmp_path: Path) -> None:
    engine = EngineFolder(tmp_path)
    engine.make()
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(engine.socket))
    engine.java_lock.write_text("1")
    with _opened(tmp_path) as graph:
        assert _count(graph) == 0
    stop(engine)
    assert not engine.socket.exists()


def test_it_stops_when_the_last_one_has_left(tmp_path: Path) -> None:
    first, second = (Graph(EmbeddedEngine(tmp_path, linger=0.1)) for _ in range(2))
    java = java_of(tmp_path)
    first.close()
    second.prepare()
    assert _count(second) == 0
    second.close()
    wait_until(lambda: is_gone(java))


def test_it_stops_when_its_folder_is_taken_away(tmp_path: Path) -> None:
    with _opened(tmp_path / "demo"):
        java = java_of(tmp_path / "demo")
        shutil.rmtree(tmp_path / "demo")
        wait_until(lambda: is_gone(java))


def test_eight_processes_at_once_on_a_new_folder_share_one_engine_and_lose_nothing(tmp_path: Path) -> None:
    writers = [Writer(tmp_path, f"w{number}", 5) for number in range(8)]
    lines = [line for writer in writers for line in writer.finished()]
    assert len({address for _, _, address in lines}) == 1
    assert sorted(int(version) for _, version, _ in lines) == list(range(1, 41))
    with _opened(tmp_path) as graph:
        assert _count(graph) == 40
    stop(EngineFolder(tmp_path))


def test_a_password_that_was_lost_is_made_anew(tmp_path: Path) -> None:
    running = join(EngineFolder(tmp_path))
    running.leave()
    stop(EngineFolder(tmp_path))
    EngineFolder(tmp_path).password_file.unlink()
    with _opened(tmp_path) as graph:
        assert _count(graph) == 0
    stop(EngineFolder(tmp_path))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "is vol"), (errno.EROFS, "niet beschrijfbaar"), (errno.EACCES, "niet beschrijfbaar")],
)
def test_what_the_system_refuses_is_said_in_a_sentence(number: int, sentence: str) -> None:
    with pytest.raises(GraphUnavailable, match=sentence), clear_about(Path("/data")):
        raise OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("SEVER java.io.IOException: No space left on device", "is vol"),
        ("SEVER java.nio.file.AccessDeniedException: /data/engine", "niet beschrijfbaar"),
        ("ERROR DatabaseLockedException: Database 'samenspel' is locked by another process", "al in gebruik"),
    ],
)
def test_what_the_engine_says_before_it_gives_up_is_said_in_a_sentence(line: str, sentence: str) -> None:
    log = StartupLog(Path("/data"))
    log.read(line)
    assert sentence in str(log.state()["failed"])


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GraphUnavailable, match="is geen map"):
        connect(tmp_path / "file")


def test_a_folder_of_the_system_cannot_be_used() -> None:
    with pytest.raises(GraphUnavailable, match="/proc/samenspel"):
        connect("/proc/samenspel")


def _opened(folder: Path) -> Graph:
    graph = connect(folder)
    graph.prepare()
    return graph


def _count(graph: Graph) -> int:
    count: int = graph.answer(
        lambda reading: reading.run("MATCH (t:Thing) WHERE t.id <> 'hub' RETURN count(t) AS count")
    )[0]["count"]
    return count
