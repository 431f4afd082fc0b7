"""The five pages that the movement's story begins with, where they lie beside the project: what they say is shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from ingest.extract import read
from ingest.page import read_page

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the source pages (../shared/seeds) are not here")
LINE = 0.5


@cache
def _shown() -> frozenset[tuple[str, str, str]]:
    """The published links of all five pages: from, kind, to, in lower case."""
    found = set()
    for path in sorted(SEEDS.glob("*.txt")):
        reading = read(read_page(path.read_bytes(), path.as_uri()))
        for said in reading.statements:
            if said.confidence >= LINE:
                ends = (reading.things[n].name.lower() for n in (said.subject, said.object))
                found.add((next(ends), said.predicate, next(ends)))
    return frozenset(found)


@pytest.mark.parametrize(
    ("subject", "kind", "thing"),
    [
        ("langer zelfstandig leven", "STARTED", "vitality club"),
        ("langer zelfstandig leven", "STARTED", "oegstgeester hofjes"),
        ("langer zelfstandig leven", "STARTED", "voorzorgcirkels"),
        ("langer zelfstandig leven", "BASED_IN", "oegstgeest"),
        ("guus bannenberg", "HAS_ROLE", "langer zelfstandig leven"),
        ("gemiva", "PARTNER_OF", "langer zelfstandig leven"),
        ("langer zelfstandig leven", "PARTNER_OF", "zorghulp"),
        ("langer zelfstandig leven", "PARTNER_OF", "club oegstgeest"),
        ("ben van essen", "FOUNDED", "laefhoês"),
        ("jottem", "PART_OF", "gemiva"),
        ("krachten bundelen informele en formele zorg rotterdam", "PART_OF", "week van de medezeggenschap"),
        ("krachten bundelen informele en formele zorg rotterdam", "PART_OF", "festival gezond verstand"),
        ("jottem", "BASED_IN", "oegstgeest"),
        ("bijeenkomst op 18 maart 2025 in oegstgeest", "HELD_AT", "langer zelfstandig leven"),
        ("bijeenkomst op 18 maart 2025 in oegstgeest", "HELD_IN", "oegstgeest"),
    ],
)
def test_what_an_adviser_looks_for_is_shown(subject: str, kind: str, thing: str) -> None:
    assert (subject, kind, thing) in _shown()
