"""Which names are places: the shipped gazetteer and the extra list, asked by folded name."""

from __future__ import annotations

from functools import cache

from ingest.extract.lexicon import lexicon
from ingest.gazetteer import load


@cache
def _names() -> frozenset[str]:
    return frozenset(load().names()) | frozenset(lexicon().places)


def is_place(key: str) -> bool:
    """Whether a folded name is a town, district, municipality, region or province of the lists."""
    return key in _names()
