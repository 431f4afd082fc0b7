"""Our own lists: regions, districts, islands, dialect names, former municipalities, other names."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph_model.names import fold
from ingest.gazetteer.entries import PlaceEntry

HERE = Path(__file__).parent
SOURCE = "eigen lijst"
_CITY = re.compile(r"\(([^()/]+)\)")
_OTHER_NAME = re.compile(r"(?:dialectnaam van|gangbare naam voor) (.+)")
_COUNTRIES = {"België": "BE", "Duitsland": "DE"}
_REGION = re.compile(r"streek|landsdeel|regio|polder|gewest|deelstaat|eilandengroep")


def rows(file: str) -> Iterator[dict[str, str]]:
    """The rows of one of our lists."""
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def corrections() -> dict[str, str]:
    """Names of municipalities that the package gives wrongly, by code."""
    return {row["code"]: row["name"] for row in rows("municipalities.tsv")}


def with_other_names(places: list[PlaceEntry], municipality_names: dict[str, str]) -> list[PlaceEntry]:
    """The places with the names that they also go by: our short list, and dialect names."""
    also: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows("names.tsv"):
        also[fold(row["name"]), municipality_names[row["municipality_code"]]] += row["alternatives"].split("|")
    for row in rows("regions_and_districts.tsv"):
        if found := _OTHER_NAME.match(row["sort"]):
            also[fold(found[1]), row["province_or_country"]].append(row["name"])
    return [_named(place, also) for place in places]


def _named(place: PlaceEntry, also: dict[tuple[str, str], list[str]]) -> PlaceEntry:
    key = fold(place.name)
    others = also.get((key, place.municipality), [])
    if place.kind in ("place", "municipality", "province"):
        others = others + also.get((key, place.province), [])
    names = dict.fromkeys((*place.alternatives, *others))
    return replace(place, alternatives=tuple(n for n in names if n != place.name)) if others else place


def former_municipalities(known: list[PlaceEntry]) -> list[PlaceEntry]:
    """Every former municipality: at the place of that name if there is one, else where its successor is."""
    current = {fold(e.name): e for e in known if e.kind == "municipality"}
    followed: dict[str, list[str]] = defaultdict(list)
    for row in rows("mergers.tsv"):
        followed[fold(row["old"])].append(row["new"])
    found: list[PlaceEntry] = []
    for old in sorted({row["old"]: None for row in rows("mergers.tsv")}):
        if fold(old) in current:
            continue
        successor = _successor(fold(old), followed, current)
        if successor is None:
            continue
        seat = next(
            (e for e in known if e.kind == "place" and fold(e.name) == fold(old) and e.municipality == successor.name),
            None,
        )
        at = seat or successor
        found.append(
            replace(
                successor, kind="former_municipality", name=old, alternatives=(), lat=at.lat, lon=at.lon,
                population=seat.population if seat else 0, source=SOURCE,
            )
        )  # fmt: skip
    return found


def _successor(key: str, followed: dict[str, list[str]], current: dict[str, PlaceEntry]) -> PlaceEntry | None:
    seen: set[str] = set()
    while key not in current:
        if key in seen or not followed.get(key):
            return None
        seen.add(key)
        key = fold(followed[key][0])
    return current[key]


def villages(known: list[PlaceEntry]) -> list[PlaceEntry]:
    """Villages that share a postal code with a larger one; of these only the municipality's position is known."""
    there = {(fold(n), e.municipality) for e in known if e.kind == "place" for n in (e.name, *e.alternatives)}
    within = {e.name: e for e in known if e.kind == "municipality" and e.country == "NL"}
    return [
        replace(
            within[row["municipality"]], kind="place", name=row["name"], alternatives=(), population=0, source=SOURCE
        )
        for row in rows("villages.tsv")
        if (fold(row["name"]), row["municipality"]) not in there
    ]


def regions_and_districts(known: list[PlaceEntry]) -> list[PlaceEntry]:
    """Regions, islands and districts that GeoNames' list does not hold; a district lies where its town is."""
    there = {(fold(n), e.province) for e in known for n in (e.name, *e.alternatives)}
    towns: dict[str, list[PlaceEntry]] = defaultdict(list)
    for entry in known:
        if entry.kind == "place":
            for name in (entry.name, *entry.alternatives):
                towns[fold(name)].append(entry)
    found: list[PlaceEntry] = []
    for row in rows("regions_and_districts.tsv"):
        kind = _kind(row["sort"])
        where = row["province_or_country"]
        key = (fold(row["name"]), where)
        if (
            not kind
            or (key in there and kind == "district")
            or (kind == "province" and any(e.kind == kind and fold(e.name) == key[0] for e in known))
        ):
            continue
        found.append(_from_list(row["name"], kind, where, _CITY.search(row["sort"]), towns))
    return found


def _kind(sort: str) -> str:
    if _OTHER_NAME.match(sort) or "gemeente)" in sort or sort.startswith(("(voormalige)", "gemeente")):
        return ""
    if "stadswijk" in sort or "stadsdeel" in sort or "deelgemeente" in sort:
        return "district"
    if "eiland" in sort:
        return "island"
    if sort.startswith("provincie"):
        return "province"
    return "region" if _REGION.search(sort) else "country" if sort.startswith("land") else "region"


def _from_list(
    name: str, kind: str, where: str, city: re.Match[str] | None, towns: dict[str, list[PlaceEntry]]
) -> PlaceEntry:
    country = _COUNTRIES.get(where, "NL")
    province = where if where not in ("Nederland", *_COUNTRIES) else ""
    fitting = [
        e
        for e in towns.get(fold(city[1]), [])
        if kind == "district" and e.country == country and (e.province == province or not province)
    ] if city else []  # fmt: skip
    town = max(fitting, key=lambda e: e.population, default=None)
    if town is None:
        return PlaceEntry(kind, name, (), None, None, "", "", province, country, "", 0, SOURCE)
    return PlaceEntry(
        kind, name, (), town.lat, town.lon, "municipality", town.municipality, town.province, country, "", 0, SOURCE
    )
