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
    """A region and the ids of the places that lie in it, itself among them where it is a thing.

    ``unmapped``: it is wider than a municipality, and nothing says which places lie in it.
    """

    ref: RegionRef
    places: frozenset[str]
    unmapped: bool = False

    @property
    def warning(self) -> str:
        """What keeps an answer about it from being whole, as the end of a Dutch sentence; else empty."""
        return f"; welke plaatsen in {self.ref.name} liggen, is niet bekend" if self.unmapped else ""


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

    def of_municipality(self, folded: str, province: str = "") -> frozenset[str]:
        """The places in a municipality, by its folded name, and by its province where two have that name."""
        return self.within(
            p.id for p in self.places.values()
            if fold(p.municipality) == folded and province in ("", province_named(p.province))
        )  # fmt: skip

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

    :param words: a province, a municipality or a place, in any spelling ("Drenthe", "gemeente Bergen, Limburg"), or
        the id of a place.
    :raises NotFound: nothing goes by it.
    :raises Ambiguous: both a province and a place in it, or several places; carries what to say instead.
    :raises BadQuestion: no words at all, or too many.
    """
    if len(words) > _LONGEST or not fold(words):
        raise BadQuestion("Noem een streek: een provincie, een gemeente of een plaats.")
    name, _, rest = words.rpartition(",")
    within = province_named(rest) if name else ""
    folded = fold(name if within else words)
    town = folded.removeprefix("gemeente ")
    namesakes = atlas.of_municipality(town, within) or _namesakes(atlas, folded)
    province = "" if within else province_named(words)
    if province and namesakes and not folded.startswith("provincie "):
        raise _either(atlas, province, namesakes, folded)
    if province:
        return _province(atlas, province)
    if atlas.of_municipality(town, within):
        return _municipality(atlas, town, within)
    # Of a place whose municipality nobody names the place itself is all that is known.
    plain = words.strip()[len("gemeente ") :] if town != folded else words
    return _of_place(atlas, atlas.places[resolve(reading, plain, ("Place",)).id])


def _namesakes(atlas: Atlas, folded: str) -> frozenset[str]:
    """The places of this name that are no province."""
    return frozenset(p.id for p in atlas.places.values() if fold(p.name) == folded and not p.is_province)


def _either(atlas: Atlas, province: str, town: Iterable[str], folded: str) -> Ambiguous:
    named = sorted((p.name, p.id, p.municipality or p.province) for p in map(atlas.places.__getitem__, town))
    ways = [Candidate(f"provincie {province}", "Place", f"provincie {province}", "de provincie")]
    ways += [Candidate(id_, "Place", name, hint) for name, id_, hint in named if fold(name) == folded]
    return Ambiguous(f"{province} is een provincie en ook een plaats; kies er een.", tuple(ways))


def _province(atlas: Atlas, province: str) -> Region:
    return Region(RegionRef(name=province, kind="province", words=f"provincie {province}"), atlas.of_province(province))


def _municipality(atlas: Atlas, folded: str, province: str) -> Region:
    """A municipality by its folded name, in a province where that was said.

    :raises Ambiguous: there is one in each of several provinces.
    """
    found = atlas.of_municipality(folded, province)
    named = {atlas.places[id_].municipality for id_ in found}
    written = min(name for name in named if fold(name) == folded)
    provinces = sorted({known for id_ in found if (known := atlas.province_of(id_))})
    if len(provinces) > 1:
        ways = [(f"gemeente {written}, {one}", one) for one in provinces]
        raise Ambiguous(
            f"Er is een gemeente {written} in meer dan één provincie; kies er een.",
            tuple(Candidate(way, "Place", way, one) for way, one in ways),
        )
    return Region(RegionRef(name=written, kind="municipality", words=f"gemeente {written}"), found)


def _of_place(atlas: Atlas, place: Place) -> Region:
    """The province or municipality that a place is the name of, else the place with what lies in it."""
    if place.is_province:
        return _province(atlas, province_named(place.name))
    if place.municipality and fold(place.name) == fold(place.municipality):
        return _municipality(atlas, fold(place.municipality), province_named(place.province))
    places = atlas.within([place.id])
    ref = RegionRef(name=place.name, kind="place", words=place.name, id=place.id)
    return Region(ref, places, unmapped=len(places) == 1 and not place.municipality)
