"""The answer to "what is missing, and who bridges"."""

from __future__ import annotations

from collections.abc import Callable

from graph_model.errors import BadQuestion
from queries.analytics.network import Network, rows_kept
from queries.as_of import day_of
from queries.engine.base import Graph, Reading
from queries.gaps.bridging import Look, bridges_of, cut_points_of
from queries.gaps.missing import areas, gaps_shown, missing_themes, pairs_of
from queries.period import span_of
from queries.regions import region_of
from queries.results.gaps import GapCoverage, Gaps
from queries.themes.said import Said, said_of
from queries.themes.table import Scope, Table, table_of

DEFAULT_LIMIT = 20
MAX_LIMIT = 200


def gaps(graph: Graph, *, region: str = "", as_of: str = "", limit: int = DEFAULT_LIMIT) -> Gaps:
    """Initiatives that could know each other, themes without initiatives, and on whom and what the network hangs.

    :param region: only what concerns it: a province, a municipality or a place.
    :param as_of: a date (EDTF): what was missing at its last moment; links without dates count as held.
    :param limit: how many of each are told.
    :raises NotFound, Ambiguous: as :func:`queries.regions.region_of`.
    :raises BadQuestion: a date or number that makes no sense.
    """
    if not 1 <= limit <= MAX_LIMIT:
        raise BadQuestion(f"Vraag 1 tot en met {MAX_LIMIT} regels.")
    at = day_of(as_of)

    def question(reading: Reading) -> Gaps:
        said = said_of(graph, reading)
        scope = Scope(region_of(reading, said.atlas, region) if region else None, span_of("", ""), at)
        network = rows_kept(graph, reading).network(at)
        found = _answer(reading, said, scope, network, limit)
        return found.model_copy(update={"as_of": as_of or None})

    return graph.answer(question)


def _answer(reading: Reading, said: Said, scope: Scope, network: Network, limit: int) -> Gaps:
    table = table_of(said, scope)
    pairs, missing = pairs_of(said, table, scope, network), missing_themes(said, table, scope)
    look = Look(network, _within(reading, scope, network), scope.stands, limit)
    cut, cut_total = cut_points_of(reading, look)
    joining, joining_total = bridges_of(reading, look)
    coverage = _coverage(said, table, scope)
    return Gaps(
        pairs=gaps_shown(reading, said, table, network, pairs[:limit]), pairs_total=len(pairs),
        themes=tuple(missing[:limit]), themes_total=len(missing),
        cut_points=cut, cut_points_total=cut_total, bridges=joining, bridges_total=joining_total,
        coverage=coverage, region=scope.region.ref if scope.region else None,
        message=_message(coverage, scope), version=reading.version,
    )  # fmt: skip


def _within(reading: Reading, scope: Scope, network: Network) -> Callable[[int], bool]:
    """Which things lie in the region: those at home or held there, and people tied to these."""
    if scope.region is None:
        return lambda number: True
    inside = {
        network.number[row["id"]] for row in reading.ask("analytics/features")
        if row["feature"] in scope.region.places and row["id"] in network.number and scope.stands(row)
    }  # fmt: skip
    people = {n for thing in inside for n in network.neighbours[thing] if network.things[n].kind == "Person"}
    return (inside | people).__contains__


def _coverage(said: Said, table: Table, scope: Scope) -> GapCoverage:
    themed = table.themes_of()
    return GapCoverage(
        initiatives=len(table.initiatives), with_theme=len(themed),
        with_theme_and_place=sum(bool(areas(said, id_, scope)) for id_ in themed),
    )  # fmt: skip


def _message(coverage: GapCoverage, scope: Scope) -> str:
    where = f" in {scope.region.ref.words}" if scope.region else ""
    if not coverage.initiatives:
        return f"Er is geen initiatief{where} bekend{scope.region.warning if scope.region else ''}."
    return (
        f"Van {coverage.with_theme_and_place} van de {coverage.initiatives} initiatieven{where} zijn thema en plaats "
        "bekend; over de andere is hier niets te zeggen. Wat geen bron noemt, kan er wel zijn."
    )
