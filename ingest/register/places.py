"""Which place a name in a register means: told apart by GeoNames id, else by municipality, as pages do."""

from __future__ import annotations

from functools import lru_cache

from graph_model.evidence import End
from ingest.gazetteer import load


@lru_cache(maxsize=8192)
def place_end(name: str, municipality: str = "", province: str = "") -> tuple[End, str]:
    """The end of a claim for a place, and a Dutch note when the shipped places do not tell which one it is."""
    found = load().resolve(name, municipality, province)
    if found is None:
        return End("Place", name, municipality), f"{name!r} staat niet in de plaatsenlijst"
    if found.entry is None:
        homes = ", ".join(sorted({entry.municipality for entry in found.candidates}))
        return End("Place", name, municipality), f"{name!r} kan meer dan één plaats zijn (gemeente {homes})"
    number = found.entry.geonames_id
    return End("Place", name, f"gn{number}" if number else found.entry.municipality), ""
