"""The names of the bundled register, for a reader that weighs them as evidence: made anew with the register."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).parent / "data" / "names.tsv"


@cache
def register_names() -> Mapping[str, str]:
    """The kind of everything that the bundled register names, by folded name (``graph_model.names.fold``).

    Other names count too. People and places are not among them.
    """
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return MappingProxyType(dict(line.split("\t") for line in lines))
