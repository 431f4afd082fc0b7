"""Stored texts read again by the present reader, without fetching anything: what better reading finds in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ingest.crew import Alone, Crew
from ingest.extract import READER, VERSION
from ingest.foreseeing import Foresight
from ingest.keeping import attempt, settled
from ingest.page.assemble import finish_page
from ingest.page.model import Page
from ingest.page.plain import plain_drafts
from ingest.page.shape import PLAIN, page_from
from ingest.reading import MODEL_READER
from ingest.report import RunReport, Tally
from ingest.understand import Understood
from queries import Graph
from queries.ledger.pages import record
from queries.ledger.replies import Reply, latest_replies
from queries.ledger.runs import begin_run, end_run
from queries.ledger.stored import StoredPage, number_to_reread, pages_to_reread

Progress = Callable[[int], None]


def waiting(graph: Graph) -> int:
    """How many stored pages another version of the reader read."""
    return number_to_reread(graph, READER, VERSION)


def read_again(
    graph: Graph,
    arguments: Sequence[str],
    clock: Callable[[], str],
    *,
    crew: Crew | None = None,
    progress: Progress = lambda _: None,
) -> RunReport:
    """Read all stored texts again that another version of the reader read, as one run; without any, no run begins."""
    tally = Tally()
    if not waiting(graph):
        return tally.report(None)
    run, done = begin_run(graph, "reread", arguments, clock()), 0
    for batch in _read(graph, crew or Alone(), tally):
        readings = [(n, one) for found in batch for n, one in enumerate((found.reading, *found.beside))]
        outcomes = record(graph, [reading for _, reading in readings], run) if batch else ()
        for (number, _), outcome in zip(readings, outcomes, strict=True):
            tally.beside(outcome) if number else tally.kept(outcome)
        done += len(batch)
        progress(done)
    report = tally.report(run)
    end_run(graph, run, report.status, report.counts(), clock())
    return report


def try_again(graph: Graph, *, crew: Crew | None = None, progress: Progress = lambda _: None) -> RunReport:
    """What reading all stored texts again would change; nothing is kept."""
    tally = Tally()
    foresight, done = Foresight(graph, tally), 0
    for batch in _read(graph, crew or Alone(), tally):
        for found in batch:
            tally.count("understood")
            foresight.read(found.reading)
        done += len(batch)
        progress(done)
    return tally.report(None, dry_run=True)


def _read(graph: Graph, crew: Crew, tally: Tally) -> Iterator[list[Understood]]:
    """What the present reader makes of the stored texts, a few at a time."""
    after = ""
    while stored := pages_to_reread(graph, READER, VERSION, after):
        after = stored[-1].id
        pages = [(page, made) for page in stored if (made := _page(page, tally))]
        replies = _replies(graph, pages)
        attempts = crew.map(_attempt, [(made, page, replies.get(made.fingerprint)) for page, made in pages])
        read = (settled(found, page.address, tally) for found, (page, _) in zip(attempts, pages, strict=True))
        yield [found for found in read if found]


def _replies(graph: Graph, pages: Sequence[tuple[StoredPage, Page]]) -> dict[str, Reply]:
    """The replies to those pages that a language model read too: they are kept, so nobody is asked."""
    return latest_replies(graph, (made.fingerprint for page, made in pages if MODEL_READER in page.readers))


def _attempt(job: tuple[Page, StoredPage, Reply | None]) -> Understood | str:
    page, stored, reply = job
    if reply is None:
        return attempt(page, stored.fetched)
    from ingest.second_reader.understanding import attempt_again

    # Where our own reader read in the light of a reply, that stands behind its version.
    return attempt_again(page, reply, stored.fetched, in_its_light="+" in stored.readers[READER])


def _page(stored: StoredPage, tally: Tally) -> Page | None:
    """The page of a stored text; None, and told, when it was kept before shapes were."""
    if stored.shape:
        return page_from(
            stored.text, stored.shape, stored.address, stored.language, stored.format, stored.targets
        )  # fmt: skip
    if stored.format not in PLAIN:
        tally.note(f"{stored.address}: van deze pagina is de opmaak niet bewaard; lees haar met 'samenspel read'.")
        return None
    return finish_page(stored.text, plain_drafts(stored.text), [], stored.address, stored.format, "", None)
