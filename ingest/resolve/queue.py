"""The queue: what is proposed over a graph, without what a person settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_model.errors import NotFound
from ingest.resolve.features import Feature, World
from ingest.resolve.pairs import LEAST, propose, weigh
from ingest.resolve.splits import doubtful_joins
from queries import results
from queries.engine.base import Graph, Reading
from queries.paging import check_page, next_page
from queries.resolve import resolve
from queries.review.meant import Side, chosen_key, two_meant
from queries.review.profiles import Profile, profiles
from queries.review.shown import Proposed, shown
from queries.review.verdicts import Settled, settled, waits

DEFAULT_LIMIT = 20
EVEN = 0.5
"""How likely two keys are one that joined by themselves and yet stand with two towns."""


@dataclass(frozen=True, slots=True)
class Queue:
    """All that waits in one version of a graph, likeliest first, and the profiles of all things."""

    version: int
    pairs: tuple[Proposed, ...]
    things: Mapping[str, Profile]


def queue_of(reading: Reading, least: float = LEAST) -> Queue:
    """All that is proposed and at least so likely, without what is settled."""
    known, done = profiles(reading), settled(reading)
    found = [*_doubles(done, known, least), *_doubtful(done, known)]
    found.sort(key=lambda pair: (-pair.likely, pair.left.id, pair.right.id))
    return Queue(reading.version, tuple(found), known)


def review(
    graph: Graph,
    about: str = "",
    *,
    after: int = 0,
    limit: int = DEFAULT_LIMIT,
    least: float = LEAST,
    kept: Queue | None = None,
) -> results.Review:
    """The pairs that wait for a person, likeliest first; only those with ``about`` (an id, name or words) if given.

    :param least: how likely a pair must be one to wait.
    :param kept: the queue as it was; it is used where the graph is still of its version.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: a number that makes no sense.
    """
    check_page(after, limit)

    def question(reading: Reading) -> results.Review:
        thing = resolve(reading, about).id if about else ""
        queue = kept if kept and kept.version == reading.version else queue_of(reading, least)
        waiting = [pair for pair in queue.pairs if _is_about(pair, thing)]
        total = len(waiting)
        items = shown(reading, waiting[after : after + limit], queue.things)
        return results.Review(items=items, total=total, next=next_page(after, limit, total), version=reading.version)

    return graph.answer(question)


def look_at(graph: Graph, left: str, right: str) -> results.Proposal:
    """How likely two things are one, and why, whether or not they were proposed or decided on.

    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.review.meant.two_meant`.
    """

    def question(reading: Reading) -> results.Proposal:
        a, b = two_meant(reading, left, right)
        known = profiles(reading)
        if a.thing.id not in known:
            raise NotFound("Bronnen worden niet vergeleken: die zijn bekend aan hun adres en tekst.")
        return shown(reading, [_weighed(a, b, settled(reading), known)], known)[0]

    return graph.answer(question)


def _is_about(pair: Proposed, thing: str) -> bool:
    return not thing or thing in (pair.left.id, pair.right.id)


def _doubles(done: Settled, known: Mapping[str, Profile], least: float) -> Iterator[Proposed]:
    for pair in propose(known, least):
        a, b = known[pair.left], known[pair.right]
        decision = done.last(a.id, b.id)
        if waits(decision, a, b):
            yield Proposed(a, b, (_key(a), _key(b)), pair.likely, _told(pair.features), decision)


def _doubtful(done: Settled, known: Mapping[str, Profile]) -> Iterator[Proposed]:
    for thing, keys, feature in doubtful_joins(known):
        decision = done.on_keys(*keys)
        if waits(decision, thing, thing):
            yield Proposed(thing, thing, keys, EVEN, _told((feature,)), decision)


def _weighed(a: Side, b: Side, done: Settled, known: Mapping[str, Profile]) -> Proposed:
    x, y = known[a.thing.id], known[b.thing.id]
    if x is y:
        joined = Feature("joined", 0.0, "nu staan ze als één ding in de graaf")
        return Proposed(x, x, (a.key, b.key), 1.0, _told((joined,)), done.on_keys(a.key, b.key))
    pair = weigh(x, y, World(known))
    return Proposed(x, y, (a.key, b.key), pair.likely, _told(pair.features), done.last(x.id, y.id))


def _key(thing: Profile) -> str:
    return chosen_key(thing.kind, (thing.name,), thing.keys)


def _told(features: tuple[Feature, ...]) -> tuple[tuple[str, float, str], ...]:
    return tuple((feature.name, feature.points, feature.words) for feature in features)
