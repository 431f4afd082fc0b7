"""What words may head: a compound may head what its longest known end may, whatever is looked at first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.lexicon import lexicon
from ingest.extract.words import _compound

_CLASSES = lexicon().classes


@given(st.text("abenorsz-", max_size=8), st.sampled_from(sorted(_CLASSES)))
def test_a_compound_heads_what_its_longest_known_end_heads(begins: str, ends: str) -> None:
    low = begins + ends
    # At least three letters stand before an end, and an end has three, of which hyphens may be some.
    ends_known = [low[cut:].lstrip("-") for cut in range(3, len(low) - 2) if low[cut:].lstrip("-") in _CLASSES]
    assert _compound(low) == next((_CLASSES[word] for word in (low, *ends_known) if word in _CLASSES), ())
