"""Measures of networks: brute force and networkx as oracles, the same whatever the order or the process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations, permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.analytics.centrality import FEWEST_WALKS, betweenness, degrees
from queries.analytics.communities import Feature, binding, communities
from queries.analytics.cuts import bridges, cut_points
from queries.analytics.network import TIES, Network, network_of
from queries.analytics.telling import percent
from queries.library import question
from queries.results.shapes import Ref

KINDS = ("Initiative", "Person", "Event", "Movement")


def things(number: int) -> list[Ref]:
    return [Ref(id=f"o{n:03d}", kind=KINDS[n % 4], name=f"Ding {n}") for n in range(number)]


def network(number: int, ties: Sequence[tuple[int, int]]) -> Network:
    return network_of(things(number), ((f"o{a:03d}", f"o{b:03d}") for a, b in ties))


@st.composite
def networks(draw: st.DrawFn, most: int = 9) -> Network:
    """Networks of a few things, in parts or whole, also with ties told twice or to itself."""
    number = draw(st.integers(1, most))
    one = st.integers(0, number - 1)
    return network(number, draw(st.lists(st.tuples(one, one), max_size=3 * number)))


def shares(found: Network) -> list[float]:
    """Betweenness by brute force: all shortest ways of all pairs, one by one."""
    size = len(found.things)
    total = [0.0] * size
    for a, b in combinations(range(size), 2):
        if nx.has_path(found.graph, a, b):
            ways = list(nx.all_shortest_paths(found.graph, a, b))
            for thing in range(size):
                total[thing] += sum(thing in way[1:-1] for way in ways) / len(ways)
    pairs = (size - 1) * (size - 2) / 2
    return [one / pairs if pairs else 0.0 for one in total]


@given(networks())
def test_degrees_and_betweenness_are_those_of_brute_force(found: Network) -> None:
    ties = {frozenset(tie) for tie in found.ties}
    assert degrees(found) == [sum(n in tie for tie in ties) for n in range(len(found.things))]
    between = betweenness(found)
    assert between.exact
    assert between.shares == pytest.approx(shares(found))


@given(networks(12))
def test_cut_points_and_bridges_are_those_of_networkx(found: Network) -> None:
    points, total = cut_points(found.neighbours)
    assert {cut.at[0] for cut in points} == set(nx.articulation_points(found.graph))
    joining, number = bridges(found.neighbours)
    assert {cut.at for cut in joining} == {(min(tie), max(tie)) for tie in nx.bridges(found.graph)}
    assert (total, number) == (len(points), len(joining))


@given(networks(12), st.integers(1, 3))
def test_what_comes_loose_are_the_parts_that_are_left(found: Network, least: int) -> None:
    for cut in cut_points(found.neighbours, least)[0]:
        group = nx.node_connected_component(found.graph, cut.at[0]) - set(cut.at)
        assert _parts(found.graph.subgraph(group), least) == cut.parts
    for cut in bridges(found.neighbours, least)[0]:
        rest = nx.Graph(found.graph.subgraph(nx.node_connected_component(found.graph, cut.at[0])))
        rest.remove_edge(*cut.at)
        assert _parts(rest, least) == cut.parts
        assert min(map(len, cut.parts)) >= least


def _parts(graph: nx.Graph, least: int) -> tuple[tuple[int, ...], ...]:
    parts = [tuple(sorted(part)) for part in nx.connected_components(graph) if len(part) >= least]
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


@given(networks(12), st.integers(1, 3))
def test_every_thing_that_leaves_two_parts_is_told_most_loose_first(found: Network, least: int) -> None:
    wanted = set()
    for thing in found.graph:
        group = nx.node_connected_component(found.graph, thing) - {thing}
        if len(_parts(found.graph.subgraph(group), least)) > 1:
            wanted.add(thing)
    points, total = cut_points(found.neighbours, least)
    assert {cut.at[0] for cut in points} == wanted
    assert [cut.loose for cut in points] == sorted((cut.loose for cut in points), reverse=True)
    assert cut_points(found.neighbours, least, limit=1) == (points[:1], total)
    even, number = cut_points(found.neighbours, least, wanted=lambda at: at[0] % 2 == 0)
    assert even == [cut for cut in points if cut.at[0] % 2 == 0]
    assert number == len(even)


@given(st.data())
def test_measures_do_not_depend_on_the_order_in_which_an_engine_gives_rows(data: st.DataObject) -> None:
    number = data.draw(st.integers(2, 14))
    one = st.integers(0, number - 1)
    ties = data.draw(st.lists(st.tuples(one, one), max_size=30))
    first = network(number, ties)
    shuffled = data.draw(st.permutations(ties))
    other = network_of(data.draw(st.permutations(things(number))), ((f"o{b:03d}", f"o{a:03d}") for a, b in shuffled))
    assert first == other
    assert communities(first, {}) == communities(other, {})
    assert betweenness(first) == betweenness(other)


def test_a_large_network_is_reckoned_from_some_things_and_says_so() -> None:
    ring = network(100, [(n, (n + 1) % 100) for n in range(100)])
    found = betweenness(ring, most_steps=1)
    assert (found.walks, found.exact) == (FEWEST_WALKS, False)
    assert found == betweenness(ring, most_steps=1)
    assert max(found.shares) > 0


def test_measures_are_the_same_in_every_process() -> None:
    program = (
        "from tests.queries.test_analytics import network\n"
        "from queries.analytics.centrality import betweenness\n"
        "from queries.analytics.communities import communities\n"
        "ties = [(a, b) for a in range(60) for b in range(a) if (a * 7 + b * 13) % 11 == 0]\n"
        "found = network(60, ties)\n"
        "print(communities(found, {}), betweenness(found), found.ties)\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed}, cwd=os.fspath(_root()),
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1


def _root() -> os.PathLike[str]:
    from tests.conftest import ROOT

    return ROOT


def test_groups_that_hold_together_are_found_and_movements_do_not_glue_them() -> None:
    movement = 3  # the fourth of four kinds
    one, other = (0, 1, 2, 4), (5, 6, 8, 9)
    ties = [pair for group in (one, other) for pair in combinations(group, 2)]
    ties += [(movement, member) for member in (*one, *other)]
    found = communities(network(10, ties), {})
    assert [set(group.members) for group in found] == [set(one), set(other)]


def test_a_group_is_named_by_what_its_members_share_and_others_do_not() -> None:
    theme, town, all_over = Feature("Theme", "Samen eten"), Feature("Place", "Emmen"), Feature("Movement", "Nederland")
    features = {0: {theme, all_over}, 1: {theme, town, all_over}, 2: {town, theme}, 5: {all_over}, 6: {all_over}}
    assert binding((0, 1, 2), features) == ((theme, 3), (town, 2))
    assert binding((5, 6), features) == ((all_over, 2),)
    assert binding((7, 8), features) == ()


def test_the_network_is_made_of_the_links_that_tie() -> None:
    text = question("analytics/ties").text
    assert text[text.index("[l:") + 3 : text.index("]->")].split("|") == list(TIES)


def test_a_share_is_written_as_the_dutch_do() -> None:
    assert [percent(share) for share in (0.0, 0.0001, 0.067, 1.0)] == ["0,0 %", "minder dan 0,1 %", "6,7 %", "100,0 %"]


def test_few_things_come_apart_in_every_order() -> None:
    """All networks of four things: the walk does not depend on which thing it begins with."""
    pairs = list(combinations(range(4), 2))
    for number in range(len(pairs) + 1):
        for ties in combinations(pairs, number):
            graph = nx.Graph(ties)
            for order in list(permutations(range(4)))[::5]:
                turned = network(4, [(order[a], order[b]) for a, b in ties])
                wanted = {order[thing] for thing in nx.articulation_points(graph)} if ties else set()
                assert {cut.at[0] for cut in cut_points(turned.neighbours)[0]} == wanted
