"""Pages from the web into the graph: what changed is read, what is as it was is only noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from graph_model.errors import NotUnderstood
from ingest.batches import Pace, kept_while_reading
from ingest.crew import Alone
from ingest.fetch.arriving import Arrived, Web, arriving, edition_of
from ingest.fetch.crawl import Walk
from ingest.fetch.harvest import Harvest
from ingest.fetch.lapsing import let_lapse
from ingest.fetch.outcomes import Fetched, Unchanged
from ingest.fetch.snapshots import LastRun, Snapshot
from ingest.keeping import Batch, keep, settled
from ingest.page import Page
from ingest.readers import Readers
from ingest.report import Tally
from ingest.sources import Listing
from ingest.understand import Understood
from queries import Graph
from queries.evidence import kinds_on
from queries.masking import KeyedNames, names_in

# Sites give a page now and then: what came is kept soon, and no site's pages wait for another's.
_PACE = Pace(fewest=1, most=4)


def keep_web(
    graph: Graph,
    listing: Listing,
    web: Web,
    run: str,
    tally: Tally,
    progress: Callable[[int], None],
    clock: Callable[[], str],
    erased: KeyedNames,
    readers: Readers,
) -> None:
    """Fetch and read what a listing names on the web, into the graph.

    A source that gives too little or too much is told as unexpected.
    """
    walks = [Walk(source) for source in listing.sources]
    reading = _WebReading(graph, web, Harvest(walks, tally, web.snapshots, erased), tally, clock, erased, readers)

    def keep_batch(batch: _WebBatch) -> float:
        took = keep(graph, batch.pages, run, tally)
        web.snapshots.save(batch.snapshots)
        return took

    arrivals = arriving(listing, web.fetcher, walks, snapshots=web.snapshots, reader=readers.edition)
    with closing(arrivals):
        for done in kept_while_reading(arrivals, reading.read, keep_batch, _PACE):
            progress(len(listing.local) + done)
    let_lapse(graph, (walk.source for walk in walks), web.snapshots, run, tally, clock())
    for walk in walks:
        found = reading.harvest.close(walk, kinds_on(graph, reading.harvest.pages_of(walk)))
        if walk.source.is_named:
            web.snapshots.save_run(
                LastRun(found.name, found.title, clock(), run, found.pages, found.found, found.unexpected)
            )


@dataclass(frozen=True, slots=True)
class _WebBatch:
    pages: Batch
    snapshots: tuple[Snapshot, ...]


@dataclass(frozen=True, slots=True)
class _Came:
    """What arrived and is whole: its pages, or (``pages`` is None) that it is as it was before."""

    arrived: Arrived
    outcome: Fetched | Unchanged
    pages: tuple[Page, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """The fingerprint of each page, by its address."""
        if isinstance(self.outcome, Unchanged):
            return dict(self.arrived.before.texts) if self.arrived.before else {}
        return {page.address: page.fingerprint for page in self.pages}


@dataclass(frozen=True, slots=True)
class _WebReading:
    graph: Graph
    web: Web
    harvest: Harvest
    tally: Tally
    clock: Callable[[], str]
    erased: KeyedNames
    readers: Readers

    def read(self, batch: Sequence[Arrived]) -> _WebBatch:
        """Read what arrived; a page whose text and reader are the same as last time is not read any further."""
        at = self.clock()
        came = [self._came(arrived, at) for arrived in batch]
        whole = self._again([one for one in came if one])
        same = self._same(whole)
        snapshots, found = [], []
        said = self._understood([page for one in whole for page in one.pages if page.address not in same], at)
        for one in whole:
            new = [said[page.address] for page in one.pages if page.address not in same]
            found += [page for page in new if page]
            if all(new):
                snapshots.append(self._snapshot(one, at))
            for address in one.texts:
                self.harvest.belongs(one.arrived.step, address)
        return _WebBatch(Batch(tuple(found), frozenset(same), at, self.erased.digests), tuple(snapshots))

    def _understood(self, pages: Sequence[Page], at: str) -> dict[str, Understood | None]:
        """What each page says, by its address; None, and reported, when reading fails."""
        attempts = self.readers.attempts(self.graph, pages, at, Alone())
        told = zip(pages, attempts, strict=True)
        return {page.address: settled(found, page.address, self.tally) for page, found in told}

    def _came(self, arrived: Arrived, at: str) -> _Came | None:
        outcome = self.harvest.sifted(arrived, at)
        if outcome is None or isinstance(outcome, Unchanged):
            return _Came(arrived, outcome) if outcome else None
        pages = self.harvest.pages(arrived.step, outcome)
        # A page that can't be read is asked for as a whole again the next time, so nothing is remembered of it.
        return _Came(arrived, outcome, tuple(pages)) if pages or not arrived.step.read else None

    def _again(self, came: Sequence[_Came]) -> list[_Came]:
        """Those that the site says are unchanged, but that this graph does not have so, are fetched after all."""
        said = [one for one in came if isinstance(one.outcome, Unchanged)]
        same = self._same(said)
        missing = {id(one) for one in said if not same.issuperset(one.texts)}
        kept = [one if id(one) not in missing else self._refetched(one) for one in came]
        return [one for one in kept if one]

    def _refetched(self, one: _Came) -> _Came | None:
        step = one.arrived.step
        try:
            outcome = self.web.fetcher.fetch(step.address, pause=step.walk.source.pause if step.walk else 0.0)
            arrived = replace(one.arrived, outcome=outcome)
        except NotUnderstood as problem:
            arrived = replace(one.arrived, outcome=None, problem=problem)
        return self._came(arrived, self.clock())

    def _same(self, came: Iterable[_Came]) -> set[str]:
        """The addresses of pages that are in the graph with this very text, read by this very reader."""
        wanted = {address: text for one in came for address, text in one.texts.items()}
        return self.readers.same(self.graph, wanted)

    def _snapshot(self, one: _Came, at: str) -> Snapshot:
        step, before = one.arrived.step, one.arrived.before
        if isinstance(one.outcome, Unchanged):
            assert before is not None, "only a page that is remembered can be unchanged"
            return replace(before, fetched=at)
        source = step.walk.source.name if step.walk and step.walk.source.is_named else ""
        edition = edition_of(step, self.readers.edition)
        leads = one.arrived.leads.without(lambda address: names_in(address, self.erased))
        return Snapshot(step.address, one.outcome.validators, edition, at, one.texts, leads, source)
