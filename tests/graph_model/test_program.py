"""The mark of the program changes with its files, and with nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_model.program import program


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "drawing_of_a_test"
    (folder / "below").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "below" / "draw.py").write_text("LINES = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    program.cache_clear()
    yield folder
    program.cache_clear()
    sys.modules.pop(folder.name, None)


def test_another_line_of_code_is_another_program(package: Path) -> None:
    before = program(package.name)
    program.cache_clear()
    assert program(package.name) == before
    (package / "below" / "draw.py").write_text("LINES = 2\n")
    program.cache_clear()
    assert program(package.name) != before
    assert program(f"{package.name}/below") != program(package.name)


def test_what_python_compiled_is_no_part_of_it(package: Path) -> None:
    before = program(package.name)
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "draw.pyc").write_bytes(b"compiled")
    program.cache_clear()
    assert program(package.name) == before
