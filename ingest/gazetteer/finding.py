"""The places that a typed name can mean, for questions that start from a place which the graph need not hold."""

from __future__ import annotations

from ingest.gazetteer.entries import PlaceEntry
from ingest.gazetteer.gazetteer import load
from ingest.placing import qualifier_for
from queries.near import Spot
from queries.results import Precision

_PRECISIONS: dict[str, Precision] = {"place": "place", "municipality": "municipality"}


def spots(name: str) -> tuple[Spot, ...]:
    """The one place that a name means ("Beek, Laarbeek", "gemeente Kampen"), or all that it can mean; none if unknown.

    Of regions and provinces no point is known, so those are none.
    """
    resolved = load().resolve(name)
    if resolved is None:
        return ()
    entries = (resolved.entry,) if resolved.entry else resolved.candidates
    return tuple(spot for entry in entries if (spot := _spot(entry)) is not None)


def _spot(entry: PlaceEntry) -> Spot | None:
    precision = _PRECISIONS.get(entry.precision)
    if precision is None or entry.lat is None or entry.lon is None:
        return None
    return Spot(entry.name, qualifier_for(entry), entry.lat, entry.lon, precision, entry.municipality, entry.province)
