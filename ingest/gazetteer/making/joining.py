"""Joining postal areas and cities to places, and places to municipalities and provinces."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from math import cos, hypot, radians

from graph_model.names import fold
from ingest.gazetteer.entries import PlaceEntry
from ingest.gazetteer.making.packages import WALLOON_NAMES, City, PostalArea

RETIRED_CODES = {"0457": "0363", "0501": "1992", "0530": "1992", "0614": "1992"}
_NOISE = re.compile(r"^Gemeente\s+|[\s.]*\bMunicipal\w*\b|\s+\(.*\)$", re.I)
_GEM = re.compile(r"\s+gem(?:\.|eente)?\s+.*$|\s+\((?:gem|gemeente|[A-Z]{2}|[A-Z][a-z]{1,3})\b.*\)$", re.I)
NEAR_KM = 7.0


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance between two positions; good to a percent within one country."""
    return hypot((a[0] - b[0]) * 111.2, (a[1] - b[1]) * 111.3 * cos(radians((a[0] + b[0]) / 2)))


def municipality_names(areas: Iterable[PostalArea], corrections: dict[str, str]) -> dict[str, str]:
    """The name of every Dutch municipality by its code."""
    names = {
        area.code: _NOISE.sub("", area.municipality).strip() for area in areas if area.country == "NL" and area.code
    }
    return {**names, **corrections}


def belgian_municipalities(cities: Iterable[City]) -> dict[str, str]:
    """The name of every Belgian municipality by its code: that of the largest place in it."""
    largest: dict[str, City] = {}
    for city in cities:
        if city.country == "BE" and city.code and city.population > largest.get(city.code, city).population - 1:
            largest[city.code] = city
    return {code: city.name for code, city in largest.items()}


def dutch_places(areas: list[PostalArea], cities: list[City], names: dict[str, str]) -> list[PlaceEntry]:
    """Every place with a postal code, matched to its GeoNames entry where there is one, and the rest of the cities."""
    grouped: dict[tuple[str, str], list[PostalArea]] = defaultdict(list)
    for area in areas:
        if area.country == "NL":
            grouped[_GEM.sub("", area.place), area.code or "1992"].append(area)
    by_name: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        if city.country == "NL":
            for key in {_squashed(_GEM.sub("", n)) for n in (city.name, *city.alternatives)}:
                by_name[key].append(city)
    by_code: dict[str, list[str]] = defaultdict(list)
    for (_, code), group in grouped.items():
        by_code[code] += [a.province for a in group]
    found: list[PlaceEntry] = []
    used: set[str] = set()
    for (name, code), group in grouped.items():
        middle = _middle([(a.lat, a.lon) for a in group])
        match = _match(name, by_name[_squashed(name)], code, middle)
        entry = PlaceEntry(
            "place",
            name,
            (),
            *middle,
            "place",
            names.get(code, ""),
            _most(by_code[code]),
            "NL",
            "",
            0,
            "GeoNames postcodes",
        )
        if match is not None:
            used.add(match.geonames_id)
            entry = replace(
                entry, lat=match.lat, lon=match.lon, geonames_id=match.geonames_id, population=match.population,
                source="GeoNames", alternatives=(match.name,) if _GEM.sub("", match.name) != name else (),
            )  # fmt: skip
        found.append(entry)
    found = _without_borders(found)
    located = [((e.lat or 0.0, e.lon or 0.0), e.municipality, e.province) for e in found]
    return found + [_other(c, names, located) for c in cities if c.country == "NL" and c.geonames_id not in used]


def _without_borders(places: list[PlaceEntry]) -> list[PlaceEntry]:
    """The places with one entry for each: a postal area over a border makes no second one next door."""
    named: dict[str, list[PlaceEntry]] = defaultdict(list)
    for place in sorted(places, key=lambda p: (not p.geonames_id, -p.population)):
        here = (place.lat or 0.0, place.lon or 0.0)
        if all(kilometres(here, (p.lat or 0.0, p.lon or 0.0)) > NEAR_KM + 1 for p in named[place.name]):
            named[place.name].append(place)
    return [place for group in named.values() for place in group]


