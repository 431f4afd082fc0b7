"""Evidence that candidates share counts once for each of them, and rules find what they ask for by name."""

from __future__ import annotations

from itertools import combinations

from ingest.extract.asked import ASKED
from ingest.extract.candidates import Candidate
from ingest.extract.evidence import candidates_of
from ingest.extract.model import LogLinear, Shared, packed
from ingest.extract.structure import sheet_of
from ingest.page import read_page

_PAGE = """Nieuws uit de buurt

In het dorpshuis vertelde oprichter Anna Kranenburg, wethouder van Beemdoord, over de coöperatie Samen Beemdoord.
Zorggroep Rietoord, een van de locaties van Stichting De Elzenkamp, organiseert het met bewonersinitiatief Ons Hof.
Na afloop sprak Anna Kranenburg met leden van de gemeente Rietoord (Stichting De Elzenkamp) en van Buurthuis Zuid.
"""


def candidates() -> list[Candidate]:
    sheet = sheet_of(read_page(_PAGE.encode(), "https://beemdoord.example/nieuws"))
    return list(candidates_of(sheet).by_key.values())


def test_no_feature_counts_twice() -> None:
    for candidate in candidates():
        for one, other in combinations((candidate.features, *candidate.shared), 2):
            assert one.isdisjoint(other)


def test_what_is_asked_for_by_name_is_not_shared() -> None:
    shared = [group for candidate in candidates() for group in candidate.shared]
    assert shared
    assert all(ASKED.isdisjoint(group) for group in shared)


def test_groups_weigh_what_their_features_weigh() -> None:
    model = LogLinear(("a", "b"), {"x": packed([3, -2]), "y": packed([1, 5]), "z": packed([30_000, 0])}, 0)
    own: list[set[str]] = [{"x"}, {"x"}, {"z"}]
    shared: list[Shared] = [(frozenset("y"),), (), (frozenset("xy"), frozenset())]
    assert model.scores(own, shared) == model.scores([{"x", "y"}, {"x"}, {"x", "y", "z"}])


def test_groups_whose_sum_does_not_fit_its_lane_weigh_the_same() -> None:
    model = LogLinear(("a", "b"), {"x": packed([30_000, 1]), "y": packed([20_000, 2])}, packed([-30_000, 0]))
    assert model.scores([{"x"}], [(frozenset("y"),)]) == [(20_000, 3)]
