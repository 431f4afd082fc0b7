"""The answer to "how are these two linked": ways, ranked by how close their ties are, with a quote for each step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from graph_model.errors import BadQuestion
from queries import results
from queries.as_of import day_of, has_ended, holds
from queries.as_of import now as this_moment
from queries.engine.base import Graph, Reading
from queries.evidence import claims_in, claims_of
from queries.links import link_values
from queries.resolve import resolve_both
from queries.results import Ref
from queries.why.known_ties import last_known, ties_of
from queries.why.nearest import nearest_of
from queries.why.paths import Way, different
from queries.why.remembered import Remembered
from queries.why.seen import seen_from_there
from queries.why.spread import Route, Spread, foreseen
from queries.why.through import Through
from queries.why.weakness import DETOUR, weaknesses
from queries.why.web import Web, links_asked, web_of

DEFAULT_PATHS = 3
MAX_PATHS = 10
Row = Mapping[str, Any]
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Ends:
    """What is to be joined, by way of what, and when ties must hold."""

    start: Ref
    target: Ref
    through: Through
    day: datetime | None


def why(
    graph: Graph, one: str, other: str, *, paths: int = DEFAULT_PATHS, through: str = "", as_of: str = "",
    now: datetime | None = None,
) -> results.Why:  # fmt: skip
    """How two things are linked: the closest different ways; without one, what comes nearest.

    Ways have four links at most, or where there are none of those as few as there are, six at most.

    A way that only adds things to a shorter one is no different way. None goes through a place, a theme, a keyword or
    a document, unless that is asked for; such a way then says little, and that is said.

    :param one, other: each an id, a name in any spelling, or words.
    :param through: what else ways may go through, with commas between: "plaatsen, thema's, bronnen".
    :param as_of: a date (EDTF): only ties that held at its last moment; those without dates are kept, marked.
    :param now: by when a tie has ended; the present moment by default.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: twice the same thing, or a number of ways that makes no sense.
    """
    if not 1 <= paths <= MAX_PATHS:
        raise BadQuestion(f"Vraag 1 tot en met {MAX_PATHS} wegen.")
    allowed, day = Through.of(through), day_of(as_of)
    at = day or now or this_moment()

    def question(reading: Reading) -> results.Why:
        route, ids = Route(allowed.links, allowed.barred, day), (one.strip(), other.strip())
        guess = Remembered.between(last_known(graph), route, ids, paths)
        ahead = foreseen(graph, route, ids) if guess is None else guess.asked
        start, target, known = resolve_both(reading, one, other, ahead)
        if start.id == target.id:
            raise BadQuestion(f"{one!r} en {other!r} zijn hetzelfde: {start.name}.")
        ends = _Ends(start, target, allowed, day)
        remembered = _remembered(graph, reading, ends, route, paths, guess, known)
        if remembered is not None:
            web, cut_off = remembered.web, remembered.cut_off
        else:
            web, cut_off = _web(graph, reading, ends, route, known if guess is None else ())
        found = _paths(reading, *_ways(reading, ends, web, paths, at), ends, web, at)
        near = () if found else nearest_of(graph, reading, start, target, day)
        return results.Why(
            origin=start, target=target, paths=found, nearest=near, as_of=as_of or None, version=reading.version,
            through=tuple(sorted(allowed.kinds)), only_weak=bool(found) and all(path.weak for path in found),
            message=_message(start, target, found, near, cut_off), cut_off=cut_off,
        )  # fmt: skip

    return graph.answer(question)


def _remembered(
    graph: Graph, reading: Reading, ends: _Ends, route: Route, paths: int, guess: Remembered | None,
    answers: Sequence[Sequence[Row]],
) -> Remembered | None:  # fmt: skip
    """What is in memory of the version that is read: as was guessed before that was known, or else looked up now."""
    ties, ids = ties_of(graph, reading) if route.plain else None, (ends.start.id, ends.target.id)
    if guess is not None and (guess.version, guess.ends) == (reading.version, ids):
        guess.learn(answers)
        return guess
    found = Remembered.between(ties, route, ids, paths)
    if found is not None and found.pairs:
        found.learn(reading.ask_together(*found.asked))
    return found


def _web(
    graph: Graph, reading: Reading, ends: _Ends, route: Route, known: Sequence[Sequence[Row]]
) -> tuple[Web, bool]:  # fmt: skip
    """What lies between the two, and whether there was more than was looked at."""
    if ends.through.ties_only and "Place" in (ends.start.kind, ends.target.kind):
        return Web(), False  # what lies in a place is not tied to it
    spread = Spread.between(graph, reading, route, ends.start.id, ends.target.id, known)
    spread.explore()
    return web_of(reading, spread), spread.cut_off


def _ways(
    reading: Reading, ends: _Ends, web: Web, count: int, at: datetime
) -> tuple[list[Way], Mapping[_Pair, Row]]:  # fmt: skip
    """The closest ways, and the surest link along each of their steps.

    Whether ties are over is looked up along the ways that were found; where one is, they are looked for again.
    """
    surest: dict[_Pair, Row] = {}
    while True:
        ways = different(web, ends.start.id, ends.target.id, count, web.longest)
        new = sorted({pair for way in ways for pair in pairwise(way.things)} - surest.keys())
        links = _links(reading, ends, web, new)
        surest |= {pair: found[0] for pair, found in links.items()}
        over = [pair for pair in new if all(has_ended(link, at) for link in links.get(pair, ()))]
        # What is no longer there, because somebody writes meanwhile, is over too; then all of this is asked again.
        if not [pair for pair in over if web.end(*pair)]:
            return [way for way in ways if surest.keys() >= set(pairwise(way.things))], surest


def _links(reading: Reading, ends: _Ends, web: Web, pairs: Sequence[_Pair]) -> Mapping[_Pair, Sequence[Row]]:
    """The links between each of these pairs as its first thing sees them, the surest first."""
    if new := [pair for pair in pairs if pair not in web.asked]:
        from_few = [min(pair, pair[::-1], key=lambda p: web.degrees.get(p[0], 0)) for pair in new]
        name, asked = links_asked(from_few, ends.through.links)
        web.learn(from_few, reading.ask(name, **asked))
    found: dict[_Pair, list[Row]] = {}
    for row in (row for row in web.links if holds(row, ends.day)):
        for seen in (row, seen_from_there(row)):
            found.setdefault((seen["here"], seen["other_id"]), []).append(seen)
    return {pair: found[pair] for pair in pairs if pair in found}


def _paths(
    reading: Reading, ways: Sequence[Way], surest: Mapping[_Pair, Row], ends: _Ends, web: Web, at: datetime
) -> tuple[results.Path, ...]:  # fmt: skip
    """The ways with their links and quotes; of several links between two things the surest is told."""
    told = {pair: surest[pair] for way in ways for pair in pairwise(way.things)}
    behind = {claim for row in told.values() for claim in row["claims"]}
    claims = claims_in(reading, [row for row in web.said if row["id"] in behind])
    claims |= claims_of(reading, behind - claims.keys())
    refs = {end.id: end for end in (ends.start, ends.target)}
    for row in told.values():
        refs[row["other_id"]] = Ref(id=row["other_id"], kind=row["other_kind"], name=row["other_name"])
    return tuple(_path(way, refs, told, claims, web, at) for way in ways)


def _path(
    way: Way, refs: Mapping[str, Ref], surest: Mapping[_Pair, Row], claims: Mapping[str, results.Claim],
    web: Web, at: datetime,
) -> results.Path:  # fmt: skip
    links = [surest[pair] for pair in pairwise(way.things)]
    steps = [results.Step(here=refs[a], **link_values(refs[a], surest[a, b], claims)) for a, b in pairwise(way.things)]
    return results.Path(
        length=len(steps), score=float(f"{way.score:.3g}"), words=". ".join(step.sentence for step in steps) + ".",
        weak=weaknesses([refs[i] for i in way.things], links, web.degrees, at), steps=tuple(steps),
    )  # fmt: skip


def _message(
    start: Ref, target: Ref, paths: Sequence[results.Path], near: Iterable[results.Nearest], cut_off: bool
) -> str:
    told = _told(start, target, paths, near)
    return f"{told} Er komen te veel verbanden op uit om ze alle te bekijken." if cut_off else told


def _told(start: Ref, target: Ref, paths: Sequence[results.Path], near: Iterable[results.Nearest]) -> str:
    if paths and paths[0].length > DETOUR:
        return f"Tussen {start.name} en {target.name} is alleen een omweg bekend, van {paths[0].length} stappen."
    if paths:
        many = "1 weg" if len(paths) == 1 else f"{len(paths)} wegen"
        weak = "" if any(not path.weak for path in paths) else f", maar zwak: {paths[0].weak[0]}"
        return f"{many} van {start.name} naar {target.name}{weak}."
    none = f"Tussen {start.name} en {target.name} is geen verband bekend."
    closest = next(iter(near), None)
    return f"{none} Wat het dichtst in de buurt komt: {closest.words}." if closest else none
