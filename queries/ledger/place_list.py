"""The list of places that somebody brought in: one stored page with a line a place, and the claims that it makes.

Claims are made only of places that something else names: of those in the graph when the list comes in, and of those
that pages name later, from the stored lines. So the graph is the same in whatever order they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import block_of, key_of, qualifier_of
from graph_model.names import fold
from queries.engine.base import Reading

ADDRESS = "gazetteer:ingevoerd"
TITLE = "Ingevoerde plaatsenlijst"
KEY = key_of("Document", ADDRESS)
READER, VERSION, HOST = "plaatsenlijst", "1", "gazetteer"
_SURE = 0.95
_BAR = " | "
_NUMBERED = "gn"
_SOLE = "enige van deze naam"


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place of a list: degrees are WGS84; municipality, province and GeoNames number are empty where unknown.

    ``list`` is the file that it came from. ``sole``: the shipped places know nothing by this name, so a page that names
    it without saying where means this one; "Zeeland" alone is the province.
    """

    name: str
    municipality: str
    province: str
    lat: float
    lon: float
    number: str
    list: str
    sole: bool = False

    @property
    def text(self) -> str:
        """The line that is stored, and quoted."""
        position, sole = f"{self.lat:.5f}, {self.lon:.5f}", _SOLE if self.sole else ""
        parts = (self.name, self.municipality, self.province, position, self.number, self.list, sole)
        return _BAR.join(" ".join(part.replace("|", " ").split()) for part in parts)


def line_of(text: str) -> PlaceLine:
    """The place of a stored line."""
    name, municipality, province, position, number, source, sole = text.split(_BAR)
    lat, lon = position.split(", ")
    return PlaceLine(name, municipality, province, float(lat), float(lon), number, source, bool(sole))


@dataclass(frozen=True, slots=True)
class Source:
    """What each claim of the list repeats of its page. ``fetched`` is ISO 8601 in UTC."""

    fingerprint: str
    fetched: str


class PlaceList:
    """The lines of a stored text, found by GeoNames number, or by name and municipality."""

    def __init__(self, text: str) -> None:
        self._by_number: dict[str, tuple[PlaceLine, int]] = {}
        self._by_name: dict[str, list[tuple[PlaceLine, int]]] = defaultdict(list)
        start = 0
        for line in text.split("\n"):
            if line:
                self._add(line_of(line), start)
            start += len(line) + 1

    def _add(self, line: PlaceLine, start: int) -> None:
        if line.number:
            self._by_number.setdefault(line.number, (line, start))
        self._by_name[_folded(line.name)].append((line, start))

    @property
    def lines(self) -> list[PlaceLine]:
        """All lines."""
        return [line for lines in self._by_name.values() for line, _ in lines]

    def named(self, name: str) -> list[PlaceLine]:
        """The lines of places of this name in any spelling."""
        return [line for line, _ in self._by_name.get(_folded(name), ())]

    def find(self, key: str) -> tuple[PlaceLine, int] | None:
        """The one line that a key of a place means, and where it stands; None when there is none, or more than one."""
        qualifier = qualifier_of(key)
        if qualifier.startswith(_NUMBERED) and qualifier[len(_NUMBERED) :].isdecimal():
            return self._by_number.get(qualifier[len(_NUMBERED) :])
        named = self._by_name.get(block_of(key).partition("|")[2], [])
        found = [one for one in named if _is_meant(one[0], qualifier)]
        return found[0] if len(found) == 1 else None

    def claims(self, ends: Iterable[End], source: Source) -> Iterator[Claim]:
        """What the list says of these places, each claim once."""
        for end in {end.key: end for end in ends if end.kind == "Place"}.values():
            found = self.find(end.key)
            if found:
                yield from _claims(end, *found, source)


def _claims(place: End, line: PlaceLine, start: int, source: Source) -> Iterator[Claim]:
    told = Evidence(READER, VERSION, line.text, start, start + len(line.text), _SURE)
    values = [("position", f"{line.lat:.5f},{line.lon:.5f},place")]
    if not qualifier_of(place.key):
        # The shipped list, which knows municipality and province of all others, does not know this one.
        values += [(field, value) for field, value in _around(line) if value]
    for field, value in values:
        yield Claim(
            KEY, place, field, value=value, evidence=(told,), origin=Origin.GAZETTEER, host=HOST,
            fingerprint=source.fingerprint, fetched=source.fetched, first_seen=source.fetched,
        )  # fmt: skip


def _around(line: PlaceLine) -> Sequence[tuple[str, str]]:
    return ("municipality", line.municipality), ("province", line.province), ("geonames", line.number)


def _is_meant(line: PlaceLine, qualifier: str) -> bool:
    return _folded(line.municipality) == qualifier if qualifier else line.sole


def _folded(name: str) -> str:
    return fold(name).replace(" ", "")


def claims_for(reading: Reading, ends: Iterable[End]) -> tuple[Claim, ...]:
    """What the stored list, if there is one, says of these places."""
    places = [end for end in ends if end.kind == "Place"]
    rows = reading.ask("ledger/place_list", id=KEY) if places else []
    if not rows:
        return ()
    source = Source(rows[0]["fingerprint"], rows[0]["fetched"].isoformat())
    return tuple(stored_list(reading, source.fingerprint).claims(places, source))


def lines_named(reading: Reading, name: str) -> list[PlaceLine]:
    """The places of the stored list, if there is one, that go by a name."""
    rows = reading.ask("ledger/place_list", id=KEY)
    return stored_list(reading, rows[0]["fingerprint"]).named(name) if rows else []


# The list that was taken apart last, by its fingerprint: every page that names a place asks it.
_KEPT: dict[str, PlaceList] = {}


def stored_list(reading: Reading, fingerprint: str) -> PlaceList:
    """The stored list with this fingerprint."""
    found = _KEPT.get(fingerprint)
    if found is None:
        (row,) = reading.ask("evidence/pages", pages=[KEY])
        found = PlaceList(row["text"])
        _KEPT.clear()
        _KEPT[fingerprint] = found
    return found
