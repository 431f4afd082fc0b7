"""Regions: a province, a municipality, or a place with what lies in it; which places of the graph belong to it.

Most provinces and municipalities are no things in the graph: they are known as fields of places. So a region is meant
by words ("Drenthe", "gemeente Emmen", "provincie Utrecht") or by the id of a place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph_model.errors import Ambiguous, BadQuestion, Candidate
from graph_model.names import fold
from queries.engine.base import Reading
from queries.resolve import resolve
from queries.results.regions import RegionRef

PROVINCES = MappingProxyType({
    fold(name): name for name in (
        "Drenthe", "Flevoland", "Friesland", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland",
        "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland",
    )
})  # fmt: skip
_OTHER_WORDS = MappingProxyType({"fryslan": "friesland", "brabant": fold("Noord-Brabant")})
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Region:
    """A region and the ids of the places that lie in it, itself among them where it is a thing."""

    ref: RegionRef
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it lies in the graph; what is not known is empty."""

    id: str
    name: str
    municipality: str
    province: str

    @property
    def is_province(self) -> bool:
        return not self.province and province_named(self.name) != ""


@dataclass(frozen=True, slots=True)
class Atlas:
    """All places of the graph, and the ids of those that lie in each."""

    places: Mapping[str, Place]
    parts: Mapping[str, frozenset[str]]

    def within(self, ids: Iterable[str]) -> frozenset[str]:
        """These places and all that lie in them."""
        found, waiting = set(ids), list(ids)
        while waiting:
            new = self.parts.get(waiting.pop(), frozenset()) - found
            found |= new
            waiting += new
        return frozenset(found)

    def of_province(self, province: str) -> frozenset[str]:
        """The places in a province, by its name as :data:`PROVINCES` has it."""
        return self.within(
            p.id for p in self.places.values()
            if province in (province_named(p.province), province_named(p.name) if p.is_province else "")
        )  # fmt: skip

    def of_municipality(self, folded: str) -> frozenset[str]:
        """The places in a municipality, by its folded name."""
        return self.within(p.id for p in self.places.values() if fold(p.municipality) == folded)

    def province_of(self, place: str) -> str:
        """The province that a place is or lies in; empty where that is not known."""
        found = self.places[place]
        return province_named(found.province) or (province_named(found.name) if found.is_province else "")

    def municipality_of(self, place: str) -> str:
        """The municipality that a place lies in; empty where that is not known, or for what is wider."""
        return self.places[place].municipality


def atlas_of(reading: Reading) -> Atlas:
    """All places of the graph."""
    rows = reading.ask("regions/places")
    places = {
        row["id"]: Place(row["id"], row["name"], row["municipality"] or "", row["province"] or "") for row in rows
    }
    parts: dict[str, set[str]] = defaultdict(set)
    for row in reading.ask("regions/wholes"):
        parts[row["whole"]].add(row["part"])
    return Atlas(places, {whole: frozenset(found) for whole, found in parts.items()})


def province_named(words: str) -> str:
    """The province that goes by these words, as :data:`PROVINCES` has it; empty when none does."""
    folded = fold(words).removeprefix("provincie ")
    return PROVINCES.get(_OTHER_WORDS.get(folded, folded), "")


def region_of(reading: Reading, atlas: Atlas, words: str) -> Region:
    """The region that is meant.

    :param words: a province, a municipality or a place, in any spelling, or the id of a place.
    :raises NotFound: nothing goes by it.
    :raises Ambiguous: both a province and a place in it, or several places; carries what to say instead.
    :raises BadQuestion: no words at all, or too many.
    """
    folded = fold(words) if len(words) <= _LONGEST else ""
    if not folded:
        raise BadQuestion("Noem een streek: een provincie, een gemeente of een plaats.")
    if folded.startswith("gemeente "):
        found = atlas.of_municipality(folded.removeprefix("gemeente "))
        if found:
            return _municipality(atlas, found, folded.removeprefix("gemeente "))
    province, town = province_named(words), atlas.of_municipality(folded) or _namesakes(atlas, folded)
    if province and town and not folded.startswith("provincie "):
        raise _either(atlas, province, town, words)
    if province:
        return _province(atlas, province)
    return _town(reading, atlas, words, folded)


def _namesakes(atlas: Atlas, folded: str) -> frozenset[str]:
    """The places of this name that are no province."""
    return frozenset(p.id for p in atlas.places.values() if fold(p.name) == folded and not p.is_province)


def _either(atlas: Atlas, province: str, town: Iterable[str], words: str) -> Ambiguous:
    named = sorted((atlas.places[id_] for id_ in town if fold(atlas.places[id_].name) == fold(words)), key=_by_name)
    ways = [Candidate(f"provincie {province}", "Place", f"provincie {province}", "de provincie")]
    ways += [Candidate(place.id, "Place", place.name, place.municipality or place.province) for place in named]
    return Ambiguous(f"{words!r} is een provincie en ook een plaats; kies er een.", tuple(ways))


def _by_name(place: Place) -> tuple[str, str]:
    return place.name, place.id


def _province(atlas: Atlas, province: str) -> Region:
    return Region(RegionRef(name=province, kind="province", words=f"provincie {province}"), atlas.of_province(province))


def _municipality(atlas: Atlas, places: frozenset[str], folded: str) -> Region:
    written = sorted(
        {atlas.places[id_].municipality for id_ in places if fold(atlas.places[id_].municipality) == folded}
    )
    return Region(RegionRef(name=written[0], kind="municipality", words=f"gemeente {written[0]}"), places)


def _town(reading: Reading, atlas: Atlas, words: str, folded: str) -> Region:
    """A municipality by its own name, else the one place that goes by the words."""
    of_municipality = atlas.of_municipality(folded)
    if of_municipality:
        return _municipality(atlas, of_municipality, folded)
    place = atlas.places[resolve(reading, words, ("Place",)).id]
    if place.is_province:
        return _province(atlas, province_named(place.name))
    if place.municipality and fold(place.name) == fold(place.municipality):
        return _municipality(atlas, atlas.of_municipality(fold(place.municipality)), fold(place.municipality))
    return Region(RegionRef(name=place.name, kind="place", words=place.name, id=place.id), atlas.within([place.id]))
