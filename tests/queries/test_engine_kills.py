"""kill -9 of the engine, its supervisor and its writers: the next command recovers, nothing acknowledged is lost."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from queries import connect
from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.join import stop
from tests.queries.engine_processes import Writer, java_of, kill, parent_of

ROUNDS = (("java",), ("supervisor",), ("java", "supervisor"), ("writers",), ("java", "supervisor", "writers"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One folder for all kills, so each round also opens what the ones before it left."""
    data = tmp_path_factory.mktemp("kills")
    yield data
    stop(EngineFolder(data))


@pytest.mark.parametrize("victims", ROUNDS, ids="+".join)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(folder: Path, victims: tuple[str, ...]) -> None:
    chance = random.Random(time.time_ns())
    writers = [Writer(folder, f"{'-'.join(victims)}-{number}", 100_000) for number in range(2)]
    acknowledged = [[writer.line()] for writer in writers]
    time.sleep(chance.uniform(0, 0.5))
    java = java_of(folder)
    _kill(victims, java, writers)
    survivors = [] if "writers" in victims else writers
    if "writers" not in victims:  # those left rejoin by themselves and write on
        address = acknowledged[0][0][2]
        for writer, lines in zip(survivors, acknowledged, strict=True):
            while lines[-1][2] == address:
                lines.append(writer.line())
    for writer, lines in zip(writers, acknowledged, strict=True):
        lines += writer.killed()
    _check(folder, {writer.name: lines for writer, lines in zip(writers, acknowledged, strict=True)})


def _kill(victims: tuple[str, ...], java: int, writers: list[Writer]) -> None:
    processes = {"java": [java], "supervisor": [parent_of(java)], "writers": [w.process.pid for w in writers]}
    kill(*(process for victim in victims for process in processes[victim]))


def _check(folder: Path, acknowledged: dict[str, list[list[str]]]) -> None:
    """All that was acknowledged is there, at most one more a writer, and the count goes with it in each change."""
    with connect(folder) as graph:
        graph.prepare()
        things, version = graph.answer(
            lambda reading: (
                {row["id"]: row["count"] for row in reading.run("MATCH (t:Thing) RETURN t.id AS id, t.count AS count")},
                reading.version,
            )
        )
    assert things.pop("hub") == len(things) == version
    for name, lines in acknowledged.items():
        kept = {int(thing.rsplit("-", 1)[1]) for thing in things if thing.startswith(f"{name}-")}
        told = {int(line[0]) for line in lines}
        assert told <= kept
        assert kept in ({*range(len(told))}, {*range(len(told) + 1)})
        assert len({line[1] for line in lines}) == len(lines), "no version was given twice"
