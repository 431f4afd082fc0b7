"""What comes closest when no tie joins two things: a place, a page that names both, or how far they are apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Literal

from graph_model.schema import LINK_KINDS
from queries import results
from queries.as_of import holds
from queries.engine.base import Graph, Reading
from queries.evidence import best_first, claims_of
from queries.geography import shown_km
from queries.near.circle import Circle, circle_asked, circle_in, nearest
from queries.results import Ref
from queries.why.spread import CLOSE, Route, Spread, foreseen
from queries.why.web import links_asked
from queries.words import joint_sentence, sentence, titled

SHOWN = 3
ROWS = 200
Row = Mapping[str, Any]
By = Literal["theme", "place", "page", "other"]
_BY: Mapping[str, By] = MappingProxyType({"Theme": "theme", "Keyword": "theme", "Place": "place", "Document": "page"})


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that two things share, as a Dutch sentence, with the claims that say so."""

    by: By
    words: str
    through: Ref | None
    claims: tuple[str, ...]


def nearest_of(
    graph: Graph, reading: Reading, start: Ref, target: Ref, day: datetime | None = None
) -> tuple[results.Nearest, ...]:
    """What comes closest to a tie between two things, the most telling first; empty when nothing does."""
    route, ends = Route(tuple(LINK_KINDS), (), day), (start.id, target.id)
    # From where distances are measured is asked along with the first steps.
    steps, circles = foreseen(graph, route, ends), [circle_asked(end) for end in ends]
    answers = reading.ask_together(*steps, *circles[0], *circles[1])
    known, measured = answers[: len(steps)], answers[len(steps) :]
    spread = Spread.between(graph, reading, route, *ends, known=known)
    spread.follow(2)
    found: list[Shared] = []
    if target.id in spread.beside.get(start.id, ()):
        found += _links_between(reading, start, target, day)
    if len(found) < SHOWN and spread.beside.get(start.id, set()) & spread.beside.get(target.id, set()):
        found += _shared_by(reading, start, target, day)
    if not found:
        spread.follow(CLOSE)
        found += _detour(reading, start, spread)
    claims = claims_of(reading, (claim for one in found[:SHOWN] for claim in one.claims))
    shared = [
        results.Nearest(by=one.by, words=one.words, through=one.through, claims=best_first(claims, one.claims))
        for one in found[:SHOWN]
    ]
    middle = len(circles[0])
    one, other = circle_in(start.id, measured[:middle], day), circle_in(target.id, measured[middle:], day)
    return (*shared, *_apart(start, target, one, other))


def _links_between(reading: Reading, start: Ref, target: Ref, day: datetime | None) -> Iterator[Shared]:
    rows = reading.ask("why/direct", start=start.id, target=target.id)
    for row in (row for row in rows if holds(row, day)):
        words = sentence(row["kind"], row["direction"], titled(start), titled(target), row["role"], start.kind)
        yield Shared("page" if "Document" in (start.kind, target.kind) else "place", words, None, tuple(row["claims"]))


def _shared_by(reading: Reading, start: Ref, target: Ref, day: datetime | None) -> Iterator[Shared]:
    """Each shared thing once; subjects first, then places, then pages."""
    seen: set[str] = set()
    for row in reading.ask("why/weak", start=start.id, target=target.id, limit=ROWS):
        if row["id"] not in seen and holds(row["one_time"], day) and holds(row["other_time"], day):
            seen.add(row["id"])
            yield _shared(row, start, target)


def _shared(row: Row, start: Ref, target: Ref) -> Shared:
    through = Ref(id=row["id"], kind=row["kind"], name=row["name"])
    words = joint_sentence(
        through,
        (row["one_kind"], row["one_direction"], row["one_role"], start),
        (row["other_kind"], row["other_direction"], row["other_role"], target),
    )
    return Shared(_BY.get(through.kind, "other"), words, through, (*row["one_claims"], *row["other_claims"]))


def _detour(reading: Reading, start: Ref, spread: Spread) -> Iterator[Shared]:
    """The shortest way that also goes by places and by pages that only name things, four links long at most."""
    pairs, route = list(pairwise(spread.shortest())), spread.route
    if not pairs:
        return
    name, asked = links_asked(pairs, route.kinds)
    rows = [row for row in reading.ask(name, **asked) if holds(row, route.as_of)]
    surest = {(row["here"], row["other_id"]): row for row in reversed(rows)}
    steps = [surest[pair] for pair in pairs]
    things = [start, *(Ref(id=row["other_id"], kind=row["other_kind"], name=row["other_name"]) for row in steps)]
    words = "; ".join(
        sentence(row["kind"], row["direction"], titled(here), titled(there), row["role"], here.kind)
        for row, (here, there) in zip(steps, pairwise(things), strict=True)
    )
    yield Shared("other", words, things[len(things) // 2], tuple(claim for row in steps for claim in row["claims"]))


def _apart(start: Ref, target: Ref, one: Circle | None, other: Circle | None) -> Iterator[results.Nearest]:
    if one is None or other is None:  # somebody writes meanwhile; then all of this is asked again
        return
    distance = nearest(one.origins, [origin.point for origin in other.origins])
    if distance is not None and distance.km >= 0.05:
        km = shown_km(distance.km, approximate=distance.approximate)
        words = f"{start.name} en {target.name} liggen {km} uit elkaar"
        yield results.Nearest(by="distance", words=words, distance_km=round(distance.km, 3))
