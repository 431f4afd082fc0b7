"""Ordinary names: organisations that are called by a mere word, as many are, so that the name alone tells none."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _ordinary_names() -> frozenset[str]:
    text = files("graph_model").joinpath("data/ordinary_names.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def is_ordinary(block: str) -> bool:
    """Whether this block is that of an organisation with such a name: "organisation|huiskamer"."""
    family, _, name = block.partition("|")
    return family == "organisation" and name in _ordinary_names()
