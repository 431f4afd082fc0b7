"""Where things lie: always the same, nothing covered, together what belongs together, and steady when the map grows."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.visualizations.made_maps import web
from visualizations.layout import Point, arrange
from visualizations.style import radius

names = st.integers(0, 30).map(lambda number: f"t{number}")
webs = st.tuples(st.sets(names, max_size=25), st.lists(st.tuples(names, names), max_size=40))


def _distance(a: Point, b: Point) -> float:
    return math.dist(a, b)


def _width(points: dict[str, Point]) -> float:
    return max(x for x, _ in points.values()) - min(x for x, _ in points.values())


@given(webs)
def test_every_thing_gets_one_finite_point(found: tuple[set[str], list[tuple[str, str]]]) -> None:
    things, links = found
    points = arrange(things, links)
    assert points.keys() == things
    assert all(math.isfinite(number) for point in points.values() for number in point)


@given(webs, st.randoms())
def test_the_order_of_things_and_links_does_not_count(
    found: tuple[set[str], list[tuple[str, str]]], chance: object
) -> None:
    things, links = sorted(found[0]), list(found[1])
    points = arrange(things, links)
    chance.shuffle(things)  # type: ignore[attr-defined]
    chance.shuffle(links)  # type: ignore[attr-defined]
    assert arrange(things, [(b, a) for a, b in links]) == points


@given(webs)
def test_no_thing_covers_another(found: tuple[set[str], list[tuple[str, str]]]) -> None:
    points = arrange(*found)
    smallest = radius(0)
    assert all(_distance(a, b) > 2 * smallest for a, b in combinations(points.values(), 2))


def test_a_large_web_is_drawn_the_same_twice() -> None:
    nodes, links = web(400, 1200)
    things = [name for name, _ in nodes]
    assert arrange(things, links) == arrange(reversed(things), reversed(links))


def test_what_is_linked_lies_nearer_than_what_is_not() -> None:
    nodes, links = web(400, 1000)
    points = arrange([name for name, _ in nodes], links)
    linked = [_distance(points[a], points[b]) for a, b in links]
    some = [name for name, _ in nodes[::7]]
    any_two = [_distance(points[a], points[b]) for a, b in combinations(some, 2)]
    assert sum(linked) / len(linked) < 0.6 * sum(any_two) / len(any_two)


@pytest.mark.parametrize("more", [1, 20, 100])
def test_old_things_move_at_most_three_hundredths_of_the_width_when_new_ones_come(more: int) -> None:
    nodes, links = web(400, 1200)
    old = arrange([name for name, _ in nodes], links)
    fresh = [f"new{i}" for i in range(more)]
    joined = links + [(name, nodes[(i * 37) % len(nodes)][0]) for i, name in enumerate(fresh)]
    new = arrange([*old, *fresh], joined, old)
    assert max(_distance(old[name], new[name]) for name in old) <= 0.03 * _width(old)


def test_a_new_thing_comes_beside_what_it_is_linked_with() -> None:
    nodes, links = web(400, 1200)
    old = arrange([name for name, _ in nodes], links)
    new = arrange([*old, "new"], [*links, ("new", "Person3")], old)
    assert _distance(new["new"], new["Person3"]) < 0.15 * _width(old)


def test_new_things_that_only_know_each_other_come_under_the_rest() -> None:
    old = arrange(["a", "b", "c"], [("a", "b"), ("b", "c")])
    new = arrange([*old, "x", "y"], [("a", "b"), ("b", "c"), ("x", "y")], old)
    assert min(new["x"][1], new["y"][1]) > max(y for _, y in old.values())


def test_a_map_that_hardly_knew_its_things_is_drawn_anew() -> None:
    nodes, links = web(100, 250)
    things = [name for name, _ in nodes]
    assert arrange(things, links, {things[0]: (99999.0, 0.0)}) == arrange(things, links)


def test_parts_that_no_link_joins_stand_beside_each_other() -> None:
    points = arrange("abcdefxy", [("a", "b"), ("b", "c"), ("c", "a"), ("d", "e"), ("e", "f"), ("f", "d")])
    left, right = ([points[name] for name in part] for part in ("abc", "def"))
    assert (
        min(_distance(a, b) for a in left for b in right) > max(_distance(a, b) for a, b in combinations(left, 2)) / 2
    )
    assert min(points["x"][1], points["y"][1]) > max(y for name, (_, y) in points.items() if name not in "xy")
