"""Which place a name means: the qualifier that tells namesakes apart, from the shipped gazetteer.

A function of the reading and shipped data only. What the reader told apart by itself stays as it is; a name that could
mean several places and that nothing on the page explains stays unqualified, and so apart from its namesakes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ingest.gazetteer import PlaceEntry, Resolution, load
from ingest.reading import Found, Reading


def placed(reading: Reading) -> Reading:
    """The reading whose places carry a GeoNames id, or else their municipality, where it is clear which are meant."""
    clear = _clear_places(reading.things)
    municipalities = _most_frequent(entry.municipality for entry in clear)
    provinces = _most_frequent(entry.province for entry in clear)[:1]

    def qualified(found: Found) -> Found:
        if found.kind != "Place" or found.qualifier:
            return found
        entry = _meant(found.name, municipalities, provinces)
        return found.qualified(qualifier_for(entry)) if entry else found

    return replace(reading, things=tuple(map(qualified, reading.things)))


# Places come back from page to page.
@lru_cache(maxsize=8_192)
def _resolved(name: str, municipality: str = "", province: str = "") -> Resolution | None:
    return load().resolve(name, municipality, province)


def _clear_places(things: Iterable[Found]) -> list[PlaceEntry]:
    """The places of the page that their names alone make clear: they explain the others."""
    resolved = (_resolved(found.name) for found in things if found.kind == "Place")
    return [one.entry for one in resolved if one and one.entry and one.how in ("only", "hint")]


def _most_frequent(names: Iterable[str]) -> list[str]:
    counts: dict[str, int] = {}
    for name in names:
        if name:
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=counts.__getitem__, reverse=True)


def _meant(name: str, municipalities: Iterable[str], provinces: Iterable[str]) -> PlaceEntry | None:
    """First a namesake in a municipality of the page, then a large one elsewhere, then one in the page's province."""
    first = _resolved(name)
    if first is None or first.how in ("only", "hint"):
        return first.entry if first else None
    nearby = (_resolved(name, municipality) for municipality in municipalities)
    around = (_resolved(name, "", province) for province in provinces)
    hinted = next((one.entry for one in nearby if one and one.how == "hint"), None)
    return hinted or first.entry or next((one.entry for one in around if one and one.how == "hint"), None)


def qualifier_for(entry: PlaceEntry) -> str:
    """What tells this place from its namesakes in a key."""
    return f"gn{entry.geonames_id}" if entry.geonames_id else entry.municipality
