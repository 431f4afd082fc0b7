"""What of a page is told: no unsure thing of which nothing is said, and numbers that still fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.worth import worth_telling
from ingest.reading import Found, Quote, Reading, Statement

KINDS = ("Person", "Place", "Initiative", "Partner")


def _found(kind: str, number: int, confidence: float) -> Found:
    return Found(kind, f"{kind} {number}", (Quote(0, 1),), confidence)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings of up to eight things with up to eight statements between them."""
    sure = draw(st.lists(st.tuples(st.sampled_from(KINDS), st.floats(0, 1)), min_size=1, max_size=8))
    things = tuple(_found(kind, n, confidence) for n, (kind, confidence) in enumerate(sure))
    ends = st.integers(0, len(things) - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8))
    return Reading("x", "1", things, tuple(Statement(a, "KNOWS", c, Quote(0, 1), 0.5) for a, c in pairs))


@given(readings())
def test_statements_still_join_the_same_things(reading: Reading) -> None:
    told = worth_telling(reading)
    kept = {thing.name for thing in told.things}
    before = [(reading.things[s.subject].name, reading.things[s.object].name) for s in reading.statements]
    after = [(told.things[s.subject].name, told.things[s.object].name) for s in told.statements]
    assert after == [(one, other) for one, other in before if {one, other} <= kept]


@given(readings())
def test_what_is_sure_stays_and_asking_twice_adds_nothing(reading: Reading) -> None:
    told = worth_telling(reading)
    assert {t.name for t in reading.things if t.confidence >= 0.9} <= {t.name for t in told.things}
    again = worth_telling(told)
    assert {t.name for t in again.things} <= {t.name for t in told.things}


def test_an_unsure_thing_is_told_when_something_is_said_of_it() -> None:
    sure, unsure = _found("Person", 1, 0.9), _found("Partner", 2, 0.4)
    said = Statement(0, "HAS_ROLE", 1, Quote(0, 1), 0.5)
    assert len(worth_telling(Reading("x", "1", (sure, unsure), (said,))).things) == 2
    assert [t.name for t in worth_telling(Reading("x", "1", (sure, unsure), ())).things] == ["Person 1"]
