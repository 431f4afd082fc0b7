"""The part of the graph between two things, with what each of its things and ties costs to go along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_model.schema import TYING_LINKS
from queries.engine.base import Asked, Reading
from queries.ties import DIRECT, ENDED, cost_of, passing_weight
from queries.why.known_ties import Ties
from queries.why.spread import CLOSE, Route, Spread

# Of more things than this between two others, those on the shortest ways are looked at.
MOST = 500
# The links of so few pairs are asked along, before it is known which of them ways go by; and of so few their claims.
FEW, VERY_FEW = 60, 20
Row = Mapping[str, Any]
Pair = tuple[str, str]


@dataclass(slots=True)
class Web:
    """Things by id with what passing through them costs and how many ties they have, and the cost of their ties.

    ``longest``: how many ties a way through it may have. ``links``: those that were asked for, as ``why/links`` gives
    them, and ``asked`` between which things that was. ``said``: claims behind those, as ``evidence/claims`` gives them.
    """

    passing: dict[str, float] = field(default_factory=dict)
    ties: dict[str, dict[str, float]] = field(default_factory=dict)
    degrees: dict[str, int] = field(default_factory=dict)
    longest: int = CLOSE
    links: list[Row] = field(default_factory=list)
    asked: set[Pair] = field(default_factory=set)
    said: Sequence[Row] = ()

    def join(self, here: str, there: str, cost: float) -> None:
        """Note a tie; of several between the same two the cheapest counts."""
        for a, b in ((here, there), (there, here)):
            known = self.ties.setdefault(a, {})
            known[b] = min(cost, known.get(b, cost))

    def end(self, here: str, there: str) -> bool:
        """Note that a tie is over, so that it costs more; whether that was news."""
        cost = cost_of(DIRECT * ENDED)
        news = self.ties[here][there] < cost
        self.ties[here][there] = self.ties[there][here] = cost
        return news

    def learn(self, pairs: Iterable[Pair], links: Iterable[Row]) -> None:
        """Note the links between pairs of things, seen from either side."""
        for here, there in pairs:
            self.asked |= {(here, there), (there, here)}
        self.links += links


def web_of(reading: Reading, spread: Spread) -> Web:
    """The web of what was found between two things, as though no tie had ended; without ties when they do not meet."""
    lengths = spread.lengths()
    if not lengths:
        return Web()
    inner = _between(spread, lengths)
    unknown, pairs = [thing for thing in inner if thing not in spread.told], _pairs(spread, inner)
    few, very_few = 0 < len(pairs) <= FEW, 0 < len(pairs) <= VERY_FEW and spread.route.ties_only
    asked: dict[str, Asked] = {"passed": _passed_asked(spread.route, unknown)} if unknown else {}
    if few:
        asked["links"] = links_asked(pairs, spread.route.kinds)
    if very_few:
        asked["said"] = said_asked(pairs)
    answers = dict(zip(asked, reading.ask_together(*asked.values()) if asked else (), strict=True))
    told = [spread.told[thing] for thing in inner if thing in spread.told]
    web = _woven(spread, lengths, [*told, *answers.get("passed", ())])
    if few:
        web.learn(pairs, answers["links"])
    web.said = answers.get("said", ())
    return web


def web_within(ties: Ties, spread: Spread) -> Web:
    """The same where all ties are known: nothing is asked, so no link is told."""
    lengths = spread.lengths()
    return _woven(spread, lengths, ties.passed(_between(spread, lengths))) if lengths else Web()


def _woven(spread: Spread, lengths: Mapping[str, int], passed: Iterable[Row]) -> Web:
    web = Web(longest=max(CLOSE, lengths[spread.ends[0]]))
    for row in passed:
        web.passing[row["id"]] = cost_of(passing_weight(row["kind"], row["degree"]))
        web.degrees[row["id"]] = row["degree"]
    things = web.passing.keys() | set(spread.ends)
    for here in things:
        for there in spread.beside[here] & things:
            web.join(here, there, cost_of(DIRECT))
    return web


def links_asked(pairs: Iterable[Pair], kinds: Sequence[str]) -> Asked:
    """The question for the links between each of these pairs, each led by the thing that has fewer."""
    fans = _fans(pairs)
    if set(kinds) == set(TYING_LINKS):  # named in the question, which saves looking at all others
        return "why/ties", {"fans": fans}
    return "why/links", {"fans": fans, "kinds": list(kinds)}


def said_asked(pairs: Iterable[Pair]) -> Asked:
    """The question for the claims behind the ties between these."""
    return "why/said", {"fans": _fans(pairs)}


def _fans(pairs: Iterable[Pair]) -> list[dict[str, object]]:
    beside: dict[str, list[str]] = {}
    for here, there in pairs:
        beside.setdefault(here, []).append(there)
    return [{"here": here, "there": there} for here, there in beside.items()]


def _pairs(spread: Spread, inner: Sequence[str]) -> list[Pair]:
    """All pairs of things that a tie joins, each once, led by the thing that has fewer.

    Of a thing that was met but not unfolded it is not known how many it has: it may be a hub.
    """
    things = {*inner, *spread.ends}
    number = {thing: (thing not in spread.unfolded, len(spread.beside[thing]), thing) for thing in things}
    joined = ((here, there) for here in sorted(things) for there in sorted(spread.beside[here] & things))
    return [(here, there) for here, there in joined if number[here] < number[there]]


def _passed_asked(route: Route, ids: list[str]) -> Asked:
    if route.ties_only:
        return "why/passed", {"ids": ids}
    return "why/passed_by", {"ids": ids, "kinds": list(route.kinds)}


def _between(spread: Spread, lengths: Mapping[str, int]) -> list[str]:
    """The things that ways go by: of too many the ones on the shortest ways."""
    found = sorted((length, thing) for thing, length in lengths.items())
    inner = [thing for _, thing in found if thing not in spread.ends]
    spread.cut_off |= len(inner) > MOST
    return inner[:MOST]
