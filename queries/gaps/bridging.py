"""On whom and on what the network hangs: cuts in sentences, with the links that would go and their quotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from queries.analytics.cuts import Cut, bridges, cut_points
from queries.analytics.network import TIES, WHO, Network
from queries.engine.base import Reading
from queries.evidence import claims_of
from queries.links import link_of
from queries.results.gaps import Bridge, CutPoint, Part
from queries.results.shapes import Ref
from queries.results.things import Link
from queries.why.web import links_asked
from queries.words import listed, titled

Row = Mapping[str, Any]
# A part counts from this many things on: who knows one other is not cut off from a network.
SMALLEST_PART = 3
SHOWN_MEMBERS = 5
SHOWN_PARTS = 4
SHOWN_LINKS = 6
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Look:
    """Where to look: the network, which numbers of it count, which rows of links stood then, and how many to tell."""

    network: Network
    here: Callable[[int], bool]
    stands: Callable[[Row], bool]
    limit: int


def cut_points_of(reading: Reading, look: Look) -> tuple[tuple[CutPoint, ...], int]:
    """The people and organisations whose loss would cut the network, and how many there are."""
    network = look.network
    found, total = cut_points(
        network.neighbours, SMALLEST_PART, look.limit,
        lambda at: network.things[at[0]].kind in WHO and look.here(at[0]),
    )  # fmt: skip
    links = _links(reading, look, [(cut.at[0], _across(network, cut)) for cut in found])
    return tuple(_cut_point(network, cut, links.get(cut.at[0], ())) for cut in found), total


def bridges_of(reading: Reading, look: Look) -> tuple[tuple[Bridge, ...], int]:
    """The pairs whose links alone join two parts of the network, and how many there are."""
    network = look.network
    found, total = bridges(network.neighbours, SMALLEST_PART, look.limit, lambda at: any(look.here(n) for n in at))
    links = _links(reading, look, [(cut.at[0], [cut.at[1]]) for cut in found])
    return tuple(_bridge(network, cut, links.get(cut.at[0], ())) for cut in found), total


def _across(network: Network, cut: Cut) -> list[int]:
    """Of each part that comes loose the things that are tied to where it is cut, as far as they are shown."""
    (thing,) = cut.at
    neighbours = set(network.neighbours[thing])
    return [n for part in cut.parts[1 : 1 + SHOWN_LINKS] for n in part if n in neighbours][:SHOWN_LINKS]


def _thing(network: Network, number: int) -> Ref:
    return network.things[number]


def _links(reading: Reading, look: Look, wanted: Sequence[tuple[int, Sequence[int]]]) -> dict[int, list[Link]]:
    """The links from things to others, by the number of the thing, with their quotes."""
    things, number = look.network.things, look.network.number
    pairs = sorted({(things[here].id, things[there].id) for here, others in wanted for there in others})
    name, asked = links_asked(pairs, TIES)
    found = reading.ask(name, **asked) if pairs else []
    rows = sorted((row for row in found if look.stands(row)), key=lambda row: number[row["other_id"]])
    claims = claims_of(reading, (claim for row in rows for claim in row["claims"]))
    links: dict[int, list[Link]] = {}
    for row in rows:
        here = number[row["here"]]
        links.setdefault(here, []).append(link_of(things[here], row, claims))
    return links


def _cut_point(network: Network, cut: Cut, links: Sequence[Link]) -> CutPoint:
    thing = _thing(network, cut.at[0])
    loose = [_part_words(network, part) for part in cut.parts[1 : 1 + SHOWN_PARTS]]
    more = len(cut.parts) - 1 - SHOWN_PARTS
    if more > 0:
        loose.append("nog een deel" if more == 1 else f"nog {more} delen")
    return CutPoint(
        thing=thing, loose=cut.loose, parts=_parts(network, cut), links=tuple(links[:SHOWN_LINKS]),
        words=f"Zonder {titled(thing)} hangen los van de rest: {_in_parts(loose)}",
    )  # fmt: skip


def _in_parts(parts: Sequence[str]) -> str:
    """Parts, each of which is an enumeration itself: "A en B; C, D en E; en nog 2 delen"."""
    return "; ".join(parts[:-1]) + f"; en {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _bridge(network: Network, cut: Cut, links: Sequence[Link]) -> Bridge:
    a, b = (_thing(network, n) for n in cut.at)
    loose = _part_words(network, cut.parts[1])
    links = [link for link in links if link.other.id == b.id]
    said = links[0].sentence if links else f"{titled(a)} en {titled(b)} zijn verbonden"
    return Bridge(
        a=a, b=b, loose=cut.loose, parts=_parts(network, cut), links=tuple(links),
        words=f"{said}: alleen dat verbindt {loose} met de rest",
    )  # fmt: skip


def _best(network: Network, part: Sequence[int]) -> list[int]:
    return sorted(part, key=lambda n: (-len(network.neighbours[n]), n))


def _part_words(network: Network, part: Sequence[int]) -> str:
    named = [titled(_thing(network, n)) for n in _best(network, part)[:_NAMED]]
    rest = len(part) - len(named)
    return listed([*named, f"{rest} {'ander' if rest == 1 else 'anderen'}"] if rest else named)


def _parts(network: Network, cut: Cut) -> tuple[Part, ...]:
    return tuple(
        Part(size=len(part), members=tuple(_thing(network, n) for n in _best(network, part)[:SHOWN_MEMBERS]))
        for part in cut.parts
    )
