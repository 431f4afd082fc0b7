"""What a map of the network shows: the most linked things, or those around one thing, with the links among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import Field

from graph_model.dates import is_date, parse
from graph_model.errors import BadQuestion
from graph_model.schema import FIELD_KINDS
from queries import results
from queries.as_of import day_of, existed, has_ended, holds, now
from queries.engine.base import Graph, Reading
from queries.evidence import best_first, claims_of
from queries.field_words import value_words
from queries.links import period
from queries.resolve import resolve
from queries.search import degrees_of
from queries.words import NO_DATES, words_of

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
    as_of: str | None = None
    total: int
    version: int


def map_of(
    graph: Graph, thing: str = "", *, steps: int = 2, limit: int | None = None, quotes: bool = False, as_of: str = ""
) -> Map:
    """The things with most links, or those around one thing, and all links among them but MENTIONS and LINKS_TO.

    :param thing: an id, a name in any spelling, or words; empty for the whole.
    :param steps: 1 or 2, how far from the thing; a second step does not lead through hubs.
    :param limit: how many things at most.
    :param quotes: whether to give what each link rests on, at most five quotes a link.
    :param as_of: a date (EDTF): only things that were there and links that held at its last moment; links without
        dates are kept, marked.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: steps, a limit or a date that make no sense.
    """
    day = day_of(as_of)
    most = limit if limit is not None else AROUND_LIMIT if thing else DEFAULT_LIMIT
    if steps not in (1, 2) or not 1 <= most <= MOST:
        raise BadQuestion(f"Een kaart toont 1 tot en met {MOST} dingen, op 1 of 2 stappen.")

    def question(reading: Reading) -> Map:
        middle = resolve(reading, thing) if thing else None
        degrees = _around(reading, middle.id, steps, most, day) if middle else _most_linked(reading, most)
        links, things = _drawn(reading, degrees, middle, day)
        return Map(
            thing=middle, things=tuple(_map_thing(thing, degrees) for thing in things),
            links=tuple(sorted((_link(row, day) for row in links), key=lambda link: link.id)),
            words=tuple(_wordings(links)), quotes=_quotes(reading, sorted(degrees), links) if quotes else {},
            as_of=as_of or None, total=reading.ask("map/number")[0]["number"], version=reading.version,
        )  # fmt: skip

    return graph.answer(question)


def _most_linked(reading: Reading, most: int) -> dict[str, int]:
    return {row["id"]: row["degree"] for row in reading.ask("map/most_linked", limit=most)}


def _around(reading: Reading, middle: str, steps: int, most: int, day: datetime | None) -> dict[str, int]:
    """The thing, what it is linked with, then what those are linked with, each with its number of links.

    What is tied most often goes first.
    """
    found = degrees_of(reading, [middle])
    then = {"as_of": day, "moment": day and day.isoformat()}
    first = reading.ask("map/neighbours", ids=[middle], limit=most, **then)
    rows = first
    through = [row["id"] for row in first if row["degree"] <= _HUB]
    if steps == 2 and through and len(first) < most:
        rows = [*first, *reading.ask("map/neighbours", ids=through, limit=most, **then)]
    for row in rows:
        if len(found) < most:
            found.setdefault(row["id"], row["degree"])
    return found


def _drawn(
    reading: Reading, degrees: Mapping[str, int], middle: results.Ref | None, day: datetime | None
) -> tuple[Sequence[Row], Sequence[Row]]:
    """The links among these things, and the things with their places; of a day only what was there then."""
    ids = sorted(degrees)
    places: dict[str, list[Row]] = defaultdict(list)
    for row in reading.ask("map/places", ids=ids):
        if holds(row, day) if day else not has_ended(row, now()):
            places[row["id"]].append(row)
    found = [row["thing"] for row in reading.ask("map/things", ids=ids)]
    there = {thing["id"] for thing in found if existed(thing, day)} | ({middle.id} if middle else set())
    all_links: list[Row] = [row for row in reading.ask("map/links", ids=ids) if row["end"] in degrees]
    links = [row for row in all_links if holds(row, day) and {row["start"], row["end"]} <= there]
    # Who is there only by links that did not hold then is not there then.
    there -= _ends(all_links) - _ends(links) - ({middle.id} if middle else set())
    things = [{**thing, "places": places[thing["id"]]} for thing in found if thing["id"] in there]
    return links, sorted(things, key=lambda thing: str(thing["id"]))


def _ends(links: Iterable[Row]) -> set[str]:
    return {end for row in links for end in (row["start"], row["end"])}


def _map_thing(row: Row, degrees: Mapping[str, int]) -> MapThing:
    places = sorted(row["places"], key=lambda place: str(place["name"]))
    provinces = [row.get("province"), *(place["province"] for place in places)]
    year = _year(row.get("start"))
    return MapThing(
        id=row["id"], kind=row["kind"], name=row["name"], degree=degrees[row["id"]],
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


def _link(row: Row, day: datetime | None) -> MapLink:
    valid_from, valid_to = row["valid_from"] or None, row["valid_to"] or None
    return MapLink(
        id=row["id"], kind=row["kind"], origin=row["start"], target=row["end"], role=row["role"] or "",
        stated=row["stated"], sources=row["sources"], when=period(valid_from, valid_to) or (NO_DATES if day else ""),
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
