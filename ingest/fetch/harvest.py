"""What comes in from the web, sorted: pages to read, pages that are gone, and what is to be told of each source."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph_model.errors import NotUnderstood
from graph_model.schema import NODE_KINDS
from ingest.fetch.arriving import Arrived
from ingest.fetch.crawl import Step, Walk
from ingest.fetch.links import selected
from ingest.fetch.outcomes import Fetched, Gone, RefusedByRobots, Unchanged
from ingest.fetch.snapshots import Snapshots
from ingest.formats import pages_in
from ingest.page import Page
from ingest.report import GonePage, SourceReport, Tally
from ingest.sources.description import GRACE, PAGES, Selectors
from queries.ledger.records import Outcome
from queries.masking import ErasedNames, names_in

_SHOWN = 3


@dataclass(slots=True)
class _Found:
    """What was found of one source: addresses of pages, and links that came to nothing, by why."""

    pages: set[str] = field(default_factory=set)
    idle: dict[str, list[str]] = field(default_factory=dict)


class Harvest:
    """Sorts what arrives, and tells a tally what is not to be read."""

    def __init__(
        self,
        walks: Sequence[Walk],
        tally: Tally,
        snapshots: Snapshots | None = None,
        erased: ErasedNames | None = None,
    ) -> None:
        self._walks = walks
        self._tally = tally
        self._snapshots = snapshots
        self._erased = erased
        self._found = {walk.source.name: _Found() for walk in walks}

    def sifted(self, arrived: Arrived, at: str) -> Fetched | Unchanged | None:
        """What is to be read or is as it was; None when nothing came, which is told.

        :param at: now, ISO 8601 in UTC.
        """
        step = arrived.step
        if arrived.fault:
            self._tally.fault(step.name, arrived.fault)
        elif self._is_forgotten(arrived):
            self._tally.count(Outcome.FORGOTTEN)
        elif arrived.problem:
            self._wrong(step, arrived.problem)
        elif isinstance(arrived.outcome, Gone):
            self._gone(step, arrived.outcome, at)
        elif arrived.outcome and step.walk and step.read and not step.walk.reads(arrived.outcome.address):
            self._idle(step, "doorverwezen naar wat niet bij deze bron hoort")
        else:
            return arrived.outcome
        return None

    def _is_forgotten(self, arrived: Arrived) -> bool:
        """Whether an address holds the name of somebody who was erased: nothing of that page is kept."""
        addresses = {arrived.step.address, arrived.outcome.address if arrived.outcome else ""}
        return bool(self._erased) and any(names_in(a, self._erased) for a in addresses if self._erased)

    def pages(self, step: Step, page: Fetched) -> list[Page]:
        """The pages in what was fetched, most often one; what can't be read is told."""
        pages: list[Page] = []
        if not step.read:
            return pages
        select = step.walk.source.select if step.walk else Selectors()
        try:
            pages.extend(pages_in(selected(page, select), page.address, erased=self._erased))
        except NotUnderstood as problem:
            self._wrong(step, problem)
        except Exception:  # noqa: BLE001  the outermost loop over pages: reported, and the run goes on
            self._tally.fault(step.name, traceback.format_exc())
        return pages

    def belongs(self, step: Step, address: str) -> None:
        """A page of this address was read, or is as it was."""
        if step.walk:
            self._found[step.walk.source.name].pages.add(address)

    def pages_of(self, walk: Walk) -> set[str]:
        """The addresses of all pages of a source."""
        return self._found[walk.source.name].pages

    def close(self, walk: Walk, kinds: Mapping[str, int]) -> SourceReport:
        """Tell what became of a source. ``kinds``: how many things of each kind its pages name together."""
        found = self._found[walk.source.name]
        for why, addresses in sorted(found.idle.items()):
            more = f" en nog {len(addresses) - _SHOWN}" if len(addresses) > _SHOWN else ""
            shown = ", ".join(addresses[:_SHOWN])
            self._tally.note(f"{walk.source.title}: {why} ({len(addresses)}): {shown}{more}.")
        report = SourceReport(
            name=walk.source.name, title=walk.source.title, pages=len(found.pages), found=dict(sorted(kinds.items())),
            unexpected=tuple(_unexpected(walk, len(found.pages), kinds)),
        )  # fmt: skip
        self._tally.source(report)
        return report

    def _wrong(self, step: Step, problem: NotUnderstood) -> None:
        allowed = step.walk.may_fail(step.address) if step.walk else ""
        if allowed:
            self._tally.note(f"{step.name}: {problem} Dat mag ({allowed}).")
        elif isinstance(problem, RefusedByRobots) and not step.first:
            self._idle(step, "uitgesloten door de robots.txt van de site")
        else:
            self._tally.not_understood(step.name, str(problem))

    def _gone(self, step: Step, gone: Gone, at: str) -> None:
        before = self._snapshots.mark_gone(step.address, at) if self._snapshots else None
        source = step.walk.source if step.walk else None
        if before:
            self._tally.gone(GonePage(
                address=step.address, pages=tuple(before.texts), status=gone.status, since=before.gone,
                source=source.name if source and source.is_named else "", grace=source.grace if source else GRACE,
            ))  # fmt: skip
        elif step.first:
            self._wrong(step, NotUnderstood(gone.sentence, step.address))
        else:
            self._idle(step, "verwijzingen die doodlopen")

    def _idle(self, step: Step, why: str) -> None:
        if step.walk:
            self._found[step.walk.source.name].idle.setdefault(why, []).append(step.address)


def _unexpected(walk: Walk, pages: int, kinds: Mapping[str, int]) -> list[str]:
    source = walk.source
    told = []
    if walk.cut_off and source.is_named:
        told.append(f"{source.title} houdt niet op: na {source.most} adressen is de rest overgeslagen.")
    for kind, bounds in source.expected.items():
        number = pages if kind == PAGES else kinds.get(kind, 0)
        if not bounds.hold(number):
            what = "pagina's" if kind == PAGES else f"× {NODE_KINDS[kind].dutch}"
            told.append(f"{source.title}: {number} {what} gevonden, {bounds.words} verwacht.")
    return told
