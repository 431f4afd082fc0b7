"""Pages from the web, read without keeping anything: what a run would find, and what each page says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass

from graph_model.projection.given import LINE
from ingest.fetch.arriving import arriving
from ingest.fetch.crawl import Step, Walk
from ingest.fetch.fetcher import Fetcher
from ingest.fetch.harvest import Harvest
from ingest.fetch.outcomes import Fetched
from ingest.foreseeing import Foresight
from ingest.keeping import understood
from ingest.page import Page
from ingest.report import Tally
from ingest.sources import Listing
from queries.masking import ErasedNames


def look_at_web(
    listing: Listing,
    fetcher: Fetcher,
    tally: Tally,
    progress: Callable[[int], None],
    clock: Callable[[], str],
    foresight: Foresight,
) -> None:
    """Fetch and read what a listing names on the web, tell what that would change, and keep nothing of it."""
    walks = [Walk(source) for source in listing.sources]
    harvest = Harvest(walks, tally)
    named: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    done = len(listing.local)
    with closing(arriving(listing, fetcher, walks)) as arrivals:
        for arrived in arrivals:
            outcome = harvest.sifted(arrived, clock())
            for page in harvest.pages(arrived.step, outcome) if isinstance(outcome, Fetched) else ():
                harvest.belongs(arrived.step, page.address)
                for kind, key in _named(page, tally, clock(), foresight):
                    named[_source(arrived.step)][kind].add(key)
            done += 1
            progress(done)
    for walk in walks:
        harvest.close(walk, {kind: len(keys) for kind, keys in named[walk.source.name].items()})


def _source(step: Step) -> str:
    return step.walk.source.name if step.walk else ""


def _named(page: Page, tally: Tally, fetched: str, foresight: Foresight) -> Iterator[tuple[str, str]]:
    """The things that a page names surely enough to be shown: kind and key."""
    found = understood(page, page.address, tally, fetched)
    if found is None:
        return
    tally.count("understood")
    foresight.read(found.reading)
    for claim in found.reading.claims:
        if claim.predicate == "MENTIONS" and claim.object and round(claim.best.confidence * 1000) >= LINE:
            yield claim.object.kind, claim.object_key


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one address: its pages, or why there are none (``fault``: a trace of ours)."""

    name: str
    pages: tuple[Page, ...] = ()
    problem: str = ""
    fault: str = ""


def told_by_web(listing: Listing, fetcher: Fetcher, erased: ErasedNames | None = None) -> Generator[Told, None, None]:
    """What a listing names on the web, in its order, one for each; then what its sources lead to.

    :param erased: knows the names that are covered.
    """
    walks = [Walk(source) for source in listing.sources]
    with closing(arriving(listing, fetcher, walks, in_order=True)) as arrivals:
        for arrived in arrivals:
            tally = Tally()
            harvest = Harvest(walks, tally, erased=erased)
            outcome = harvest.sifted(arrived, "")
            pages = harvest.pages(arrived.step, outcome) if isinstance(outcome, Fetched) else ()
            report = tally.report(None)
            problem = next((trouble.message for trouble in report.not_understood), "")
            fault = next((trouble.message for trouble in report.faults), "")
            yield Told(arrived.step.name, tuple(pages), problem, fault)
