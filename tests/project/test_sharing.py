"""What is made once for many tests is made on one worker, and the longest work starts first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.source import ROOT
from tests.sharing import LONGEST, group_of, place_in_line

FILE = """
import pathlib, pytest

@pytest.mark.parametrize("number", "123456")
@pytest.mark.parametrize("engine", ["embedded", "neo4j"])
def test_it(worker_id, number, engine):
    with pathlib.Path({said!r}).open("a") as said:
        print(engine, worker_id, file=said)
"""


def test_an_engine_is_used_by_one_worker(tmp_path: Path) -> None:
    said = tmp_path / "said"
    (tmp_path / "test_it.py").write_text(FILE.format(said=str(said)))
    options = ["-p", "xdist", "-p", "tests.conftest", "-n", "2", "-c", os.devnull, "--rootdir", tmp_path, tmp_path]
    bare = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # the others take seconds to import
    subprocess.run([sys.executable, "-m", "pytest", *options], cwd=ROOT, env=bare, check=True)
    lines = said.read_text().splitlines()
    assert len(lines) == 12
    assert len(set(lines)) == 2


@pytest.mark.parametrize(
    ("test", "group"),
    [
        ("tests/api/test_mcp.py::test_it[embedded]", "embedded"),
        ("tests/api/test_cypher.py::test_it[neo4j-body0-403-[x]]", "neo4j"),
        ("tests/queries/test_upkeep_killed.py::test_it[own-embedded]", "test_upkeep_killed.py own-embedded"),
        ("tests/queries/test_upkeep_killed.py::test_it[own-neo4j]", "own-neo4j"),
        ("tests/browser/test_ways.py::test_it[390]", "browser"),
        ("tests/graph_model/test_dates.py::test_it[1950]", "test_dates.py"),
    ],
)
def test_tests_stay_together_by_what_they_share(test: str, group: str) -> None:
    assert group_of(test) == group


def test_the_groups_that_start_first_are_there() -> None:
    files = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert {group.split()[0] for group in LONGEST} <= {*files, "neo4j", "own-neo4j", "embedded", "browser"}
    assert place_in_line("tests/queries/test_words.py::test_it") == len(LONGEST)
