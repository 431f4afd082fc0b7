"""Random ledgers on each engine: tables, measures and cuts are those of brute force and networkx."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_model.evidence import Claim, End
from queries import Graph
from queries.analytics import measures
from queries.analytics.network import rows_kept
from queries.events import agenda
from queries.gaps import gaps
from queries.themes import themes
from tests.queries.pages import initiative, load, said

WHO = ("De Linde", "De Berk", "De Es", "De Wilg", "De Els", "De Iep")
THEMES, MEALS = ("Samen eten", "Ontmoeten", "Wonen"), ("Ontbijt", "Middagmaal", "Avondmaal")


def pairs(left: tuple[str, ...], right: tuple[str, ...], most: int) -> st.SearchStrategy[set[tuple[str, str]]]:
    return st.sets(st.tuples(st.sampled_from(left), st.sampled_from(right)), max_size=most)


def meal(name: str) -> End:
    return End("Event", name, "2025-05-03")


def claims(ties: set[tuple[str, str]], own: set[tuple[str, str]], at: set[tuple[str, str]],
           about: set[tuple[str, str]]) -> list[Claim]:  # fmt: skip
    return [
        *(said(initiative(name), "form", "kring") for name in WHO),
        *(said(meal(name), "start", "2025-05-03") for name in MEALS),
        *(said(initiative(a), "PARTNER_OF", initiative(b)) for a, b in sorted(ties) if a != b),
        *(said(initiative(a), "HAS_THEME", End("Theme", theme)) for a, theme in sorted(own)),
        *(said(initiative(a), "TAKES_PART_IN", meal(name)) for a, name in sorted(at)),
        *(said(meal(name), "HAS_THEME", End("Theme", theme)) for name, theme in sorted(about)),
    ]


@settings(max_examples=3)
@given(pairs(WHO, WHO, 8), pairs(WHO, THEMES, 6), pairs(WHO, MEALS, 8), pairs(MEALS, THEMES, 4))
def test_answers_on_random_ledgers_are_those_of_brute_force(
    emptied: Callable[[], Graph], ties: set[tuple[str, str]], own: set[tuple[str, str]], at: set[tuple[str, str]],
    about: set[tuple[str, str]],
) -> None:  # fmt: skip
    graph = emptied()
    load(graph, claims(ties, own, at, about))
    _check_themes(graph, own, at, about)
    network = nx.Graph()
    network.add_nodes_from((*WHO, *MEALS))
    network.add_edges_from((*((a, b) for a, b in ties if a != b), *at))
    found = measures(graph, limit=100)
    assert {item.name: item.degree for item in found.items} == dict(network.degree())
    exact = {item.name: item.betweenness for item in found.items}
    assert exact == pytest.approx(nx.betweenness_centrality(network), abs=1e-6)
    kept = graph.answer(lambda reading: rows_kept(graph, reading)).network()
    assert {frozenset((kept.things[a].name, kept.things[b].name)) for a, b in kept.ties} == {
        frozenset(tie) for tie in network.edges
    }
    joining = {frozenset((one.a.name, one.b.name)) for one in gaps(graph, limit=200).bridges}
    assert joining <= {frozenset(tie) for tie in nx.bridges(network)}
    taking_part = {part.thing.name for item in agenda(graph).items for part in item.parts}
    assert taking_part == {who for who, _ in at}


def _check_themes(
    graph: Graph, own: set[tuple[str, str]], at: set[tuple[str, str]], about: set[tuple[str, str]]
) -> None:
    found = themes(graph)
    wanted = dict.fromkeys(own, True)
    for who, name in at:
        for theme in (theme for other, theme in about if other == name):
            wanted.setdefault((who, theme), False)
    names = {row.id: row.name for row in found.rows} | {theme.id: theme.name for theme in found.themes}
    assert {(names[cell.initiative], names[cell.theme]): cell.own for cell in found.cells} == wanted
    assert found.coverage.initiatives_without_theme == len(WHO) - len({who for who, _ in wanted})