def belgian_places(
    areas: list[PostalArea], cities: list[City], names: dict[str, str], walloon_least: int
) -> list[PlaceEntry]:
    """The places of Flanders and Brussels, and the larger ones of Wallonia."""
    flemish = ("Antwerpen", "Vlaams-Brabant", "Limburg (België)", "Oost-Vlaanderen", "West-Vlaanderen", "Brussel")
    found = [
        PlaceEntry(
            "place", _GEM.sub("", c.name), _walloon(c), c.lat, c.lon, "place", names.get(c.code, ""), c.province, "BE",
            c.geonames_id, c.population, "GeoNames",
        )
        for c in cities
        if c.country == "BE" and (c.province in flemish or c.population >= walloon_least)
    ]  # fmt: skip
    known = defaultdict(list)
    for entry in found:
        known[_squashed(entry.name)].append(entry)
    for area in areas:
        if area.country != "BE" or area.province not in flemish or not area.place[:1].isupper():
            continue
        here = (area.lat, area.lon)
        if any(kilometres(here, (e.lat or 0, e.lon or 0)) < NEAR_KM for e in known[_squashed(area.place)]):
            continue
        near = min(found, key=lambda e: kilometres(here, (e.lat or 0, e.lon or 0)))
        entry = PlaceEntry(
            "place", area.place, (), *here, "place", near.municipality, area.province, "BE", "", 0, "GeoNames postcodes"
        )
        known[_squashed(area.place)].append(entry)
        found.append(entry)
    return found


def municipalities(places: list[PlaceEntry]) -> list[PlaceEntry]:
    """Every municipality, at its main place or else in the middle of its places."""
    within: dict[tuple[str, str, str], list[PlaceEntry]] = defaultdict(list)
    for place in places:
        if place.municipality and place.kind == "place":
            within[place.municipality, place.province, place.country].append(place)
    found: list[PlaceEntry] = []
    for (name, province, country), inside in sorted(within.items()):
        seat = next((p for p in inside if fold(p.name) == fold(name)), None)
        lat, lon = (seat.lat or 0, seat.lon or 0) if seat else _middle([(p.lat or 0, p.lon or 0) for p in inside])
        found.append(
            PlaceEntry(
                "municipality", name, seat.alternatives if seat else (), lat, lon, "municipality", name, province,
                country, "", sum(p.population for p in inside), inside[0].source,
            )
        )  # fmt: skip
    return found


def provinces(places: list[PlaceEntry]) -> list[PlaceEntry]:
    """Every province, in the middle of its places."""
    within: dict[tuple[str, str], list[PlaceEntry]] = defaultdict(list)
    for place in places:
        if place.province:
            within[place.province, place.country].append(place)
    return [
        PlaceEntry(
            "province", name, (), *_middle([(p.lat or 0, p.lon or 0) for p in inside]), "province", "", name, country,
            "", sum(p.population for p in inside if p.kind == "place"), "GeoNames",
        )
        for (name, country), inside in sorted(within.items())
    ]  # fmt: skip


def _match(name: str, candidates: list[City], code: str, middle: tuple[float, float]) -> City | None:
    fitting = [
        c
        for c in candidates
        if not c.district
        and (RETIRED_CODES.get(c.code, c.code) == code or kilometres((c.lat, c.lon), middle) < NEAR_KM)
    ]
    own = [c for c in fitting if _squashed(_GEM.sub("", c.name)) == _squashed(name)]
    return min(own or fitting, key=lambda c: (RETIRED_CODES.get(c.code, c.code) != code, -c.population), default=None)


def _walloon(city: City) -> tuple[str, ...]:
    return (WALLOON_NAMES[city.name],) if city.name in WALLOON_NAMES else ()


def _other(city: City, names: dict[str, str], located: list[tuple[tuple[float, float], str, str]]) -> PlaceEntry:
    """A city without a postal code of its own: a hamlet or a part of a town."""
    code = RETIRED_CODES.get(city.code, city.code)
    municipality = names.get(code, "")
    if not municipality:
        here = (city.lat, city.lon)
        municipality = min(located, key=lambda e: kilometres(e[0], here) + 1000 * (e[2] != city.province))[1]
    return PlaceEntry(
        "district" if city.district else "place", _GEM.sub("", city.name), (), city.lat, city.lon, "place",
        municipality, city.province, "NL", city.geonames_id, city.population, "GeoNames",
    )  # fmt: skip


def _squashed(name: str) -> str:
    return fold(name).replace(" ", "")


def _middle(positions: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(p[0] for p in positions) / len(positions), sum(p[1] for p in positions) / len(positions)


def _most(values: list[str]) -> str:
    return max(sorted(set(values)), key=values.count)
