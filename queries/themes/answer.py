"""The answer to "which initiatives are about which themes": counts, what is unknown, what goes together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph_model.errors import BadQuestion
from queries.as_of import day_of
from queries.engine.base import Graph, Reading
from queries.kept import Kept
from queries.period import span_of
from queries.regions import region_of
from queries.resolve import resolve
from queries.results.shapes import Ref
from queries.results.themes import Cell, Lift, ThemeCount, ThemeCoverage, ThemedInitiative, Themes
from queries.themes.evidence import evidence_of
from queries.themes.lift import Together, lifts
from queries.themes.said import Said, said_of
from queries.themes.table import Scope, Table, claims_counted, counted, documents_in, table_of

# So many pairs of themes are told, and for one theme so many initiatives with their quotes.
DEFAULT_LIMIT = 50
MAX_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, in the words of whoever asks."""

    region: str
    theme: str
    since: str
    until: str
    as_of: str
    limit: int


_WHOLE = Asked("", "", "", "", "", DEFAULT_LIMIT)
# The whole table, by the day: some initiative may leave its place tomorrow.
_KEPT: Kept[Themes] = Kept()


def themes(
    graph: Graph, *, region: str = "", theme: str = "", since: str = "", until: str = "", as_of: str = "",
    limit: int = DEFAULT_LIMIT,
) -> Themes:  # fmt: skip
    """Which initiatives are about which themes, with honest counts.

    :param region: only initiatives in it: a province, a municipality or a place.
    :param theme: only this theme; then each square comes with a sentence and its quotes.
    :param since, until: EDTF dates: only gatherings that may have taken place, and documents that may have been
        published, in this period; what has no date is left out and counted.
    :param as_of: a date (EDTF): only what held at its last moment; what has no dates is kept.
    :param limit: how many pairs of themes that go together are told, and how many squares with quotes.
    :raises NotFound, Ambiguous: as :func:`queries.regions.region_of` and :func:`queries.resolve.resolve`.
    :raises BadQuestion: a date, a period or a number that makes no sense.
    """
    if not 1 <= limit <= MAX_LIMIT:
        raise BadQuestion(f"Vraag 1 tot en met {MAX_LIMIT} regels.")
    span, at = span_of(since, until), day_of(as_of)
    asked = Asked(region, theme, since, until, as_of, limit)

    def question(reading: Reading) -> Themes:
        said = said_of(graph, reading)
        scope = Scope(region_of(reading, said.atlas, region) if region else None, span, at)
        only = resolve(reading, theme, ("Theme",)) if theme else None
        if asked == _WHOLE:
            today = scope.now.date().isoformat()
            return _KEPT.of(graph, reading, lambda: _answer(reading, said, scope, only, asked), today)
        return _answer(reading, said, scope, only, asked)

    return graph.answer(question)


def _answer(reading: Reading, said: Said, scope: Scope, only: Ref | None, asked: Asked) -> Themes:
    table = table_of(said, scope)
    themes_of = table.themes_of()
    together = [one for one in lifts(themes_of.values()) if only is None or only.id in (one.a, one.b)]
    rows = tuple(_row(said, scope, id_, len(themes_of.get(id_, ()))) for id_ in table.initiatives)
    coverage = _coverage(said, table, rows)
    return Themes(
        themes=_theme_counts(said, table, only),
        initiatives=len(rows),
        rows=rows,
        cells=_cells(table, only),
        coverage=coverage,
        lift=tuple(_lift(said, one) for one in together[: asked.limit]),
        lift_total=len(together),
        theme=only,
        evidence=evidence_of(reading, said, table, only, asked.limit) if only else (),
        region=scope.region.ref if scope.region else None,
        period=scope.span.shown,
        as_of=asked.as_of or None,
        message=_message(scope, coverage, len(rows)),
        version=reading.version,
    )


def _theme(said: Said, id_: str) -> Ref:
    return Ref(id=id_, kind="Theme", name=said.themes[id_])


def _row(said: Said, scope: Scope, id_: str, themes: int) -> ThemedInitiative:
    places = (said.atlas.places[place].name for place in scope.homes_of(said, id_))
    return ThemedInitiative(
        id=id_, kind="Initiative", name=said.initiatives[id_]["name"], places=tuple(sorted(places)), themes=themes,
        known=themes > 0,
    )  # fmt: skip


def _theme_counts(said: Said, table: Table, only: Ref | None) -> tuple[ThemeCount, ...]:
    counts = counted(table)
    found = []
    for id_ in said.themes if only is None else (only.id,):
        initiatives, documents, claims = counts.get(id_, (0, 0, 0))
        found.append(ThemeCount(
            id=id_, kind="Theme", name=said.themes[id_], initiatives=initiatives, documents=documents, claims=claims,
            elsewhere=len(table.outside.get(id_, ())),
        ))  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.initiatives, -one.elsewhere, one.name.casefold(), one.id)))


def _cells(table: Table, only: Ref | None) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            theme=theme, initiative=id_, documents=documents_in(square), claims=claims_counted(square),
            own=any(not statement.subject for statement in square),
        )
        for (id_, theme), square in table.squares.items() if only is None or theme == only.id
    )  # fmt: skip


def _coverage(said: Said, table: Table, rows: Sequence[ThemedInitiative]) -> ThemeCoverage:
    pages = {page for square in table.squares.values() for statement in square for page in statement.pages}
    return ThemeCoverage(
        pages=len(pages & said.pages_read),
        sources=len(pages),
        initiatives_without_theme=sum(not row.known for row in rows),
        initiatives_without_place=sum(not said.homes.get(id_) for id_ in said.initiatives),
        undated=table.undated,
    )


def _lift(said: Said, one: Together) -> Lift:
    a, b = _theme(said, one.a), _theme(said, one.b)
    times = f"{one.lift:.1f}".replace(".", ",")
    words = f"{a.name} en {b.name}: {one.together} keer samen, {times} keer zo vaak als bij toeval"
    if not one.trusted:
        words += " (te weinig om op te vertrouwen)"
    return Lift(
        a=a, b=b, together=one.together, expected=round(one.expected, 4), lift=round(one.lift, 4),
        trusted=one.trusted, words=words,
    )  # fmt: skip


def _message(scope: Scope, coverage: ThemeCoverage, initiatives: int) -> str:
    where = f" in {scope.region.ref.words}" if scope.region else ""
    if not initiatives:
        return f"Er is geen initiatief{where} bekend{scope.region.warning if scope.region else ''}."
    unknown = coverage.initiatives_without_theme
    if not unknown:
        return f"Van alle initiatieven{where} ({initiatives}) is een thema bekend."
    return (
        f"Van {unknown} van de {initiatives} initiatieven{where} noemt geen bron een thema: dat is onbekend, "
        "en iets anders dan geen thema."
    )
