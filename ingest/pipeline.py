"""The table of contents of a run: list → load or fetch → read as a page → understand → keep → report.

Pages are kept a few at a time, each wholly or not at all, and counted as read only after the commit that keeps them;
so a run that is broken off has lost nothing that it reported, and the same run again goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph_model.errors import SamenspelError
from ingest.batches import kept_while_reading
from ingest.crew import Alone, Crew
from ingest.familiar import Familiar
from ingest.foreseeing import Foresight
from ingest.keeping import Batch, keep, settled, understood
from ingest.loading import Loading, pages_of
from ingest.readers import BuiltIn, Loaded, Readers
from ingest.register.keeping import keep_register, look_into
from ingest.report import RunReport, Tally, UndoneReport
from ingest.sources import Listed, Listing
from queries import Graph
from queries.ledger.pages import stands, withdraw
from queries.ledger.records import Outcome
from queries.ledger.runs import begin_run, end_run, undo_run
from queries.ledger.suppressions import erased_people
from queries.masking import KeyedNames

if TYPE_CHECKING:
    from ingest.fetch.arriving import Web
    from ingest.fetch.fetcher import Fetcher

Progress = Callable[[int], None]
Clock = Callable[[], str]


def now() -> str:
    """This moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def read_into(
    graph: Graph,
    listing: Listing,
    command: str = "read",
    arguments: Sequence[str] = (),
    *,
    web: Web | None = None,
    crew: Crew | None = None,
    readers: Readers | None = None,
    progress: Progress = lambda _: None,
    clock: Clock = now,
) -> RunReport:
    """Read all registers and pages of a listing into the graph, as one run; ``web`` where it names any on the web.

    :param crew: in which processes pages are read; without one, in this one.
    :param readers: who reads them; the built-in reader unless told otherwise.

    A page that can't be read is reported and the run goes on. When the graph is lost, the error is raised; what was
    kept until then stays.
    """
    assert web or not listing.needs_web, "who reads from the web says how"
    tally = _tally(listing)
    run = begin_run(graph, command, arguments, clock())
    erased = erased_people(graph)
    readers = readers or BuiltIn()
    try:
        for register in listing.registers:
            keep_register(graph, register, run, clock(), tally, progress, erased)
        _read_all(graph, listing.local, run, tally, progress, clock, crew or Alone(), readers, erased)
        if web:
            from ingest.fetch.keeping import keep_web

            keep_web(graph, listing, web, run, tally, progress, clock, erased, readers)
    except BaseException:
        # Also when a user breaks it off: the run then stands in the list as what it was.
        with suppress(SamenspelError):
            end_run(graph, run, "failed", tally.report(run).counts(), clock())
        raise
    readers.tell(tally)
    report = tally.report(run)
    end_run(graph, run, report.status, report.counts(), clock())
    return report


def try_out(
    listing: Listing,
    *,
    graph: Graph | None = None,
    fetcher: Fetcher | None = None,
    progress: Progress = lambda _: None,
    clock: Clock = now,
) -> RunReport:
    """Read all pages and keep nothing: what a run would find, and line by line what it would change.

    :param graph: the graph that a run would change; without one everything would be new.
    """
    assert fetcher or not listing.needs_web, "who reads from the web says how"
    tally = _tally(listing)
    foresight = Foresight(graph, tally)
    erased = erased_people(graph) if graph and graph.secret else None
    for register in listing.registers:
        foresight.register(look_into(register, clock(), tally, erased), clock())
    for done, listed in enumerate(listing.local, start=1):
        for page in pages_of(listed, tally, erased):
            found = understood(page, listed.name, tally, clock())
            if found:
                tally.count("understood")
                foresight.read(found.reading)
        progress(done)
    if fetcher:
        from ingest.fetch.trying import look_at_web

        look_at_web(listing, fetcher, tally, progress, clock, foresight)
    return tally.report(None, dry_run=True)


def nothing_to_read(listing: Listing) -> RunReport:
    """The report of a listing without any page or register: nothing is done, and no run begun."""
    return _tally(listing).report(None)


def _tally(listing: Listing) -> Tally:
    tally = Tally(listing.notes)
    for problem in listing.problems:
        tally.not_understood(problem.source, str(problem))
    return tally


def _read_all(
    graph: Graph,
    pages: Sequence[Listed],
    run: str,
    tally: Tally,
    progress: Progress,
    clock: Clock,
    crew: Crew,
    readers: Readers,
    erased: KeyedNames,
) -> None:
    loading = Loading(Familiar(graph, erased, readers), tally, erased)

    def read(batch: Sequence[Loaded]) -> Batch:
        return loading.marked(_read_batch(graph, batch, tally, clock, crew, readers, erased), batch)

    ahead = readers.ahead(graph, loading.loaded(pages))
    for done in kept_while_reading(ahead, read, lambda batch: keep(graph, batch, run, tally)):
        progress(done)


def _read_batch(
    graph: Graph,
    batch: Sequence[Loaded],
    tally: Tally,
    clock: Clock,
    crew: Crew,
    readers: Readers,
    erased: KeyedNames,
) -> Batch:
    """Read a few pages; one whose text and readers are the same as last time is not read any further."""
    fetched = clock()
    pages = [(listed, page) for listed, found in batch for page in found]
    same = readers.same(graph, {page.address: page.fingerprint for _, page in pages})
    fresh = [(listed, page) for listed, page in pages if page.address not in same]
    attempts = readers.attempts(graph, [page for _, page in fresh], fetched, crew)
    read = [settled(found, listed.name, tally) for (listed, _), found in zip(fresh, attempts, strict=True)]
    return Batch(tuple(found for found in read if found), frozenset(same), fetched, erased.digests)


def withdraw_page(graph: Graph, address: str, arguments: Sequence[str] = (), *, clock: Clock = now) -> RunReport:
    """Retire everything that a page says, for it is gone; a page that is not there counts as missing, without a run."""
    tally = Tally()
    if not stands(graph, address):
        tally.count(Outcome.MISSING)
        return tally.report(None)
    run = begin_run(graph, "withdraw", arguments, clock())
    tally.kept(withdraw(graph, address, run, clock()))
    report = tally.report(run)
    end_run(graph, run, report.status, report.counts(), clock())
    return report


def try_withdrawing(graph: Graph, address: str, *, clock: Clock = now) -> RunReport:
    """What withdrawing a page would change; nothing is kept."""
    tally = Tally()
    if not Foresight(graph, tally).withdrawn(address, clock()):
        tally.count(Outcome.MISSING)
    return tally.report(None, dry_run=True)


def undo(graph: Graph, undone: str, *, clock: Clock = now) -> UndoneReport:
    """Take back what a run did; pages that a later run changed stay as they are now."""
    done = undo_run(graph, undone, clock())
    return UndoneReport(run=done.run, pages=len(done.restored), kept=done.kept)
