"""Lists of places that somebody brings in, for exact positions of every hamlet: files of GeoNames, and tables."""

from ingest.places.bringing_in import PlacesReport, import_places

__all__ = ["PlacesReport", "import_places"]
