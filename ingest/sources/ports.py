"""The ports that descriptions name, where they are not those of all websites."""

from __future__ import annotations

from collections.abc import Iterable

from graph_model.errors import NotUnderstood
from ingest.fetch.address import PORTS, web_address
from ingest.sources.description import SourceOf


def doors_of(sources: Iterable[SourceOf]) -> frozenset[str]:
    """Hosts with their port, as far as the start pages and exceptions of these sources name one."""
    doors = set()
    for source in sources:
        if not source.is_named:
            continue
        for address in (*source.start, *(one.address for one in source.exceptions)):
            try:
                place = web_address(address)
            except NotUnderstood:
                continue
            if place.port not in PORTS.values():
                doors.add(place.door)
    return frozenset(doors)
