"""The lock files hold what the project file asks for, and nothing that a test environment has and a user lacks."""

from __future__ import annotations

from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.project.dependencies import developers, locked, normal, required


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [("run", required()), ("dev", required() + required("pdf") + required("office") + developers())],
    ids=["run", "dev"],
)
def test_the_lock_holds_a_fitting_version_of_every_requirement(lock: str, requirements: list[Requirement]) -> None:
    held = locked(lock)
    unfit = {str(one) for one in requirements if not _fits(one, held.get(normal(one.name), set()))}
    assert unfit == set(), "run make lock"


def _fits(requirement: Requirement, versions: set[Version]) -> bool:
    return bool(versions) and all(version in requirement.specifier for version in versions)


def test_users_and_developers_get_the_same_versions() -> None:
    run, dev = locked("run"), locked("dev")
    assert {name for name in run if run[name] != dev.get(name)} == set()


def test_this_environment_has_the_locked_versions() -> None:
    held = locked("run")
    wrong = {one.name for one in required() if version(one.name) not in {str(v) for v in held[normal(one.name)]}}
    assert wrong == set(), "run make setup"
