"""Ways through the ties that are in memory: of the engine only the links along them, and their claims, are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from queries.engine.base import Asked
from queries.why.known_ties import Ties
from queries.why.paths import different
from queries.why.spread import Route, Spread
from queries.why.web import Pair, Row, Web, links_asked, said_asked, web_within


@dataclass(frozen=True, slots=True)
class Remembered:
    """What lies between two things at a version of the graph.

    ``pairs``: the steps of the ways that come first, as long as none of their ties is over, each led by the thing that
    has fewer ties. ``cut_off``: there was more than was looked at.
    """

    version: int
    ends: tuple[str, str]
    route: Route
    web: Web
    cut_off: bool
    pairs: Sequence[Pair]

    @classmethod
    def between(cls, ties: Ties | None, route: Route, ends: tuple[str, str], count: int) -> Self | None:
        """What is between two things that each are tied to something; None where that is not in memory."""
        if ties is None or not route.plain or not ties.beside.keys() >= set(ends):
            return None
        if any(ties.kinds[end] == "Place" for end in ends):  # nothing that is in memory joins those
            return None
        spread = Spread.within(ties, route, ends)
        spread.explore()
        web = web_within(ties, spread)
        steps = {step for way in different(web, *ends, count, web.longest) for step in pairwise(way.things)}
        pairs = {min(pair, pair[::-1], key=lambda p: (len(ties.beside[p[0]]), p)) for pair in steps}
        return cls(ties.version, ends, route, web, spread.cut_off, sorted(pairs))

    @property
    def asked(self) -> list[Asked]:
        """The questions for the links along the ways, and for their claims."""
        return [links_asked(self.pairs, self.route.kinds), said_asked(self.pairs)] if self.pairs else []

    def learn(self, answers: Sequence[Sequence[Row]]) -> None:
        """Take in the answers to these."""
        if self.pairs:
            links, self.web.said = answers
            self.web.learn(self.pairs, links)
