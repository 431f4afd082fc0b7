"""Which pages may not leave this machine: those of described sources whose description does not say that they may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from graph_model.keys import canonical_address, host_of
from ingest.sources import Listing
from ingest.sources.bundled import described, described_names
from ingest.sources.description import SourceOf, matches


def stays_here(listing: Listing) -> Callable[[str], bool]:
    """Whether the page at an address stays here, by the sources of this listing and those that ship with the program.

    A page belongs to a source when its description reads or follows it, or when it lies on the host of a start page,
    however it came to be read.
    """
    sources = [source for source in _described(listing) if not source.leaves]
    hosts = {host_of(start) for source in sources for start in source.start}
    patterns = [pattern for source in sources for pattern in (*source.read, *source.follow)]

    def stays(address: str) -> bool:
        if urlsplit(address).scheme.lower() not in ("http", "https"):
            return False
        return host_of(address) in hosts or matches(canonical_address(address), patterns)

    return stays


def _described(listing: Listing) -> Iterator[SourceOf]:
    named = {source.name: source for source in listing.sources if source.is_named}
    yield from named.values()
    yield from (described(name) for name in described_names() if name not in named)
