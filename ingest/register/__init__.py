"""Registers: tables of facts with their sources, read by a description that a user can write for an own CSV or XLSX.

``reading.read_register`` reads one; ``names.register_names`` is quick to load, so nothing is imported here.
"""

from pathlib import Path

# The description of the register of the movement, which ships with the program.
BUNDLED = Path(__file__).parent / "data" / "register.toml"

__all__ = ["BUNDLED"]
