"""Links: the claims that join two groups, of one kind and role, drawn as one link."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from graph_model.keys import digest
from graph_model.names import fold
from graph_model.projection.given import Given
from graph_model.projection.nodes import Standing
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from graph_model.schema import LINK_KINDS


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the graph. ``sources`` counts pages with a text of their own; ``confidence`` lies between 0 and 1.

    When it was first seen depends on when pages were read, so it is no part of what is compared.
    """

    id: str
    kind: str
    start: str
    end: str
    role: str
    claims: tuple[str, ...]
    sources: int
    stated: bool
    confidence: float
    valid_from: str
    valid_to: str
    first_seen: str = field(default="", compare=False)


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
    return {link_id(slot): _link(slot, found) for slot, found in slots.items()}


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


def _link(slot: Slot, claims: list[Said]) -> Link:
    kind, start, end, _ = slot
    dated = max(claims, key=lambda said: (bool(said.valid_from or said.valid_to), said.rank))
    pages: dict[str, int] = {}
    for said in claims:
        if not said.echo:
            pages[said.page] = max(pages.get(said.page, 0), said.strength)
    doubt = 1.0
    for strength in sorted(pages.values() or (said.strength for said in claims)):
        doubt *= 1 - strength / 1000
    return Link(
        id=link_id(slot),
        kind=kind,
        start=start,
        end=end,
        role=_role(claims),
        claims=tuple(sorted(said.id for said in claims)),
        sources=max(1, len(pages)),
        stated=any(said.stated for said in claims),
        confidence=round(1 - doubt, 4),
        valid_from=dated.valid_from,
        valid_to=dated.valid_to,
        first_seen=min((said.first_seen for said in claims if said.first_seen), default=""),
    )


def _role(claims: list[Said]) -> str:
    """The role as it is written most; of equal ones the one with the fewest capitals ("Voorzitter" opens a line)."""
    written = Counter(said.role for said in claims)
    return min(written, key=lambda role: (-written[role], sum(c.isupper() for c in role), role))
