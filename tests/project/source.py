"""The source of the five packages as syntax trees, for tests on what it may import and call."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("graph_model", "queries", "ingest", "visualizations", "api")


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: dotted name, path and tree."""

    name: str
    path: Path
    tree: ast.Module


def modules() -> Iterator[Module]:
    """Every module of the five packages."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield read(path, ROOT)


def read(path: Path, root: Path) -> Module:
    """The module at `path`, named as seen from `root`."""
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path)))


def imported(module: Module) -> set[str]:
    """All absolute dotted names that it imports anywhere, ``from a import b`` as ``a.b``; relative ones are its own."""
    names: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def lies_in(name: str, *places: str) -> bool:
    """Whether a dotted name is one of these places or lies below one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)
