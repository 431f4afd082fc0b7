"""What one row of a register says: that a thing is there, what it is like, and what it is linked to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_model.evidence import End
from graph_model.schema import LINK_KINDS, NODE_KINDS
from ingest.register.description import LinkOf, RegisterOf, TableOf
from ingest.register.known import Kinds
from ingest.register.problems import Forgotten, WrongCell
from ingest.register.said import Said
from ingest.register.sentences import existence, of_field, of_link
from ingest.register.sheets import Row
from ingest.register.texts import constant_kind, holds, text, texts
from ingest.register.things import Named, fields_of, things_of
from ingest.register.values import date_value, sources_that_count

_WHERE = ("BASED_IN", "HELD_IN")


@dataclass(frozen=True, slots=True)
class RowSaid:
    """What a row says; ``subject`` is the key of the thing that it is about, ``notes`` what was not clear."""

    said: tuple[Said, ...]
    subject: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Telling:
    """One row under the description of its table."""

    table: TableOf
    row: Row
    things: Named
    sources: tuple[str, ...]

    def everything(self) -> Iterator[Said]:
        links = list(self._links())
        if self.table.about:
            places = [said.object.name for said in links if said.object and said.predicate in _WHERE]
            yield from self._existence(places)
        for label, ends in self.things.items():
            for end in ends:
                yield from self._fields(label, end)
        if not links and not self.table.about:
            raise WrongCell("deze rij past bij geen van de beschreven verbanden.")
        yield from links

    def _existence(self, places: list[str]) -> Iterator[Said]:
        for end in self.things[self.table.about]:
            yield self._said(None, "MENTIONS", existence(end, places), object=end)

    def _fields(self, label: str, end: End) -> Iterator[Said]:
        for found in fields_of(self.table.things[label], self.row, end.kind):
            if found.field == "alias" and found.value == end.name:
                continue
            sentence = of_field(end, found.field, found.value, self.table.note)
            yield self._said(end, found.field, sentence, value=found.value)

    def _links(self) -> Iterator[Said]:
        for link in self.table.links:
            if not holds(link.when, self.row):
                continue
            for subject in self._side(link.from_):
                for target in self._side(link.to):
                    yield from self._of_link(link, subject, target)

    def _side(self, label: str) -> tuple[End, ...]:
        """The ends on one side of a link; where rows only link things they have to be there."""
        ends = self.things[label]
        if not ends and not self.table.about:
            raise WrongCell("deze cel is leeg.", self.table.things[label].name.column)
        return ends

    def _of_link(self, link: LinkOf, subject: End, target: End) -> Iterator[Said]:
        kind = constant_kind(link.kind, self.row)
        self._check(link, kind, subject, target)
        since, until = (
            date_value(told, cells.column) if cells and (told := text(cells, self.row)) else ""
            for cells in (link.since, link.until)
        )
        seen = [date_value(date, link.seen.column) for date in texts(link.seen, self.row)] if link.seen else []
        for role in texts(link.role, self.row) or ("",):
            sentence = of_link(
                subject, kind, target, role, since=since, until=until, seen=seen, note=link.note or self.table.note
            )
            inferred = self.table.inferred if link.inferred is None else link.inferred
            yield Said(
                subject, kind, sentence, self.sources, link.confidence or self.table.confidence, not inferred,
                object=target, role=role, since=since, until=until,
            )  # fmt: skip

    def _check(self, link: LinkOf, kind: str, subject: End, target: End) -> None:
        known = LINK_KINDS.get(kind)
        if known is None:
            raise WrongCell(f"de soort verband {kind!r} is onbekend.", link.kind.column)
        if not known.allows(subject.kind, target.kind):
            raise WrongCell(
                f"{subject.name!r} ({NODE_KINDS[subject.kind].dutch}) {known.forwards} {target.name!r} "
                f"({NODE_KINDS[target.kind].dutch}): dat verband kan niet tussen deze soorten.", link.kind.column
            )  # fmt: skip
        if subject.key == target.key:
            raise WrongCell(f"{subject.name!r} {known.forwards} zichzelf.")

    def _said(
        self, subject: End | None, predicate: str, sentence: str, *, object: End | None = None, value: str = ""
    ) -> Said:
        return Said(
            subject, predicate, sentence, self.sources, self.table.confidence, not self.table.inferred,
            object=object, value=value,
        )  # fmt: skip


def tell(register: RegisterOf, table: TableOf, row: Row, known: Kinds) -> RowSaid | None:
    """What a row says of its sources; None when none of its sources counts, or it is of somebody to forget.

    :raises WrongCell: something in it cannot be.
    """
    sources = _sources(register, table, row)
    if not sources:
        return None
    notes: list[str] = []
    try:
        things = things_of(table, row, known, notes)
    except Forgotten:
        return None
    about = things[table.about] if table.about else ()
    if table.about and not about:
        raise WrongCell("deze cel is leeg.", table.things[table.about].name.column)
    said = tuple(_Telling(table, row, things, sources).everything())
    return RowSaid(said, about[0].key if about else "", tuple(notes))


def _sources(register: RegisterOf, table: TableOf, row: Row) -> tuple[str, ...]:
    if table.sources is None:
        return (address_of(register),)
    return sources_that_count(texts(table.sources, row), register.skip_sources, table.sources.column)


def address_of(register: RegisterOf) -> str:
    """The address of the register itself, for rows that give no other source."""
    return f"register:{register.name}"
