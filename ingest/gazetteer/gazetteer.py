"""Places by name: which places a name can mean, and which one it means here."""

from __future__ import annotations

import re
from collections.abc import Iterable, KeysView
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from graph_model.names import fold
from ingest.gazetteer.entries import PlaceEntry, from_line

DOMINANCE = 10  # so many times larger than the next must a place be to be meant when nothing else is said
LEAST_DOMINANT = 10_000
_SORT_WORD = re.compile(
    r"(?P<sort>gemeente|provincie|regio|streek|wijk|stadswijk|buurt|stadsdeel|dorp|stad|eiland)\s+(?=\S)", re.I
)
_HINTED = re.compile(
    r"\s*(?:\((?P<in>[^()]{1,40})\)|,\s*(?P<after>[^,]{2,40})|\s(?P<short>gld|ov|nh|zh|nb|lb|gr|dr|fr|ut|zld|fl))\.?\s*$",
    re.I,
)
_SORTS = {
    "gemeente": ("municipality", "former_municipality"), "provincie": ("province",),
    "regio": ("region", "municipality"),
    "streek": ("region",), "eiland": ("island",), "wijk": ("district",), "stadswijk": ("district",),
    "stadsdeel": ("district",), "buurt": ("district",), "dorp": ("place",), "stad": ("place",),
}  # fmt: skip
_SHORT_PROVINCES = {
    "gld": "Gelderland", "gelre": "Gelderland", "ov": "Overijssel", "nh": "Noord-Holland", "zh": "Zuid-Holland",
    "nb": "Noord-Brabant", "nbr": "Noord-Brabant", "brabant": "Noord-Brabant", "lb": "Limburg", "l": "Limburg",
    "gr": "Groningen", "gn": "Groningen", "dr": "Drenthe", "fr": "Friesland", "frl": "Friesland",
    "fryslan": "Friesland",
    "ut": "Utrecht", "ze": "Zeeland", "zld": "Zeeland", "fl": "Flevoland", "nld": "", "nl": "", "be": "", "b": "",
}  # fmt: skip
_RANK = {
    "place": 0,
    "municipality": 1,
    "former_municipality": 2,
    "province": 3,
    "island": 4,
    "region": 5,
    "district": 6,
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a place name means: one entry, or several that nothing tells apart.

    ``how`` is "only", "hint", "population" or "ambiguous"; ``entry`` is None when ambiguous. ``candidates`` are the
    different places that bear the name, likeliest first.
    """

    entry: PlaceEntry | None
    how: str
    candidates: tuple[PlaceEntry, ...]


class Gazetteer:
    """The shipped places, looked up by folded name; entries are read from their lines when asked for."""

    __slots__ = ("_lines",)

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: dict[str, list[str]] = {}
        for line in lines:
            for key in line[: line.index("\t")].split("|"):
                self._lines.setdefault(key, []).append(line)

    def names(self) -> KeysView[str]:
        """Every folded name of a place."""
        return self._lines.keys()

    def __contains__(self, folded_name: object) -> bool:
        return folded_name in self._lines

    def candidates(self, folded_name: str) -> tuple[PlaceEntry, ...]:
        """Everything that goes by a folded name (see :func:`graph_model.names.fold`), places before districts."""
        entries = [from_line(line) for line in self._lines.get(folded_name, ())]
        return tuple(sorted(entries, key=lambda e: (_RANK.get(e.kind, 9), e.country != "NL", -e.population)))

    def municipality(self, name: str, province: str = "") -> PlaceEntry | None:
        """A municipality by name, also a former one (then the one that it went into)."""
        key = fold(name)
        found = [
            e for e in self.candidates(key) if e.kind == "municipality" and (not province or e.province == province)
        ]
        if found:
            return found[0]
        former = next((e for e in self.candidates(key) if e.kind == "former_municipality"), None)
        return self.municipality(former.municipality, former.province) if former else None

    def resolve(self, name: str, hint_municipality: str = "", hint_province: str = "") -> Resolution | None:
        """What ``name`` means, told apart by the hints, or else by size; None when no place goes by it.

        ``name`` may carry its own hint ("Hengelo (Gld)", "gemeente Kampen", "Bergen NH"). A hint that no candidate
        agrees with is left aside.
        """
        sorts, bare, own_hint = _taken_apart(name, self)
        found = self.candidates(fold(bare))
        if sorts and any(e.kind in sorts for e in found):
            found = tuple(e for e in found if e.kind in sorts)
        if not found:
            return None
        places = _distinct(_same_article(bare, found))
        if len(places) == 1:
            return Resolution(places[0], "only", places)
        for hint in (own_hint, hint_municipality, hint_province):
            fitting = tuple(e for e in places if _agrees(e, hint, self)) if hint else ()
            if len(fitting) == 1:
                return Resolution(fitting[0], "hint", places)
            places = fitting or places
        largest = max(places, key=_weight)
        rest = max((_weight(e) for e in places if e is not largest), default=0)
        if _weight(largest) >= max(LEAST_DOMINANT, DOMINANCE * rest):
            return Resolution(largest, "population", places)
        return Resolution(None, "ambiguous", places)


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The shipped gazetteer, read once."""
    text = files("ingest.gazetteer").joinpath("data/places.tsv").read_text(encoding="utf-8")
    return Gazetteer(text.splitlines()[1:])


def _taken_apart(name: str, gazetteer: Gazetteer) -> tuple[tuple[str, ...], str, str]:
    """The kinds that a name asks for, the bare name, and the hint that it carries."""
    hint = ""
    if fold(name) not in gazetteer and (found := _HINTED.search(name)) is not None:
        hint = found["in"] or found["after"] or found["short"]
        name = name[: found.start()]
    sorts: tuple[str, ...] = ()
    if fold(name) not in gazetteer and (marked := _SORT_WORD.match(name)) is not None:
        sorts = _SORTS[marked["sort"].lower()]
        name = name[marked.end() :]
    return sorts, name, hint.strip()


def _same_article(name: str, entries: tuple[PlaceEntry, ...]) -> tuple[PlaceEntry, ...]:
    """Folding drops the article: "De Wilp" is not Wilp where both are known as written."""
    written = name.casefold().strip()
    exact = tuple(e for e in entries if any(written == n.casefold() for n in (e.name, *e.alternatives)))
    return exact or entries


def _distinct(entries: tuple[PlaceEntry, ...]) -> tuple[PlaceEntry, ...]:
    """One entry for each different place: a town and its municipality are one here, and a district yields to a town."""
    places: list[PlaceEntry] = []
    for entry in entries:
        twin = any(
            entry.province == p.province and entry.country == p.country
            and (entry.municipality == p.municipality or entry.kind in ("region", "province", "island"))
            for p in places
        )  # fmt: skip
        if not twin:
            places.append(entry)
    towns = tuple(p for p in places if p.kind != "district")
    return towns or tuple(places)


def _agrees(entry: PlaceEntry, hint: str, gazetteer: Gazetteer) -> bool:
    key = fold(hint)
    if _SHORT_PROVINCES.get(key, fold(hint)) and fold(_SHORT_PROVINCES.get(key) or hint) == fold(entry.province):
        return True
    key = key.removeprefix("gemeente ").removeprefix("gem ")
    if key == fold(entry.municipality):
        return True
    municipality = gazetteer.municipality(key)
    return (
        municipality is not None and municipality.name == entry.municipality and municipality.province == entry.province
    )


def _weight(entry: PlaceEntry) -> float:
    return entry.population * (1.0 if entry.country == "NL" else 0.1) * (0.5 if entry.kind == "district" else 1.0)
