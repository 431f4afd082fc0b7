"""Claims of shipped data: where the places lie that a page names, by the gazetteer.

The reader only proposes which place is meant; position, municipality and province come in as claims of one Document,
inferred, so that a page or an imported file that knows better stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from graph_model.errors import NotUnderstood
from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import key_of
from graph_model.names import fold
from ingest.gazetteer import PlaceEntry, load
from ingest.placing import qualifier_for
from ingest.reading import Found

ADDRESS = "gazetteer:geonames"
READER, VERSION = "gazetteer", "1"
# The data is the same for every page, so its claims are too, whenever they come in.
FETCHED = "2025-01-01T00:00:00+00:00"
_SURE = 0.95
_NUMBERED = "gn"


def supporting_claims(things: Iterable[Found]) -> tuple[Claim, ...]:
    """What the gazetteer knows of the places among these things, each claim once."""
    places = (found for found in things if found.kind == "Place")
    claims = (claim for found in places for claim in _of_place(found.name, found.qualifier))
    return tuple({claim.id: claim for claim in claims}.values())


# Places come back from page to page; each has a handful of claims.
@lru_cache(maxsize=4_096)
def _of_place(name: str, qualifier: str) -> tuple[Claim, ...]:
    entry = _entry(name, qualifier)
    return tuple(_of_entry(entry, name, qualifier)) if entry is not None else ()


def _of_entry(entry: PlaceEntry, name: str, qualifier: str) -> Iterator[Claim]:
    # Under the key that the page gives it: what only the gazetteer names is no thing of the graph.
    place = End("Place", name, qualifier)
    for field, value in _fields(entry):
        yield _claim(place, entry, field, value=value)
    whole = load().resolve(entry.municipality, entry.municipality, entry.province) if entry.municipality else None
    # A municipality and the town that bears its name are one place here, as they are in the gazetteer.
    if whole and whole.entry and fold(whole.entry.name) not in (fold(entry.name), fold(name)):
        yield _claim(place, entry, "PART_OF", object=End("Place", whole.entry.name, qualifier_for(whole.entry)))


def _entry(name: str, qualifier: str) -> PlaceEntry | None:
    """The entry that the reader meant: by GeoNames id, else by the municipality that qualifies it."""
    gazetteer = load()
    try:
        key_of("Place", name, qualifier)
    except NotUnderstood:
        return None
    resolved = gazetteer.resolve(name)
    candidates = (*(resolved.candidates if resolved else ()), *gazetteer.candidates(fold(name)))
    return next((entry for entry in candidates if _is_meant(entry, qualifier)), None)


def _is_meant(entry: PlaceEntry, qualifier: str) -> bool:
    if qualifier.startswith(_NUMBERED) and qualifier[len(_NUMBERED) :].isdecimal():
        return entry.geonames_id == qualifier[len(_NUMBERED) :]
    return bool(qualifier) and fold(entry.municipality) == fold(qualifier)


def _fields(entry: PlaceEntry) -> Iterator[tuple[str, str]]:
    if entry.lat is not None and entry.lon is not None and entry.precision in ("place", "municipality"):
        yield "position", f"{entry.lat:.4f},{entry.lon:.4f},{entry.precision}"
    if entry.municipality:
        yield "municipality", entry.municipality
    if entry.province:
        yield "province", entry.province
    if entry.geonames_id:
        yield "geonames", entry.geonames_id


def _claim(place: End, entry: PlaceEntry, predicate: str, *, object: End | None = None, value: str = "") -> Claim:
    evidence = Evidence(READER, VERSION, _sentence(entry), -1, -1, _SURE, stated=False)
    return Claim(
        key_of("Document", ADDRESS), place, predicate, object, value, evidence=(evidence,),
        origin=Origin.GAZETTEER, host=READER, fetched=FETCHED,
    )  # fmt: skip


def _sentence(entry: PlaceEntry) -> str:
    """What the gazetteer says of a place, as a Dutch sentence: it holds rows, not text."""
    municipality = f"de gemeente {entry.municipality}" if entry.municipality not in ("", entry.name) else ""
    province = entry.province if entry.province != entry.name else ""
    where = ", ".join(part for part in (municipality, province) if part)
    return f"{entry.name} ligt{where and ' in ' + where} (plaatsenlijst, {entry.source})."
