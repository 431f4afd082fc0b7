"""What a run would change, told beforehand: page by page, what would come, change and go, as Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from graph_model.projection.given import LINE
from graph_model.projection.said import Said, said_of
from graph_model.schema import FIELD_KINDS, WEAK_LINKS
from ingest.register.keeping import no_more_named
from ingest.register.reading import RegisterReading
from ingest.report import Foreseen, Foresees, Tally
from queries import Graph
from queries.candidates import words_of_said
from queries.ledger.preview import Preview, preview, preview_withdrawal, statement_said
from queries.ledger.records import Outcome, PageReading
from queries.links import period

# What a page tells of itself is no news, nor is what only the list of places tells.
_NO_NEWS = frozenset(("name", "language", "published", "position", "municipality", "province", "geonames"))


class Foresight:
    """Looks ahead for a graph that is there, or (None) for one that would be made."""

    def __init__(self, graph: Graph | None, tally: Tally) -> None:
        self._graph = graph
        self._tally = tally

    def read(self, reading: PageReading) -> None:
        """Tell what would become of a page and of what it says."""
        if self._graph is None:
            self._tally.foresee(Outcome.NEW, _told(reading.page.address, map(said_of, reading.claims), "comes"))
        else:
            self._tell(reading.page.address, preview(self._graph, [reading]))

    def register(self, register: RegisterReading | None, at: str) -> None:
        """Tell what would become of what a register says of its sources, and of those that it names no more."""
        if register is None or register.stopped:
            return
        for reading in register.readings:
            self.read(reading)
        if self._graph is not None:
            for nothing in no_more_named(self._graph, register, at):
                self.read(nothing)

    def withdrawn(self, address: str, at: str) -> bool:
        """Tell what would go with a page; whether the page is there."""
        if self._graph is None:
            return False
        found = preview_withdrawal(self._graph, address, at)
        if found.outcomes[0].outcome is Outcome.MISSING:
            return False
        self._tell(found.outcomes[0].address, found)
        return True

    def _tell(self, page: str, found: Preview) -> None:
        was = {statement_said(c.before): c.before for c in found.changes if c.before}
        will = {statement_said(c.after): c.after for c in found.changes if c.after}
        lost = [said for statement, said in was.items() if statement not in will]
        lines = chain(
            _told(page, (said for statement, said in will.items() if statement not in was), "comes"),
            _told(page, (said for s, said in will.items() if s in was and _looks(said) != _looks(was[s])), "changes"),
            _told(page, (said for said in lost if not found.is_held(said)), "goes"),
            _told(page, (said for said in lost if found.is_held(said)), "stays"),
        )
        for outcome in found.outcomes:
            self._tally.foresee(outcome.outcome, lines)


def _told(page: str, claims: Iterable[Said], what: Foresees) -> Iterator[Foreseen]:
    for said in sorted(filter(_is_news, claims), key=lambda said: (bool(said.value), said.predicate, said.id)):
        dates = period(said.valid_from or None, said.valid_to or None)
        words = words_of_said(said, page) + (f" ({dates})" if dates else "")
        yield Foreseen(page=page, what=what, words=words, weak=said.strength < LINE)


def _is_news(said: Said) -> bool:
    if said.object:
        return said.predicate not in WEAK_LINKS
    field = FIELD_KINDS.get(said.predicate)
    return field is not None and not field.hidden and said.predicate not in _NO_NEWS


def _looks(said: Said) -> tuple[str, str, bool]:
    return said.valid_from, said.valid_to, said.strength < LINE
