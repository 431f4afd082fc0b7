"""What makes a way say little: that it goes by way of what hundreds share, that it is over, that it is long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from queries.as_of import has_ended
from queries.results import Ref
from queries.why.through import BARRED
from queries.words import kind_words, titled

# What so many things are linked to says little of any two of them.
MANY = 50
# A way with more steps than this explains little.
DETOUR = 4
# Below this a reader was not sure of what it read.
SURE = 0.6
_ALWAYS = frozenset(("Movement", *BARRED))
Row = Mapping[str, Any]


def weaknesses(
    things: Sequence[Ref], links: Sequence[Row], degrees: Mapping[str, int], at: datetime
) -> tuple[str, ...]:  # fmt: skip
    """Why a way says little, each as a Dutch clause, the worst first; empty for one that says enough.

    :param things: from the one end to the other; ``links`` those between each two of them.
    :param degrees: how many links things have, by id.
    """
    return (*_by_what(things, degrees), *_by_links(links, at), *_by_length(links))


def _by_what(things: Sequence[Ref], degrees: Mapping[str, int]) -> Iterator[str]:
    for thing in things[1:-1]:
        degree = degrees.get(thing.id, 0)
        if thing.kind in _ALWAYS or degree > MANY:
            yield f"via {kind_words(thing.kind)} {titled(thing)}, waar {degree} verbanden op uitkomen"


def _by_links(links: Sequence[Row], at: datetime) -> Iterator[str]:
    if any(has_ended(link, at) for link in links):
        yield "langs een verband dat voorbij is"
    if any(link["confidence"] < SURE for link in links):
        yield "langs een verband dat niet zeker gelezen is"
    if any(not link["stated"] for link in links):
        yield "langs een verband dat is afgeleid en nergens letterlijk staat"


def _by_length(links: Sequence[Row]) -> Iterator[str]:
    if len(links) > DETOUR:
        yield f"langs een omweg van {len(links)} stappen"
