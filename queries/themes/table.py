"""The table: initiatives by themes with the number of sources and claims, within a region, a period and a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from queries.as_of import existed, has_ended, holds
from queries.as_of import now as this_moment
from queries.period import Span
from queries.regions import Region
from queries.themes.said import Said, Statement


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked about: a region (or everywhere), a period, and a day (its last moment) or no day."""

    region: Region | None
    span: Span
    at: datetime | None

    def includes(self, said: Said, initiative: str) -> bool:
        """Whether an initiative lies in the region and may have been there on the day."""
        if not existed(said.initiatives[initiative], self.at):
            return False
        return self.region is None or not self.region.places.isdisjoint(homes_of(said, initiative, self.at))


def homes_of(said: Said, initiative: str, at: datetime | None) -> list[str]:
    """The ids of the places where an initiative is at home, at a moment or by now."""
    moment = at or this_moment()
    rows = said.homes.get(initiative, ())
    return sorted({row["place"] for row in rows if (holds(row, at) if at else not has_ended(row, moment))})


@dataclass(slots=True)
class Square:
    """One square of the table: what says it, from which pages, and whether of the initiative itself."""

    claims: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    own: bool = False
    statements: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """The squares by (initiative, theme); ``undated`` counts what was left out because nobody says when it was."""

    initiatives: list[str] = field(default_factory=list)
    squares: dict[tuple[str, str], Square] = field(default_factory=dict)
    undated: int = 0
    outside: dict[str, set[str]] = field(default_factory=dict)

    def themes_of(self) -> dict[str, set[str]]:
        """The themes of each initiative of which any is known."""
        found: dict[str, set[str]] = {}
        for initiative, theme in self.squares:
            found.setdefault(initiative, set()).add(theme)
        return found


def table_of(said: Said, scope: Scope) -> Table:
    """The table of what is said within a scope; ``outside`` holds the initiatives elsewhere, by theme."""
    table = Table([id_ for id_ in said.initiatives if scope.includes(said, id_)])
    inside = frozenset(table.initiatives)
    for statement in said.statements:
        if scope.at and not all(holds(link, scope.at) for link in statement.links):
            continue
        claims = _within(said, statement, scope.span)
        if not claims:
            table.undated += claims is None and statement.initiative in inside
        elif statement.initiative in inside:
            _add(table, said, statement, claims)
        elif statement.initiative in said.initiatives:
            table.outside.setdefault(statement.theme, set()).add(statement.initiative)
    return table


def _add(table: Table, said: Said, statement: Statement, claims: Iterable[str]) -> None:
    square = table.squares.setdefault((statement.initiative, statement.theme), Square())
    square.own |= not statement.subject
    square.statements.append(statement)
    for claim in claims:
        square.claims.add(claim)
        if claim in said.sources:
            square.pages.add(said.sources[claim].page)


def _within(said: Said, statement: Statement, span: Span) -> Sequence[str] | None:
    """The claims of a statement that count in a period; None where nobody says when they were made.

    Of a gathering or document its own date counts, of what is said of an initiative itself that of the page.
    """
    claims = list(statement.claims)
    if span.is_open:
        return claims
    if statement.subject:
        if statement.earliest is None:
            return None
        return claims if span.may_hold(statement.earliest, statement.latest) else []
    dated = [claim for claim in claims if claim in said.sources and said.sources[claim].earliest is not None]
    if not dated:
        return None
    return [c for c in dated if span.may_hold(said.sources[c].earliest, said.sources[c].latest)]


def counted(squares: Mapping[tuple[str, str], Square]) -> dict[str, tuple[int, int, int]]:
    """Of each theme the number of initiatives, of pages and of claims."""
    pages: dict[str, set[str]] = {}
    claims: dict[str, set[str]] = {}
    initiatives: dict[str, int] = {}
    for (_, theme), square in squares.items():
        initiatives[theme] = initiatives.get(theme, 0) + 1
        pages.setdefault(theme, set()).update(square.pages)
        claims.setdefault(theme, set()).update(square.claims)
    return {theme: (number, len(pages[theme]), len(claims[theme])) for theme, number in initiatives.items()}
