"""What is installed: the five packages with their data files, and nothing that gets in their way."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.project.dependencies import locked, normal
from tests.project.source import PACKAGES, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[PurePosixPath]:
    """The names in the wheel that would be published, without its own metadata."""
    folder = tmp_path_factory.mktemp("wheel")
    built = next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))
    names = (PurePosixPath(name) for name in zipfile.ZipFile(Path(built)).namelist())
    return frozenset(name for name in names if not name.parts[0].endswith(".dist-info"))


def test_the_wheel_holds_the_five_packages_and_nothing_else(wheel: frozenset[PurePosixPath]) -> None:
    assert {name.parts[0] for name in wheel} == set(PACKAGES)


def test_the_wheel_holds_every_file_of_the_packages_that_is_committed(wheel: frozenset[PurePosixPath]) -> None:
    listing = subprocess.run(["git", "ls-files", "-z", *PACKAGES], cwd=ROOT, capture_output=True, text=True, check=True)
    committed = {PurePosixPath(name) for name in listing.stdout.split("\0") if name and (ROOT / name).exists()}
    assert committed - wheel == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_tells_type_checkers_that_it_is_typed(package: str, wheel: frozenset[PurePosixPath]) -> None:
    assert PurePosixPath(package, "py.typed") in wheel


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
