"""How right predicted lines are against annotated pages: the rules by which the annotated pages are scored.

A predicted thing is right when it has the kind of an annotated one and its name equals, folded, one of that thing's
forms; each annotated thing counts once. A link is right when both ends are, by any of their names. What is annotated
as optional is neither asked for nor held against a prediction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.extract.lexicon.folding import folded
from tests.quality.gold import family

Line = Mapping[str, Any]
Form = tuple[str, str]
Triple = tuple[str, tuple[str, int], tuple[str, int]]
_UNSCORED = ("MENTIONS", "LINKS_TO", "MADE", "SUCCEEDS")
_SYMMETRIC = "PARTNER_OF"


@dataclass(slots=True)
class Counts:
    """Annotated, predicted and right ones of one kind."""

    gold: int = 0
    told: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.gold + self.told
        return 2 * self.right / both if both else 0.0

    def __iadd__(self, other: Counts) -> Counts:
        self.gold, self.told, self.right = self.gold + other.gold, self.told + other.told, self.right + other.right
        return self


@dataclass(slots=True)
class Score:
    """The counts of things by kind and of links by kind."""

    things: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    links: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))

    @property
    def all_things(self) -> Counts:
        return _sum(self.things.values())

    @property
    def all_links(self) -> Counts:
        return _sum(self.links.values())


def _sum(counts: Iterable[Counts]) -> Counts:
    total = Counts()
    for one in counts:
        total += one
    return total


def score(pages: Iterable[tuple[Line, Line]], *, as_one: bool = False, least: float = 0.0) -> Score:
    """The score of pairs of an annotated page and its predicted line.

    :param as_one: whatever kind of organisation a thing is.
    :param least: links with less confidence do not count as predicted.
    """
    total = Score()
    for gold, line in pages:
        _add_page(total, gold, line, str if not as_one else family, least)
    return total


def _add_page(total: Score, gold: Line, line: Line, kind_of: Any, least: float) -> None:
    forms: dict[Form, int] = {}
    for n, thing in enumerate(gold["entities"]):
        for form in (thing["name"], *thing.get("mentions", ())):
            forms.setdefault((kind_of(thing["type"]), folded(form)), n)
    optional = {n for n, thing in enumerate(gold["entities"]) if thing.get("optional")}
    taken: dict[int, Line] = {}
    ends: dict[Form, int] = {}
    told = sorted(
        line["entities"], key=lambda e: (kind_of(e["type"]), folded(e["name"]) not in _names(gold), e["name"])
    )
    for thing in told:
        kind = kind_of(thing["type"])
        n = forms.get((kind, folded(thing["name"])))
        if n is None and (thing.get("self") or thing.get("optional")):
            continue
        if n is not None and n not in taken:
            taken[n] = thing
            for form in (thing["name"], *thing.get("aliases", ())):
                ends.setdefault((kind, folded(form)), n)
            if n not in optional:
                total.things[kind].right += 1
        if n not in optional or n is None:
            total.things[kind].told += 1
    for n, thing in enumerate(gold["entities"]):
        total.things[kind_of(thing["type"])].gold += n not in optional
    _add_links(total, gold, [r for r in line["relations"] if r.get("confidence", 1) >= least], forms | ends, kind_of)


def _names(gold: Line) -> set[str]:
    return {folded(thing["name"]) for thing in gold["entities"]}


def _add_links(total: Score, gold: Line, told: list[Line], ends: dict[Form, int], kind_of: Any) -> None:
    asked = {
        _triple(r, ends, kind_of): bool(r.get("optional")) for r in gold["relations"] if r["type"] not in _UNSCORED
    }
    found = {_triple(r, ends, kind_of) for r in told if r["type"] not in _UNSCORED}
    for triple, optional in asked.items():
        total.links[triple[0]].gold += not optional
        total.links[triple[0]].right += not optional and triple in found
    for triple in found:
        total.links[triple[0]].told += not asked.get(triple, False)


def _triple(link: Line, ends: dict[Form, int], kind_of: Any) -> Triple:
    """The link with its ends as annotated things, or as their own names when they are none."""
    a, c = (
        (f"{kind_of(link[f'{end}_type'])}:{folded(link[end])}", -1)
        if (n := ends.get((kind_of(link[f"{end}_type"]), folded(link[end])))) is None
        else ("", n)
        for end in ("subject", "object")
    )
    if link["type"] == _SYMMETRIC:
        a, c = sorted((a, c))
    return link["type"], a, c
