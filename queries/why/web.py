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
# The links of so few pairs are asked along, before it is known which of them ways go by.
FEW = 60
Row = Mapping[str, Any]
Pair = tuple[str, str]


@dataclass(slots=True)
class Web:
    """Things by id with what passing through them costs, their kinds and names, and the cost of their ties to others.

    ``longest``: how many ties a way through it may have. ``links``: those of all its ties, as ``why/links`` gives them;
    None where there are too many to ask for.
    """

    passing: dict[str, float] = field(default_factory=dict)
    ties: dict[str, dict[str, float]] = field(default_factory=dict)
    degrees: dict[str, int] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    longest: int = CLOSE
    links: list[Row] | None = None

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
    start, target = spread.ends
    ahead, back = spread.distances(start), spread.distances(target)
    if target not in ahead:
        return Web()
    web = Web(longest=max(CLOSE, ahead[target]))
    lengths = {thing: ahead[thing] + back[thing] for thing in ahead.keys() & back.keys()}
    inner = _between(spread, lengths, web.longest)
    rows, web.links = _passed(reading, spread, inner, _pairs(spread, inner))
    for row in rows:
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
    beside: dict[str, list[str]] = {}
    for here, there in pairs:
        beside.setdefault(here, []).append(there)
    fans = [{"here": here, "there": there} for here, there in beside.items()]
    if set(kinds) == set(TYING_LINKS):  # named in the question, which saves looking at all others
        return "why/ties", {"fans": fans}
    return "why/links", {"fans": fans, "kinds": list(kinds)}


def _pairs(spread: Spread, inner: Sequence[str]) -> list[Pair]:
    """All pairs of things that a tie joins, each once, led by the thing that has fewer.

    Of a thing that was met but not unfolded it is not known how many it has: it may be a hub.
    """
    things = {*inner, *spread.ends}
    number = {thing: (thing not in spread.unfolded, len(spread.beside[thing]), thing) for thing in things}
    joined = ((here, there) for here in sorted(things) for there in sorted(spread.beside[here] & things))
    return [(here, there) for here, there in joined if number[here] < number[there]]


def _passed(
    reading: Reading, spread: Spread, ids: list[str], pairs: list[Pair]
) -> tuple[list[Row], list[Row] | None]:  # fmt: skip
    """Things that ways go through, and the links of these pairs, if those are few."""
    known = [spread.told[thing] for thing in ids if thing in spread.told]
    unknown = [thing for thing in ids if thing not in spread.told]
    few = len(pairs) <= FEW
    asked = [_passed_asked(spread.route, unknown)] if unknown else []
    links = [links_asked(pairs, spread.route.kinds)] if few and pairs else []
    answers = reading.ask_together(*asked, *links) if asked or links else []
    return [*known, *(answers[0] if asked else ())], list(answers[-1] if links else ()) if few else None


def _passed_asked(route: Route, ids: list[str]) -> Asked:
    if route.ties_only:
        return "why/passed", {"ids": ids}
    return "why/passed_by", {"ids": ids, "kinds": list(route.kinds)}


def _between(spread: Spread, lengths: Mapping[str, int], longest: int) -> list[str]:
    """The things on ways of at most so many ties: of too many the ones on the shortest ways."""
    found = sorted((length, thing) for thing, length in lengths.items() if length <= longest)
    inner = [thing for _, thing in found if thing not in spread.ends]
    spread.cut_off |= len(inner) > MOST
    return inner[:MOST]
