"""``samenspel read``: pages into the graph."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options, whole
from api.cli.progress import Counter
from api.cli.reading_by import add_readers, agree, print_second, wanted_of
from api.cli.session import graph_if_there, graph_of, paper_of, settings_of
from api.cli.sourcing import add_sources, listing_of
from api.second_reading import Wanted, prospect_of, readers_of
from graph_model.errors import NotUnderstood
from graph_model.schema import NODE_KINDS

if TYPE_CHECKING:
    from api.settings import Settings
    from ingest.report import RunReport
    from ingest.sources import Listing

_ABOUT = (
    "Leest pagina's van dit apparaat of van het web en legt vast wat er staat, met het citaat erbij. Een pagina die "
    "al gelezen is en niet veranderde, wordt overgeslagen; wat niet te lezen is, wordt gemeld en de rest gaat door."
)
_OUTCOMES = {
    "understood": "begrepen", "new": "nieuw", "changed": "veranderd", "unchanged": "ongewijzigd",
    "older": "ouder dan wat er al was", "restored": "weer terug", "withdrawn": "ingetrokken",
    "forgotten": "niet bewaard (het adres noemt iemand die vergeten is)",
}  # fmt: skip
FAULT, PARTLY, DONE = 1, NotUnderstood.exit_status, 0
# So many sentences of one sort are shown; --json shows all.
_SHOWN = 20


def command(words: Sequence[str]) -> int:
    """Read the sources that the words name."""
    wishes = _options().read(words)
    told = settings_of(wishes)
    listing = listing_of(wishes)
    wanted = wanted_of(wishes, told)
    report = _try_out(listing, told, wanted) if wishes.dry_run else _read(listing, words, told, wishes)
    if wishes.json:
        print_json(report.json_text())
    else:
        print_report(report, paper_of(told))
    return status_of(report)


def _options() -> Options:
    options = Options("read", _ABOUT, needs="BRON …")
    add_sources(options)
    options.option("--cores", "op zoveel kernen lezen (standaard alle)", type=whole(1, 1024), default=0, metavar="N")
    options.option("--dask", "laat een Dask-cluster lezen (tcp://…)", metavar="ADRES", default="")
    add_readers(options)
    options.option("--dry-run", "niets vastleggen, maar regel voor regel melden wat erbij, anders en weg zou zijn")
    return options


def _try_out(listing: Listing, told: Settings, wanted: Wanted) -> RunReport:
    from api.fetching import fetcher_of
    from ingest.pipeline import try_out

    with fetcher_of(told, listing) as fetcher, graph_if_there(told) as graph:
        counter = Counter("Pagina's gelezen", len(listing.pages))
        with counter.counting():
            report = try_out(listing, graph=graph, fetcher=fetcher, progress=counter.at)
    return report.model_copy(update={"prospect": prospect_of(told, wanted, listing)})


def _read(listing: Listing, words: Sequence[str], told: Settings, wishes: Namespace) -> RunReport:
    from api.fetching import web_of
    from graph_model.collecting import READING, collect_seldom
    from ingest.crew import cores, crew_for
    from ingest.pipeline import nothing_to_read, read_into

    if not listing:
        return nothing_to_read(listing)
    collect_seldom(READING)
    wanted = wanted_of(wishes, told)
    agree(wishes, told, wanted)
    # This process writes, and an engine of our own works beside it.
    crew = crew_for(len(listing.local) if wanted.built_in else 0, (wishes.cores or cores()) - 1, wishes.dask)
    with (
        crew as workers, web_of(told, listing) as web, graph_of(told, writing=True) as graph,
        readers_of(told, wanted, listing, graph) as readers,
    ):  # fmt: skip
        counter = Counter("Pagina's gelezen en vastgelegd", len(listing.pages), remaining=not wanted.built_in)
        with counter.counting():
            return read_into(
                graph, listing, "read", words, web=web, crew=workers, readers=readers, progress=counter.at
            )  # fmt: skip


def status_of(report: RunReport) -> int:
    """The exit status that a report comes to."""
    if report.faults:
        return FAULT
    return PARTLY if report.status != "done" else DONE


def print_report(report: RunReport, paper: Paper) -> None:
    """The report for people; what went wrong goes to standard error."""
    if report.pages or not report.registers:
        paper.raw(f"{_pages(report.pages)} gelezen{_told(report.outcomes)}.")
    for register in report.registers:
        sources = f"{register.sources} bronnen{_told(register.outcomes)}"
        paper.line(f"{clean(register.title)}: {register.rows} rijen gelezen, {sources}.")
    _print_web(report, paper)
    if report.dry_run:
        paper.raw(f"Er staan {report.claims} beweringen in; niets is vastgelegd (--dry-run).")
        print_foreseen(report, paper)
    elif report.added or report.updated or report.retired:
        paper.raw(f"Beweringen: {report.added} erbij, {report.updated} bijgewerkt, {report.retired} vervallen.")
    elif report.pages or report.registers:
        paper.raw("Niets nieuws.")
    if report.people_left_out:
        paper.raw(f"Niet opgenomen: {report.people_left_out} × iemand zonder openbare of beroepsmatige rol.")
    print_second(report, paper)
    for note in report.notes[:_SHOWN]:
        paper.line(clean(note), 2)
    _print_troubles(report)
    if report.run:
        paper.raw(paper.dim(f"Run {report.run}; terugdraaien: samenspel runs undo {report.run}"))


_FORESEEN = {"comes": "erbij", "changes": "anders", "goes": "weg", "stays": "blijft, want ook elders gezegd"}


def print_foreseen(report: RunReport, paper: Paper) -> None:
    """What a run would change, page by page."""
    from itertools import groupby

    if report.would_be:
        paper.raw(f"Met deze graaf{_told(report.would_be)}.")
    for page, lines in groupby(report.foreseen, key=lambda line: line.page):
        paper.raw("")
        paper.raw(paper.bold(clean(page)))
        for line in lines:
            weak = "; te onzeker om te tonen" if line.weak else ""
            paper.line(f"{_FORESEEN[line.what]}: {clean(line.words)}{weak}.", 2)


def _print_web(report: RunReport, paper: Paper) -> None:
    for source in report.sources:
        paper.line(f"{clean(source.title)}: {_pages(source.pages)}{_named(source.found)}.")
    for page in report.gone[:_SHOWN]:
        paper.line(f"Weg (de site antwoordt {page.status}): {clean(page.address)}; vervalt na {page.lapses}.", 2)


def _told(outcomes: Mapping[str, int]) -> str:
    told = ", ".join(f"{count} {_OUTCOMES[name]}" for name, count in outcomes.items())
    return told and f": {told}"


def _named(found: Mapping[str, int]) -> str:
    """How many things of each kind a source names."""
    told = ", ".join(f"{count} × {NODE_KINDS[kind].dutch}" for kind, count in found.items() if kind in NODE_KINDS)
    return told and f"; daarin {told}"


def _print_troubles(report: RunReport) -> None:
    for told in report.unexpected:
        print(f"Anders dan verwacht: {clean(told)}", file=sys.stderr)
    for title, troubles in (
        ("Niet begrepen", report.not_understood),
        ("Past niet in de graaf", report.rejected),
        ("Fout van ons", report.faults),
    ):
        for trouble in troubles[:_SHOWN]:
            message = trouble.message.strip().splitlines()[-1]
            print(f"{title}: {clean(trouble.source)}: {clean(message)}", file=sys.stderr)
        if len(troubles) > _SHOWN:
            print(f"{title}: nog {len(troubles) - _SHOWN} keer (alles: --json).", file=sys.stderr)
    if report.faults:
        from api.cli.failures import write_trace

        file = write_trace("\n".join(f"{fault.source}\n{fault.message}" for fault in report.faults))
        print(f"Wat er misging staat in {file}.", file=sys.stderr)


def _pages(count: int) -> str:
    return "1 pagina" if count == 1 else f"{count} pagina's"
