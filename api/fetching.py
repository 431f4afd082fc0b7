"""Wiring: from settings to somebody who fetches pages, and to what is remembered of pages that were fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from api.settings import Settings
from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from ingest.fetch.arriving import Web
    from ingest.fetch.fetcher import Fetcher
    from ingest.fetch.snapshots import LastRun, Snapshots
    from ingest.sources import Listing

# More addresses than these are a walk, and whoever walks through a site tells who they are.
FEW = 25


@contextmanager
def fetcher_of(settings: Settings, listing: Listing) -> Iterator[Fetcher | None]:
    """Who fetches what a listing names on the web; None when it names nothing there.

    :raises BadQuestion: for a walk through a site without a contact.
    """
    if not listing.needs_web:
        yield None
        return
    if not settings.contact and (listing.sources or len(listing.on_web) > FEW):
        raise BadQuestion(
            "Wie een site doorloopt, zegt wie hij is: zet SAMENSPEL_CONTACT op een mailadres of webadres waar de "
            "beheerder van zo'n site u kan bereiken. Het gaat mee met elke vraag aan een site."
        )
    from ingest.fetch.fetcher import Fetcher, agent_name
    from ingest.fetch.reach import Reach
    from ingest.sources.ports import doors_of

    reach = Reach(frozenset(settings.private_hosts), doors_of(listing.sources))
    fetcher = Fetcher(agent_name(version("samenspel"), settings.contact), reach)
    try:
        yield fetcher
    finally:
        fetcher.stop()


@contextmanager
def web_of(settings: Settings, listing: Listing) -> Iterator[Web | None]:
    """The same, with what is remembered of the last time."""
    with fetcher_of(settings, listing) as fetcher:
        if fetcher is None:
            yield None
            return
        from ingest.fetch.arriving import Web

        with snapshots_of(settings) as snapshots:
            yield Web(fetcher, snapshots)


def snapshots_of(settings: Settings) -> Snapshots:
    """What is remembered of pages that were fetched, in the data folder; close it, or use it as a context manager."""
    from ingest.fetch.snapshots import FILE_NAME, Snapshots

    return Snapshots(settings.data / FILE_NAME)


@contextmanager
def snapshots_if_there(settings: Settings) -> Iterator[Snapshots | None]:
    """The same; None, and nothing made, where nothing was ever fetched."""
    from ingest.fetch.snapshots import FILE_NAME

    if not (settings.data / FILE_NAME).is_file():
        yield None
        return
    with snapshots_of(settings) as snapshots:
        yield snapshots


def last_runs(settings: Settings) -> Mapping[str, LastRun]:
    """What became of each described source the last time; nothing is made where nothing was ever fetched."""
    with snapshots_if_there(settings) as snapshots:
        return snapshots.last_runs() if snapshots else {}
