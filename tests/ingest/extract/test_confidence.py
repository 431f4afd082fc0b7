"""From chance to confidence: the order stays, the line of publication stands where it was put."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph_model.projection.given import LINE
from ingest.extract.confidence import SHAPE, chance_of, confidence_of, shaped, shipped
from ingest.extract.links import LEAST

_CHANCE = st.floats(0, 1, allow_nan=False)
_WEIGHT = st.floats(-5, 5, allow_nan=False)


@given(_CHANCE, _CHANCE)
def test_a_likelier_link_is_never_less_sure(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert shaped(low) <= shaped(high)


@given(_CHANCE)
def test_a_confidence_is_a_share(chance: float) -> None:
    assert 0 <= shaped(chance) <= 1


def test_the_line_of_publication_stands_on_a_point_of_the_shape() -> None:
    assert LINE / 1000 in [confidence for _, confidence in SHAPE]


@given(st.dictionaries(st.sampled_from(sorted(shipped())), _WEIGHT, max_size=20), _WEIGHT)
def test_whatever_speaks_for_a_link_it_is_told_with_a_share(others: dict[str, float], score: float) -> None:
    evidence = {**others, "score": score}
    assert 0 <= chance_of(evidence, shipped()) <= 1
    assert LEAST <= confidence_of(evidence, shipped()) <= 1
