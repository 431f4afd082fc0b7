"""From where to measure: a thing of the graph, or else an address or a place of which only a list knows where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from graph_model.errors import Ambiguous, BadQuestion, Candidate, NotFound
from graph_model.keys import id_of, key_of
from graph_model.names import fold
from queries.engine.base import Reading
from queries.geography import Placed
from queries.ledger.place_list import lines_named
from queries.near.addresses import Address, address_in
from queries.near.circle import Circle, Origin, circle_by_id, circle_of
from queries.resolve import is_id, resolve, resolve_exactly
from queries.results import Precision, Ref
from queries.things import Stored

_OF = {
    "address": "het adres", "place": "het midden van de plaats", "municipality": "het midden van de gemeente",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a list of places knows, whether the graph does or not. Degrees are WGS84."""

    name: str
    qualifier: str
    lat: float
    lon: float
    precision: Precision
    municipality: str
    province: str

    @property
    def ref(self) -> Ref:
        """The place as the graph would know it, by the id that it would have."""
        return Ref(id=id_of(key_of("Place", self.name, self.qualifier)), kind="Place", name=self.name)

    @property
    def hint(self) -> str:
        return ", ".join(part for part in (f"gemeente {self.municipality}", self.province) if part)


# The places that a name, with or without its municipality behind a comma, can mean.
Places = Callable[[str], Sequence[Spot]]


def whence(reading: Reading, words: str, at: datetime | None, places: Places | None = None) -> Circle:
    """The circle to measure from.

    What goes by these very words in the graph comes first, then an address that can be nothing else, a place of the
    list, what resembles the words, and at last any address.

    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.resolve.resolve`.
    """
    text = words.strip()
    known = circle_by_id(reading, text, at, tied=True) if is_id(text) else None
    if known:
        return known
    exactly = resolve_exactly(reading, text)
    if exactly is not None:
        return circle_of(reading, exactly, at, tied=True)
    address = address_in(text)
    if address and (address.postcode or (address.town and "," in text)):
        return _at_address(reading, text, address, at, places)
    found = _listed(reading, text, places)
    if found:
        return _at_spot(reading, _one(text, found), at, "staat niet in de graaf; de plaatsenlijst kent de plaats wel.")
    try:
        return circle_of(reading, resolve(reading, text), at, tied=True)
    except NotFound:
        if not (address and address.town):
            raise
        return _at_address(reading, text, address, at, places)


def _listed(reading: Reading, name: str, places: Places | None) -> Sequence[Spot]:
    """The places that a name can mean by the shipped list, or else by the one that somebody brought in."""
    found = places(name) if places else ()
    if found:
        return found
    town, _, municipality = (part.strip() for part in name.partition(","))
    lines = lines_named(reading, town)
    right = [line for line in lines if not municipality or fold(line.municipality) == fold(municipality)]
    return [
        Spot(one.name, f"gn{one.number}" if one.number else one.municipality, one.lat, one.lon, "place",
             one.municipality, one.province)
        for one in right
    ]  # fmt: skip


def _at_address(
    reading: Reading, text: str, address: Address, at: datetime | None, places: Places | None
) -> Circle:  # fmt: skip
    if not address.town:
        raise BadQuestion(f"Bij {text!r} hoort een plaatsnaam: straten en postcodes staan niet in de plaatsenlijst.")
    try:
        circle = circle_of(reading, resolve(reading, address.town, ("Place",)), at, tied=True)
    except NotFound:
        found = _listed(reading, address.town, places)
        if not found:
            raise
        circle = _at_spot(reading, _one(address.town, found), at)
    return replace(circle, heard=_heard(circle, address))


def _heard(circle: Circle, address: Address) -> str:
    name, known = circle.start.ref.name, circle.origins[0].point.precision if circle.origins else None
    what = f"het adres {address.street}" if address.street else f"de postcode {address.postcode}"
    if known is None:
        return f"Van {what} is alleen de plaats {name} bekend, en niet waar die ligt."
    return f"Van {what} is alleen {name} bekend; gemeten vanaf {_OF[known]}."


def _one(text: str, found: Sequence[Spot]) -> Spot:
    if len(found) == 1:
        return found[0]
    # The graph holds none of them, so no id leads to them; their full names do.
    candidates = tuple(Candidate(_full_name(spot, found), "Place", spot.name, spot.hint) for spot in found)
    raise Ambiguous(f"{text!r} kan {len(found)} plaatsen zijn; noem de gemeente erbij.", candidates)


def _full_name(spot: Spot, among: Sequence[Spot]) -> str:
    alike = [other for other in among if other.municipality == spot.municipality]
    return f"{spot.name}, {spot.province if len(alike) > 1 else spot.municipality}"


def _at_spot(reading: Reading, spot: Spot, at: datetime | None, heard: str = "") -> Circle:
    """The circle of a place; the graph may know it by another spelling."""
    known = reading.ask("things/of_old_id", id=spot.ref.id)
    if known:
        return circle_of(reading, Ref(**known[0]), at, tied=True)
    point = Placed(spot.lat, spot.lon, spot.precision, None, (spot.municipality, spot.province))
    row = {**spot.ref.model_dump(), "lat": spot.lat, "lon": spot.lon, "position_precision": spot.precision}
    row |= {"municipality": spot.municipality, "province": spot.province}
    told = f"{spot.name} {heard}" if heard else ""
    return Circle(Stored(row, ()), (spot.ref,), (Origin(spot.ref, point),), told, ties=())
