"""Gatherings as they lie in the graph, with what is around them, and which of them are wanted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_model.dates import OPEN, Precision, is_date, precision_of
from graph_model.schema import ORGANISATION_KINDS
from queries.as_of import has_ended, now
from queries.engine.base import Reading
from queries.near.circle import Circle, Distance, nearest
from queries.period import Span
from queries.regions import Region
from queries.results.shapes import Ref
from queries.things import Stored, things_stored

Row = Mapping[str, Any]
PART_KINDS = ("ORGANISES", "HELD_AT", "TAKES_PART_IN", "FEATURES")
WHO = (*ORGANISATION_KINDS, "Person")


@dataclass(frozen=True, slots=True)
class Found:
    """A gathering: its properties, the rows of its links, and how far it is from what was asked about."""

    row: Row
    links: tuple[Row, ...]
    distance: Distance | None = None

    @property
    def id(self) -> str:
        return str(self.row["id"])

    @property
    def ref(self) -> Ref:
        return Ref(id=self.id, kind=self.row["kind"], name=self.row["name"])

    @property
    def start(self) -> str:
        """When it starts (EDTF), empty where that is not known at all."""
        start = self.row.get("start") or ""
        return start if start != OPEN and is_date(start) else ""

    @property
    def precision(self) -> str:
        """How well the start is known: minute, day, month, season, year or unknown."""
        return precision_of(self.start).value if self.start else "unknown"

    @property
    def has_day(self) -> bool:
        return self.precision in (Precision.DAY, Precision.MINUTE)

    def others(self, kind: str, of: Sequence[str] = ()) -> tuple[Ref, ...]:
        """The things at the other ends of links of a kind, by name; of some kinds only, where these are given."""
        rows = {row["other_id"]: row for row in self.links if row["kind"] == kind}
        refs = (ref_of(row) for row in rows.values() if not of or row["other_kind"] in of)
        return tuple(sorted(refs, key=by_name))

    @property
    def parts(self) -> tuple[Row, ...]:
        """The links of people and organisations that have a part in it, organisers first."""
        rows = (row for row in self.links if row["kind"] in PART_KINDS and row["other_kind"] in WHO)
        return tuple(
            sorted(rows, key=lambda row: (PART_KINDS.index(row["kind"]), *by_name(ref_of(row)), row["role"] or ""))
        )

    @property
    def is_off(self) -> bool:
        return self.row.get("status") == "cancelled"


def ref_of(row: Row) -> Ref:
    """The thing at the other end of a link."""
    return Ref(id=row["other_id"], kind=row["other_kind"], name=row["other_name"])


def by_name(ref: Ref) -> tuple[str, str]:
    """An order that people look names up in."""
    return ref.name.casefold(), ref.id


def gatherings(reading: Reading, span: Span) -> list[Found]:
    """The gatherings that may have taken place in a period, with their links; those without a date when all are."""
    rows = [row["thing"] for row in reading.ask("events/events", first=span.first, last=span.last)]
    rows = [row for row in rows if span.is_open or row.get("start_earliest") is not None]
    links: dict[str, list[Row]] = defaultdict(list)
    for link in reading.ask("events/around", ids=sorted(row["id"] for row in rows)):
        links[link["id"]].append(link)
    return [Found(row, tuple(sorted(links[row["id"]], key=_order))) for row in rows]


def _order(link: Row) -> tuple[str, str, str, str]:
    return link["kind"], link["direction"], link["other_id"], link["role"] or ""


def about(reading: Reading, found: Iterable[Found], theme: str) -> list[Found]:
    """Those about a theme (by id), themselves or the series that they belong to."""
    wanted = list(found)
    series = {ref.id for one in wanted for ref in one.others("PART_OF", ("EventSeries",))}
    themed = {row["id"] for row in reading.ask("events/series", ids=sorted(series)) if row["theme"] == theme}
    return [
        one for one in wanted
        if theme in {ref.id for ref in one.others("HAS_THEME")}
        or not themed.isdisjoint(ref.id for ref in one.others("PART_OF", ("EventSeries",)))
    ]  # fmt: skip


def with_part(reading: Reading, found: Iterable[Found], thing: Ref) -> list[Found]:
    """Those in which a person or organisation, or one of its locations, has a part."""
    rows = reading.ask("events/locations", id=thing.id, kinds=list(ORGANISATION_KINDS))
    ids = {thing.id, *(row["id"] for row in rows)}
    return [one for one in found if not ids.isdisjoint(row["other_id"] for row in one.parts)]


def inside(reading: Reading, found: Iterable[Found], region: Region) -> list[Found]:
    """Those held in a region; where no place is known, those whose host is at home there."""
    wanted = list(found)
    hosts = {host.id for one in wanted for host in one.others("HELD_AT")}
    homes: dict[str, set[str]] = defaultdict(set)
    at = now()
    for row in reading.ask("events/homes", ids=sorted(hosts)) if hosts else ():
        if not has_ended(row, at):
            homes[row["id"]].add(row["place"])
    return [one for one in wanted if not region.places.isdisjoint(_places(one, homes))]


def _places(one: Found, homes: Mapping[str, set[str]]) -> set[str]:
    held = {ref.id for ref in one.others("HELD_IN")}
    return held or {place for host in one.others("HELD_AT") for place in homes.get(host.id, ())}


def within(reading: Reading, found: Iterable[Found], circle: Circle, km: float) -> list[Found]:
    """Those within a radius of a thing, each with its distance; where no place is known, that of its host counts."""
    wanted = list(found)
    ids = {one.id for one in wanted} | {host.id for one in wanted for host in one.others("HELD_AT")}
    stored = things_stored(reading, ids)
    near = ((one, _distance(one, stored, circle)) for one in wanted)
    return [Found(one.row, one.links, distance) for one, distance in near if distance and distance.within(km)]


def _distance(one: Found, stored: Mapping[str, Stored], circle: Circle) -> Distance | None:
    own = nearest(circle.origins, stored[one.id].points)
    if own is not None:
        return own
    hosts = (nearest(circle.origins, stored[host.id].points) for host in one.others("HELD_AT"))
    return min((found for found in hosts if found), key=lambda d: d.counted, default=None)


def in_order(found: Iterable[Found], at: datetime, forwards: bool) -> list[Found]:
    """In the order of an agenda: to come soonest first, then past latest first, then undated; or simply by date."""
    dated = [one for one in found if one.row.get("start_earliest") is not None]
    undated = sorted((one for one in found if one.row.get("start_earliest") is None), key=_last)
    if forwards:
        return [*sorted(dated, key=_soonest), *undated]
    to_come = sorted((one for one in dated if not is_past(one, at)), key=_soonest)
    past = sorted((one for one in dated if is_past(one, at)), key=_soonest, reverse=True)
    return [*to_come, *past, *undated]


def is_past(one: Found, at: datetime) -> bool:
    """Whether it is surely over; what has no date counts as past when it is said that it was held."""
    last = one.row.get("end_latest") or one.row.get("start_latest")
    return last < at if last is not None else one.row.get("status") == "held"


def _soonest(one: Found) -> tuple[datetime, datetime, str, str]:
    row = one.row
    return row["start_earliest"], row["start_latest"], row["name"], row["id"]


def _last(one: Found) -> tuple[str, str]:
    return str(one.row["name"]), one.id
