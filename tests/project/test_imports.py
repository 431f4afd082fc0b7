"""What may import what: the contracts in pyproject.toml, and the parts that import-linter cannot see."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.project.dependencies import installed_by_default, normal, optional
from tests.project.source import PACKAGES, ROOT, Module, imported, lies_in, modules, read

HTTP_CLIENTS = ("http.client", "urllib.request", "ftplib", "smtplib")
PAGE_PARSERS = ("html.parser", "xml")
# What a pure package has no use for: files, processes, sockets, the environment, the clock of the machine.
OUTSIDE_WORLD = (
    "asyncio", "http", "io", "logging", "multiprocessing", "os", "pathlib", "shutil", "socket", "sqlite3",
    "subprocess", "tempfile", "threading", "time", "urllib",
)  # fmt: skip


def test_the_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_http_clients_are_imported_only_where_pages_are_fetched_or_the_engine_is_spoken_to() -> None:
    strangers = {m.name for m in modules() if any(lies_in(name, *HTTP_CLIENTS) for name in imported(m))}
    assert {name for name in strangers if not lies_in(name, "ingest", "queries.engine.embedded")} == set()


def test_parsers_of_pages_are_imported_only_in_ingest() -> None:
    strangers = {m.name for m in modules() if any(lies_in(name, *PAGE_PARSERS) for name in imported(m))}
    assert {name for name in strangers if not lies_in(name, "ingest")} == set()


def test_graph_model_knows_only_pydantic_and_pure_parts_of_the_standard_library() -> None:
    impure = {
        (module.name, name)
        for module in modules()
        if lies_in(module.name, "graph_model")
        for name in imported(module)
        if not _is_pure(name)
    }
    assert impure == set()


def _is_pure(name: str) -> bool:
    top = name.partition(".")[0]
    if lies_in(name, "urllib.parse"):
        return True
    return (top in sys.stdlib_module_names and top not in OUTSIDE_WORLD) or top in {"graph_model", "pydantic"}


def test_the_environment_is_read_only_in_the_settings() -> None:
    readers = {module.name for module in modules() if _reads_environment(module)}
    assert readers <= {"api.settings"}


def _reads_environment(module: Module) -> bool:
    names = {"environ", "environb", "getenv", "getenvb"}
    if any(name in {f"os.{one}" for one in names} for name in imported(module)):
        return True
    attributes = (node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute) and node.attr in names)
    return any(isinstance(node.value, ast.Name) and node.value.id == "os" for node in attributes)


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("import os\nos.environ['A']", True),
        ("def f():\n    import os\n    return os.getenv('A')", True),
        ("from os import environ", True),
        ("from os import path\npath.join('a', 'b')", False),
        ("environ = {}\nenviron['A']", False),
    ],
)
def test_reading_the_environment_is_noticed_in_every_way_of_writing(tmp_path: Path, text: str, reads: bool) -> None:
    file = tmp_path / "module.py"
    file.write_text(text)
    assert _reads_environment(read(file, tmp_path)) is reads


def test_every_package_that_is_imported_is_declared_in_the_project_file() -> None:
    declared = installed_by_default() | optional()
    missing = {(module.name, name) for module in modules() for name in _third_party(module) if not name & declared}
    assert missing == set()


def _third_party(module: Module) -> set[frozenset[str]]:
    """For each import from outside: the distributions that could bring it (its own name when none is installed)."""
    tops = {name.partition(".")[0] for name in imported(module)} - set(PACKAGES) - sys.stdlib_module_names
    return {frozenset(normal(one) for one in _brought_by().get(top, [top])) for top in tops}


@cache
def _brought_by() -> Mapping[str, list[str]]:
    """Which distributions bring each name; it looks at every file that is installed."""
    return packages_distributions()
