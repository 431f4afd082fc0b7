"""Links: the claims that join two groups, of one kind and role, drawn as one link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph_model.keys import digest
from graph_model.names import fold
from graph_model.projection.given import Given
from graph_model.projection.link_tally import LinkTally, link_tally_of
from graph_model.projection.nodes import Standing
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from graph_model.schema import LINK_KINDS


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the graph: the ids of its claims, and what these add up to."""

    id: str
    kind: str
    start: str
    end: str
    claims: tuple[str, ...]
    tally: LinkTally

    @property
    def role(self) -> str:
        return self.tally.role

    @property
    def sources(self) -> int:
        return self.tally.sources

    @property
    def valid_from(self) -> str:
        return self.tally.valid_from

    @property
    def valid_to(self) -> str:
        return self.tally.valid_to


@dataclass(frozen=True, slots=True)
class Misfit:
    """A claim whose link the kinds of its ends do not allow: listed by ``doctor``, not lost."""

    claim: str
    kind: str
    from_kind: str
    to_kind: str


Slot = tuple[str, str, str, str]


def slot_of(said: Said, start: str, end: str) -> Slot:
    """Where a claim is drawn: kind, from, to, folded role. Symmetric links start at the smaller id."""
    if LINK_KINDS[said.predicate].symmetric and end < start:
        start, end = end, start
    return said.predicate, start, end, fold(said.role)


def link_id(slot: Slot) -> str:
    """The id of the link in this slot."""
    return digest("link", *slot)


def draw(
    claims: Iterable[Said], standing: Callable[[str], Standing | None], rulings: Rulings, given: Given
) -> tuple[dict[str, Link], list[Misfit]]:
    """The links that follow from claims, by id, and the claims that fit no allowed link.

    :param standing: how the group of a key stands; None when nothing is known of it.
    """
    slots, misfits = slots_of(claims, standing, rulings, given)
    return links_in(slots), misfits


def links_in(slots: Mapping[Slot, list[Said]]) -> dict[str, Link]:
    """The link that the claims of each slot make, by id."""
    return {link.id: link for link in (_link(slot, found) for slot, found in slots.items())}


def slots_of(
    claims: Iterable[Said], standing: Callable[[str], Standing | None], rulings: Rulings, given: Given
) -> tuple[dict[Slot, list[Said]], list[Misfit]]:
    """Which claims make which link, and the claims that fit no allowed link."""
    slots: dict[Slot, list[Said]] = defaultdict(list)
    misfits = []
    for said in claims:
        a, b = standing(said.subject), standing(said.object)
        if a is None or b is None or not (a.exists and b.exists) or a.id == b.id:
            continue
        if not is_published(said, a, b, rulings, given):
            continue
        if not LINK_KINDS[said.predicate].allows(a.kind, b.kind):
            misfits.append(Misfit(said.id, said.predicate, a.kind, b.kind))
            continue
        slots[slot_of(said, a.id, b.id)].append(said)
    return slots, misfits


def is_published(said: Said, a: Standing, b: Standing, rulings: Rulings, given: Given) -> bool:
    """Whether a claim enters the graph: never when refused, always when confirmed, else by the line for its ends."""
    ruling = rulings.on(said)
    if ruling is not None:
        return ruling.verdict == "confirmed"
    return said.strength >= (given.lower_line if a.confirmed and b.confirmed else given.line)


def link_of(slot: Slot, claims: Iterable[str], tally: LinkTally) -> Link:
    """The link in a slot with these claims, which add up to the tally."""
    kind, start, end, _ = slot
    return Link(link_id(slot), kind, start, end, tuple(sorted(claims)), tally)


def _link(slot: Slot, claims: list[Said]) -> Link:
    return link_of(slot, (said.id for said in claims), link_tally_of(claims))
