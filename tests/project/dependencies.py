"""What the project file asks for and what the lock files hold."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.project.source import ROOT

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


@cache
def project_file() -> dict[str, Any]:
    """pyproject.toml, parsed."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return str(canonicalize_name(name))


def required(group: str = "") -> list[Requirement]:
    """The requirements at run time, or those of one optional part."""
    project = project_file()["project"]
    texts = project["optional-dependencies"][group] if group else project["dependencies"]
    return [Requirement(text) for text in texts]


def developers() -> list[Requirement]:
    """The requirements of whoever works on the project."""
    return [Requirement(text) for text in project_file()["dependency-groups"]["dev"]]


def installed_by_default() -> set[str]:
    """Names of the distributions that the main job needs."""
    return {normal(requirement.name) for requirement in required()}


def optional() -> set[str]:
    """Names of the distributions of all optional parts."""
    groups = project_file()["project"]["optional-dependencies"]
    return {normal(requirement.name) for group in groups for requirement in required(group)}


def locked(name: str) -> dict[str, set[Version]]:
    """The versions that ``requirements/<name>.txt`` holds (more than one where Python versions differ)."""
    versions: dict[str, set[Version]] = {}
    for found in PINNED.finditer(_lock(name).read_text(encoding="utf-8")):
        versions.setdefault(normal(found[1]), set()).add(Version(found[2]))
    return versions


def _lock(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"
