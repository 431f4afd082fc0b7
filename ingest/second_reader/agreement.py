"""Where two readings of one page speak of the same: things by their names, links by their ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from graph_model.dates import fits
from graph_model.schema import LINK_KINDS, NODE_KINDS
from ingest.extract.lexicon.folding import folded
from ingest.reading import Found, Property, Reading, Statement
from ingest.second_reader.gate import Link, Passed, Thing

Bond = tuple[str, int, int]
T = TypeVar("T")

# Of two bodies one of these holds at most: each says how they hang together.
EXCLUSIVE = frozenset(("PART_OF", "MEMBER_OF", "SUCCEEDS", "STARTED"))
_BONDS = EXCLUSIVE | {"PARTNER_OF"}
# What counts as said by the built-in reader: its line of publication.
LINE = 0.5


@dataclass(frozen=True)
class Agreement:
    """What passed of a reply beside the built-in reading of the page.

    ``first_of`` gives the number of a thing in the built-in reading by its number in ``passed``, ``second_of`` the
    other way round.
    """

    passed: Passed
    first: Reading
    first_of: dict[int, int]

    @cached_property
    def second_of(self) -> dict[int, int]:
        return {there: here for here, there in self.first_of.items()}

    @cached_property
    def statements(self) -> dict[Bond, Statement]:
        """The surest statement of the built-in reader for each bond, by its own numbers; symmetric ones both ways."""
        return _surest((s.confidence, _bonds(s.predicate, s.subject, s.object), s) for s in self.first.statements)

    @cached_property
    def told(self) -> dict[Bond, Link]:
        """The surest link of the reply for each bond, by the numbers of ``passed``."""
        return _surest((link.sure, _bonds(link.kind, link.subject, link.object), link) for link in self.passed.links)

    @cached_property
    def _told_between(self) -> dict[frozenset[int], set[str]]:
        return _by_pair((link.kind, link.subject, link.object) for link in self.passed.links)

    @cached_property
    def _said_between(self) -> dict[frozenset[int], set[str]]:
        sure = (said for said in self.first.statements if said.confidence >= LINE)
        return _by_pair((said.predicate, said.subject, said.object) for said in sure)

    def same(self, link: Link) -> Statement | None:
        """What the built-in reader says of the same bond."""
        a, c = self.first_of.get(link.subject), self.first_of.get(link.object)
        return None if a is None or c is None else self.statements.get((link.kind, a, c))

    def confirmed_by(self, said: Statement) -> Link | None:
        """The link of the reply that says the same as a statement of the built-in reader."""
        a, c = self.second_of.get(said.subject), self.second_of.get(said.object)
        return None if a is None or c is None else self.told.get((said.predicate, a, c))

    def rivals_of(self, link: Link) -> set[str]:
        """The other kinds of link that the built-in reader surely sees between the same two things."""
        a, c = self.first_of.get(link.subject), self.first_of.get(link.object)
        if a is None or c is None:
            return set()
        return self._said_between.get(frozenset((a, c)), set()) - {link.kind}

    def rivals_of_said(self, said: Statement) -> set[str]:
        """The other kinds of link that the reply gives between the same two things."""
        a, c = self.second_of.get(said.subject), self.second_of.get(said.object)
        if a is None or c is None:
            return set()
        return self._told_between.get(frozenset((a, c)), set()) - {said.predicate}

    def contradicts(self, link: Link) -> bool:
        """Whether the built-in reader says what can't hold beside this link: the reverse, or surely another bond."""
        a, c = self.first_of.get(link.subject), self.first_of.get(link.object)
        if a is None or c is None or self.same(link) is not None:
            return False
        if link.kind in EXCLUSIVE and (link.kind, c, a) in self.statements:
            return True
        return link.kind in EXCLUSIVE and bool(self.rivals_of(link) & EXCLUSIVE)

    def says_twice(self, link: Link) -> bool:
        """Whether the reply reads two ways in which two bodies hang together from one quote, and ours says neither."""
        if link.kind not in _BONDS or self.same(link) is not None:
            return False
        ends = {link.subject, link.object}
        alike = (one for one in self.passed.links if one.quote == link.quote and {one.subject, one.object} == ends)
        return len({one.kind for one in alike} & _BONDS) > 1

    def contradicted(self, said: Statement) -> bool:
        """Whether a link of the reply contradicts a statement of the built-in reader."""
        a, c = self.second_of.get(said.subject), self.second_of.get(said.object)
        if a is None or c is None or said.predicate not in EXCLUSIVE:
            return False
        return frozenset((a, c)) in self._contradicted

    @cached_property
    def trust(self) -> dict[str, float]:
        """How far the reply can be trusted: what the gate dropped of it, and what it has in common with ours."""
        dropped = self.passed.share_dropped
        return {
            "dropped": min(dropped, 0.5), "dropped much": float(dropped > 0.1),
            "kinds in common": self.kinds_in_common, "links in common": self.links_in_common,
            "things in common": len(self.first_of) / max(1, len(self.passed.things)),
        }  # fmt: skip

    @cached_property
    def soundness(self) -> float:
        """0 to 1: whether a reply is sound enough for its own word on how sure it is to count."""
        kept = 1 - min(self.passed.share_dropped, 0.2) / 0.2
        return kept * min(max((self.kinds_in_common - 0.5) / 0.4, 0.0), 1.0)

    @cached_property
    def tied(self) -> frozenset[int]:
        """The things of the reply that stand in one of its links."""
        return frozenset(end for link in self.passed.links for end in (link.subject, link.object))

    @cached_property
    def _contradicted(self) -> set[frozenset[int]]:
        return {frozenset((x.subject, x.object)) for x in self.passed.links if self.contradicts(x)}

    @cached_property
    def kinds_in_common(self) -> float:
        """The share of things found by both that both give the same kind, drawn towards a half where there are few."""
        same = sum(self.passed.things[a].kind == self.first.things[b].kind for a, b in self.first_of.items())
        return (same + 1) / (len(self.first_of) + 2)

    @cached_property
    def links_in_common(self) -> float:
        """The share of what the built-in reader surely says of things found by both that the reply says too."""
        sure = [
            said for said in self.first.statements
            if said.confidence >= LINE and {said.subject, said.object} <= self.second_of.keys()
        ]  # fmt: skip
        return (sum(self.confirmed_by(said) is not None for said in sure) + 1) / (len(sure) + 2)


