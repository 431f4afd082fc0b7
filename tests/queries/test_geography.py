"""Distances, cells, and which position of a thing counts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.geography import EARTH_RADIUS_KM, Placed, cells_around, counting, distance_km, shown_km

ZUTPHEN = Placed(52.1383, 6.2014, "place")
points = st.builds(Placed, st.floats(50.5, 53.7), st.floats(3.2, 7.3), st.sampled_from(("address", "place")))


def test_distances_are_those_of_a_map() -> None:
    rotterdam, oegstgeest = Placed(51.92, 4.48, "place"), Placed(52.18, 4.47, "place")
    assert distance_km(rotterdam, oegstgeest) == pytest.approx(28.92, abs=0.06)
    assert distance_km(ZUTPHEN, ZUTPHEN) == 0


@given(points, points)
def test_distance_is_the_same_there_and_back(a: Placed, b: Placed) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-9)


@given(points, st.floats(0.1, 60), st.floats(0, 2 * math.pi), st.floats(0, 0.999))
def test_whatever_lies_within_the_distance_lies_in_one_of_the_cells(
    centre: Placed, km: float, bearing: float, share: float
) -> None:
    high = math.degrees(km * share / EARTH_RADIUS_KM)
    lat = centre.lat + high * math.sin(bearing)
    there = Placed(lat, centre.lon + high * math.cos(bearing) / math.cos(math.radians(lat)), "address")
    if distance_km(centre, there) <= km:
        assert f"{math.floor(there.lat * 10)}:{math.floor(there.lon * 10)}" in cells_around([centre], km)


def test_an_address_stands_for_the_town_around_it_but_not_for_another_town() -> None:
    address, winterswijk = Placed(52.1452, 6.1969, "address"), Placed(51.9725, 6.7194, "place")
    assert counting(address, [ZUTPHEN]) == (address,)
    assert counting(address, [ZUTPHEN, winterswijk]) == (address, winterswijk)


def test_a_municipality_counts_only_when_nothing_better_is_known() -> None:
    municipality = Placed(52.1592, 6.4111, "municipality")
    assert counting(None, [municipality]) == (municipality,)
    assert counting(None, [municipality, ZUTPHEN]) == (ZUTPHEN,)
    assert counting(None, []) == ()


def test_distances_are_written_in_dutch() -> None:
    assert [shown_km(2.34), shown_km(14.2), shown_km(9.96), shown_km(5, approximate=True)] == [
        "2,3 km", "14 km", "10 km", "ongeveer 5,0 km"
    ]  # fmt: skip
