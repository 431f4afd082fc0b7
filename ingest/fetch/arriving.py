"""Pages as they come in from the web: asked for ahead, site by site, with what they lead to."""

from __future__ import annotations

import traceback
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from graph_model.errors import NotUnderstood
from graph_model.keys import digest
from ingest.fetch.address import web_address
from ingest.fetch.ahead import done_ahead
from ingest.fetch.crawl import NOWHERE, Leads, Step, Walk
from ingest.fetch.fetcher import Fetcher, Stopped
from ingest.fetch.links import is_index, links_of
from ingest.fetch.outcomes import Fetched, Outcome, Unchanged
from ingest.fetch.snapshots import Snapshot, Snapshots
from ingest.sources.listing import Listing


@dataclass(frozen=True, slots=True)
class Web:
    """What it takes to read from the web: who asks, and what is remembered of the last time."""

    fetcher: Fetcher
    snapshots: Snapshots


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of a step: an outcome, or a problem, or a fault of ours (its trace).

    ``before``: what was remembered of the page, when it was asked whether it changed since.
    """

    step: Step
    outcome: Outcome | None = None
    problem: NotUnderstood | None = None
    fault: str = ""
    leads: Leads = NOWHERE
    before: Snapshot | None = None


def arriving(
    listing: Listing,
    fetcher: Fetcher,
    walks: Sequence[Walk] = (),
    *,
    snapshots: Snapshots | None = None,
    reader: str = "",
    in_order: bool = False,
) -> Generator[Arrived, None, None]:
    """All that a listing names on the web, and all that its sources lead to (``walks``: one for each).

    :param snapshots: ask only for what changed since these were made by the same reader; None: ask for everything.
    """

    def do(step: Step) -> Arrived:
        return _arrived(step, fetcher, snapshots, reader)

    def site_of(step: Step) -> str:
        return web_address(step.address).site

    steps = [Step(listed.address, listed.name) for listed in listing.on_web]
    steps += [step for walk in walks for step in walk.beginning()]
    if snapshots:
        # What a site no longer leads to would never be found gone.
        steps += [step for walk in walks for step in walk.again(snapshots.of_source(walk.source.name))]
    with closing(done_ahead(steps, do, _onward, site_of, in_order=in_order)) as results:
        yield from results


def _onward(arrived: Arrived) -> Iterator[Step]:
    walk = arrived.step.walk
    if walk is not None:
        if isinstance(arrived.outcome, Fetched | Unchanged):
            walk.arrived(arrived.outcome.address)
        yield from walk.onward(arrived.leads)


def edition_of(step: Step, reader: str) -> str:
    """By which reader and which description a page is read; another one asks for the whole page again."""
    return digest(reader, step.walk.source.edition if step.walk else "")


def _arrived(step: Step, fetcher: Fetcher, snapshots: Snapshots | None, reader: str) -> Arrived:
    try:
        return _fetched(step, fetcher, snapshots, reader)
    except NotUnderstood as problem:
        return Arrived(step, problem=problem, leads=_sitemaps(step, fetcher))
    except Stopped:
        raise
    except Exception:  # noqa: BLE001  the outermost loop over pages: reported with the page, and the run goes on
        return Arrived(step, fault=traceback.format_exc())


def _fetched(step: Step, fetcher: Fetcher, snapshots: Snapshots | None, reader: str) -> Arrived:
    before = snapshots.find(step.address) if snapshots else None
    if before and (before.edition != edition_of(step, reader) or before.gone):
        before = None
    pause = step.walk.source.pause if step.walk else 0.0
    outcome = fetcher.fetch(step.address, before.validators if before else None, pause=pause)
    leads = before.leads if before and isinstance(outcome, Unchanged) else _leads(step, outcome)
    named = _sitemaps(step, fetcher)
    return Arrived(step, outcome, leads=replace(leads, lists=leads.lists + named.lists), before=before)


def _leads(step: Step, outcome: Outcome) -> Leads:
    if not (step.walk and step.follow and isinstance(outcome, Fetched)):
        return NOWHERE
    found = links_of(outcome, step.walk.source.select)
    return Leads(lists=_near(found, step)) if is_index(outcome) else Leads(step.walk.wanted(found))


def _near(addresses: Iterable[str], step: Step) -> tuple[str, ...]:
    """Those on the same site: no site says what is asked of another."""
    site = web_address(step.address).site
    found = []
    for address in addresses:
        try:
            place = web_address(address)
        except NotUnderstood:
            continue
        if place.site == site:
            found.append(str(place))
    return tuple(found)


def _sitemaps(step: Step, fetcher: Fetcher) -> Leads:
    """The sitemaps that the robots.txt of a start page names, where the source's description asks for them."""
    source = step.walk.source if step.walk else None
    if source is None or not source.sitemaps or step.address not in source.start:
        return NOWHERE
    try:
        return Leads(lists=_near(fetcher.robots(step.address).sitemaps, step))
    except NotUnderstood:
        return NOWHERE
