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


@pytest.mark.parametrize(("ci", "closing"), [("", "4 skipped in"), ("true", "1 failed, 2 skipped, 1 error in")])
def test_in_ci_nothing_is_skipped_but_for_want_of_the_shared_folder(tmp_path: Path, ci: str, closing: str) -> None:
    for kind, text in {"test": TEST, "file": FILE}.items():
        for want, reason in {"neo4j": "no Neo4j here", "shared": "../shared is absent"}.items():
            (tmp_path / f"test_{kind}_{want}.py").write_text(text.format(reason=reason))
    options = ["-q", "--continue-on-collection-errors", "-c", os.devnull, "--rootdir", tmp_path, tmp_path]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", *options],
        cwd=ROOT, env={**os.environ, "CI": ci}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert closing in run.stdout
