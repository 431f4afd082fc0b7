"""The answer to "how are these two linked": ways, ranked by how close their ties are, with a quote for each step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from graph_model.errors import BadQuestion
from queries import results
from queries.as_of import day_of, holds
from queries.as_of import now as this_moment
from queries.engine.base import Graph, Reading
from queries.evidence import claims_of
from queries.links import link_values
from queries.resolve import resolve
from queries.results import Ref
from queries.things import things_stored
from queries.why.nearest import nearest_of
from queries.why.paths import Way, cheapest
from queries.why.web import Web, unfold, unfold_between

DEFAULT_PATHS = 3
MAX_PATHS = 10
_HUB_PATHS = 20
# A way with more steps than this explains little, and that is said.
_DETOUR = 4
Row = Mapping[str, Any]


def why(
    graph: Graph, one: str, other: str, *, paths: int = DEFAULT_PATHS, as_of: str = "", now: datetime | None = None
) -> results.Why:
    """How two things are linked: the closest ways, six links long at most; without one, what comes nearest to it.

    :param one, other: each an id, a name in any spelling, or words.
    :param as_of: a date (EDTF): only ties that held at its last moment; those without dates are kept, marked.
    :param now: by when a tie has ended; the present moment by default.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: twice the same thing, or a number of ways that makes no sense.
    """
    if not 1 <= paths <= MAX_PATHS:
        raise BadQuestion(f"Vraag 1 tot en met {MAX_PATHS} wegen.")
    day = day_of(as_of)
    at = day or now or this_moment()

    def question(reading: Reading) -> results.Why:
        start, target = resolve(reading, one), resolve(reading, other)
        if start.id == target.id:
            raise BadQuestion(f"{one!r} en {other!r} zijn hetzelfde: {start.name}.")
        found = _paths(reading, _ways(reading, start, target, paths, Web(at=at, as_of=day)), day)
        near = () if found else nearest_of(reading, start, target, day)
        return results.Why(
            origin=start, target=target, paths=found, nearest=near, as_of=as_of or None, version=reading.version,
            message=_message(start, target, found, near),
        )  # fmt: skip

    return graph.answer(question)


def _ways(reading: Reading, start: Ref, target: Ref, count: int, web: Web) -> list[Way]:
    unfold_between(reading, start.id, target.id, web)
    ways = cheapest(web, start.id, target.id, count)
    if ways or "Place" in (start.kind, target.kind):
        return ways
    # Only ways through hubs are left; those that are shortest will do.
    rows = reading.ask("why/shortest", start=start.id, target=target.id, limit=_HUB_PATHS)
    unfold(reading, web, sorted({thing for row in rows for thing in row["things"]}))
    return cheapest(web, start.id, target.id, count)


def _paths(reading: Reading, ways: Sequence[Way], day: datetime | None) -> tuple[results.Path, ...]:
    """The ways with their links and quotes; of several links between two things the surest is told."""
    pairs = sorted({pair for way in ways for pair in pairwise(way.things)})
    rows = reading.ask("why/links", pairs=[{"here": a, "there": b} for a, b in pairs]) if pairs else []
    surest: dict[tuple[str, str], Row] = {}
    for row in (row for row in rows if holds(row, day)):
        surest.setdefault((row["here"], row["other_id"]), row)
    claims = claims_of(reading, (claim for row in surest.values() for claim in row["claims"]))
    refs = {i: stored.ref for i, stored in things_stored(reading, (a for a, _ in pairs)).items()}
    return tuple(_path(way, [_step(refs[a], surest[a, b], claims) for a, b in pairwise(way.things)]) for way in ways)


def _step(here: Ref, row: Row, claims: Mapping[str, results.Claim]) -> results.Step:
    return results.Step(here=here, **link_values(here, row, claims))


def _path(way: Way, steps: Sequence[results.Step]) -> results.Path:
    words = ". ".join(step.sentence for step in steps) + "."
    return results.Path(length=len(steps), score=float(f"{way.score:.3g}"), words=words, steps=tuple(steps))


def _message(start: Ref, target: Ref, paths: Sequence[results.Path], near: Iterable[results.Nearest]) -> str:
    if paths and paths[0].length > _DETOUR:
        return f"Tussen {start.name} en {target.name} is alleen een omweg bekend, van {paths[0].length} stappen."
    if paths:
        many = "1 weg" if len(paths) == 1 else f"{len(paths)} wegen"
        return f"{many} van {start.name} naar {target.name}."
    none = f"Tussen {start.name} en {target.name} is geen verband bekend."
    closest = next(iter(near), None)
    return f"{none} Wat het dichtst in de buurt komt: {closest.words}." if closest else none