def agreement_of(passed: Passed, first: Reading) -> Agreement:
    """Which things of a reply are those of the built-in reading: same family, and a form in common."""
    by_form: dict[tuple[str, str], int] = {}
    for position in (0, 1):
        for n, found in enumerate(first.things):
            for form in (found.name,) if position == 0 else found.aliases:
                by_form.setdefault((_family(found.kind), folded(form)), n)
    first_of: dict[int, int] = {}
    taken: set[int] = set()
    for with_aliases in (False, True):
        for n, thing in enumerate(passed.things):
            if n in first_of:
                continue
            there = _match(thing, by_form, first, with_aliases=with_aliases)
            if there is not None and there not in taken:
                first_of[n] = there
                taken.add(there)
    return Agreement(passed, first, first_of)


def _match(thing: Thing, by_form: dict[tuple[str, str], int], first: Reading, *, with_aliases: bool) -> int | None:
    if thing.is_page:
        return next((n for n, found in enumerate(first.things) if found.is_page), None)
    forms = thing.forms if with_aliases else (thing.told.name,)
    return next((n for form in forms if (n := by_form.get((thing.family, folded(form)))) is not None), None)


def _family(kind: str) -> str:
    return NODE_KINDS[kind].family if kind in NODE_KINDS else ""


def _surest(told: Iterable[tuple[float, Iterable[Bond], T]]) -> dict[Bond, T]:
    """What is told surest of each bond, the first of equals; given is how sure, of which bonds, and what."""
    found: dict[Bond, tuple[float, T]] = {}
    for sure, bonds, what in told:
        for bond in bonds:
            if bond not in found or sure > found[bond][0]:
                found[bond] = sure, what
    return {bond: what for bond, (_, what) in found.items()}


def _bonds(kind: str, a: int, c: int) -> Iterator[Bond]:
    yield kind, a, c
    if LINK_KINDS[kind].symmetric:
        yield kind, c, a


def _by_pair(bonds: Iterable[Bond]) -> dict[frozenset[int], set[str]]:
    found: dict[frozenset[int], set[str]] = {}
    for kind, a, c in bonds:
        found.setdefault(frozenset((a, c)), set()).add(kind)
    return found


def starts_apart(thing: Thing, found: Found) -> bool:
    """Whether the two readers give a gathering starts that can't both hold."""
    a, b = start_of(thing.properties), start_of(found.properties)
    return bool(a and b) and a != b and not fits(a, b) and not fits(b, a)


def start_of(properties: Iterable[Property]) -> str:
    """The start among these properties; empty when they give none."""
    return next((told.value for told in properties if told.field == "start"), "")
