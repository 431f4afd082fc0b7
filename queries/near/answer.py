"""The answer to "what is near, and why": candidates by place and by tie, scored, cut into pages, with their quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from queries import results
from queries.engine.base import Graph, Reading
from queries.evidence import claims_asked, claims_in
from queries.near.candidates import Candidate, best, candidates
from queries.near.circle import Circle
from queries.near.coverage import coverage
from queries.near.freshness import last_seen, seen_since
from queries.near.ground import ground_of
from queries.near.telling import message_of, neighbour, shown_claims
from queries.near.tying import Ties
from queries.near.whence import Places, whence
from queries.near.wish import DEFAULT_KM, DEFAULT_LIMIT, Wish
from queries.paging import next_page
from queries.resolve import resolve
from queries.results import Ref
from queries.things import things_asked, things_in, things_stored


def near(
    graph: Graph,
    thing: str,
    *,
    km: float = DEFAULT_KM,
    theme: str = "",
    form: str = "",
    fresh: int = 0,
    as_of: str = "",
    after: int = 0,
    limit: int = DEFAULT_LIMIT,
    explain: bool = False,
    places: Places | None = None,
    now: datetime | None = None,
) -> results.Near:
    """The initiatives near a thing, ranked as :mod:`queries.near` says.

    :param thing: an id, a name in any spelling, or words; an address line with its town.
    :param km: the radius, up to 400.
    :param theme: only initiatives about this theme or keyword.
    :param form: only initiatives of this form: "zorgcoöperatie", or a part of it as "coöperatie".
    :param fresh: only what a source was seen to say, or a person confirmed, in the last so many months; 0: any time.
    :param as_of: a date (EDTF): only ties that held, and places that counted, at its last moment; ties without dates
        are kept, marked.
    :param explain: take each score apart.
    :param places: the places that a name can mean, for those that the graph does not hold.
    :param now: by when a tie has ended; the present moment by default.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`, also for the theme.
    :raises BadQuestion: a radius or number that makes no sense.
    """
    wish = Wish.of(km, theme, form, fresh, as_of, after, limit, explain, now)

    def question(reading: Reading) -> results.Near:
        circle = whence(reading, thing, wish.day, places)
        about = resolve(reading, theme, ("Theme", "Keyword")) if theme else None
        ties, ground = Ties(reading, circle, wish.at, wish.day), ground_of(graph, reading)
        found = candidates(reading, ground, ties, circle, wish, about)
        return _answer(reading, circle, wish, about, found, coverage(graph, reading))

    return graph.answer(question)


def _answer(
    reading: Reading, circle: Circle, wish: Wish, theme: Ref | None, found: Sequence[Candidate],
    coverage: results.Coverage,
) -> results.Near:  # fmt: skip
    km, after, limit = wish.km, wish.after, wish.limit
    groups = _by_reach(found, km)
    forms = Counter(c.form or "" for c in groups[0])
    if wish.form or wish.since:
        groups = _by_reach(_fresh(reading, found, wish), km)
    within, perhaps, beyond, unplaced = groups
    page = best(within, after + limit)[after:]
    shown = (page, best(perhaps, limit), best(beyond, limit), best(unplaced, limit))
    things, quotes = reading.ask_together(
        things_asked(c.id for group in shown for c in group),
        claims_asked(shown_claims(c for group in shown for c in group)),
    )
    stored, claims = things_in(things, wish.day), claims_in(reading, quotes)
    told = [tuple(neighbour(c, stored[c.id], claims, wish) for c in group if c.id in stored) for group in shown]
    return results.Near(
        thing=circle.start.thing(),
        origins=tuple(results.OriginPoint(thing=o.thing, position=o.point.position) for o in circle.origins),
        radius_km=km,
        theme=theme,
        form=wish.form or None,
        fresh_since=wish.since.isoformat() if wish.since else None,
        heard=circle.heard or None,
        initiatives=told[0], perhaps=told[1], beyond=told[2], unplaced=told[3],
        forms=_most_first(forms),
        without_position=coverage.initiatives - coverage.with_position,
        coverage=coverage,
        message=message_of(circle, wish, within, theme),
        as_of=wish.as_of or None,
        total=len(within),
        next=next_page(after, limit, len(within)),
        version=reading.version,
    )  # fmt: skip


def _by_reach(found: Iterable[Candidate], km: float) -> tuple[list[Candidate], ...]:
    """Those within a radius, those perhaps within it, those tied directly but farther, and those of no known place."""
    groups: tuple[list[Candidate], ...] = ([], [], [], [])
    reaches: dict[int, int | None] = {}
    for one in found:
        distance = one.distance
        if distance is None:
            groups[3].append(one)
            continue
        place = id(distance)
        if place not in reaches:  # hundreds share a few distances
            reaches[place] = 0 if distance.within(km) else 1 if distance.perhaps_within(km) else None
        reach = reaches[place]
        if reach is not None:
            groups[reach].append(one)
        elif one.is_tied:
            groups[2].append(one)
    return groups


def _fresh(reading: Reading, found: Sequence[Candidate], wish: Wish) -> list[Candidate]:
    """Those of the form and freshness that are wanted; when they were last seen only where that was asked."""
    kept = [c for c in found if wish.has_form(c.form)]
    if wish.since is None:
        return kept
    seen = last_seen(reading, things_stored(reading, (c.id for c in kept)).values())
    return [c._replace(last_seen=seen[c.id]) for c in kept if seen_since(seen.get(c.id), wish.since)]


def _most_first(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
