"""Registers: tables of facts with their sources, read by a description that a user can write for an own CSV or XLSX."""

from pathlib import Path

from ingest.register.problems import Problem
from ingest.register.reading import RegisterReading, read_register

# The register of the movement that ships with the program.
BUNDLED = Path(__file__).parent / "data" / "register.toml"

__all__ = ["BUNDLED", "Problem", "RegisterReading", "read_register"]
