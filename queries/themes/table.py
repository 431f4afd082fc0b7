"""The table: initiatives by themes with the number of sources and claims, within a region, a period and a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from queries.as_of import existed, has_ended, holds
from queries.as_of import now as this_moment
from queries.period import Span
from queries.regions import Region
from queries.themes.said import Row, Said, Statement


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked about: a region (or everywhere), a period, and a day (its last moment) or no day.

    Without a day all counts but the places that were left before ``now``.
    """

    region: Region | None
    span: Span
    at: datetime | None
    now: datetime = field(default_factory=this_moment)

    def includes(self, said: Said, initiative: str) -> bool:
        """Whether an initiative lies in the region and may have been there on the day."""
        if not existed(said.initiatives[initiative], self.at):
            return False
        return self.region is None or not self.region.places.isdisjoint(self.homes_of(said, initiative))

    def homes_of(self, said: Said, initiative: str) -> list[str]:
        """The ids of the places where an initiative is at home, on the day or by now."""
        rows = said.homes.get(initiative, ())
        return sorted({row["place"] for row in rows if self.stands(row)})

    def stands(self, row: Row) -> bool:
        """Whether a link held on the day, or has not ended by now."""
        return holds(row, self.at) if self.at else not has_ended(row, self.now)


@dataclass(slots=True)
class Table:
    """The squares by (initiative, theme), in the order of their ids: the statements that say it, with what counts.

    ``undated`` counts what was left out because nobody says when it was; ``outside`` holds the initiatives elsewhere,
    by theme.
    """

    initiatives: list[str] = field(default_factory=list)
    squares: dict[tuple[str, str], list[Statement]] = field(default_factory=dict)
    undated: int = 0
    outside: dict[str, set[str]] = field(default_factory=dict)

    def themes_of(self) -> dict[str, set[str]]:
        """The themes of each initiative of which any is known."""
        found: dict[str, set[str]] = {}
        for initiative, theme in self.squares:
            found.setdefault(initiative, set()).add(theme)
        return found


def table_of(said: Said, scope: Scope) -> Table:
    """The table of what is said within a scope."""
    table = Table([id_ for id_ in said.initiatives if scope.includes(said, id_)])
    inside = frozenset(table.initiatives)
    for statement in said.statements:
        if scope.at and not all(holds(link, scope.at) for link in statement.links):
            continue
        counting = _within(said, statement, scope.span)
        if counting is None:
            table.undated += statement.initiative in inside
        elif statement.initiative not in inside:
            if counting.claims:
                table.outside.setdefault(statement.theme, set()).add(statement.initiative)
        elif counting.claims:
            table.squares.setdefault((statement.initiative, statement.theme), []).append(counting)
    return table


def _within(said: Said, statement: Statement, span: Span) -> Statement | None:
    """A statement with those of its claims that count in a period; None where nobody says when they were made.

    Of a gathering or document its own date counts, of what is said of an initiative itself that of the page.
    """
    if span.is_open:
        return statement
    if statement.subject:
        if statement.earliest is None:
            return None
        return statement if span.may_hold(statement.earliest, statement.latest) else _with(said, statement, ())
    dated = [claim for claim in statement.claims if claim in said.sources and said.sources[claim].earliest is not None]
    if not dated:
        return None
    counting = (c for c in dated if span.may_hold(said.sources[c].earliest, said.sources[c].latest))
    return _with(said, statement, counting)


def _with(said: Said, statement: Statement, claims: Iterable[str]) -> Statement:
    kept = tuple(claims)
    return replace(statement, claims=kept, pages=tuple(dict.fromkeys(said.sources[claim].page for claim in kept)))


def documents_in(square: Sequence[Statement]) -> int:
    """From how many different pages a square comes."""
    if len(square) == 1:
        return len(square[0].pages)
    return len({page for statement in square for page in statement.pages})


def claims_counted(square: Sequence[Statement]) -> int:
    """How many claims say a square; the two links of one statement share none."""
    return len(square[0].claims) if len(square) == 1 else len(claims_in(square))


def claims_in(square: Sequence[Statement]) -> set[str]:
    """The ids of the claims that say a square."""
    return {claim for statement in square for claim in statement.claims}


def counted(table: Table) -> dict[str, tuple[int, int, int]]:
    """Of each theme the number of initiatives, of pages and of claims."""
    pages: dict[str, set[str]] = defaultdict(set)
    claims: dict[str, set[str]] = defaultdict(set)
    initiatives: Counter[str] = Counter()
    for (_, theme), square in table.squares.items():
        initiatives[theme] += 1
        for statement in square:
            pages[theme].update(statement.pages)
            claims[theme].update(statement.claims)
    return {theme: (number, len(pages[theme]), len(claims[theme])) for theme, number in initiatives.items()}
