"""What CI makes of a skip."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.source import ROOT

TEST = "import pytest\ndef test_it():\n    pytest.skip({reason!r})\n"
FILE = "import pytest\npytest.skip({reason!r}, allow_module_level=True)\n"


def outcome(folder: Path, text: str, ci: str) -> int:
    """The exit status of pytest on one file with this text, under the rules of the whole test run."""
    file = folder / "test_sample.py"
    file.write_text(text)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "tests.conftest",
        "-c",
        os.devnull,
        "--rootdir",
        folder,
        file,
    ]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "CI": ci}, capture_output=True, check=False).returncode


@pytest.mark.parametrize("text", [TEST, FILE], ids=["test", "file"])
@pytest.mark.parametrize(
    ("reason", "ci", "passes"),
    [("no Neo4j here", "", True), ("no Neo4j here", "true", False), ("../shared is absent", "true", True)],
)
def test_in_ci_nothing_is_skipped_but_for_want_of_the_shared_folder(
    tmp_path: Path, text: str, reason: str, ci: str, passes: bool
) -> None:
    # A run in which the only file is skipped as a whole ends as "no tests collected".
    assert (outcome(tmp_path, text.format(reason=reason), ci) in {0, pytest.ExitCode.NO_TESTS_COLLECTED}) is passes
