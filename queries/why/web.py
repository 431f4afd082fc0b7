"""The part of the graph between two things: their surroundings, unfolded from both sides until these meet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from queries.as_of import has_ended, holds, now
from queries.engine.base import Reading
from queries.ties import DIRECT, ENDED, cost_of, passing_weight
from queries.why.through import Through

# A thing with more ties than this is met, but not unfolded: a way through two such hubs explains nothing.
HUB = 150
FRONTIER = 400
ROWS = 20_000


@dataclass(slots=True)
class Web:
    """Things by id with what passing through them costs, their kinds and names, and the cost of their ties to others.

    ``at``: by when a tie has ended; ``as_of``: when ties must hold, None when they need not. ``through`` says what may
    be passed through, and what makes up a tie; ``ends`` are the ids of what is to be joined.
    """

    passing: dict[str, float] = field(default_factory=dict)
    ties: dict[str, dict[str, float]] = field(default_factory=dict)
    degrees: dict[str, int] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    at: datetime = field(default_factory=now)
    as_of: datetime | None = None
    through: Through = field(default_factory=Through)
    ends: tuple[str, ...] = ()

    def join(self, here: str, there: str, cost: float) -> None:
        """Note a tie; of several between the same two the cheapest counts."""
        for a, b in ((here, there), (there, here)):
            known = self.ties.setdefault(a, {})
            known[b] = min(cost, known.get(b, cost))

    def reached_from(self, start: str) -> set[str]:
        """The things that hang together with this one."""
        reached, waiting = {start}, [start]
        while waiting:
            new = self.ties.get(waiting.pop(), {}).keys() - reached
            reached |= new
            waiting += new
        return reached


def unfold_between(reading: Reading, start: str, target: str, web: Web) -> None:
    """Unfold the web around two things: two steps from each, or three where they do not meet sooner.

    The last step from one side only looks for what the other side has reached: the rest leads nowhere any more.
    """
    one, other = _Side({start}), _Side({target})
    for side in (one, other, one):
        side.step(reading, web, start, target)
    if other.meets(reading, web, start, target):
        return
    other.step(reading, web, start, target)
    small, large = sorted((one, other), key=lambda side: len(side.frontier))
    small.step(reading, web, start, target)
    if target not in web.reached_from(start):
        large.meets(reading, web, start, target)


@dataclass(slots=True)
class _Side:
    """How far the web is unfolded from one of its ends."""

    frontier: set[str]
    unfolded: set[str] = field(default_factory=set)

    def step(self, reading: Reading, web: Web, start: str, target: str) -> None:
        """Unfold the frontier, and go on from what it leads to."""
        ids = _to_unfold(web, self.frontier - self.unfolded, start, target)
        self.unfolded |= set(ids)
        self.frontier = unfold(reading, web, ids)

    def meets(self, reading: Reading, web: Web, start: str, target: str) -> bool:
        """Whether the frontier leads to something that is in the web by now; all ties to those are noted."""
        ids = _to_unfold(web, self.frontier - self.unfolded, start, target)
        unfold(reading, web, ids, [*web.degrees, start, target])
        return target in web.reached_from(start)


def _to_unfold(web: Web, ids: Iterable[str], start: str, target: str) -> list[str]:
    """Those of a frontier that are worth it, the cheapest to pass through first."""
    worth = [i for i in ids if i in (start, target) or web.degrees[i] <= HUB]
    return sorted(worth, key=lambda i: (web.passing.get(i, 0.0), i))[:FRONTIER]


def unfold(reading: Reading, web: Web, ids: list[str], among: Iterable[str] = ()) -> set[str]:
    """Add the ties of these things (to these others, if any are given) to the web; gives what they lead to."""
    name = "why/neighbours" if web.through.ties_only else "why/surroundings"
    asked = {"ids": ids, "barred": web.through.barred, "ends": list(web.ends), "limit": ROWS}
    asked["among"] = sorted(among)
    found = reading.ask(name, **asked) if ids else []
    rows = [row for row in found if holds(row, web.as_of)]
    for row in rows:
        web.passing[row["there"]] = cost_of(passing_weight(row["there_kind"], row["degree"]))
        web.degrees[row["there"]] = row["degree"]
        web.names[row["there"]] = row["there_kind"], row["there_name"]
        web.join(row["here"], row["there"], cost_of(DIRECT * (ENDED if has_ended(row, web.at) else 1)))
    return {row["there"] for row in rows}
