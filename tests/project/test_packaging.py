"""What is installed: the five packages with their data files, and nothing that gets in their way."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath

import pytest
from hatchling.builders.wheel import WheelBuilder

from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.join import stop
from tests.project.dependencies import locked, normal
from tests.project.source import PACKAGES, ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that would be published."""
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def wheel(built: Path) -> frozenset[PurePosixPath]:
    """The names in the wheel, without its own metadata."""
    names = (PurePosixPath(name) for name in zipfile.ZipFile(built).namelist())
    return frozenset(name for name in names if not name.parts[0].endswith(".dist-info"))


@pytest.fixture
def installed(built: Path, tmp_path: Path) -> Path:
    """The programs of an environment that holds the wheel, and of this one only what the wheel depends on."""
    folder = tmp_path / "environment"
    venv.create(folder, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    # By way of a .pth file the path files of that folder do not count: the checkout is not found.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(built)], cwd=tmp_path, check=True)
    return folder / "bin"


def test_the_wheel_holds_the_five_packages_and_nothing_else(wheel: frozenset[PurePosixPath]) -> None:
    assert {name.parts[0] for name in wheel} == set(PACKAGES)


def test_the_wheel_holds_every_file_of_the_packages_that_is_committed(wheel: frozenset[PurePosixPath]) -> None:
    listing = subprocess.run(["git", "ls-files", "-z", *PACKAGES], cwd=ROOT, capture_output=True, text=True, check=True)
    committed = {PurePosixPath(name) for name in listing.stdout.split("\0") if name and (ROOT / name).exists()}
    assert committed - wheel == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_tells_type_checkers_that_it_is_typed(package: str, wheel: frozenset[PurePosixPath]) -> None:
    assert PurePosixPath(package, "py.typed") in wheel


def test_the_wheel_alone_shows_its_demo(installed: Path, tmp_path: Path) -> None:
    told = {name: value for name, value in os.environ.items() if not name.startswith(("SAMENSPEL_", "PYTHON"))}

    def run(*words: str) -> str:
        done = subprocess.run(words, cwd=tmp_path, env=told, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = run(str(installed / "python"), "-c", "import api, ingest; print(api.__file__, ingest.__file__)")
    assert all(str(installed.parent) in path for path in where.split())
    try:
        shown = run(str(installed / "samenspel"), "demo", "--no-serve", "--data", str(tmp_path / "data"))
    finally:
        stop(EngineFolder(tmp_path / "data" / "demo"))
    assert "uit het register, niet letterlijk" in " ".join(shown.split())
    assert "verzonnen voorbeeld" in shown


def test_no_dependency_ships_one_of_our_names() -> None:
    ours = locked("dev")
    taken = {
        (one.metadata["Name"], top)
        for one in distributions()
        if normal(one.metadata["Name"]) in ours
        for top in _tops(one.files or ())
        if top in PACKAGES
    }
    assert taken == set()


def _tops(files: Iterable[PurePosixPath]) -> set[str]:
    return {file.parts[0].removesuffix(".py") for file in files}
