"""The part of the graph between two things, with what each of its things and ties costs to go along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_model.schema import TYING_LINKS
from queries.engine.base import Asked, Reading
from queries.ties import DIRECT, ENDED, cost_of, passing_weight
from queries.why.spread import CLOSE, Route, Spread

# Of more things than this between two others, those on the shortest ways are looked at.
MOST = 500
# The links of so few pairs are asked along, before it is known which of them ways go by; and of so few their claims.
FEW, VERY_FEW = 60, 20
Row = Mapping[str, Any]
Pair = tuple[str, str]


@dataclass(slots=True)
class Web:
    """Things by id with what passing through them costs, their kinds and names, and the cost of their ties to others.

    ``longest``: how many ties a way through it may have. ``links``: those of all its ties, as ``why/links`` gives them;
    None where there are too many to ask for. ``said``: the claims behind those, as ``evidence/claims`` gives them, with
    the same exception.
    """

    passing: dict[str, float] = field(default_factory=dict)
    ties: dict[str, dict[str, float]] = field(default_factory=dict)
    degrees: dict[str, int] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    longest: int = CLOSE
    links: Sequence[Row] | None = None
    said: Sequence[Row] | None = None

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


def web_of(reading: Reading, spread: Spread) -> Web:
    """The web of what was found between two things, as though no tie had ended; without ties when they do not meet."""
    lengths = spread.lengths()
    if not lengths:
        return Web()
    web = Web(longest=max(CLOSE, lengths[spread.ends[0]]))
    inner = _between(spread, lengths)
    for row in _passed(reading, spread, inner, web):
        web.passing[row["id"]] = cost_of(passing_weight(row["kind"], row["degree"]))
        web.degrees[row["id"]] = row["degree"]
        web.names[row["id"]] = row["kind"], row["name"]
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


def _passed(reading: Reading, spread: Spread, ids: list[str], web: Web) -> list[Row]:
    """Things that ways go through; notes the links between them, and their claims, if those are few."""
    known = [spread.told[thing] for thing in ids if thing in spread.told]
    unknown = [thing for thing in ids if thing not in spread.told]
    pairs, kinds = _pairs(spread, ids), spread.route.kinds
    asked: dict[str, Asked] = {"passed": _passed_asked(spread.route, unknown)} if unknown else {}
    if pairs and len(pairs) <= FEW:
        asked["links"] = links_asked(pairs, kinds)
    if pairs and len(pairs) <= VERY_FEW and spread.route.ties_only:
        asked["said"] = "why/said", {"fans": _fans(pairs)}
    answers = dict(zip(asked, reading.ask_together(*asked.values()) if asked else (), strict=True))
    web.links, web.said = answers.get("links"), answers.get("said")
    return [*known, *answers.get("passed", ())]


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
