"""The annotated pages beside the project, each read by a reader that has not seen it; takes some minutes."""

from __future__ import annotations

import pytest

from tests.quality.measure import measured, scorer, show
from tests.quality.scoring import score
from tests.quality.show import show as show_counts
from tests.quality.train import PAGES

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not PAGES.is_dir(), reason="the annotated pages do not lie beside the project"),
]
# Well under what was measured: a reader below this has lost something, whatever the luck of the division.
_LEAST_THINGS, _LEAST_LINKS = 0.79, 0.48


@pytest.mark.parametrize("letters", [False, True], ids=["sources held out", "a set left out"])
def test_pages_that_were_not_trained_on_are_read_well(letters: bool) -> None:
    gold = scorer(PAGES).load_gold(PAGES)
    for lines, names in zip(measured(PAGES, letters=letters), ("without", "with"), strict=True):
        print(f"\n{'(b) ONE SET LEFT OUT' if letters else '(a) SOURCES HELD OUT'}, {names} the register's names")
        result = show(PAGES, lines)
        show_counts("ORGANISATIONS AS ONE", score([(gold[n], lines[n]) for n in gold], as_one=True))
        assert result["entities_micro"]["f1"] >= _LEAST_THINGS
        assert result["relations_micro"]["f1"] >= _LEAST_LINKS
