"""Where words are looked for before a pattern, to save time, whatever fits the pattern holds one of the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import own_statements, parts, reality, sure_links
from ingest.extract.in_time import turns
from ingest.page import labels, published


def _same(text: str) -> str:
    return text


def _lower(text: str) -> str:
    return text.lower()


# An s of before 1800 (ſ) is an s to a pattern that minds no capitals, and to nobody who writes one of these words.
DUTCH = st.characters(codec="latin-1")

Words = Iterable[str]
BEFORE: dict[str, tuple[Words, Iterable[re.Pattern[str]], Callable[[str], str]]] = {
    "attendance": (labels._PRESENCE, [labels._PRESENT], _lower),
    "posted": (published._POSTING, [published.POSTED], _lower),
    "doubted": (reality._DOUBTS, [reality._DENIED, reality._PLANNED, reality._ENDED], _same),
    "turning": (turns._TURNING, [rule.pattern for rule in (*turns._STRAIGHT, *turns._TURNED)], _same),
    "own gathering": (sure_links._OWN_NOUNS, [sure_links._OWN_GATHERING], _same),
    "house of": (parts._HOUSES_OF, [parts._OF], _same),
    "merged": (parts._MERGERS, [parts._MERGED], _same),
    **{words[0]: (words, [pattern], _same) for words, pattern, _, _ in own_statements._SAID},
}  # fmt: skip


@pytest.mark.parametrize("before", BEFORE)
@settings(max_examples=50)
@given(data=st.data())
def test_what_fits_holds_one_of_the_words(before: str, data: st.DataObject) -> None:
    words, patterns, seen = BEFORE[before]
    pattern = data.draw(st.sampled_from(list(patterns)))
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags), fullmatch=True, alphabet=DUTCH))
    assert any(word in seen(text) for word in words), pattern.pattern
