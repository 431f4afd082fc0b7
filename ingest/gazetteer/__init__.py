"""The places of the Netherlands and Flanders with their positions, from GeoNames (CC BY 4.0) and our own lists."""

from ingest.gazetteer.entries import PlaceEntry
from ingest.gazetteer.gazetteer import Gazetteer, Resolution, load

__all__ = ["Gazetteer", "PlaceEntry", "Resolution", "load"]
