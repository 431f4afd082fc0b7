"""What a map of the network shows: the most linked things, or those around one thing, with the links among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import Field

from graph_model.dates import is_date, parse
from graph_model.errors import BadQuestion
from graph_model.schema import FIELD_KINDS
from queries import results
from queries.engine.base import Graph, Reading
from queries.evidence import best_first, claims_of
from queries.field_words import value_words
from queries.links import period
from queries.resolve import resolve
from queries.search import degrees_of
from queries.words import words_of

MOST = 5000
DEFAULT_LIMIT = 2000
AROUND_LIMIT = 150
# Of a hub its own neighbours say little about the thing in the middle: everybody is in Utrecht.
_HUB = 40
_SHOWN_FIELDS = (
    "form", "sector", "founded", "start", "end", "mode", "status", "venue", "address", "rhythm", "published",
    "municipality",
)  # fmt: skip
_QUOTES_A_LINK = 5

Row = Mapping[str, Any]


class MapThing(results.Ref):
    """A thing on the map. ``degree`` counts all its links, also those that the map does not show.

    ``facts`` are pairs of a Dutch word and what is known; ``years`` those of an event, ``provinces`` where it is.
    """

    degree: int
    aliases: tuple[str, ...] = ()
    url: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    place: str | None = None
    provinces: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


class MapLink(results.Shape):
    """A link on the map, from one thing to another, both by id. ``when`` says from when to when, in Dutch words."""

    id: str
    kind: str
    origin: str = Field(alias="from")
    target: str = Field(alias="to")
    role: str = ""
    stated: bool = True
    sources: int = 1
    when: str = ""
    since: int | None = None
    until: int | None = None


class Wording(results.Shape):
    """How a kind of link with a role reads: ``out`` from the thing where it starts, ``back`` from the other."""

    kind: str
    role: str = ""
    out: str
    back: str


class Map(results.Shape):
    """A part of the network: things, the links among them, and how those read.

    ``thing`` stands in the middle, null for the whole; ``total`` is how many things there are to show. ``quotes``
    holds what the links rest on, by the id of the link, best first; empty unless asked for.
    """

    thing: results.Ref | None
    things: tuple[MapThing, ...]
    links: tuple[MapLink, ...]
    words: tuple[Wording, ...]
    quotes: dict[str, tuple[results.Claim, ...]] = Field(default_factory=dict)
    total: int
    version: int


def map_of(graph: Graph, thing: str = "", *, steps: int = 2, limit: int | None = None, quotes: bool = False) -> Map:
    """The things with most links, or those around one thing, and all links among them but MENTIONS and LINKS_TO.

    :param thing: an id, a name in any spelling, or words; empty for the whole.
    :param steps: 1 or 2, how far from the thing; a second step does not lead through hubs.
    :param limit: how many things at most.
    :param quotes: whether to give what each link rests on, at most five quotes a link.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: steps or a limit that make no sense.
    """
    most = limit if limit is not None else AROUND_LIMIT if thing else DEFAULT_LIMIT
    if steps not in (1, 2) or not 1 <= most <= MOST:
        raise BadQuestion(f"Een kaart toont 1 tot en met {MOST} dingen, op 1 of 2 stappen.")

    def question(reading: Reading) -> Map:
        middle = resolve(reading, thing) if thing else None
        degrees = _around(reading, middle.id, steps, most) if middle else _most_linked(reading, most)
        total = reading.ask("map/number")[0]["number"]
        return _map(reading, middle, degrees, total, quotes)

    return graph.answer(question)


def _most_linked(reading: Reading, most: int) -> dict[str, int]:
    return {row["id"]: row["degree"] for row in reading.ask("map/most_linked", limit=most)}


def _around(reading: Reading, middle: str, steps: int, most: int) -> dict[str, int]:
    """The thing, what it is linked with, then what those are linked with, each with its number of links.

    What is tied most often goes first.
    """
    found = degrees_of(reading, [middle])
    first = reading.ask("map/neighbours", ids=[middle], limit=most)
    rows = first
    through = [row["id"] for row in first if row["degree"] <= _HUB]
    if steps == 2 and through and len(first) < most:
        rows = [*first, *reading.ask("map/neighbours", ids=through, limit=most)]
    for row in rows:
        if len(found) < most:
            found.setdefault(row["id"], row["degree"])
    return found


def _map(reading: Reading, middle: results.Ref | None, degrees: Mapping[str, int], total: int, quotes: bool) -> Map:
    ids = sorted(degrees)
    rows = [row for row in reading.ask("map/links", ids=ids) if row["end"] in degrees]
    return Map(
        thing=middle, things=tuple(_things(reading, degrees)),
        links=tuple(sorted(map(_link, rows), key=lambda link: link.id)),
        words=tuple(_wordings(rows)), quotes=_quotes(reading, ids, rows) if quotes else {},
        total=total, version=reading.version,
    )  # fmt: skip


def _things(reading: Reading, degrees: Mapping[str, int]) -> Iterable[MapThing]:
    ids = sorted(degrees)
    places: dict[str, list[Row]] = defaultdict(list)
    for row in reading.ask("map/places", ids=ids):
        places[row["id"]].append(row)
    for found in sorted(reading.ask("map/things", ids=ids), key=lambda row: str(row["thing"]["id"])):
        thing = found["thing"]
        there = sorted(places[thing["id"]], key=lambda place: str(place["name"]))
        yield _thing(thing, degrees[thing["id"]], there)


def _thing(row: Row, degree: int, places: Sequence[Row]) -> MapThing:
    provinces = [row.get("province"), *(place["province"] for place in places)]
    year = _year(row.get("start"))
    return MapThing(
        id=row["id"], kind=row["kind"], name=row["name"], degree=degree,
        aliases=tuple(row.get("aliases") or ()), url=row.get("url"), facts=tuple(_facts(row)),
        place=", ".join(dict.fromkeys(str(place["name"]) for place in places)) or row.get("municipality"),
        provinces=tuple(dict.fromkeys(p for p in provinces if p)), years=(year,) if year else (),
    )  # fmt: skip


def _facts(row: Row) -> Iterable[tuple[str, str]]:
    for name in _SHOWN_FIELDS:
        value = row.get(name)
        if value:
            values = value if isinstance(value, list) else [value]
            yield FIELD_KINDS[name].dutch, ", ".join(value_words(name, str(one)) for one in values)


def _link(row: Row) -> MapLink:
    valid_from, valid_to = row["valid_from"] or None, row["valid_to"] or None
    return MapLink(
        id=row["id"], kind=row["kind"], origin=row["start"], target=row["end"], role=row["role"] or "",
        stated=row["stated"], sources=row["sources"], when=period(valid_from, valid_to),
        since=_year(valid_from), until=_year(valid_to),
    )  # fmt: skip


def _year(edtf: str | None) -> int | None:
    return parse(edtf).year if edtf and edtf != ".." and is_date(edtf) else None


def _wordings(rows: Iterable[Row]) -> Iterable[Wording]:
    for kind, role in sorted({(row["kind"], row["role"] or "") for row in rows}):
        yield Wording(kind=kind, role=role, out=words_of(kind, "out", role), back=words_of(kind, "in", role))


def _quotes(reading: Reading, ids: Sequence[str], rows: Sequence[Row]) -> dict[str, tuple[results.Claim, ...]]:
    shown = {row["id"] for row in rows}
    behind = {row["id"]: row["claims"] for row in reading.ask("map/claims", ids=ids) if row["id"] in shown}
    claims = claims_of(reading, (claim for some in behind.values() for claim in some))
    return {link: best_first(claims, behind[link])[:_QUOTES_A_LINK] for link in sorted(behind)}
